"""The cells of a table of an OpenDocument text, with those that were merged."""

from __future__ import annotations

from collections.abc import Iterator

import attrs
from lxml import etree

from placebench.documents.grid import MOST_COLUMNS
from placebench.documents.opentext.names import attribute, name, whole

_GROUPS = frozenset({"table:table-rows", "table:table-row-group"})
_MOST_ROWS = 1_000


@attrs.frozen
class TextCell:
    """A cell, where it stands, and what it covers.

    Attributes:
        element: The cell.
        row: Its row, from 0.
        column: Its column, from 0.
        rows: Number of rows that it covers.
        columns: Number of columns that it covers.
        header: Whether its row is repeated at the head of each page.
    """

    element: etree._Element
    row: int
    column: int
    rows: int
    columns: int
    header: bool


def table_cells(table: etree._Element) -> Iterator[TextCell]:
    """Yield the cells of a table, row by row; a cell that another covers is left out."""
    for number, (row, header) in enumerate(_rows(table, header=False)):
        column = 0
        for element in row:
            repeated = min(whole(attribute(element, "table:number-columns-repeated"), 1), MOST_COLUMNS)
            if name(element) == "table:table-cell":
                rows = whole(attribute(element, "table:number-rows-spanned"), 1)
                columns = whole(attribute(element, "table:number-columns-spanned"), 1)
                yield TextCell(
                    element, number, column, min(rows, _MOST_ROWS), min(columns, MOST_COLUMNS), header
                )
            column += max(repeated, 1)


def _rows(table: etree._Element, *, header: bool) -> Iterator[tuple[etree._Element, bool]]:
    for element in table:
        if name(element) == "table:table-row":
            yield element, header
        elif name(element) == "table:table-header-rows":
            yield from _rows(element, header=True)
        elif name(element) in _GROUPS:
            yield from _rows(element, header=header)
