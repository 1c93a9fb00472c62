"""What differs between two datasets, row by row: an identifier tells which rows are the same one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import attrs
import polars as pl

from placebench.dataset.buckets import together
from placebench.dataset.by_source import HELD, plain
from placebench.dataset.dataset import Dataset
from placebench.model import TABLES
from placebench.schema import id_column

ADDED, REMOVED, CHANGED = "added", "removed", "changed"


@attrs.frozen
class Difference:
    """One row that is not the same in both datasets.

    Attributes:
        table: Its table.
        kind: `added`, `removed` or `changed`.
        row_id: Its identifier; None in tables whose rows have none.
        before: Its values in the first dataset; of a changed row, those that differ.
        after: The same in the second.
    """

    table: str
    kind: str
    row_id: str | None
    before: dict[str, Any]
    after: dict[str, Any]


def differences(
    first: Dataset, second: Dataset, *, tables: Iterable[str] = tuple(TABLES), held: int = HELD
) -> tuple[Difference, ...]:
    """Return the rows that differ, in the order of tables and then of identifiers.

    The order of rows does not count. Of rows without an identifier, as in `claims`, each is there so often or
    so often; none of them is changed.

    Args:
        first: A dataset.
        second: Another one.
        tables: The tables to compare.
        held: How many rows to hold at a time, about, beside those that differ; what is found is the same for
            any number.

    Raises:
        UsageError: The model has no such table.
    """
    return tuple(
        one for table in tables for one in sorted(_different(table, first, second, held), key=_place)
    )


def difference_counts(first: Dataset, second: Dataset, *, held: int = HELD) -> dict[tuple[str, str], int]:
    """Return how many rows differ, by table and kind, without holding them all.

    Args:
        first: A dataset.
        second: Another one.
        held: How many rows to hold at a time, about.
    """
    found = (one for table in TABLES for one in _different(table, first, second, held))
    return dict(Counter((one.table, one.kind) for one in found))


def _different(table: str, first: Dataset, second: Dataset, held: int) -> Iterator[Difference]:
    frames = [plain(dataset.frame(table)) for dataset in (first, second)]
    identity = id_column(TABLES[table])
    # Rows without an identifier name their source, and equal ones the same.
    for pair in together(frames, [identity or "source_id"], held):
        before, after = (frame.collect(engine="streaming") for frame in pair)
        yield from _identified(table, identity, before, after) if identity else _counted(table, before, after)


def _place(one: Difference) -> tuple[str, bool, str]:
    without = "" if one.row_id else repr(tuple((one.before or one.after).values()))
    return one.row_id or "", one.kind == ADDED, without


def _identified(table: str, identity: str, before: pl.DataFrame, after: pl.DataFrame) -> Iterator[Difference]:
    old = {row[identity]: row for row in _only_in(before, after)}
    new = {row[identity]: row for row in _only_in(after, before)}
    for row_id in {**old, **new}:
        if row_id not in new:
            yield Difference(table, REMOVED, row_id, old[row_id], {})
        elif row_id not in old:
            yield Difference(table, ADDED, row_id, {}, new[row_id])
        else:
            names = [name for name, value in old[row_id].items() if new[row_id][name] != value]
            sides = ({name: side[row_id][name] for name in names} for side in (old, new))
            yield Difference(table, CHANGED, row_id, *sides)


def _only_in(mine: pl.DataFrame, theirs: pl.DataFrame) -> list[dict[str, Any]]:
    """Return the rows of one table that the other does not have in just this form."""
    return mine.join(theirs, on=mine.columns, how="anti", nulls_equal=True).to_dicts()


def _counted(table: str, before: pl.DataFrame, after: pl.DataFrame) -> Iterator[Difference]:
    had, has = (Counter(map(_hashable, frame.iter_rows())) for frame in (before, after))
    for row in (had - has).elements():
        yield Difference(table, REMOVED, None, dict(zip(before.columns, row, strict=True)), {})
    for row in (has - had).elements():
        yield Difference(table, ADDED, None, {}, dict(zip(before.columns, row, strict=True)))


def _hashable(row: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(tuple(value) if isinstance(value, list) else value for value in row)
