"""Cells of a table put into rows and columns, with cells that cover several."""

from __future__ import annotations

import attrs

from placebench.documents.document import Cell, Span, Table

MOST_COLUMNS = 1000
"""Columns that one cell may cover, as in HTML; beyond them no cell reaches into the rows below."""
MOST_ROWS = 65534
"""Rows that one cell may cover, as in HTML."""


@attrs.define
class CellDraft:
    """A cell whose text is still being read."""

    row: int
    column: int
    row_span: int
    column_span: int
    header: bool
    table: int
    address: str | None = None
    uncalculated: bool = False
    spans: list[Span] = attrs.field(factory=list)


@attrs.define
class _Reach:
    start: int
    end: int
    last_row: int


class Grid:
    """A table while it is read, row by row."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.name: str | None = None
        self._cells: list[CellDraft] = []
        self._row = -1
        self._column = 0
        self._from_above: list[_Reach] = []
        self._reaching: list[_Reach] = []

    def start_row(self) -> None:
        """Begin the next row."""
        self._row += 1
        self._column = 0
        reaching = [reach for reach in (*self._from_above, *self._reaching) if reach.last_row >= self._row]
        self._from_above = sorted(reaching, key=lambda reach: reach.start, reverse=True)
        self._reaching = []

    def add_cell(self, row_span: int, column_span: int, *, header: bool) -> CellDraft:
        """Add the next cell of the row, in the first column that no cell from above covers."""
        if self._row < 0:
            self.start_row()
        rows, columns = min(max(row_span, 1), MOST_ROWS), min(max(column_span, 1), MOST_COLUMNS)
        self._skip_covered()
        draft = CellDraft(self._row, self._column, rows, columns, header, self.number)
        self._cells.append(draft)
        self._column += columns
        if rows > 1 and draft.column < MOST_COLUMNS:
            self._reaching.append(_Reach(draft.column, self._column, self._row + rows - 1))
        return draft

    def put_cell(
        self,
        row: int,
        column: int,
        row_span: int,
        column_span: int,
        *,
        header: bool = False,
        address: str | None = None,
        uncalculated: bool = False,
    ) -> CellDraft:
        """Add a cell where a format says that it stands; rows come in order."""
        self._row = max(self._row, row + row_span - 1)
        draft = CellDraft(row, column, row_span, column_span, header, self.number, address, uncalculated)
        self._cells.append(draft)
        return draft

    def table(self) -> Table | None:
        """Return the finished table, or None where it has no cells with text."""
        spans = [span for cell in self._cells for span in cell.spans]
        if not spans:
            return None
        return Table(
            tuple(self._cell(draft) for draft in self._cells),
            Span(min(span.start for span in spans), max(span.end for span in spans)),
            name=self.name,
        )

    def _skip_covered(self) -> None:
        while self._from_above and self._from_above[-1].start <= self._column:
            reach = self._from_above.pop()
            self._reaching.append(reach)
            self._column = max(self._column, reach.end)

    def _cell(self, draft: CellDraft) -> Cell:
        rows = min(draft.row_span, self._row - draft.row + 1)
        return Cell(
            draft.row,
            draft.column,
            tuple(draft.spans),
            rows,
            draft.column_span,
            draft.header,
            draft.address,
            draft.uncalculated,
        )
