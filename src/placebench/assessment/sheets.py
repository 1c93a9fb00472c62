"""The sheets of a spreadsheet as rows and columns, each cell with its address and its place in the text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

import attrs

from placebench.assessment.framework import folded
from placebench.documents import Cell, Document, Quote
from placebench.documents.sheets.sheet import column_letters
from placebench.errors import DocumentError
from placebench.importer import FaultFound

_CALCULATE = "open the workbook in Excel or LibreOffice, and save it, or write the answer itself"

Position = tuple[int, int]
"""Row and column, from 0."""


@attrs.frozen(eq=False)
class SheetView:
    """One sheet of a document.

    Attributes:
        document: The document.
        name: Name of the sheet; empty for comma-separated values.
        cells: The cells that hold text, by position.
        heading: The row that names the columns, for messages on comma-separated values.
        uncalculated: The cells whose formula has no value in the file.
    """

    document: Document
    name: str
    cells: Mapping[Position, Cell]
    heading: int = 0
    uncalculated: frozenset[Position] = frozenset()

    def text(self, at: Position) -> str:
        """Return what a cell shows, white space folded; an empty text for an empty cell."""
        cell = self.cells.get(at)
        return " ".join(" ".join(self.document.at(span) for span in cell.spans).split()) if cell else ""

    def answer(self, at: Position) -> str:
        """Return what somebody wrote into a cell, as `text` does.

        Raises:
            DocumentError: Nobody can tell, as it holds a formula whose value the file does not have.
        """
        if at in self.uncalculated:
            raise self.error("an answer", "a formula that was never calculated", at, _CALCULATE)
        return self.text(at)

    def address(self, at: Position) -> str:
        """Return the address of a cell, `Sheet!B7`."""
        cell = f"{column_letters(at[1])}{at[0] + 1}"
        return f"{self.name}!{cell}" if self.name else cell

    def quote(self, at: Position) -> Quote:
        """Return the words of a cell; of an empty one, those of the first cell of its sheet."""
        cell = self.cells.get(at) or self.cells[min(self.cells)]
        return self.document.quote(*cell.spans)

    @cached_property
    def by_row(self) -> Mapping[int, tuple[Position, ...]]:
        """The cells that hold text, by row, each row in the order of its columns."""
        rows: dict[int, list[Position]] = {}
        for at in sorted(self.cells):
            rows.setdefault(at[0], []).append(at)
        return {row: tuple(cells) for row, cells in rows.items()}

    def rows(self, after: int = -1) -> Iterator[int]:
        """Yield the rows that hold text, from the one after a row."""
        return (row for row in self.by_row if row > after)

    def find(self, text: str) -> Position | None:
        """Return the first cell that shows a text, case aside."""
        return next((at for at in sorted(self.cells) if folded(self.text(at)) == folded(text)), None)

    def beside(self, label: str) -> Position | None:
        """Return where what belongs to a label stands: to its right."""
        found = self.find(label)
        return (found[0], found[1] + 1) if found else None

    def said(self, label: str) -> str:
        """Return what stands beside a label; an empty text where there is no label."""
        at = self.beside(label)
        return self.text(at) if at else ""

    def needed(self, label: str) -> str:
        """Return what stands beside a label.

        Raises:
            DocumentError: There is no such label, or nothing beside it.
        """
        at = self.beside(label)
        if at is None or not self.text(at):
            found = "no such cell" if at is None else "an empty cell"
            raise self.error(f"“{label}” and its value in the next cell", found, at)
        return self.text(at)

    def error(
        self, expected: str, found: str, at: Position | None = None, hint: str | None = None
    ) -> DocumentError:
        """Return an error that names a cell, or the sheet."""
        where = ", ".join(filter(None, [self.document.path, self._place(at)]))
        return DocumentError(expected, found, where=where, hint=hint)

    def _place(self, at: Position | None) -> str | None:
        if at is None:
            return f"sheet {self.name}" if self.name else None
        if self.name:
            return self.address(at)
        return f"row {at[0] + 1}, column {self.text((self.heading, at[1])) or at[1] + 1} ({self.address(at)})"

    def fault(self, table: str, error: DocumentError, at: Position) -> FaultFound:
        """Return an error as what an importer yields, with the words of a cell."""
        return FaultFound(table, error, (self.quote(at),))


def sheets_of(document: Document) -> tuple[SheetView, ...]:
    """Return the sheets of a document that has cells with addresses; none of another document."""
    views = []
    for table in document.tables:
        filled = {(cell.row, cell.column): cell for cell in table.cells if cell.spans}
        address = table.cells[0].address
        if filled and address is not None:
            unread = frozenset((cell.row, cell.column) for cell in table.cells if cell.uncalculated)
            name = address.rpartition("!")[0]
            views.append(SheetView(document, name, filled, uncalculated=unread))
    return tuple(views)
