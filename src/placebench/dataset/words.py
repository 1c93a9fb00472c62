"""Rows and dates in words, for readers of a report or a workbook."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping

from placebench.model import FACT_TABLES, Column, FactRow, columns_of

_COMMON = frozenset(column.name for column in columns_of(FactRow))
_CODE = re.compile(r"[a-z0-9]+(?:_[a-z0-9]+)+")
_ID = "_id"
_ENDS_OF_STAGES = ("stage_low", "stage_high")


def says(table: str, row: Mapping[str, object], names: Mapping[str, str] | None = None) -> str:
    """Return what a fact says: the columns of its table's own that are given, each with its name.

    Args:
        table: Its table.
        row: Its values by column.
        names: Names by identifier; an identifier that has one, or whose name stands beside it, is not shown.
    """
    return "; ".join(f"{name}: {value}" for name, value in fields(table, row, names))


def fields(
    table: str, row: Mapping[str, object], names: Mapping[str, str] | None = None
) -> list[tuple[str, str]]:
    """Return what a fact says as pairs of a column and its value, both in words; see `says`."""
    said: list[tuple[str, str]] = []
    for column in _given(table, row):
        name = column.name.replace("_", " ")
        value = row[column.name]
        if column.name in _ENDS_OF_STAGES:
            said += [("stage", _range(row))] if column.name == _ENDS_OF_STAGES[0] else []
        elif not names or not column.name.endswith(_ID):
            said.append((name, _value(value, coded=column.vocabulary is not None)))
        elif value in names:
            said.append((name.removesuffix(" id"), names[str(value)]))
        elif not row.get(column.name.removesuffix(_ID)):
            said.append((name, str(value)))
    return said


def identifiers(table: str, row: Mapping[str, object]) -> str:
    """Return the identifiers of other rows that a fact gives, such as a framework's, with their columns."""
    given = (column for column in _given(table, row) if column.name.endswith(_ID))
    return "; ".join(f"{column.name}: {row[column.name]}" for column in given)


def _given(table: str, row: Mapping[str, object]) -> Iterator[Column]:
    for column in columns_of(FACT_TABLES[table]):
        if column.name not in _COMMON and row[column.name] not in (None, [], ()):
            yield column


def _range(row: Mapping[str, object]) -> str:
    low, high = (row[end] for end in _ENDS_OF_STAGES)
    return f"{low}" if low == high else f"{low} to {high}"


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
    text = str(value)
    return text.replace("_", " ") if coded or _CODE.fullmatch(text) else text
