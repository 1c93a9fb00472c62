"""Rows and cells of a Word table, with the cells that were merged."""

from __future__ import annotations

from collections.abc import Iterator

import attrs
from lxml import etree

from placebench.documents.grid import MOST_COLUMNS
from placebench.documents.word.xml import attribute, child, flattened, name, number, switched, value


@attrs.define
class WordCell:
    """A cell of a Word table.

    Attributes:
        element: The cell.
        column: First column, from 0.
        columns: Number of columns that it covers.
        rows: Number of rows that it covers.
        header: Whether its row is repeated at the head of each page.
    """

    element: etree._Element
    column: int
    columns: int
    rows: int
    header: bool


def table_rows(table: etree._Element) -> list[list[WordCell]]:
    """Return the cells of each row that was not deleted; a cell that one above covers is left out."""
    rows: list[list[WordCell]] = []
    above: dict[int, WordCell] = {}
    for row in flattened(table):
        if name(row) != "tr" or child(row, "trPr", "del") is not None:
            continue
        seen: list[WordCell] = []
        here: dict[int, WordCell] = {}
        for cell in _cells(row):
            merged = above.get(cell.column) if _goes_on(cell.element) else None
            if merged:
                merged.rows += 1
            else:
                seen.append(cell)
            here[cell.column] = merged or cell
        rows.append(seen)
        above = here
    return rows


def _cells(row: etree._Element) -> Iterator[WordCell]:
    header = bool(switched(row, "trPr", "tblHeader"))
    column = number(value(row, "trPr", "gridBefore")) or 0
    for element in flattened(row):
        if name(element) != "tc" or child(element, "tcPr", "cellDel") is not None:
            continue
        columns = min(max(number(value(element, "tcPr", "gridSpan")) or 1, 1), MOST_COLUMNS)
        yield WordCell(element, column, columns, 1, header)
        column += columns


def _goes_on(cell: etree._Element) -> bool:
    merge = child(cell, "tcPr", "vMerge")
    return merge is not None and attribute(merge, "val") != "restart"
