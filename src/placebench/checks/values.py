"""Whether the columns of a row hold what they may: types, codes, patterns, and the importer's own places."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Iterator
from functools import cache, lru_cache

from placebench.checks.rules import Fault
from placebench.checks.words import shown, writable
from placebench.importer import Importer
from placebench.model import Column, Row, columns_of, table_of

_UNKNOWN_SYSTEM, _UNKNOWN_PLACE = "unknown-system", "unknown-place"
_LARGEST = 2**63


def column_faults(row: Row) -> Iterator[Fault]:
    """Yield what is wrong with the values that an importer gave to the columns of a row."""
    for column in _stated_columns(type(row)):  # type: ignore[arg-type]
        value = getattr(row, column.name)
        # Most columns of most rows say nothing.
        if (value is not None or not column.nullable) and not _is_plain_text(column, value):
            yield from _value_faults(column, value)


def _is_plain_text(column: Column, value: object) -> bool:
    """Tell whether a value is such that no rule on values can fault it, as nearly all of them are."""
    return (
        type(value) is str
        and column.kind is str
        and not column.many
        and (column.pattern is None or _fits(column.pattern.expression, value))
        and value.isascii()
        and not (value.isspace() or not value)
        and (column.vocabulary is None or value in column.vocabulary)
    )


# Rows of a document name the same few systems and places.
@lru_cache(maxsize=256)
def _fits(expression: str, text: str) -> bool:
    return _compiled(expression).fullmatch(text) is not None


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    return re.compile(expression)


@cache
def _stated_columns(kind: type[Row]) -> tuple[Column, ...]:
    return tuple(column for column in columns_of(kind) if not column.host)


def _value_faults(column: Column, value: object) -> Iterator[Fault]:
    if value is None or (isinstance(value, str) and not value.strip()):
        if not column.nullable:
            yield Fault("null-in-required", f"a value in {column.name}", shown(value))
        return
    if column.many != isinstance(value, tuple):
        yield Fault(
            "wrong-type", f"{'a list' if column.many else 'one value'} in {column.name}", shown(value)
        )
    for item in value if isinstance(value, tuple) else (value,):
        yield from _item_faults(column, item)


def _item_faults(column: Column, item: object) -> Iterator[Fault]:
    if not _has_kind(item, column.kind):
        yield Fault("wrong-type", f"{column.kind.__name__} in {column.name}", shown(item))
    if column.vocabulary and item not in column.vocabulary:
        yield Fault("unknown-code", f"a code of {column.vocabulary.name} in {column.name}", shown(item))
    if column.pattern and not _fits(column.pattern.expression, str(item)):
        yield Fault("bad-pattern", f"{column.pattern.name} in {column.name}", shown(item))


def _has_kind(item: object, kind: type) -> bool:
    if isinstance(item, str):
        return kind is str and (item.isascii() or writable(item) == item)
    if isinstance(item, bool) or kind is bool:
        return isinstance(item, bool) and kind is bool
    if kind is float:
        return isinstance(item, int | float) and abs(item) < math.inf
    if kind is int:
        return isinstance(item, int) and -_LARGEST <= item < _LARGEST
    return isinstance(item, kind) and not isinstance(item, dt.datetime)


def owner_faults(row: Row, importer: Importer) -> Iterator[Fault]:
    """Yield the systems and places of a row that are not the importer's own."""
    for name, rule in _owned_columns(type(row)):  # type: ignore[arg-type]
        value = getattr(row, name)
        if value is None:
            continue
        if rule == _UNKNOWN_SYSTEM:
            known = {importer.system.system_id}
        else:
            known = {place.place_id for place in importer.places}
        if value not in known:
            yield Fault(rule, f"{' or '.join(sorted(known))} in {name}", shown(value))


@cache
def _owned_columns(kind: type[Row]) -> tuple[tuple[str, str], ...]:
    """Return the columns that name a system or a place, each with the rule that it must be the importer's."""
    rules = {"systems": _UNKNOWN_SYSTEM, "places": _UNKNOWN_PLACE}
    columns = columns_of(kind)
    pairs = [(one.name, one.reference.table if one.reference else "") for one in columns]
    pairs[0] = (columns[0].name, pairs[0][1] or table_of(kind))
    return tuple((name, rules[table]) for name, table in pairs if table in rules)
