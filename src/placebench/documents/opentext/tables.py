"""The cells of a table of an OpenDocument text, with those that were merged."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from placebench.documents.grid import MOST_COLUMNS
from placebench.documents.opentext.names import attribute, name, whole
from placebench.documents.paragraphs.cells import TableCell

_GROUPS = frozenset({"table:table-rows", "table:table-row-group"})
_MOST_ROWS = 1_000


def table_cells(table: etree._Element) -> Iterator[TableCell[etree._Element]]:
    """Yield the cells of a table, row by row; a cell that another covers is left out."""
    for number, (row, header) in enumerate(_rows(table, header=False)):
        column = 0
        for element in row:
            repeated = min(whole(attribute(element, "table:number-columns-repeated"), 1), MOST_COLUMNS)
            if name(element) == "table:table-cell":
                rows = whole(attribute(element, "table:number-rows-spanned"), 1)
                columns = whole(attribute(element, "table:number-columns-spanned"), 1)
                covered = min(rows, _MOST_ROWS), min(columns, MOST_COLUMNS)
                yield TableCell(element, number, column, *covered, header)
            column += max(repeated, 1)


def _rows(table: etree._Element, *, header: bool) -> Iterator[tuple[etree._Element, bool]]:
    for element in table:
        if name(element) == "table:table-row":
            yield element, header
        elif name(element) == "table:table-header-rows":
            yield from _rows(element, header=True)
        elif name(element) in _GROUPS:
            yield from _rows(element, header=header)
