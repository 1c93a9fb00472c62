"""Rows of tables of places that are about a place which is none of the system's."""

from __future__ import annotations

from collections.abc import Iterator

from placebench.coding.located_text import LocatedText
from placebench.coding.once import once
from placebench.documents import Span, Table
from placebench.extract.cells import text_of


@once
def rows_elsewhere(text: LocatedText) -> tuple[Span, ...]:
    """Return where the rows of tables stand whose first cell names no place, though those of others do."""
    return tuple(span for table in text.document.tables for span in _of_others(text, table))


def _of_others(text: LocatedText, table: Table) -> Iterator[Span]:
    places = text.codebook.entry("footprints", "in_tables").match
    if not table.rows or not table.rows[0] or not places.matches(_first(text, table, 0).lower()):
        return
    named = {n: bool(text.names.mentions(_first(text, table, n))) for n in range(1, len(table.rows))}
    if any(named.values()):
        for number, known in named.items():
            spans = [span for cell in table.rows[number] for span in cell.spans]
            if spans and not known:
                yield Span(min(span.start for span in spans), max(span.end for span in spans))


def _first(text: LocatedText, table: Table, row: int) -> str:
    return text_of(text.document, table.rows[row][0]) if table.rows[row] else ""
