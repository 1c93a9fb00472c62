"""Tables of which every second row is coloured, so that only these have borders."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

import attrs

from placebench.documents.pdf.grid import Box, BoxTable
from placebench.documents.pdf.lines import Line, Row, rows_of
from placebench.documents.pdf.place import Word
from placebench.documents.pdf.rules import Rule

_NEAR = 3.0
_HIGHEST = 300.0
_FEWEST_COLUMNS = 2
_CLOSE = 1.6
_MOST_OF = 0.6


def striped(tables: Sequence[BoxTable], words: Iterable[Word], across: Sequence[Rule] = ()) -> list[BoxTable]:
    """Return tables with those put together that a row of text between the same columns parts.

    The row above the first stripe and the row below the last are part of the table too, where their texts
    stand in its columns.

    Args:
        tables: The tables with borders of a page, from the top.
        words: The words of the page.
        across: Lines that are drawn across the page.
    """
    free = list(words)
    whole: list[BoxTable] = []
    stripes: set[int] = set()
    for table in tables:
        if whole and _has_row_between(whole[-1], table, free):
            whole[-1] = _put_together(whole[-1], table)
            stripes.add(len(whole) - 1)
        else:
            whole.append(table)
    rows = rows_of(free) if stripes else []
    for number in stripes:
        whole[number] = _with_ends(whole[number], rows, across)
    return whole


def _has_row_between(above: BoxTable, below: BoxTable, words: Sequence[Word]) -> bool:
    if len(above.xs) != len(below.xs) or not 0 < below.top - above.ys[-1] <= _HIGHEST:
        return False
    if any(abs(a - b) > _NEAR for a, b in zip(above.xs, below.xs, strict=True)):
        return False
    left, right = above.xs[0], above.xs[-1]
    between = [word for word in words if above.ys[-1] < word.y < below.top and left < word.x0 < right]
    lines = [line for row in rows_of(between) for line in row]
    if any(line.x0 < edge < line.x1 for line in lines for edge in above.xs):
        return False
    columns = {sum(edge <= line.x0 for edge in above.xs) for line in lines}
    # What stands in the first column alone may be the title of the table below.
    return len(columns) >= _FEWEST_COLUMNS or bool(columns - {1})


def _put_together(above: BoxTable, below: BoxTable) -> BoxTable:
    row, xs = len(above.ys) - 1, above.xs
    between = _row_of_boxes(row, xs, above.ys[-1], below.top)
    lower = [attrs.evolve(box, row=box.row + row + 1) for box in below.boxes]
    return BoxTable((*above.boxes, *between, *lower), xs, (*above.ys, *below.ys))


def _row_of_boxes(row: int, xs: Sequence[float], top: float, bottom: float) -> list[Box]:
    return [Box(row, column, 1, 1, x0, top, x1, bottom) for column, (x0, x1) in enumerate(pairwise(xs))]


def _with_ends(table: BoxTable, rows: Sequence[Row], across: Iterable[Rule]) -> BoxTable:
    """Return a table with the row of text that stands above it in its columns, and with that below."""
    width = table.xs[-1] - table.xs[0]
    ends = [rule.at for rule in across if rule.end - rule.start >= _MOST_OF * width]
    inside = [line for row in rows if table.top < row[0].middle < table.ys[-1] for line in row]
    above = [row for row in rows if row[0].middle <= table.top]
    below = [row for row in rows if row[0].middle >= table.ys[-1]]
    lower = _in_columns(below, table, inside, ends)
    if lower:
        bottom = max(line.bottom for row in lower for line in row)
        boxes = _row_of_boxes(len(table.ys) - 1, table.xs, table.ys[-1], bottom)
        table = BoxTable((*table.boxes, *boxes), table.xs, (*table.ys, bottom))
    upper = _in_columns(above[::-1], table, inside, ends)
    if not upper:
        return table
    top = min(line.top for row in upper for line in row)
    boxes = [attrs.evolve(box, row=box.row + 1) for box in table.boxes]
    boxes = [*_row_of_boxes(0, table.xs, top, table.top), *boxes]
    return BoxTable(tuple(boxes), table.xs, (top, *table.ys))


def _in_columns(
    rows: Sequence[Row], table: BoxTable, inside: Sequence[Line], ends: Sequence[float]
) -> Sequence[Row]:
    """Return the rows next to a table, nearest first, whose lines begin where those of its columns do."""
    starts = {round(line.x0) for line in inside}
    taken: list[Row] = []
    for row in rows:
        before = taken[-1] if taken else None
        if not all(_begins(line, starts) and not _crosses(line, table.xs) for line in row):
            break
        if before is not None:
            low, high = sorted((before[0].middle, row[0].middle))
            if high - low > _CLOSE * row[0].size or any(low < end < high for end in ends):
                break
        taken.append(row)
    columns = {sum(edge <= line.x0 for edge in table.xs) for row in taken for line in row}
    near = bool(taken) and _distance(taken[0][0].middle, table) <= _CLOSE * taken[0][0].size
    return taken if near and len(columns) >= _FEWEST_COLUMNS else ()


def _begins(line: Line, starts: set[int]) -> bool:
    return bool({round(line.x0) - 1, round(line.x0), round(line.x0) + 1} & starts)


def _crosses(line: Line, xs: Sequence[float]) -> bool:
    return any(line.x0 < edge < line.x1 for edge in xs)


def _distance(middle: float, table: BoxTable) -> float:
    return max(table.top - middle, middle - table.ys[-1])
