"""`placebench report`: a dataset as one page for people."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from placebench.cli.looking import dataset_argument
from placebench.cli.output import complain, examples
from placebench.cli.studying import studied, study_option

if TYPE_CHECKING:
    from collections.abc import Sequence

    from placebench.dataset import Dataset
    from placebench.drawing_engine import Engine
    from placebench.pipeline.source_texts import Places

_MOST_NAMED = 5
_EXAMPLES = examples(
    "placebench report out --out report.html --documents examples/documents",
    "placebench report out --out report.html --title 'Places of the north, 2024'",
    "placebench report out --out report.html --study study.toml",
)


@click.command("report", epilog=_EXAMPLES)
@dataset_argument
@click.option(
    "--out",
    required=True,
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The page to write; an older one is replaced.",
)
@click.option(
    "--documents",
    multiple=True,
    metavar="FOLDER|PACK",
    type=click.Path(exists=True, path_type=Path),
    help="Folder or pack of the source documents, to show quotes among their words; may be repeated.",
)
@click.option("--title", metavar="TEXT", help="Heading of the page; by default that of the study.")
@study_option
def report(
    *, folder: Path, out: Path, documents: tuple[Path, ...], title: str | None, file: Path | None
) -> None:
    """Write a dataset as one page for people.

    It opens anywhere and leads from every figure to the words behind it. It needs no network
    and no other file, and can be filtered, searched and printed.
    """
    from placebench.drawing_engine import Engine

    # It takes as long to start as libraries take to load.
    with Engine() as engine:
        from placebench.dataset import Dataset

        dataset = Dataset.open(folder)
        write(dataset, out, documents=documents, title=title, file=file, engine=engine)


def write(
    dataset: Dataset,
    out: Path,
    *,
    documents: Places,
    title: str | None = None,
    file: Path | None = None,
    engine: Engine | None = None,
) -> None:
    """Write the report of a dataset, and say where.

    Args:
        dataset: The dataset.
        out: The page.
        documents: As for `placebench report`, and so are `title` and `file`.
        title: Heading of the page.
        file: The study.
        engine: What draws, where it was started already.
    """
    from placebench.report.ahead import begun

    with begun(dataset, documents, engine=engine) as ahead:
        run = studied(dataset, file, ahead.early.take)
        from placebench.report import write_report

        path = write_report(
            dataset,
            run.results,
            out,
            title=title or run.study.title,
            notes=run.notes,
            part=run.tables,
            ahead=ahead,
        )
        missing = ahead.sources.result().missing() if documents else ()
    complain(f"Report written to {path}.")
    if missing:
        complain(_without(missing))


def _without(missing: Sequence[str]) -> str:
    more = len(missing) - _MOST_NAMED
    named = ", ".join(missing[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
    sources = "1 source is" if len(missing) == 1 else f"{len(missing)} sources are"
    return (
        f"{sources} not in --documents as imported, and shown without the words around quotes: {named}. "
        "Name the folder that holds the same files; the section Sources of the page says why of each."
    )
