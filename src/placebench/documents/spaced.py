"""Tables of a plain text whose columns are set with spaces, a line a row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from placebench.documents.lines import Line

_CELL = re.compile(r"\S+(?: \S+)*")
_FEWEST_ROWS = 3
_FEWEST_CELLS = 2
_FULL = 0.6

Columns = tuple[int, ...]
"""How many characters from the left each column begins."""

_Cells = Mapping[int, str]


def spaced_tables(lines: Sequence[Line]) -> dict[int, tuple[int, Columns]]:
    """Return the tables among lines: by the first line of each, how many lines it has, and its columns.

    Every cell of a table begins where its column does, each row has a first cell, and no line is the rest
    of the row above: tables whose cells are of several lines are left as they are.
    """
    tables: dict[int, tuple[int, Columns]] = {}
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and _may_be_row(lines[end], first=end == start):
            end += 1
        for first, last in _aligned(lines, start, end):
            ends = last == len(lines) or lines[last].gap_before
            columns = _columns(lines[first:last]) if ends else ()
            if columns:
                tables[first] = last - first, columns
        start = max(end, start + 1)
    return tables


def cells_of(line: Line, columns: Columns) -> Iterator[tuple[int, int, int]]:
    """Yield the cells of a line of a table: number of the column, where each begins and where it ends."""
    for found in _CELL.finditer(line.raw):
        base = line.raw_start
        yield columns.index(found.start()), base + found.start(), base + found.end()


def _may_be_row(line: Line, *, first: bool) -> bool:
    if line.is_rule:
        return not first
    spaced = "  " in line.text and "\t" not in line.raw and line.label is None
    return spaced and len(_cells(line)) >= _FEWEST_CELLS


def _cells(line: Line) -> _Cells:
    return {found.start(): found.group() for found in _CELL.finditer(line.raw)}


def _aligned(lines: Sequence[Line], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the runs of lines whose first cells stand beneath one another."""
    first = start
    for index in range(start + 1, end + 1):
        if index == end or (not lines[index].is_rule and lines[index].indent != lines[first].indent):
            yield first, index
            first = index


def _columns(lines: Sequence[Line]) -> Columns:
    """Return the columns of lines that are a table; none where they are not."""
    rows = [_cells(line) for line in lines if not line.is_rule]
    if len(rows) < _FEWEST_ROWS:
        return ()
    most = max(map(len, rows))
    columns = next(tuple(row) for row in rows if len(row) == most)
    known = set(columns)
    full = sum(len(row) == len(columns) for row in rows)
    if full < _FULL * len(rows) or any(row.keys() - known or columns[0] not in row for row in rows):
        return ()
    if full == len(rows) and len(columns) > _FEWEST_CELLS and not any(map(_goes_on, rows)):
        return columns
    widths = {column: max(len(row.get(column, "")) for row in rows) for column in columns}
    whole = all(
        below.gap_before or above.is_rule or below.is_rule or _begins(_cells(above), _cells(below), widths)
        for above, below in pairwise(lines)
    )
    return columns if whole else ()


def _goes_on(cells: _Cells) -> bool:
    """Tell whether a cell of a line may be the rest of the one above."""
    return any(text[0].islower() for text in cells.values())


def _begins(above: _Cells, below: _Cells, widths: Mapping[int, int]) -> bool:
    """Tell whether a line begins a row: the first word of one of its cells had room on the line above."""
    return any(
        len(above[column]) + 1 + len(text.split(" ", 1)[0]) <= widths[column]
        for column, text in below.items()
        if column in above
    )
