"""`placebench drift`: what a new edition of a document no longer has."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from placebench.cli.failures import SOME_FAILED
from placebench.cli.output import complain, examples, format_option, print_rows
from placebench.cli.profile import profile_option


@click.command(
    "drift",
    epilog=examples(
        "placebench drift new/paper.pdf --against out",
        "placebench drift new/paper.pdf --against out --source paper-2023.pdf --documents papers",
        "placebench drift new/paper.pdf --against out --all --format csv",
    ),
)
@click.argument("document", type=click.Path(path_type=Path))
@click.option(
    "--against",
    "folder",
    required=True,
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Dataset with the facts of the earlier edition.",
)
@click.option(
    "--source", metavar="NAME", help="The earlier edition: its path, title or identifier in the dataset."
)
@click.option(
    "--documents",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder of the earlier edition, to compare the headers and labels of its tables too.",
)
@click.option("--all", "everything", is_flag=True, help="Print what is kept, too.")
@profile_option
@format_option
@click.pass_context
def drift(
    ctx: click.Context,
    *,
    document: Path,
    folder: Path,
    source: str | None,
    documents: Path | None,
    everything: bool,
    profiles: tuple[str, ...],
    form: str,
) -> None:
    """Say what a new edition of a document no longer has of what earlier facts rest on.

    Claims of importers, headings, table headers, labels and quotes are looked for: each is kept, moved (the
    same words elsewhere), reworded (words much alike) or vanished. The exit code is 1 where one vanished.
    """
    from placebench.dataset import Dataset
    from placebench.pipeline import registry_with
    from placebench.testing.drift import KEPT, STATES, VANISHED
    from placebench.testing.editions import compare_edition

    edition = compare_edition(
        document, Dataset.open(folder), registry_with(profiles), source=source, documents=documents
    )
    shown = [one for one in edition.drifts if everything or one.state != KEPT]
    rows = [
        (one.state, one.anchor.kind, one.facts, one.anchor.text, one.now)
        for state in STATES
        for one in shown
        if one.state == state
    ]
    if rows or form != "table":
        print_rows(("state", "kind", "facts", "earlier words", "now"), rows, form)
    counts = Counter(one.state for one in edition.drifts)
    said = ", ".join(f"{counts[state]} {state}" for state in STATES)
    complain(f"{edition.facts} facts of {edition.earlier} rest on {len(edition.drifts)} anchors: {said}.")
    if edition.unknown:
        complain(edition.unknown)
    if counts[VANISHED]:
        ctx.exit(SOME_FAILED)
