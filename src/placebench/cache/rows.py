"""Rows of the model as JSON and back, without loss; a value stands at the position of its column."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import cache
from operator import attrgetter
from typing import Any

from placebench.model import TABLES, Row, columns_of

Json = dict[str, Any]


def rows_to_json(rows: Mapping[str, Iterable[Row]]) -> Json:
    """Return rows by table as values that JSON can write."""
    return {table: [_values(table, row) for row in given] for table, given in rows.items()}


def rows_from_json(found: Mapping[str, Any]) -> dict[str, tuple[Row, ...]]:
    """Return the rows that `rows_to_json` wrote.

    Raises:
        LookupError: A table is unknown.
        TypeError: A row has other columns, or a value is of another type.
        ValueError: A date is none.
    """
    return {table: tuple(_row(table, values) for values in given) for table, given in found.items()}


def _values(table: str, row: Row) -> list[Any]:
    names, dates = _shape(table)
    values = list(attrgetter(*names)(row))
    for position in dates:
        values[position] = _written(values[position])
    return values


def _row(table: str, values: list[Any]) -> Row:
    names, dates = _shape(table)
    for position in dates:
        values[position] = _read(values[position])
    # Columns that hold lists turn whatever sequence they are given into a tuple.
    return TABLES[table](**dict(zip(names, values, strict=True)))


@cache
def _shape(table: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
    columns = columns_of(TABLES[table])
    dates = tuple(number for number, column in enumerate(columns) if column.kind is dt.date)
    return tuple(column.name for column in columns), dates


def _written(value: Any) -> Any:  # noqa: ANN401 - a date, dates or None
    if isinstance(value, tuple):
        return [_written(one) for one in value]
    return value.isoformat() if value is not None else None


def _read(value: Any) -> Any:  # noqa: ANN401 - a text, texts or None
    if isinstance(value, list):
        return tuple(_read(one) for one in value)
    return dt.date.fromisoformat(value) if value is not None else None
