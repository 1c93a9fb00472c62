"""Where the rows of a table without lines lie, told from the order in which its file sets the cells."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import attrs

from placebench.documents.pdf.lines import ASCENT, MIDDLE, Line, Row
from placebench.documents.pdf.order import Order

_A_LINE = 0.5
_MOST_OVERLAP = 1.3
_FEWEST_ROWS = 2
_CLEARER = 1.06
_NEXT = 1.6


@attrs.frozen
class _Set:
    """A line of a cell: in which row of lines and in which column it stands."""

    row: int
    column: int
    y: float
    size: float


_Group = list[_Set]


def tops_as_set(
    rows: Sequence[Row], edges: Sequence[float], order: Order, likely: Sequence[int]
) -> list[float] | None:
    """Return where the rows of a table begin, if its file sets it cell by cell.

    A row ends where the file comes back to an earlier column; what it sets later beside a row, as
    spreadsheets do with cells of several lines, belongs to that row. None where the file sets the table line
    by line or column by column, or where the rows so found do not lie one beneath the other.

    Args:
        rows: Lines of the table, from the top.
        edges: Edges of its columns.
        order: The order of the words of the page.
        likely: At which rows of lines its rows begin by their look, for those of a first cell alone.
    """
    lines = _in_order(rows, edges, order)
    if not any(two.y < one.y - _A_LINE * one.size for one, two in pairwise(lines)):
        return None
    groups = _labelled(part for group in _groups(lines) for part in _headed(group, frozenset(likely)))
    for parts in (groups, [part for group in groups for part in _spaced(group)]):
        whole = _put_together(parts)
        if len(whole) >= _FEWEST_ROWS and all(_lies_beneath(*pair) for pair in pairwise(whole)):
            return list(_tops(whole))
    return None


def _in_order(rows: Sequence[Row], edges: Sequence[float], order: Order) -> list[_Set]:
    lines = [(order.of(line.words[0]), number, line) for number, row in enumerate(rows) for line in row]
    return [
        _Set(number, _column(line, edges), line.y, line.size)
        for _, number, line in sorted(lines, key=lambda found: found[0])
    ]


def _column(line: Line, edges: Sequence[float]) -> int:
    middle = (line.x0 + line.x1) / 2
    return bisect_right(edges, middle, 1, len(edges) - 1) - 1


def _groups(lines: Sequence[_Set]) -> list[_Group]:
    """Part lines where the file comes back to an earlier column, or to a higher place, or goes on below."""
    groups = [[lines[0]]]
    for before, line in pairwise(lines):
        if line.column == before.column:
            begins = line.y < before.y
        else:
            begins = line.column < before.column or line.y > _bottom(groups[-1]) + _A_LINE * line.size
        if begins:
            groups.append([])
        groups[-1].append(line)
    return groups


def _headed(group: _Group, likely: frozenset[int]) -> Iterator[_Group]:
    """Yield rows that have but their first cell, apart from the row that the file sets next."""
    start = 0
    usual = min((two.y - one.y for one, two in pairwise(group) if 0 < one.column == two.column), default=0.0)
    for index, (above, line) in enumerate(pairwise(group), 1):
        if above.column or line.column:
            break
        # Lines as near to one another as those of the other cells are of one cell.
        if 0 < line.y - above.y <= _CLEARER * usual:
            continue
        if line.row in likely and _top(group[index:]) > above.y + _A_LINE * line.size:
            yield group[start:index]
            start = index
    yield group[start:]


def _labelled(groups: Iterable[_Group]) -> list[_Group]:
    """Return groups with a first cell alone put to the cells that the file sets next, a little below it."""
    whole: list[_Group] = []
    for group in groups:
        above = whole[-1] if whole else []
        label = bool(above) and not any(line.column for line in above)
        near = label and 0 < _top(group) - _bottom(above) <= _NEXT * above[-1].size
        if near and all(line.column for line in group):
            whole[-1] = [*above, *group]
        else:
            whole.append(group)
    return whole


def _spaced(group: _Group) -> Iterator[_Group]:
    """Yield parts of a group that more space parts than the lines of one cell."""
    steps = [two.y - one.y if one.column == two.column else 0.0 for one, two in pairwise(group)]
    usual = min((step for step in steps if step > 0), default=0.0)
    start = 0
    for index, step in enumerate(steps, 1):
        if step > _CLEARER * usual:
            yield group[start:index]
            start = index
    yield group[start:]


def _put_together(groups: Sequence[_Group]) -> list[_Group]:
    """Return groups from the top, with those as one that stand side by side in other columns."""
    whole: list[_Group] = []
    for group in sorted(groups, key=_bottom):
        if whole and _beside(whole[-1], group):
            whole[-1] = [*whole[-1], *group]
        else:
            whole.append(group)
    return sorted(whole, key=_top)


def _beside(one: _Group, two: _Group) -> bool:
    if {line.column for line in one} & {line.column for line in two}:
        return False
    return min(_bottom(one), _bottom(two)) > max(_top(one), _top(two)) - _A_LINE * two[0].size


def _tops(groups: Sequence[_Group]) -> Iterator[float]:
    yield min(line.y - ASCENT * line.size for line in groups[0]) - 1
    for above, below in pairwise(groups):
        size = below[0].size
        between = (_bottom(above) + _top(below)) / 2
        yield (
            min(_top(below) - ASCENT * size - 1, between)
            if _overlap(above, below) < -1
            else (between - MIDDLE * size)
        )


def _top(group: _Group) -> float:
    return min(line.y for line in group)


def _bottom(group: _Group) -> float:
    return max(line.y for line in group)


def _lies_beneath(above: _Group, below: _Group) -> bool:
    return _top(above) < _top(below) and _overlap(above, below) <= _MOST_OVERLAP


def _overlap(above: _Group, below: _Group) -> float:
    """Return how far a row reaches into the one below it, by the size of the type."""
    return (_bottom(above) - _top(below)) / below[0].size
