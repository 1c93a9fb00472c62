"""`placebench evidence`: a fact, and the words that say it."""

from __future__ import annotations

from pathlib import Path

import click

from placebench.cli.failures import SOME_FAILED
from placebench.cli.limits import LimitedCommand, limit_options
from placebench.cli.looking import dataset_argument
from placebench.cli.output import complain, examples
from placebench.documents.limits import Limits

_EXAMPLES = examples(
    "placebench evidence out 3f9a",
    "placebench evidence out 3f9a --documents examples/documents",
)


@click.command("evidence", cls=LimitedCommand, epilog=_EXAMPLES)
@dataset_argument
@click.argument("fact_id")
@click.option(
    "--documents",
    multiple=True,
    metavar="FOLDER|PACK",
    type=click.Path(exists=True, path_type=Path),
    help="Folder or pack of the source documents, to show quotes in their paragraphs; may be repeated.",
)
@limit_options
@click.pass_context
def evidence(
    ctx: click.Context,
    *,
    folder: Path,
    fact_id: str,
    documents: tuple[Path, ...],
    jobs: int | None,
    limits: Limits,
) -> None:
    """Show a fact and every quote that says it.

    The first characters of an identifier are enough where no other begins with them. Quotes stand in their
    paragraphs where the very document that was imported is at hand; the exit code is 1 where it cannot be
    read.
    """
    from placebench.cli.quotes import print_evidence
    from placebench.dataset import Dataset
    from placebench.pipeline.source_texts import SourceTexts

    dataset = Dataset.open(folder)
    texts = SourceTexts(dataset, documents, limits=limits, jobs=jobs)
    print_evidence(dataset, fact_id, texts)
    for error in texts.unreadable:
        complain(f"failed: {error}.")
    if texts.unreadable:
        ctx.exit(SOME_FAILED)
