"""Rows and dates in words, for readers of a report or a workbook."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from placebench.model import FACT_TABLES, FactRow, columns_of

_COMMON = frozenset(column.name for column in columns_of(FactRow))


def says(table: str, row: Mapping[str, object]) -> str:
    """Return what a fact says: the columns of its table's own that are given, each with its name.

    Args:
        table: Its table.
        row: Its values by column.
    """
    columns = [column for column in columns_of(FACT_TABLES[table]) if column.name not in _COMMON]
    given = [column for column in columns if row[column.name] not in (None, [], ())]
    return "; ".join(
        f"{column.name.replace('_', ' ')}: {_value(row[column.name], coded=column.vocabulary is not None)}"
        for column in given
    )


def date_in_words(day: dt.date | None, precision: str | None = "day") -> str:
    """Return a date as exactly as it is known; empty where it is not."""
    if day is None:
        return ""
    if precision == "year":
        return str(day.year)
    return f"{day:%B %Y}" if precision == "month" else f"{day.day} {day:%B %Y}"


def _value(value: object, *, coded: bool) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(_value(one, coded=coded) for one in value)
    if isinstance(value, dt.date):
        return date_in_words(value)
    return str(value).replace("_", " ") if coded else str(value)
