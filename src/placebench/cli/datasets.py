"""`placebench dataset`: what differs between datasets, and several put together."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from placebench.cli.failures import SOME_FAILED
from placebench.cli.output import complain, examples, format_option, print_rows

if TYPE_CHECKING:
    from placebench.dataset import Difference, Merge

_Folder = click.Path(exists=True, file_okay=False, path_type=Path)


@click.group(
    "dataset",
    epilog=examples(
        "placebench dataset diff out-2023 out-2024",
        "placebench dataset diff out-2023 out-2024 --table governance",
        "placebench dataset merge north south --out both",
        "placebench dataset schema out-2023",
    ),
)
def dataset() -> None:
    """Compare datasets row by row, merge them, and tell how their schemas differ."""


@dataset.command("diff", epilog=examples("placebench dataset diff out-2023 out-2024 --table places"))
@click.argument("before", metavar="DIR", type=_Folder)
@click.argument("after", metavar="DIR", type=_Folder)
@click.option("--table", metavar="TABLE", help="Print the rows of this table that differ, not just how many.")
@format_option
def diff(*, before: Path, after: Path, table: str | None, form: str) -> None:
    """Print what differs between two datasets, by table.

    A row is the same one in both where its identifier is, such as the `fact_id`; the order of rows does not
    count. The exit code is 0 whether or not they differ.
    """
    from placebench.dataset import Dataset, difference_counts, differences

    first, second = Dataset.open(before), Dataset.open(after)
    if table is None:
        counts = difference_counts(first, second)
        _print_counts(counts, form)
        if not counts:
            complain("The rows are the same.")
        return
    first.frame(table)  # an unknown table is told with the name of the nearest
    found = differences(first, second, tables=[table])
    if found or form != "table":
        columns = ("kind", "row", "column", "before", "after")
        print_rows(columns, [cells for one in found for cells in _cells(one)], form)
    if not found:
        complain(f"The rows of {table} are the same.")


@dataset.command("merge", epilog=examples("placebench dataset merge north south --out both"))
@click.argument("folders", metavar="DIR DIR...", nargs=-1, required=True, type=_Folder)
@click.option(
    "--out",
    required=True,
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="A new folder.",
)
def merge(*, folders: tuple[Path, ...], out: Path) -> None:
    """Put datasets together, document by document.

    Of a document that several have, the rows of the newest version of its importer are kept, as a whole;
    where versions do not decide, those of the dataset that is named later. What was decided is printed and
    stands in `datapackage.json`.
    """
    from placebench.dataset import Dataset
    from placebench.dataset import merge as merged
    from placebench.export.folder import check_free

    check_free(out)
    done = merged(Dataset.open(folder) for folder in folders)
    done.dataset.save(out)
    tell_merge(done)
    complain(f"Dataset saved in {out}.")


@dataset.command(
    "schema",
    epilog=examples(
        "placebench dataset schema out-2023",
        "placebench dataset schema schemas/released/1.0.0",
        "placebench dataset schema out-2023 out-2024",
    ),
)
@click.argument("old", metavar="DIR", type=_Folder)
@click.argument("new", metavar="[DIR]", type=_Folder, required=False)
@format_option
@click.pass_context
def schema(ctx: click.Context, *, old: Path, new: Path | None, form: str) -> None:
    """Print how the schema changed since a dataset or a release, and which version that asks for.

    DIR is a dataset, an export, or a folder of schema files; without a second one the schema of this
    version of placebench is compared. The exit code is 1 where its version is too low for what changed.
    """
    from placebench.schema import compatibility as schemas

    before = schemas.published_schema(old)
    after = schemas.current_schema() if new is None else schemas.published_schema(new)
    found = schemas.changes(before, after)
    if found or form != "table":
        print_rows(("change", "where", "what"), [(one.bump, one.where, one.what) for one in found], form)
    needed = schemas.needed_version(before.version, found)
    complain(f"From {before.version} to {after.version}; what changed asks for {needed} or higher.")
    if not schemas.is_enough(after.version, needed):
        ctx.exit(SOME_FAILED)


def tell_merge(done: Merge) -> None:
    """Print what a merge decided: documents on stdout, everything else as remarks."""
    if done.choices:
        columns = ("document", "kept", "left", "why")
        print_rows(columns, [(one.path, one.kept, list(one.left), one.why) for one in done.choices])
    for conflict in done.conflicts:
        complain(
            f"{conflict.table} {conflict.row_id}: the datasets differ; kept {_said(conflict.kept)}, "
            f"left {_said(conflict.left)}."
        )
    for path in done.replaced:
        complain(f"{path}: replaces the rows of the older document of that name.")
    for path in done.namesakes:
        complain(f"{path}: several documents of that name are in the dataset, each with its own rows.")


def _print_counts(counts: Mapping[tuple[str, str], int], form: str) -> None:
    tables = dict.fromkeys(table for table, _ in counts)
    kinds = ("added", "removed", "changed")
    rows = [(table, *(counts.get((table, kind), 0) for kind in kinds)) for table in tables]
    if rows or form != "table":
        print_rows(("table", *kinds), rows, form)


def _cells(one: Difference) -> list[tuple[object, ...]]:
    row_id = one.row_id
    names = [
        name for name in {**one.before, **one.after} if _value(one.before, name) != _value(one.after, name)
    ]
    return [(one.kind, row_id, name, one.before.get(name), one.after.get(name)) for name in names]


def _value(side: Mapping[str, object], name: str) -> object:
    # A column without a value is not worth a line of a row that is new or gone.
    value = side.get(name)
    return None if value == [] else value


def _said(values: Mapping[str, object]) -> str:
    return ", ".join(f"{name} {value!r}" for name, value in values.items())
