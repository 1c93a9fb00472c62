"""Rules that compare rows: keys that repeat, facts without evidence, evidence of no row.

Only the columns that are compared are read, a bucket at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

import attrs
import polars as pl

from placebench.dataset.buckets import in_buckets, together
from placebench.model import FACT_TABLES, TABLES, Column, Row, columns_of, table_of
from placebench.schema import id_column

ROW = "__row"
"""Column with the number of a row in its table, from 0."""

Frames = Mapping[str, pl.LazyFrame]


@attrs.frozen(eq=False)
class RuleBetween:
    """Something that the rows of a table must keep, seen with other rows.

    Attributes:
        name: Name of the rule, as violations carry it.
        expected: What must hold.
        broken: Yields the rows for which it does not, given how many rows to hold at a time; each with `ROW`,
            the first column of its table, and that which the rule speaks of.
        column: The column that it speaks of; None where it speaks of several.
    """

    name: str
    expected: str
    broken: Callable[[int], Iterator[pl.DataFrame]]
    column: Column | None = None


def rules_between(kind: type[Row], frames: Frames) -> Iterator[RuleBetween]:
    """Yield the rules between rows of one table.

    Args:
        kind: The table's class.
        frames: Every table.
    """
    table, name = table_of(kind), id_column(kind)
    for column in columns_of(kind):
        if column.name == name:
            broken = partial(_repeated, _numbered(kind, frames, name), name)
            yield RuleBetween("primary-key", "a value of one row only", broken, column)
    if table in FACT_TABLES:
        evidence = frames["evidence"].filter(pl.col("table") == table).select("fact_id")
        broken = partial(_missing, _numbered(kind, frames, "fact_id"), evidence)
        yield RuleBetween("has-evidence", "at least one row of evidence", broken)
    if table == "evidence":
        broken = partial(_of_no_row, _numbered(kind, frames, "table", "fact_id"), _identified(frames))
        yield RuleBetween("evidence-row", "fact_id to name a row of its table", broken)


def _numbered(kind: type[Row], frames: Frames, *names: str) -> pl.LazyFrame:
    """Return the rows that have values in some columns, with their numbers."""
    first = columns_of(kind)[0].name
    kept = dict.fromkeys((ROW, first, *names))
    return frames[table_of(kind)].with_row_index(ROW).select(*kept).drop_nulls(names)


def _identified(frames: Frames) -> dict[str, pl.LazyFrame]:
    """Return the identifiers of every table that evidence can be of."""
    identified = ((table, id_column(kind)) for table, kind in TABLES.items())
    return {table: frames[table].select(fact_id=name) for table, name in identified if name}


def _repeated(rows: pl.LazyFrame, name: str, held: int) -> Iterator[pl.DataFrame]:
    for bucket in in_buckets(rows, [name], held):
        yield bucket.filter(pl.col(name).is_duplicated())


def _missing(rows: pl.LazyFrame, there: pl.LazyFrame, held: int) -> Iterator[pl.DataFrame]:
    on = there.collect_schema().names()
    for bucket, others in together([rows, there], on, held):
        yield bucket.join(others, on=on, how="anti").collect(engine="streaming")


def _of_no_row(
    evidence: pl.LazyFrame, there: Mapping[str, pl.LazyFrame], held: int
) -> Iterator[pl.DataFrame]:
    # Table by table: a key of one column is joined several times faster than one of two.
    for (table,) in evidence.select("table").unique().collect(engine="streaming").iter_rows():
        of_table = evidence.filter(pl.col("table") == table)
        if table in there:
            yield from _missing(of_table, there[table], held)
        else:
            yield of_table.collect(engine="streaming")
