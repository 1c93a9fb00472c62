"""`placebench codebook`: the coding frame, as the method section of a paper has it."""

from __future__ import annotations

from pathlib import Path

import click

from placebench.cli.failures import SOME_FAILED
from placebench.cli.output import examples

TERMINAL, MARKDOWN, JSON = "terminal", "markdown", "json"

codebook_option = click.option(
    "--codebook",
    "additions",
    multiple=True,
    metavar="FILE",
    help="Add the entries of this file to the coding frame; may be given several times. "
    "See docs/codebook.md.",
)

_rules_option = click.option(
    "--rules",
    "rule_files",
    multiple=True,
    metavar="FILE",
    help="Add the rules on maturity of this file; may be given several times. See docs/methods/maturity.md.",
)

_EXAMPLES = examples(
    "placebench codebook",
    "placebench codebook meeting_frequency",
    "placebench codebook governance.pooled_budget",
    "placebench codebook memberships.sits",
    "placebench codebook maturity",
    "placebench codebook --format markdown > coding-frame.md",
    "placebench codebook meeting_frequency --codebook mine.toml",
    "placebench codebook --check --codebook mine.toml",
)


@click.command("codebook", epilog=_EXAMPLES)
@click.argument("entry", required=False)
@codebook_option
@_rules_option
@click.option("--check", is_flag=True, help="Read the examples, and tell which do not hold.")
@click.option(
    "--format",
    "form",
    type=click.Choice((TERMINAL, MARKDOWN, JSON)),
    default=TERMINAL,
    show_default=True,
    help="How to print: for reading, for a paper or a wiki, or for programs.",
)
@click.pass_context
def codebook(
    ctx: click.Context,
    *,
    entry: str | None,
    additions: tuple[str, ...],
    rule_files: tuple[str, ...],
    check: bool,
    form: str,
) -> None:
    """Print the coding frame: what each code says, what counts and what does not.

    Without ENTRY, the whole frame: its version, the rules for deciding, then tables, governance features,
    roles, sectors, topics and statuses, each with its definition, values, examples and number of cues, and
    the rules that draw bounds on stages of maturity from facts.

    ENTRY is a code, the name of a table, what the column `rule` of a row has, or a list of codes (features,
    sectors, topics, status), and is printed with every pattern of its cues. A code that several lists have,
    such as mental_health, is printed for each; write sectors.mental_health or topics.mental_health for one.
    ENTRY may be maturity, for all rules on maturity, or one of them.

    With --check the examples are read as documents and nothing else is printed; the exit code is 1 where one
    does not hold.
    """
    from placebench.cli.frame import as_json, document, entries
    from placebench.cli.frame_rules import rule_blocks, rules_document
    from placebench.cli.output import terminal_width
    from placebench.cli.pages import as_markdown, as_text
    from placebench.codebook import load_additions, load_codebook
    from placebench.codebook.frame import find, sections
    from placebench.codebook.maturity_file import load_maturity_rules
    from placebench.codebook.method import load_method

    added = tuple(load_additions(Path(path)) for path in additions)
    book, method = load_codebook(added), load_method(added)
    frame = sections(method, book)
    rules = load_maturity_rules(rule_files)
    ruled = rules.find(entry) if entry else rules.rules
    found = find(entry, frame) if entry and not ruled else () if entry else frame
    if check:
        from placebench.cli.frame_check import print_check

        if not print_check(found, book):
            ctx.exit(SOME_FAILED)
        return
    digests = {"cues": book.digest, "definitions": method.digest, "maturity rules": rules.digest}
    if form == JSON:
        click.echo(as_json(found, ruled, digests))
        return
    whole = (*document(found, digests), *rules_document(ruled))
    blocks = (*entries(found), *rule_blocks(ruled)) if entry else whole
    click.echo(as_markdown(blocks) if form == MARKDOWN else as_text(blocks, terminal_width()))
