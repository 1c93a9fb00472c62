"""Tables of a plain text whose columns are set with spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from placebench.documents.lines import Line

_CELL = re.compile(r"\S+(?: \S+)*")
# "Option 2   A joint committee" is a point of a list with its number.
_NUMBER = re.compile(r"(?:[A-Z][a-z]+ )?\(?(?:\d{1,2}(?:\.\d{1,2})*|[A-Za-z]|[ivx]{1,4})[.):]*")
_FEWEST_ROWS = 3
_FEWEST_CELLS = 2
_FULL = 0.6
_LONGEST_ALONE = 60
_FEWEST_SPACES = 2

Columns = tuple[int, ...]
"""How many characters from the left each column begins."""

_Cells = Mapping[int, str]


def spaced_tables(lines: Sequence[Line]) -> dict[int, tuple[int, Columns]]:
    """Return the tables among lines: by the first line of each, how many lines it has, and its columns.

    Every cell of a table begins where its column does, and each line either begins a row, as one of its cells
    had room on the line above, or is the rest of one, as none of them had. Where a line may be either or
    neither, there is no table.
    """
    tables: dict[int, tuple[int, Columns]] = {}
    start = 0
    while start < len(lines):
        end = start
        if _has_columns(lines[start]):
            left = lines[start].indent
            end = start + 1
            while end < len(lines) and _may_follow(lines[end], left):
                end += 1
            ends = end == len(lines) or lines[end].gap_before
            columns = _columns(lines[start:end]) if ends else ()
            if columns:
                tables[start] = end - start, columns
        start = max(end, start + 1)
    return tables


def cells_of(line: Line, columns: Columns) -> Iterator[tuple[int, int, int]]:
    """Yield the cells of a line of a table: number of the column, where each begins and where it ends."""
    for found in _CELL.finditer(line.raw):
        base = line.raw_start
        yield columns.index(found.start()), base + found.start(), base + found.end()


def row_begins(lines: Sequence[Line], columns: Columns) -> list[bool]:
    """Tell of each line of a table whether it begins a row; a rule does not."""
    return list(map(bool, _begin(lines, columns)))


def _has_columns(line: Line) -> bool:
    spaced = "  " in line.text and "\t" not in line.raw and line.label is None
    return spaced and not line.is_rule and len(_cells(line)) >= _FEWEST_CELLS


def _may_follow(line: Line, left: int) -> bool:
    """Tell whether a line may be one of a table: a row of it, the rest of one, or a rule."""
    if line.is_rule or _has_columns(line):
        return line.indent >= left
    alone = "\t" not in line.raw and line.label is None and not line.gap_before
    return alone and line.indent >= left and len(line.text) <= _LONGEST_ALONE


def _cells(line: Line) -> _Cells:
    return {found.start(): found.group() for found in _CELL.finditer(line.raw)}


def _columns(lines: Sequence[Line]) -> Columns:
    """Return the columns of lines that are a table; none where they are not."""
    rows = [_cells(line) for line in lines if not line.is_rule]
    most = max(map(len, rows))
    columns = next(tuple(row) for row in rows if len(row) == most)
    if any(row.keys() - set(columns) for row in rows):
        return ()
    begin = _begin(lines, columns)
    first = [_cells(line) for line, begins in zip(lines, begin, strict=True) if begins]
    if len(columns) == _FEWEST_CELLS and all(_NUMBER.fullmatch(row.get(columns[0], "")) for row in first):
        return ()
    full = sum(len(row) == len(columns) for row in first)
    whole = None not in begin and all(columns[0] in row for row in first)
    # What a cell of several lines lists would be parted where its lines end.
    whole = whole and (len(first) == len(rows) or not any(";" in line.text for line in lines))
    return columns if whole and len(first) >= _FEWEST_ROWS and full >= _FULL * len(first) else ()


def _begin(lines: Sequence[Line], columns: Columns) -> list[bool | None]:
    """Tell of each line whether it begins a row; None where that cannot be told."""
    rows = [_cells(line) for line in lines if not line.is_rule]
    widths = {column: max(len(row.get(column, "")) for row in rows) for column in columns}
    # Where every line has every cell, all of them would have to go on at once.
    even = all(len(row) == len(columns) for row in rows) and len(columns) > _FEWEST_CELLS
    even = even and not any(text[0].islower() for row in rows for text in row.values())
    spaced = sum(line.gap_before for line in lines[1:]) >= _FEWEST_SPACES
    told: list[bool | None] = []
    for number, line in enumerate(lines):
        parted = number == 0 or line.gap_before or lines[number - 1].is_rule
        if line.is_rule:
            told.append(False)
        elif parted or even:
            told.append(True)
        else:
            told.append(_begins(_cells(lines[number - 1]), _cells(line), widths, spaced=spaced))
    return told


def _begins(above: _Cells, below: _Cells, widths: Mapping[int, int], *, spaced: bool) -> bool | None:
    """Tell whether a line begins a row: the first words of its cells had room on the line above, or not.

    Args:
        above: The cells of the line above.
        below: Its cells.
        widths: How wide each column is.
        spaced: Whether blank lines stand between rows.
    """
    first = min(widths)
    if first in below and first not in above:
        return None if spaced else True
    had_room = {
        len(above[column]) + 1 + len(text.split(" ", 1)[0]) <= widths[column]
        for column, text in below.items()
        if column in above
    }
    if True in had_room:
        return True if first in below and not spaced else None
    # A label alone beside but one column may be a row of its own, and so may a line with every cell.
    sure = below.keys() != widths.keys() and (first not in below or len(widths) > _FEWEST_CELLS)
    small = any(text[0].islower() for text in below.values())
    return False if below.keys() <= above.keys() and (spaced or sure or small) else None
