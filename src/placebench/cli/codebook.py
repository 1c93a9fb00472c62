"""`placebench codebook`: the coding frame, as the method section of a paper has it."""

from __future__ import annotations

import click

from placebench.cli.output import examples

TERMINAL, MARKDOWN, JSON = "terminal", "markdown", "json"

_EXAMPLES = examples(
    "placebench codebook",
    "placebench codebook meeting_frequency",
    "placebench codebook governance.pooled_budget",
    "placebench codebook memberships.sits",
    "placebench codebook --format markdown > coding-frame.md",
)


@click.command("codebook", epilog=_EXAMPLES)
@click.argument("entry", required=False)
@click.option(
    "--format",
    "form",
    type=click.Choice((TERMINAL, MARKDOWN, JSON)),
    default=TERMINAL,
    show_default=True,
    help="How to print: for reading, for a paper or a wiki, or for programs.",
)
def codebook(*, entry: str | None, form: str) -> None:
    """Print the coding frame: what each code says, what counts and what does not.

    Without ENTRY, the whole frame: its version, the rules for deciding, then tables, governance features,
    roles, sectors, topics and statuses, each with its definition, values, examples and number of cues.

    ENTRY is a code, the name of a table, or what the column `rule` of a row has, and is printed with every
    pattern of its cues. A code that several lists have, such as mental_health, is printed for each; write
    sectors.mental_health or topics.mental_health for one.
    """
    from placebench.cli.frame import as_json, document, entries
    from placebench.cli.output import terminal_width
    from placebench.cli.pages import as_markdown, as_text
    from placebench.codebook.frame import find, sections

    frame = sections()
    if form == JSON:
        click.echo(as_json(find(entry, frame) if entry else frame))
        return
    blocks = entries(find(entry, frame)) if entry else document(frame)
    click.echo(as_markdown(blocks) if form == MARKDOWN else as_text(blocks, terminal_width()))
