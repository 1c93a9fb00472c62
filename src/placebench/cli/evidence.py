"""`placebench evidence`: a fact, and the words that say it."""

from __future__ import annotations

from pathlib import Path

import click

from placebench.cli.looking import dataset_argument
from placebench.cli.output import examples

_EXAMPLES = examples(
    "placebench evidence out 3f9a",
    "placebench evidence out 3f9a --documents examples/documents",
)


@click.command("evidence", epilog=_EXAMPLES)
@dataset_argument
@click.argument("fact_id")
@click.option(
    "--documents",
    type=click.Path(exists=True, path_type=Path),
    help="Folder or pack of the source documents, to show quotes in their paragraphs.",
)
def evidence(*, folder: Path, fact_id: str, documents: Path | None) -> None:
    """Show a fact and every quote that says it.

    The first characters of an identifier are enough where no other begins with them. Quotes stand in their
    paragraphs where the very document that was imported is at hand.
    """
    from placebench.cli.quotes import print_evidence
    from placebench.dataset import Dataset

    print_evidence(Dataset.open(folder), fact_id, documents)
