"""Tables of places: which rows are about a place elsewhere, and which tables have a column a place."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from placebench.coding.located_text import LocatedText
from placebench.coding.once import once
from placebench.documents import Span, Table
from placebench.extract.cells import text_of
from placebench.extract.gazetteer import SYSTEM

_FEWEST_PLACES = 2


@once
def rows_elsewhere(text: LocatedText) -> tuple[Span, ...]:
    """Return where rows stand whose first cell names no place, though those of others do.

    So do tables with a column a place, whose cells are of the place above them.
    """
    return tuple(span for table in text.document.tables for span in _of_others(text, table))


def is_by_place(text: LocatedText, table: Table) -> bool:
    """Tell whether each header but the first names one place, and nothing else."""
    header = table.rows[0][1:] if table.rows else ()
    named = [_only_place(text, text_of(text.document, cell)) for cell in header]
    first = table.rows[0][0].column if header else 0
    return len({*named}) == len(named) >= _FEWEST_PLACES and None not in named and first == 0


def turned(table: Table) -> Table:
    """Return a table with its columns as rows."""
    cells = (
        attrs.evolve(
            cell, row=cell.column, column=cell.row, row_span=cell.column_span, column_span=cell.row_span
        )
        for cell in table.cells
    )
    return attrs.evolve(table, cells=tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))))


def _only_place(text: LocatedText, said: str) -> str | None:
    mentions = [m for m in text.names.mentions(said) if m.name.kind != SYSTEM]
    whole = 2 * sum(m.end - m.start for m in mentions) >= len(said) > 0
    return mentions[0].name.id if whole and len({m.name.id for m in mentions}) == 1 else None


def _of_others(text: LocatedText, table: Table) -> Iterator[Span]:
    if is_by_place(text, table):
        yield table.span
        return
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
