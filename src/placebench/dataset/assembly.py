"""Parts put together: one order for all rows, and one row for each system, place, framework and the like.

Parts are taken source by source, those of one source in the order of their keys, and rows in the order in
which their part gives them, so that the same parts in any order give the same tables, and so do datasets
merged source by source.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from placebench.dataset.part import Part
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


def in_order(parts: Iterable[Part]) -> tuple[Part, ...]:
    """Return parts in the order of their sources and keys, each once."""
    by_key: dict[tuple[str, str], list[Part]] = {}
    for part in parts:
        same_key = by_key.setdefault((source_of(part), part.key), [])
        if part not in same_key:
            same_key.append(part)
    return tuple(part for key in sorted(by_key) for part in _by_contents(by_key[key]))


def keys_by_source(parts: Iterable[Part]) -> dict[str, tuple[str, ...]]:
    """Return the keys of parts, sorted, by the source that they are of; see `source_of`."""
    keys: dict[str, set[str]] = {}
    for part in parts:
        keys.setdefault(source_of(part), set()).add(part.key)
    return {source: tuple(sorted(keys[source])) for source in sorted(keys)}


def source_of(part: Part) -> str:
    """Return the `source_id` of a part; the empty text where no row of it names one."""
    return _said(part, "source_id") or ""


def assemble(parts: Iterable[Part]) -> dict[str, list[Row]]:
    """Return the rows of every table of the model.

    Of merged rows with one key and different contents the first stays, and each other one becomes a
    rejection with the rule `duplicate-key`.

    Raises:
        UsageError: A part has rows for a table that the model does not have.
    """
    rows: dict[str, list[Row]] = {table: [] for table in TABLES}
    kept: dict[tuple[str, object], Row] = {}
    for part in in_order(parts):
        for table, given in _by_table(part):
            if table in MERGED:
                new, conflicts = _merge(table, given, kept)
                rows["rejections"] += [_rejection(table, row, first, part) for row, first in conflicts]
            else:
                new = list(given)
            rows[table] += new
    return rows


def _by_contents(parts: list[Part]) -> list[Part]:
    if len(parts) == 1:
        return parts
    return sorted(parts, key=lambda part: repr(sorted(part.rows.items())))


def _by_table(part: Part) -> Iterator[tuple[str, Sequence[Row]]]:
    for table in part.rows:
        if table not in TABLES:
            raise UsageError(f"one of the tables {', '.join(TABLES)}", repr(table), where=f"part {part.key}")
    return ((table, part.rows[table]) for table in TABLES if table in part.rows)


def _merge(
    table: str, given: Sequence[Row], kept: dict[tuple[str, object], Row]
) -> tuple[list[Row], list[tuple[Row, Row]]]:
    new: list[Row] = []
    conflicts: list[tuple[Row, Row]] = []
    for row in given:
        key = (table, _identity(row))
        if key not in kept:
            kept[key] = row
            new.append(row)
        elif kept[key] != row:
            conflicts.append((row, kept[key]))
    return new, conflicts


def _identity(row: Row) -> object:
    column = id_column(type(row))
    return getattr(row, column) if column else None


def _rejection(table: str, row: Row, first: Row, part: Part) -> Rejection:
    kept = [
        f"{column.name} {getattr(first, column.name)!r}"
        for column in columns_of(type(row))
        if getattr(first, column.name) != getattr(row, column.name)
    ]
    return Rejection(
        source_id=_said(part, "source_id"),
        importer=_said(part, "importer"),
        table=table,
        rule=DUPLICATE,
        message=f"expected {', '.join(kept)} as in the row that came first for {_identity(row)}",
        row=repr(row),
    )


def _said(part: Part, name: str) -> str | None:
    said = (getattr(row, name, None) for _, given in _by_table(part) for row in given)
    return next(filter(None, said), None)
