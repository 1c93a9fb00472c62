"""The sheets of a workbook laid out as a document: a heading and a table for each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from placebench.documents.document import CELL, FURNITURE, HEADING, Span
from placebench.documents.draft import Draft
from placebench.documents.grid import MOST_COLUMNS, MOST_ROWS
from placebench.documents.limits import limits
from placebench.documents.reading import Reading
from placebench.errors import UnreadableDocument

_LETTERS = 26
_MOST_EMPTY = 3
_MOST_NAMED = 20
_UNCALCULATED = "Formulas that were never calculated, so that nothing was read of them"
_CALCULATE = "open the file in Excel or LibreOffice, and save it"


@attrs.frozen
class SheetCell:
    """A cell of a sheet.

    Attributes:
        row: Row, from 0.
        column: Column, from 0.
        text: What it shows.
        uncalculated: Whether it holds a formula whose value the file does not have; the text is empty then.
    """

    row: int
    column: int
    text: str
    uncalculated: bool = False


@attrs.define
class Sheet:
    """A sheet of a workbook.

    Attributes:
        name: Its name; None where the format has no sheets.
        hidden: Whether it is hidden.
        cells: The cells that hold text or a formula, by rows.
        merged: Rows and columns that a cell covers, by its row and column.
    """

    name: str | None
    hidden: bool = False
    cells: list[SheetCell] = attrs.field(factory=list)
    merged: dict[tuple[int, int], tuple[int, int]] = attrs.field(factory=dict)

    def address(self, row: int, column: int) -> str:
        """Return the address of a cell as a person writes it: `Sheet1!B3`."""
        cell = f"{column_letters(column)}{row + 1}"
        return cell if self.name is None else f"{self.name}!{cell}"

    @property
    def uncalculated(self) -> frozenset[tuple[int, int]]:
        """Row and column of the cells whose formula has no value in the file."""
        return frozenset((cell.row, cell.column) for cell in self.cells if cell.uncalculated)


class Budget:
    """What a workbook may hold; filled cells, merged cells and characters are taken from it."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._limits = limits()
        self._cells = self._limits.cells
        self._characters = self._limits.characters

    def take(self, characters: int, cells: int = 1) -> None:
        """Count cells.

        Raises:
            UnreadableDocument: There are too many, or they hold too much text.
        """
        self._cells -= cells
        self._characters -= characters
        if self._cells < 0 or self._characters < 0:
            cells, characters = self._limits.cells, self._limits.characters
            most = f"at most {cells:,} filled cells with {characters:,} characters"
            hint = "leave out sheets that hold data rather than statements"
            raise UnreadableDocument(most, "more", where=self._name, hint=hint)


def column_letters(column: int) -> str:
    """Return the letters of a column, from 0: A to Z, then AA."""
    text = ""
    column += 1
    while column:
        column, digit = divmod(column - 1, _LETTERS)
        text = chr(ord("A") + digit) + text
    return text


def lay_out_sheets(sheets: Iterable[Sheet]) -> Reading:
    """Return a workbook as a document.

    A sheet is a heading and a table, whose rows and columns are those of the sheet. Of a hidden sheet only
    the name is told, as furniture at the end. Below a sheet a line tells which of its formulas have no value.
    """
    draft = Draft()
    hidden = []
    unread: list[Span] = []
    filled = False
    for sheet in sheets:
        if sheet.hidden:
            hidden.append(sheet.name)
            continue
        filled = filled or bool(sheet.cells)
        if sheet.name is not None:
            draft.add(HEADING, sheet.name, path=(), level=1)
        _add_table(draft, sheet)
        if said := _uncalculated(sheet):
            unread.append(draft.add(FURNITURE, f"{_UNCALCULATED}: {said}", path=()))
    for name in hidden:
        draft.add(FURNITURE, f"Hidden sheet, not read: {name}", path=())
    text, blocks, tables = draft.finish()
    if not filled:
        return Reading("")
    warnings = []
    if hidden:
        named = ", ".join(filter(None, hidden))
        warnings.append(f"hidden sheets were not read: {named}; show those that are meant to be read")
    # The line of each sheet names the cells; a person reads them once, with what to do.
    warnings += [f"{text[line.start : line.end]}; {_CALCULATE}" for line in unread]
    return Reading(text, tuple(blocks), tuple(tables), warnings=tuple(warnings), illegible=tuple(unread))


def _uncalculated(sheet: Sheet) -> str:
    """Return the cells of formulas without a value, as a person writes them; a long list with its number."""
    cells = [sheet.address(*at) for at in sorted(sheet.uncalculated)]
    more = f" and {len(cells) - _MOST_NAMED:,} more" if len(cells) > _MOST_NAMED else ""
    return ", ".join(cells[:_MOST_NAMED]) + more


def _add_table(draft: Draft, sheet: Sheet) -> None:
    grid = draft.new_grid()
    rows: dict[int, dict[int, str]] = {}
    for cell in sheet.cells:
        rows.setdefault(cell.row, {})[cell.column] = cell.text
    if _is_dense(sheet, rows):
        _fill_in(sheet, rows)
    path = () if sheet.name is None else (sheet.name,)
    uncalculated = sheet.uncalculated
    for row in sorted(rows):
        before = "\n"
        for column, text in sorted(rows[row].items()):
            down, across = sheet.merged.get((row, column), (1, 1))
            address = sheet.address(row, column)
            down, across = min(down, MOST_ROWS), min(across, MOST_COLUMNS)
            unread = (row, column) in uncalculated
            drafted = grid.put_cell(row, column, down, across, address=address, uncalculated=unread)
            for part in filter(str.strip, text.splitlines()):
                content = draft.add(CELL, part.strip(), path=path, table=grid.number, before=before)
                drafted.spans.append(content)
                before = "\n"
            before = "\t"


def _is_dense(sheet: Sheet, rows: Mapping[int, Mapping[int, str]]) -> bool:
    columns = {column for row in rows.values() for column in row}
    wide = max(columns, default=0) - min(columns, default=0) + 1
    merged = sum(min(down, len(rows)) * min(across, wide) for down, across in sheet.merged.values())
    area = wide * len(rows)
    # Merged cells do not overlap, unless someone wants them to take long.
    return bool(rows) and merged <= area <= _MOST_EMPTY * len(sheet.cells) + wide


def _fill_in(sheet: Sheet, rows: dict[int, dict[int, str]]) -> None:
    """Add the empty cells between the others, so that every row has the same columns."""
    first = min(column for row in rows.values() for column in row)
    end = max(column for row in rows.values() for column in row) + 1
    for cells in rows.values():
        for column in range(first, end):
            cells.setdefault(column, "")
    for (top, left), (down, across) in sheet.merged.items():
        for row in range(top, top + min(down, len(rows))):
            for column in range(max(left, first), min(left + across, end)) if row in rows else ():
                if (row, column) != (top, left) and not rows[row].get(column):
                    rows[row].pop(column, None)
