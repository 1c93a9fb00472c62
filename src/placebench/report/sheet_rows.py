"""Rows of a sheet that facts quote, with all their cells and the row of headings, under their addresses."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from placebench.documents import Block, Cell, Document, Span, Table
from placebench.report.content import Passage, Segment, SheetCell, SheetRow
from placebench.report.pieces import Cut

_LONGEST = 300
"""Characters of a cell that nothing quotes, before it is cut."""


def is_of_sheet(document: Document, block: Block) -> bool:
    """Tell whether a block is a cell that has an address, as those of workbooks and delimited files have."""
    cell = _cell(document, block)
    return cell is not None and cell.address is not None


def sheet_passages(document: Document, quoted: Sequence[Block], cut: Cut) -> Iterator[Passage]:
    """Yield a passage a sheet: the rows that hold these cells, below the row of their headings.

    Args:
        document: The document.
        quoted: Cells with an address that facts quote.
        cut: Cuts a text into what is quoted and what is not.
    """
    for table in sorted({block.table for block in quoted if block.table is not None}):
        cells = [_cell(document, block) for block in quoted if block.table == table]
        rows = {cell.row for cell in cells if cell}
        place = next(" > ".join(block.path) for block in quoted if block.table == table)
        yield Passage(place, rows=tuple(_rows(document.tables[table], rows, cut)))


def _cell(document: Document, block: Block) -> Cell | None:
    return None if block.table is None else document.tables[block.table].by_span.get(block.content)


def _rows(table: Table, quoted: Collection[int], cut: Cut) -> Iterator[SheetRow]:
    """Yield rows in columns that they share: those where one of them has text."""
    rows = {row[0].row: {cell.column: cell for cell in row if cell.spans} for row in table.rows}
    headings = {_headings(rows, number) for number in quoted} - {None}
    shown = sorted({*quoted, *(one for one in headings if one is not None)})
    columns = sorted({column for number in shown for column in rows[number]})
    for number in shown:
        cells = (_shown(rows[number].get(column), cut) for column in columns)
        yield SheetRow(number + 1, tuple(cells), is_heading=number in headings)


def _headings(rows: dict[int, dict[int, Cell]], number: int) -> int | None:
    """Return the first row that has text over every cell of a row, if one above it does."""
    below = rows[number].keys()
    return next((one for one in rows if one < number and below <= rows[one].keys()), None)


def _shown(cell: Cell | None, cut: Cut) -> SheetCell:
    if cell is None or cell.address is None:
        return SheetCell("", ())
    pieces: list[Segment] = []
    for span in cell.spans:
        pieces += [Segment("\n")] if pieces else []
        pieces += cut(Span(span.start, span.end), _LONGEST)
    return SheetCell(cell.address.rpartition("!")[2], tuple(pieces))
