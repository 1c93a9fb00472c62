"""Parts put together: one order for all rows, and one row for each system, place, framework and the like.

Parts are taken source by source, those of one source in the order of their keys, and rows in the order in
which their part gives them, so that the same parts in any order give the same tables, and so do datasets
merged source by source.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from placebench.dataset.part import AnyPart, Rows, said
from placebench.errors import UsageError
from placebench.model import TABLES, Rejection, Row, columns_of
from placebench.schema import id_column

MERGED = (
    "systems",
    "places",
    "partnerships",
    "organisations",
    "sources",
    "frameworks",
    "themes",
    "stages",
    "criteria",
)
"""Tables in which several parts may give the same row."""

DUPLICATE = "duplicate-key"
_SOURCES = "sources"


def in_order(parts: Iterable[AnyPart]) -> tuple[AnyPart, ...]:
    """Return parts in the order of their sources and keys, each once."""
    by_key: dict[tuple[str, str], list[AnyPart]] = {}
    for part in parts:
        same_key = by_key.setdefault((part.source_id, part.key), [])
        if all(part.rows != other.rows for other in same_key):
            same_key.append(part)
    return tuple(part for key in sorted(by_key) for part in _by_contents(by_key[key]))


def keys_by_source(parts: Iterable[AnyPart]) -> dict[str, tuple[str, ...]]:
    """Return the keys of parts, sorted, by the source that they are of."""
    keys: dict[str, set[str]] = {}
    for part in parts:
        keys.setdefault(part.source_id, set()).add(part.key)
    return {source: tuple(sorted(keys[source])) for source in sorted(keys)}


def assembled(parts: Iterable[AnyPart]) -> Iterator[tuple[str, Sequence[Row]]]:
    """Yield the rows of parts with the table that they are of, part after part in order.

    Of merged rows with one key and different contents the first stays, and each other one becomes a
    rejection with the rule `duplicate-key`.

    Args:
        parts: Parts as `in_order` gives them.

    Raises:
        UsageError: A part has rows for a table that the model does not have.
    """
    kept = _Kept()
    for part in parts:
        rows = part.rows
        for table, given in _by_table(part.key, rows):
            if table in MERGED:
                new, conflicts = _merge(table, given, kept, part)
                yield "rejections", [_rejection(table, row, first, rows) for row, first in conflicts]
                yield table, new
            else:
                yield table, given


def _by_contents(parts: list[AnyPart]) -> list[AnyPart]:
    if len(parts) == 1:
        return parts
    return sorted(parts, key=lambda part: repr(sorted(part.rows.items())))


def _by_table(key: str, rows: Rows) -> Iterator[tuple[str, Sequence[Row]]]:
    for table in rows:
        if table not in TABLES:
            raise UsageError(f"one of the tables {', '.join(TABLES)}", repr(table), where=f"part {key}")
    return ((table, rows[table]) for table in TABLES if table in rows)


class _Kept:
    """The first row of each identifier."""

    def __init__(self) -> None:
        self._rows: dict[tuple[str, object], Row] = {}
        self._sources: dict[object, AnyPart] = {}

    def first(self, table: str, row: Row, part: AnyPart, given: Sequence[Row]) -> Row:
        """Return the first row with the identifier of one that is given with a part; maybe that one."""
        identity = _identity(row)
        if table != _SOURCES:
            return self._rows.setdefault((table, identity), row)
        # Every document has a source of its own, and a part that can be read again is smaller than a row.
        holder = self._sources.setdefault(identity, part)
        among = given if holder is part else holder.rows[_SOURCES]
        return next(one for one in among if _identity(one) == identity)


def _merge(
    table: str, given: Sequence[Row], kept: _Kept, part: AnyPart
) -> tuple[list[Row], list[tuple[Row, Row]]]:
    new: list[Row] = []
    conflicts: list[tuple[Row, Row]] = []
    for row in given:
        first = kept.first(table, row, part, given)
        if first is row:
            new.append(row)
        elif first != row:
            conflicts.append((row, first))
    return new, conflicts


def _identity(row: Row) -> object:
    column = id_column(type(row))
    return getattr(row, column) if column else None


def _rejection(table: str, row: Row, first: Row, rows: Rows) -> Rejection:
    kept = [
        f"{column.name} {getattr(first, column.name)!r}"
        for column in columns_of(type(row))
        if getattr(first, column.name) != getattr(row, column.name)
    ]
    return Rejection(
        source_id=said(rows, "source_id"),
        importer=said(rows, "importer"),
        table=table,
        rule=DUPLICATE,
        message=f"expected {', '.join(kept)} as in the row that came first for {_identity(row)}",
        row=repr(row),
    )
