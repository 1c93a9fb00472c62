"""`placebench export`: a dataset in the formats of other programs."""

from __future__ import annotations

from pathlib import Path

import click

from placebench.cli.looking import dataset_argument
from placebench.cli.output import complain, examples
from placebench.cli.studying import studied

_FORMATS = ("excel", "csv", "sqlite", "parquet", "delta")
_EXAMPLES = examples(
    "placebench export out --to excel --out partnerships.xlsx",
    "placebench export out --to excel --study study.toml --out study.xlsx",
    "placebench export out --to csv --out partnerships-csv",
    "placebench export out --to sqlite --out partnerships.db",
)


@click.command("export", epilog=_EXAMPLES)
@dataset_argument
@click.option("--to", "form", required=True, type=click.Choice(_FORMATS), help="What to write.")
@click.option(
    "--out",
    required=True,
    metavar="PATH",
    type=click.Path(path_type=Path),
    help="A new file for excel and sqlite; a new folder for csv, parquet and delta.",
)
@click.option(
    "--study",
    "file",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="For excel: the tables of this study, such as `placebench study` prints, instead.",
)
def export(*, folder: Path, form: str, out: Path, file: Path | None) -> None:
    """Write a dataset for Excel, SQLite and other programs.

    excel is for reading: a sheet for each comparison of what sources state, and one of maturity where all
    ratings are on one framework, whose answers link to facts and quotes. Counts, order, agreement and peers,
    and a framework chosen among several, come with --study: a sheet for each table of the study.

    csv, sqlite, parquet and delta hold every table of the dataset. In excel and csv no text can act as a
    formula.
    """
    from placebench.dataset import Dataset
    from placebench.export import FORMATS, to_excel

    if file is not None and form != "excel":
        raise click.UsageError("--study is for excel; the other formats hold the tables of the dataset.")
    dataset = Dataset.open(folder)
    if file is None:
        complain(f"Written to {FORMATS[form](dataset, out)}.")
        return
    complain(f"Written to {to_excel(dataset, out, studied(dataset, file).results)}.")
