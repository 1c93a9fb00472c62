"""Tables whose cells are stages, as papers print how places are rated; a matrix has criteria there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

import attrs

from placebench.documents import Cell, Document, Span, Table
from placebench.extract.cells import text_of
from placebench.extract.matrix import is_stage_name

_FEWEST_CELLS = 3
_ONE_IN = 2
_MOST_COVERED = 100
_FEWEST_WORDS = 2
_MOST_WORDS = 6
_WORD = re.compile(r"[a-z][a-z'-]+(?: [a-z'-]+){0,2}")


@attrs.frozen
class RatedCell:
    """A cell below the first row and right of the first column, with what heads its row and its column.

    Attributes:
        row: The cell that heads its row.
        column: The cell that heads its column.
        cell: The cell.
    """

    row: Cell
    column: Cell
    cell: Cell


@attrs.frozen
class RatingsTable:
    """A table of ratings of a document.

    Attributes:
        cells: The cells that hold text, row by row.
        span: Where it stands.
    """

    cells: tuple[RatedCell, ...]
    span: Span


def ratings_tables(document: Document, scales: Sequence[Sequence[str]]) -> Iterator[RatingsTable]:
    """Yield the tables of which most cells are names of stages in words; numbers alone may count anything.

    Args:
        document: The document.
        scales: Known scales: the names of stages, lowest first, in lower case.
    """
    stages = {name for scale in scales for name in scale if not name.isdigit()}
    for table in document.tables:
        cells = tuple(_below_heads(table))
        rated = sum(is_stage_name(text_of(document, one.cell), stages) for one in cells)
        if rated >= _FEWEST_CELLS and rated * _ONE_IN >= len(cells):
            yield RatingsTable(cells, table.span)


def tables_of_few_words(document: Document, is_none: Callable[[str], bool]) -> Iterator[RatingsTable]:
    """Yield the tables that may rate by stages of any name: a few short words fill most of their cells.

    Args:
        document: The document.
        is_none: Tells whether the words of a cell, in lower case, are no name of a stage: yes, monthly.
    """
    for table in document.tables:
        cells = tuple(_below_heads(table))
        words = Counter(text_of(document, one.cell).lower() for one in cells)
        again = {word for word, times in words.items() if times > 1 and _WORD.fullmatch(word)}
        known = {word for word in again if not is_none(word)}
        rated = sum(words[word] for word in known)
        if _FEWEST_WORDS <= len(known) <= _MOST_WORDS and rated * _ONE_IN > len(cells):
            yield RatingsTable(cells, table.span)


def _below_heads(table: Table) -> Iterator[RatedCell]:
    rows = [tuple(cell for cell in row if cell.spans) for row in table.rows]
    heading = next((number for number, row in enumerate(rows) if len(row) > 1), len(rows))
    columns = {cell.column: cell for cell in (rows[heading] if heading < len(rows) else ())}
    covering = _covering(rows[heading + 1 :])
    for row in rows[heading + 1 :]:
        for column in sorted(columns):
            cell = covering.get((row[0].row, column)) if row and row[0].column == 0 else None
            if cell and cell is not row[0]:
                yield RatedCell(row[0], columns[column], cell)


def _covering(rows: Sequence[Sequence[Cell]]) -> Mapping[tuple[int, int], Cell]:
    """Return the cell at each row and column; one that covers several rates what heads each of them."""
    found: dict[tuple[int, int], Cell] = {}
    for cell in (cell for row in rows for cell in row):
        if cell.row_span == cell.column_span == 1:  # as most do
            found[cell.row, cell.column] = cell
            continue
        wide = cell.row_span * cell.column_span <= _MOST_COVERED
        down, across = (cell.row_span, cell.column_span) if wide else (1, 1)
        for row in range(cell.row, cell.row + down):
            found.update(dict.fromkeys(((row, cell.column + n) for n in range(across)), cell))
    return found
