"""`placebench sources`: the `sources.csv` of a folder, as far as the files tell, for a person to complete."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from placebench.cli.failures import SOME_FAILED
from placebench.cli.limits import LimitedCommand, reading_options
from placebench.cli.output import complain, examples
from placebench.documents.limits import Limits

if TYPE_CHECKING:
    from placebench.documents.sources_table import SourceEntry, SourcesTable

_EXAMPLES = examples(
    "placebench sources papers",
    "placebench sources papers --out papers-to-complete.csv",
)


@click.command("sources", cls=LimitedCommand, epilog=_EXAMPLES)
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--out",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Where to write the table; FOLDER/sources.csv unless given.",
)
@reading_options
@click.pass_context
def sources(ctx: click.Context, *, folder: Path, out: Path | None, jobs: int | None, limits: Limits) -> None:
    """Write the sources.csv of a folder, for a person to complete.

    Each file has a row with what it says of itself: title, publisher, kind of document, date and address,
    then media type, pages and the beginning of its hash. A cell that is filled in already stays as it is; new
    files are added below. What is still missing is counted. The exit code is 1 where a file cannot be read.
    """
    from placebench.documents.sources import FILE_NAME, read_table
    from placebench.documents.sources_table import sources_table
    from placebench.pipeline.describe import describe_folder

    beside = folder / FILE_NAME
    target = out or beside
    written = next((read_table(path) for path in (target, beside) if path.is_file()), None)
    entries = describe_folder(folder, limits=limits, jobs=jobs)
    table = sources_table(entries, written)
    _save(target, table.text())
    _tell(target, table, entries)
    if any(entry.media_type is None for entry in entries):
        ctx.exit(SOME_FAILED)


def _save(path: Path, text: str) -> None:
    new = path.with_name(f".{path.name}.new")
    new.write_text(text, encoding="utf-8-sig", newline="")
    # What a person wrote is there at every moment.
    new.replace(path)


def _tell(path: Path, table: SourcesTable, entries: Iterable[SourceEntry]) -> None:
    from placebench.documents.sources import DATE_EXPECTED

    click.echo(f"{path}: {len(table.rows)} files, {len(table.added)} of them new.")
    for column, count in table.missing.items():
        click.echo(f"  {column} is missing for {count} of {len(table.rows)}")
    for file, date in table.undated.items():
        complain(f"note: {file}: expected {DATE_EXPECTED}, found {date!r}")
    for file in table.gone:
        complain(f"note: {file} has a row and is not there any more")
    for entry in entries:
        if entry.media_type is None:
            complain(f"failed: {entry.note}")
