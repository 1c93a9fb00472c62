"""Rules that compare rows: keys that repeat, facts without evidence, evidence of no row.

Only the columns that are compared are read, a bucket at a time: in one bucket lie all rows of one identifier,
and all evidence of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs
import polars as pl

from placebench.dataset.buckets import in_buckets, together
from placebench.model import FACT_TABLES, TABLES, Column, columns_of
from placebench.schema import id_column

ROW = "__row"
"""Column with the number of a row in its table, from 0."""

BETWEEN = ("primary-key", "has-evidence", "evidence-row")
"""Names of the rules, in the order in which they are told."""

Frames = Mapping[str, pl.LazyFrame]

_EVIDENCE, _OF = "evidence", "fact_id"


@attrs.frozen(eq=False)
class RuleBetween:
    """Something that the rows of a table must keep, seen with other rows.

    Attributes:
        table: The table.
        name: Name of the rule, as violations carry it.
        expected: What must hold.
        column: The column that it speaks of; None where it speaks of several.
    """

    table: str
    name: str
    expected: str
    column: Column | None = None


_OF_NO_ROW = RuleBetween(_EVIDENCE, "evidence-row", "fact_id to name a row of its table")
_WITH_EVIDENCE = {
    table: RuleBetween(table, "has-evidence", "at least one row of evidence") for table in FACT_TABLES
}
_OWN_KEY = {
    table: RuleBetween(table, "primary-key", "a value of one row only", column)
    for table, kind in TABLES.items()
    for column in columns_of(kind)
    if column.name == id_column(kind)
}


def broken_between(frames: Frames, held: int) -> Iterator[tuple[RuleBetween, pl.DataFrame]]:
    """Yield rows that break a rule, with the rule; of one rule they may come several times.

    Each row has `ROW`, the first column of its table, and that which the rule speaks of.

    Args:
        frames: Every table.
        held: How many rows of a table to hold at a time, about.
    """
    for rows in in_buckets(_numbered(frames, _EVIDENCE), [_identity(_EVIDENCE)], held):
        yield _repeated(_EVIDENCE, rows)
    tables = [table for table in _OWN_KEY if table != _EVIDENCE]
    # An identifier stands in a column of one name in all of them, so that they fall into the same buckets.
    named = [_numbered(frames, table).rename({_identity(table): _OF}) for table in tables]
    evidence = _numbered(frames, _EVIDENCE, "table", _OF)
    for bucket in together([evidence, *named], [_OF], held):
        said, *there = (frame.collect(engine="streaming") for frame in bucket)
        by_table = said.partition_by("table", as_dict=True)
        for table, identified in zip(tables, there, strict=True):
            of_table = by_table.pop((table,), said.clear())
            yield _repeated(table, identified.rename({_OF: _identity(table)}))
            yield _OF_NO_ROW, of_table.join(identified, on=_OF, how="anti")
            if table in _WITH_EVIDENCE:
                yield _WITH_EVIDENCE[table], identified.join(of_table, on=_OF, how="anti")
        for of_no_table in by_table.values():
            yield _OF_NO_ROW, of_no_table


def _numbered(frames: Frames, table: str, *names: str) -> pl.LazyFrame:
    """Return the rows that have an identifier and values in some columns, with their numbers."""
    kept = (_identity(table), *names)
    return frames[table].with_row_index(ROW).select(ROW, *kept).drop_nulls(names or kept)


def _identity(table: str) -> str:
    return id_column(TABLES[table]) or ""


def _repeated(table: str, rows: pl.DataFrame) -> tuple[RuleBetween, pl.DataFrame]:
    return _OWN_KEY[table], rows.filter(pl.col(_identity(table)).is_duplicated())
