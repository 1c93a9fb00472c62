"""What rows point to, and what they can be pointed to by: systems, places, frameworks and the like."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from placebench.dataset.part import Rows
from placebench.model import TABLES, Evidence, Reference, Row, columns_of, table_of

Pointers = frozenset[tuple[Reference, object]]
"""Values, each with the table and column in which it is looked for."""


def given(rows: Rows) -> Pointers:
    """Return the values that rows of any document may point to."""
    pointed = {column.reference for kind in TABLES.values() for column in columns_of(kind)}
    return frozenset((to, getattr(row, to.column)) for to in pointed if to for row in rows.get(to.table, ()))


def needed(rows: Rows) -> Pointers:
    """Return the values that rows with evidence point to.

    What an importer declares has no evidence, and was checked when it was registered.
    """
    quoted = {(row.table, row.fact_id) for row in quotes_in(rows)}
    pointing = (row for of_table in rows.values() for row in of_table if identity_of(row) in quoted)
    return frozenset((to, value) for row in pointing for _, to, value in pointers_of(row))


def pointers_of(row: Row) -> Iterator[tuple[str, Reference, object]]:
    """Yield each column of a row that points somewhere, with where to and with its value."""
    for column in columns_of(type(row)):
        value = getattr(row, column.name)
        if column.reference and value is not None:
            yield column.name, column.reference, value


def quotes_in(rows: Rows) -> list[Evidence]:
    """Return the rows of evidence."""
    return [row for row in rows.get("evidence", ()) if isinstance(row, Evidence)]


def identity_of(row: Row) -> tuple[str, Any]:
    """Return table and identifier of a row, as its evidence names it."""
    return table_of(type(row)), getattr(row, columns_of(type(row))[0].name)
