"""What differs between two datasets, row by row: an identifier tells which rows are the same one."""

from __future__ import annotations

from collections import Counter
from typing import Any

import attrs
import polars as pl

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


def differences(first: Dataset, second: Dataset) -> tuple[Difference, ...]:
    """Return the rows that differ, in the order of tables and then of identifiers.

    The order of rows does not count. Of rows without an identifier, as in `claims`, each is there so often or
    so often; none of them is changed.
    """
    found: list[Difference] = []
    for table in TABLES:
        found += (
            _identified(table, first, second) if id_column(TABLES[table]) else _counted(table, first, second)
        )
    return tuple(found)


def _identified(table: str, first: Dataset, second: Dataset) -> list[Difference]:
    identity = id_column(TABLES[table])
    assert identity  # noqa: S101 - the caller asked for it
    before, after = (_only_in(table, *pair) for pair in ((first, second), (second, first)))
    old = {row[identity]: row for row in before}
    new = {row[identity]: row for row in after}
    found = []
    for row_id in sorted({*old, *new}):
        if row_id not in new:
            found.append(Difference(table, REMOVED, row_id, old[row_id], {}))
        elif row_id not in old:
            found.append(Difference(table, ADDED, row_id, {}, new[row_id]))
        else:
            names = [name for name, value in old[row_id].items() if new[row_id][name] != value]
            sides = ({name: side[row_id][name] for name in names} for side in (old, new))
            found.append(Difference(table, CHANGED, row_id, *sides))
    return found


def _only_in(table: str, one: Dataset, other: Dataset) -> list[dict[str, Any]]:
    """Return the rows of one dataset that the other does not have in just this form."""
    mine, theirs = (_plain(dataset, table) for dataset in (one, other))
    return (
        mine.join(theirs, on=mine.collect_schema().names(), how="anti", nulls_equal=True).collect().to_dicts()
    )


def _counted(table: str, first: Dataset, second: Dataset) -> list[Difference]:
    before, after = (_plain(dataset, table).collect() for dataset in (first, second))
    names = before.columns
    had, has = (Counter(map(_hashable, frame.iter_rows())) for frame in (before, after))
    rows = [
        Difference(table, REMOVED, None, dict(zip(names, row, strict=True)), {}) for row in _more(had, has)
    ]
    return [
        *rows,
        *(Difference(table, ADDED, None, {}, dict(zip(names, row, strict=True))) for row in _more(has, had)),
    ]


def _more(one: Counter[tuple[Any, ...]], other: Counter[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    return sorted((one - other).elements(), key=repr)


def _hashable(row: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(tuple(value) if isinstance(value, list) else value for value in row)


def _plain(dataset: Dataset, table: str) -> pl.LazyFrame:
    return dataset.frame(table).with_columns(pl.col(pl.Categorical, pl.Enum).cast(pl.String))
