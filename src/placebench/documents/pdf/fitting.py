"""The part of a PDF table on one page, made to fit the columns and the header of the whole."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

import attrs

from placebench.documents.pdf.paragraphs import Paragraph
from placebench.documents.pdf.tables import FEWEST_LABELS, FilledCell, PageTable

NEAR = 12.0
"""How far, in points, the edges of a column may lie from those of the same column in another part."""

_MARGIN = 2.0


def on_columns(above: PageTable, below: PageTable) -> PageTable | None:
    """Return a part with the columns of the part above it; None where they lie elsewhere.

    Columns that are empty throughout a part are not seen in it, so it may have fewer. Where edges are
    not drawn, they lie anywhere between the texts, which tell then.
    """
    above = above.at(below.origin)
    if len(above.edges) == len(below.edges):
        near = all(abs(a - b) <= NEAR for a, b in zip(above.edges, below.edges, strict=True))
        if near or (above.drawn and below.drawn):
            return below if near else None
        same = list(range(len(above.edges) - 1))
        return below if same in (_columns(below, above.edges), _columns(above, below.edges)) else None
    columns = _columns(below, above.edges)
    if columns is None or any(cell.column_span > 1 for cell in below.cells):
        return None
    cells = tuple(attrs.evolve(cell, column=columns[cell.column]) for cell in below.cells)
    return attrs.evolve(below, cells=cells, edges=above.edges)


def _columns(table: PageTable, edges: Sequence[float]) -> list[int] | None:
    """Return between which edges the texts of each column stand; None where that is not one column each."""
    found = []
    for column in range(len(table.edges) - 1):
        cells = (cell for cell in table.cells if cell.column == column and cell.column_span == 1)
        lines = [line for cell in cells for paragraph in cell.paragraphs for line in paragraph.lines]
        if not lines:
            return None
        start = min(line.x0 for line in lines) + table.moved
        end = max(line.x1 for line in lines) + table.moved
        number = bisect_right(edges, start + _MARGIN) - 1
        if not 0 <= number < len(edges) - 1 or end > edges[number + 1] + _MARGIN:
            return None
        found.append(number)
    return found if len(set(found)) == len(found) else None


def unfolded(first: PageTable, table: PageTable) -> PageTable:
    """Return a part whose first row is the repeated header alone.

    Where no line parts the header from a row that goes on from the page before, both are found as one row.
    """
    header = first.rows[min(first.rows)]
    top = min(table.rows)
    cells = table.rows[top]
    if header.keys() != cells.keys() or sum(bool(cell.text) for cell in header.values()) < FEWEST_LABELS:
        return table
    parted = {column: _parted(cells[column], header[column].text) for column in cells}
    if any(part is None for part in parted.values()) or not any(part[1] for part in parted.values() if part):
        return table
    labels, rests = [], []
    for column, part in parted.items():
        if part is not None:
            labels.append(attrs.evolve(cells[column], paragraphs=part[0], row_span=1))
            rests.append(attrs.evolve(cells[column], paragraphs=part[1], row=top + 1, row_span=1))
    lower = [attrs.evolve(cell, row=cell.row + 1) for cell in table.cells if cell.row > top]
    return attrs.evolve(table, cells=(*labels, *rests, *lower))


def _parted(cell: FilledCell, label: str) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]] | None:
    """Return the paragraphs of the label, and those below it; None where the cell does not begin with it."""
    words = label.lower().split()
    lines = [(paragraph, line) for paragraph in cell.paragraphs for line in paragraph.lines]
    count, seen = 0, list[str]()
    while count < len(lines) and len(seen) < len(words):
        seen += lines[count][1].text.lower().split()
        count += 1
    if seen != words:
        return None
    return _taken(cell.paragraphs, 0, count), _taken(cell.paragraphs, count, len(lines))


def _taken(paragraphs: Sequence[Paragraph], start: int, end: int) -> tuple[Paragraph, ...]:
    """Return paragraphs with those of their lines that lie in a range."""
    found, position = [], 0
    for paragraph in paragraphs:
        lines = paragraph.lines[max(start - position, 0) : max(end - position, 0)]
        position += len(paragraph.lines)
        if lines:
            found.append(attrs.evolve(paragraph, lines=lines))
    return tuple(found)
