"""The rows of a table that a command asks for."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import click
import polars as pl

from placebench.cli.output import complain, print_rows, terminal_width
from placebench.cli.row_quotes import QUOTES, with_quotes
from placebench.cli.whole_rows import whole_rows
from placebench.dataset import Dataset
from placebench.errors import UsageError
from placebench.model import TABLES, columns_of
from placebench.nearest import did_you_mean


def print_tables(dataset: Dataset, form: str) -> None:
    """Print every table's name, number of rows, and what a row says."""
    rows = [
        (name, dataset[name].num_rows, (kind.__doc__ or "").partition("\n")[0])
        for name, kind in TABLES.items()
    ]
    print_rows(("table", "rows", "what a row says"), rows, form)


def print_table(
    dataset: Dataset,
    table: str,
    *,
    conditions: Collection[str],
    chosen: str | None,
    limit: int | None,
    form: str,
    quotes: bool = False,
) -> None:
    """Print rows of a table; the arguments are those of `placebench tables`.

    Raises:
        UsageError: There is no such table or column.
    """
    frame = selected(dataset, table, conditions, None if quotes else chosen)
    kept = frame if limit is None else frame.head(limit)
    if quotes:
        kept = _chosen(with_quotes(dataset, table, kept), table, chosen)
    if form != "table" or not kept.is_empty():
        if form == "table":
            _print_whole(kept if chosen else _with_values(kept), chosen=chosen is not None)
        else:
            print_rows(kept.columns, kept.rows(), form)
    elif frame.is_empty():
        complain(f"No row of {table} fits." if conditions else f"The table {table} is empty.")
    _tell_of_each_place(dataset, table, conditions)
    if kept.height < frame.height:
        complain(f"{kept.height} of {frame.height} rows shown.")


def _print_whole(rows: pl.DataFrame, *, chosen: bool) -> None:
    whole = whole_rows(rows, terminal_width(), chosen=chosen)
    click.echo(whole.text)
    if whole.left_out:
        names = ", ".join(whole.left_out)
        complain(f"Without {names}, for which the lines are too short: --columns or --format csv gives them.")


def _tell_of_each_place(dataset: Dataset, table: str, conditions: Iterable[str]) -> None:
    """Say that rows on each place of a system hold for the place that was asked for, too."""
    asked = [
        value
        for name, _, value in (c.partition("=") for c in conditions)
        if name.strip() == "place_id" and value
    ]
    places = dataset["places"]["place_id"].to_pylist()
    for place in asked:
        _known(place, places, "place", "--where place_id")
        system = place.partition("/")[0]
        if "applies_to" not in dataset.frame(table).collect_schema():
            continue
        general = selected(dataset, table, [f"system_id={system}", "applies_to=each_place"], None).height
        if general:
            rows = "row is" if general == 1 else "rows are"
            complain(
                f"{general} further {rows} said of each place of {system}: "
                f"--where system_id={system} --where applies_to=each_place"
            )


def selected(dataset: Dataset, table: str, conditions: Iterable[str], chosen: str | None) -> pl.DataFrame:
    """Return the rows of a table that fit all conditions, with the columns chosen.

    Args:
        dataset: The dataset.
        table: Name of the table.
        conditions: `COLUMN=VALUE`, each.
        chosen: Names of columns, with commas between them; all where None.

    Raises:
        UsageError: There is no such table or column, or a condition has no equals sign.
    """
    names = _names(table)
    frame = dataset.frame(table)
    schema = frame.collect_schema()
    for condition in conditions:
        frame = frame.filter(_holds(condition, names, schema))
    if chosen is not None:
        frame = frame.select(
            [_known(name.strip(), names, "column", "--columns") for name in chosen.split(",")]
        )
    return frame.collect()


def _names(table: str) -> list[str]:
    return [column.name for column in columns_of(TABLES[_known(table, TABLES, "table", "TABLE")])]


def _chosen(rows: pl.DataFrame, table: str, chosen: str | None) -> pl.DataFrame:
    """Return the columns that were chosen, and those of the quotes, last unless they are named."""
    if chosen is None:
        return rows
    names = [
        _known(name.strip(), [*_names(table), *QUOTES], "column", "--columns") for name in chosen.split(",")
    ]
    return rows.select(*names, *(name for name in QUOTES if name not in names))


def _known(name: str, names: Collection[str], kind: str, where: str) -> str:
    if name in names:
        return name
    there_are = f"there are {', '.join(names)}"
    near = did_you_mean(name, names)
    # Of columns all are told: another word for one, such as file for path, is near to none or a wrong one.
    hint = " ".join(filter(None, (near, there_are))) if kind == "column" else near or there_are
    raise UsageError(f"the name of a {kind}", f"“{name}”", where=where, hint=hint)


def _holds(condition: str, names: list[str], schema: pl.Schema) -> pl.Expr:
    name, equals, value = condition.partition("=")
    if not equals:
        raise UsageError("COLUMN=VALUE", f"“{condition}”", where="--where")
    column = pl.col(_known(name.strip(), names, "column", "--where"))
    if isinstance(schema[name.strip()], pl.List):
        texts = column.cast(pl.List(pl.String))
        return texts.list.contains(value) if value else texts.list.len().fill_null(0) == 0
    return column.cast(pl.String) == value if value else column.is_null()


def _with_values(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.select([column for column in frame if _has_value(column)])


def _has_value(column: pl.Series) -> bool:
    if isinstance(column.dtype, pl.List):
        return bool((column.list.len().fill_null(0) > 0).any())
    return column.null_count() < len(column)
