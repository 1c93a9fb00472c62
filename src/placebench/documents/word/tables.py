"""The cells of a Word table, with those that were merged."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from placebench.documents.grid import MOST_COLUMNS
from placebench.documents.paragraphs.cells import TableCell
from placebench.documents.word.xml import attribute, child, flattened, name, number, switched, value


def table_cells(table: etree._Element) -> list[TableCell[etree._Element]]:
    """Return the cells of the rows that were not deleted; a cell that one above covers is left out."""
    cells: list[TableCell[etree._Element]] = []
    above: dict[int, TableCell[etree._Element]] = {}
    kept = (row for row in flattened(table) if name(row) == "tr" and child(row, "trPr", "del") is None)
    for at, row in enumerate(kept):
        here: dict[int, TableCell[etree._Element]] = {}
        for cell in _cells(row, at):
            merged = above.get(cell.column) if _goes_on(cell.element) else None
            if merged:
                merged.rows += 1
            else:
                cells.append(cell)
            here[cell.column] = merged or cell
        above = here
    return cells


def _cells(row: etree._Element, at: int) -> Iterator[TableCell[etree._Element]]:
    header = bool(switched(row, "trPr", "tblHeader"))
    column = number(value(row, "trPr", "gridBefore")) or 0
    for element in flattened(row):
        if name(element) != "tc" or child(element, "tcPr", "cellDel") is not None:
            continue
        columns = min(max(number(value(element, "tcPr", "gridSpan")) or 1, 1), MOST_COLUMNS)
        yield TableCell(element, at, column, 1, columns, header)
        column += columns


def _goes_on(cell: etree._Element) -> bool:
    merge = child(cell, "tcPr", "vMerge")
    return merge is not None and attribute(merge, "val") != "restart"
