"""Cells of a word processor's table, as its format says where they stand, put into a document."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

import attrs

from placebench.documents.document import FURNITURE
from placebench.documents.limits import limits
from placebench.documents.paragraphs.place import Place
from placebench.documents.paragraphs.writer import ParagraphWriter

E = TypeVar("E")


@attrs.define
class TableCell(Generic[E]):
    """A cell, where it stands, and what it covers.

    Attributes:
        element: The cell.
        row: Its row, from 0.
        column: Its column, from 0.
        rows: Number of rows that it covers; a format may tell it only in the rows below.
        columns: Number of columns that it covers.
        header: Whether its row is repeated at the head of each page.
    """

    element: E
    row: int
    column: int
    rows: int
    columns: int
    header: bool


def add_table(
    cells: Iterable[TableCell[E]], place: Place, writer: ParagraphWriter, add: Callable[[E, Place], None]
) -> None:
    """Take in a table; one that lies too deep within others gives its text alone.

    Args:
        cells: The cells, row by row, without those that another covers.
        place: Where the table stands.
        writer: Writes the document.
        add: Takes in what stands in a cell.
    """
    if place.depth >= limits().table_nesting:
        for cell in cells:
            add(cell.element, place)
        return
    if place.cell is None:
        writer.close_lists()
    grid = writer.open_table()
    kind = FURNITURE if place.kind == FURNITURE else None
    for cell in cells:
        draft = grid.put_cell(cell.row, cell.column, cell.rows, cell.columns, header=cell.header)
        add(cell.element, Place(kind, draft, place.depth + 1))
        writer.close_lists()
