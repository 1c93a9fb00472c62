"""Tables of which every second row is coloured, so that only these have borders."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import pairwise, takewhile

import attrs

from placebench.documents.pdf.cell_order import tops_as_set
from placebench.documents.pdf.grid import Box, BoxTable
from placebench.documents.pdf.lines import Line, Row, rows_of
from placebench.documents.pdf.order import Order
from placebench.documents.pdf.place import Word
from placebench.documents.pdf.row_starts import row_starts
from placebench.documents.pdf.rules import Rule

_NEAR = 3.0
_HIGHEST = 300.0
_FEWEST_COLUMNS = 2
_FEWEST_EDGES = 4
_EDGES_OF_ROW = 2
_NEXT = 2.5
_NEXT_STRIPE = 4.5
_INSIDE = 0.4
_MARGIN = 3.0
_MOST_OF = 0.6
_WIDE_GAP = 0.4
_AS_HIGH = 1.05
_LARGER = 1.1


def striped(
    tables: Sequence[BoxTable], words: Iterable[Word], order: Order, across: Sequence[Rule] = ()
) -> list[BoxTable]:
    """Return tables with those put together that a row of text between the same columns parts.

    Rows above a table and rows below are part of it too, where their texts stand in its columns.

    Args:
        tables: The tables with borders of a page, from the top.
        words: The words of the page.
        order: The order of the words in the file.
        across: Lines that are drawn across the page.
    """
    free = list(words)
    whole: list[BoxTable] = []
    alternating: list[bool] = []
    for table in tables:
        if whole and _has_row_between(whole[-1], table, free, alternating=alternating[-1]):
            whole[-1], alternating[-1] = _put_together(whole[-1], table), True
        else:
            whole.append(table)
            alternating.append(False)
    if not tables:
        return whole
    rows = rows_of(free)
    lines = [line for row in rows for line in row]
    outside = [row for row in rows if not any(table.holds(row[0].x0, row[0].middle) for table in whole)]
    found = []
    for table, single in zip(whole, alternating, strict=True):
        one = single or _is_only_stripe(table, outside, lines)
        # Of two columns, rows without borders are no table by themselves.
        ends = one or len(table.xs) >= _FEWEST_EDGES
        found.append(_with_ends(table, outside, lines, across, order, single=one) if ends else table)
    return found


def _is_only_stripe(table: BoxTable, rows: Sequence[Row], lines: Sequence[Line]) -> bool:
    """Tell whether a table is the one coloured row of a short one, with bold labels above it."""
    if len(table.ys) != _EDGES_OF_ROW:
        return False
    inside = [line for line in lines if table.holds(line.x0, line.middle)]
    if not inside or all(line.bold for line in inside):
        return False
    above = _in_columns(_rows_above(table, rows), table, _Starts(table, lines), loose=True)
    return bool(above) and len(above[-1]) == len(table.xs) - 1 and all(line.bold for line in above[-1])


def _has_row_between(above: BoxTable, below: BoxTable, words: Sequence[Word], *, alternating: bool) -> bool:
    if len(above.xs) != len(below.xs) or not 0 < below.top - above.ys[-1] <= _HIGHEST:
        return False
    if any(abs(a - b) > _NEAR for a, b in zip(above.xs, below.xs, strict=True)):
        return False
    left, right = above.xs[0], above.xs[-1]
    between = [word for word in words if above.ys[-1] < word.y < below.top and left < word.x0 < right]
    lines = [part for row in rows_of(between) for line in row for part in _cut(line, above.xs)]
    if any(line.x0 < edge < line.x1 for line in lines for edge in above.xs):
        return False
    columns = {bisect_right(above.xs, line.x0) for line in lines}
    # What stands in the first column alone may be the title of the table below, if it is higher than a row.
    row = alternating and below.top - above.ys[-1] <= _AS_HIGH * max(b - a for a, b in pairwise(above.ys))
    return len(columns) >= _FEWEST_COLUMNS or bool(columns - {1}) or (bool(columns) and row)


def _cut(line: Line, edges: Sequence[float]) -> Iterator[Line]:
    """Yield the parts of a line between edges that lie in gaps wider than a space."""
    start = 0
    # Where words leave several edges free, it is no chance.
    several = len(edges) > _FEWEST_EDGES
    for edge in edges[bisect_left(edges, line.x0) : bisect_right(edges, line.x1)]:
        index = next((at for at in range(start + 1, len(line.words)) if line.words[at].x0 >= edge), 0)
        if not index or line.words[index - 1].x1 > edge:
            continue
        one, two = line.words[index - 1 : index + 1]
        if several or two.x0 - one.x1 >= _WIDE_GAP * two.size:
            yield Line(line.words[start:index])
            start = index
    yield Line(line.words[start:]) if start else line


def _put_together(above: BoxTable, below: BoxTable) -> BoxTable:
    row, xs = len(above.ys) - 1, above.xs
    between = _row_of_boxes(row, xs, above.ys[-1], below.top)
    lower = [attrs.evolve(box, row=box.row + row + 1) for box in below.boxes]
    return BoxTable((*above.boxes, *between, *lower), xs, (*above.ys, *below.ys))


def _row_of_boxes(row: int, xs: Sequence[float], top: float, bottom: float) -> list[Box]:
    return [Box(row, column, 1, 1, x0, top, x1, bottom) for column, (x0, x1) in enumerate(pairwise(xs))]


def _with_ends(
    table: BoxTable,
    rows: Sequence[Row],
    lines: Sequence[Line],
    across: Iterable[Rule],
    order: Order,
    *,
    single: bool,
) -> BoxTable:
    """Return a table with the rows of text that stand above it in its columns, and with those below.

    Where every second row is coloured, a single row without colour is at either end.
    """
    width = table.xs[-1] - table.xs[0]
    parts = [rule.at for rule in across if rule.end - rule.start >= _MOST_OF * width]
    starts = _Starts(table, lines)
    above = _in_columns(_rows_above(table, rows), table, starts, loose=single)
    below = _in_columns(_rows_below(table, rows), table, starts, loose=single)
    below = [*takewhile(lambda row: not any(table.ys[-1] < at < row[0].middle for at in parts), below)]
    header = above[-1:] if _is_header(above, table.xs) else []
    rest = above[: len(above) - len(header)][::-1]
    tops = [min(line.top for line in row) for row in header] + _tops(
        rest, table.xs, parts, order, single=single, above=not header
    )
    bottoms = _tops(below, table.xs, parts, order, single=single)
    if not tops and not bottoms:
        return table
    end = [max(line.bottom for line in below[-1])] if below else []
    ys = (*tops, *table.ys[: -1 if below else None], *bottoms, *end)
    boxes = [attrs.evolve(box, row=box.row + len(tops)) for box in table.boxes]
    added = (*range(len(tops)), *range(len(tops) + len(table.ys) - 1, len(ys) - 1))
    for row in added:
        boxes += _row_of_boxes(row, table.xs, ys[row], ys[row + 1])
    return BoxTable(tuple(sorted(boxes, key=lambda box: (box.row, box.column))), table.xs, ys)


@attrs.frozen(slots=False, eq=False)
class _Starts:
    """Where the texts in a table begin, looked at where a row beside it may be of the table, as few are."""

    table: BoxTable
    lines: Sequence[Line]

    @cached_property
    def found(self) -> AbstractSet[int]:
        table = self.table
        parts = (part for line in self.lines for part in _cut(line, table.xs))
        return {round(part.x0) for part in parts if table.holds(part.x0, part.middle)}

    def has(self, line: Line) -> bool:
        """Tell whether a line begins as near as a point to one of them."""
        return bool({round(line.x0) - 1, round(line.x0), round(line.x0) + 1} & self.found)


def _rows_above(table: BoxTable, rows: Sequence[Row]) -> Iterator[Row]:
    """Yield the rows above a table, nearest first, parted where its columns are."""
    for row in reversed(rows):
        if row[0].y - _MARGIN * row[0].size <= table.top:
            cut = _within(row, table)
            if cut and cut[0].middle <= table.top:
                yield cut


def _rows_below(table: BoxTable, rows: Sequence[Row]) -> Iterator[Row]:
    """Yield the rows below a table, nearest first, parted where its columns are."""
    for row in rows:
        if row[0].y + _MARGIN * row[0].size >= table.ys[-1]:
            cut = _within(row, table)
            if cut and cut[0].middle >= table.ys[-1]:
                yield cut


def _within(row: Row, table: BoxTable) -> Row:
    """Return the lines of a row parted where the columns of a table are, without those beside the table."""
    left, right = table.xs[0], table.xs[-1]
    return tuple(part for line in row if line.x0 < right and line.x1 > left for part in _cut(line, table.xs))


def _in_columns(rows: Iterable[Row], table: BoxTable, starts: _Starts, *, loose: bool) -> list[Row]:
    """Return the rows next to a table, nearest first, whose lines begin where those of its columns do.

    Where every second row is coloured, one of them is enough, and they may stand farther away.
    """
    farthest = _NEXT_STRIPE if loose else _NEXT
    taken: list[Row] = []
    size = 0.0
    for row in rows:
        # A heading in larger type is no row.
        size = size or row[0].size
        if row[0].size > _LARGER * size:
            break
        reach = [taken[-1][0].middle] if taken else [table.top, table.ys[-1]]
        far = min(abs(row[0].middle - at) for at in reach) > farthest * row[0].size
        if not far and row[0].middle <= table.top and _fills(row, table.xs):
            # Labels of a header may be centred.
            taken.append(row)
            break
        if far or any(_crosses(line, table.xs) for line in row):
            break
        if not all(line.x0 > table.xs[0] + _INSIDE if loose else starts.has(line) for line in row):
            break
        taken.append(row)
    columns = {bisect_right(table.xs, line.x0) for row in taken for line in row}
    begins = len(columns) >= _FEWEST_COLUMNS and any(starts.has(line) for row in taken for line in row)
    return taken if begins else []


def _is_header(above: Sequence[Row], xs: Sequence[float]) -> bool:
    """Tell whether the highest of the rows above a table is a header of one line, and the next is none."""
    return len(above) > 1 and _fills(above[-1], xs) and not any(line.bold for line in above[-2])


def _fills(row: Row, xs: Sequence[float]) -> bool:
    """Tell whether a row has one bold line in each column."""
    columns = [bisect_right(xs, line.x0) for line in row]
    return columns == [*range(1, len(xs))] and all(
        line.bold and line.x1 <= xs[column] for line, column in zip(row, columns, strict=True)
    )


def _tops(
    rows: Sequence[Row],
    xs: Sequence[float],
    parts: Sequence[float],
    order: Order,
    *,
    single: bool,
    above: bool = False,
) -> list[float]:
    """Return where the rows of a table begin, of which these are the rows of lines from the top.

    Args:
        rows: The rows of lines, above or below what is coloured.
        xs: Edges of the columns.
        parts: Where lines are drawn across.
        order: The order of the words in the file.
        single: Whether every second row is coloured, so that a single row stands at either end.
        above: Whether they stand above, where there are labels too, in any type.
    """
    if not rows:
        return []
    bold = sum(1 for _ in takewhile(lambda row: all(line.bold for line in row), rows))
    between = any(one[0].middle < at < two[0].middle for at in parts for one, two in pairwise(rows))
    starts = {0, *([bold] if bold < len(rows) else [])}
    if not single or (above and len(starts) == 1):
        starts = set(row_starts(rows, xs, one=True))
    as_set = None if between or single else tops_as_set(rows, xs, order, sorted(starts))
    if as_set:
        return as_set
    for index, (one, two) in enumerate(pairwise(rows), 1):
        if any(one[0].middle < at < two[0].middle for at in parts):
            starts.add(index)
    return [min(line.top for line in rows[start]) for start in sorted(starts)]


def _crosses(line: Line, xs: Sequence[float]) -> bool:
    return any(line.x0 < edge < line.x1 for edge in xs)
