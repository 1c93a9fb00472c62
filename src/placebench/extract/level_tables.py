"""Tables with a column that names the level, system or place, at which each service is planned or led."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from placebench.codebook import Pattern
from placebench.documents import Cell, Document, Span, Table
from placebench.extract.cells import text_of

Patterns = Mapping[str, Mapping[str, Pattern]]

_LONGEST_HEADER = 8
_COLUMNS = 2
_FEWEST_ROWS = 2


@attrs.frozen
class LevelRow:
    """A service of such a table.

    Attributes:
        area: Where the name of the service stands.
        levels: `system`, `place`, or both.
        told: Where it says who does what there; the name of the level where it says no more.
    """

    area: tuple[Span, ...]
    levels: tuple[str, ...]
    told: tuple[Span, ...]


@attrs.frozen
class LevelTable:
    """A table of services by level: its header cells' spans, and its rows."""

    header: tuple[Span, ...]
    rows: tuple[LevelRow, ...]


def level_table(document: Document, table: Table, patterns: Patterns) -> LevelTable | None:
    """Return a table as one of services by level, or None where most of its cells name no level."""
    for number, row in enumerate(table.rows[:3]):
        area, level = (_column(document, row, patterns["levels"][name]) for name in ("what", "level"))
        if area is None or level is None or area == level:
            continue
        below = [{cell.column: cell for cell in cells} for cells in table.rows[number + 1 :]]
        named = [cells for cells in below if area in cells and level in cells]
        rows = tuple(_rows(document, named, (area, level), patterns))
        if len(rows) >= _FEWEST_ROWS and len(rows) * 2 > len(named):
            return LevelTable(tuple(span for cell in row for span in cell.spans), rows)
    return None


def _column(document: Document, row: tuple[Cell, ...], header: Pattern) -> int | None:
    if len(row) < _COLUMNS:
        return None
    for cell in row:
        text = text_of(document, cell).lower()
        if len(text.split()) <= _LONGEST_HEADER and header.matches(text):
            return cell.column
    return None


def _rows(
    document: Document, rows: list[dict[int, Cell]], columns: tuple[int, int], patterns: Patterns
) -> Iterator[LevelRow]:
    area, level = columns
    for cells in rows:
        named, said = (text_of(document, cells[at]).lower() for at in (area, level))
        levels = tuple(name for name in ("system", "place") if patterns["levels"][name].matches(said))
        known = named and levels and not patterns["levels"]["no_service"].matches(named)
        if known and patterns["levels"]["no_more"].matches(said):
            others = [cell for column, cell in sorted(cells.items()) if column not in columns]
            told = tuple(span for cell in others for span in cell.spans if text_of(document, cell))
            yield LevelRow(cells[area].spans, levels, told or cells[level].spans)
