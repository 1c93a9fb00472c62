"""Where the rows of a table without lines lie, told from the order in which its file sets the cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import attrs

from placebench.documents.pdf.lines import ASCENT, MIDDLE, Line, Row
from placebench.documents.pdf.order import Order

_A_LINE = 0.5
_MOST_OVERLAP = 1.3
_FEWEST_ROWS = 2


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

    A row ends where the file comes back to an earlier column; what it sets later beside a row, as spreadsheets
    do with cells of several lines, belongs to that row. None where the file sets the table line by line or
    column by column, or where the rows so found do not lie one beneath the other.

    Args:
        rows: Lines of the table, from the top.
        edges: Edges of its columns.
        order: The order of the words of the page.
        likely: At which rows of lines its rows begin by their look, for those of a first cell alone.
    """
    lines = _in_order(rows, edges, order)
    if not any(two.y < one.y - _A_LINE * one.size for one, two in pairwise(lines)):
        return None
    groups = _put_together(_groups(lines, frozenset(likely)))
    apart = all(_top(one) < _top(two) for one, two in pairwise(groups))
    if len(groups) < _FEWEST_ROWS or not apart or any(_overlap(*pair) > _MOST_OVERLAP for pair in pairwise(groups)):
        return None
    return list(_tops(groups))


def _in_order(rows: Sequence[Row], edges: Sequence[float], order: Order) -> list[_Set]:
    lines = [(order.of(line.words[0]), number, line) for number, row in enumerate(rows) for line in row]
    return [
        _Set(number, _column(line, edges), line.y, line.size)
        for _, number, line in sorted(lines, key=lambda found: found[0])
    ]


def _column(line: Line, edges: Sequence[float]) -> int:
    middle = (line.x0 + line.x1) / 2
    return sum(edge <= middle for edge in edges[1:-1])


def _groups(lines: Sequence[_Set], likely: frozenset[int]) -> list[_Group]:
    groups = [[lines[0]]]
    for before, line in pairwise(lines):
        if line.column == before.column:
            begins = line.y < before.y or (line.column == 0 and line.row in likely)
        else:
            begins = line.column < before.column or line.y > _bottom(groups[-1]) + _A_LINE * line.size
        if begins:
            groups.append([])
        groups[-1].append(line)
    return groups


def _put_together(groups: Sequence[_Group]) -> list[_Group]:
    """Return groups from the top, with those as one that stand side by side in other columns."""
    whole: list[_Group] = []
    for group in sorted(groups, key=_bottom):
        beside = whole and _beside(whole[-1], group)
        if beside:
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
        yield min(_top(below) - ASCENT * size - 1, between) if _overlap(above, below) < -1 else (
            between - MIDDLE * size
        )


def _top(group: _Group) -> float:
    return min(line.y for line in group)


def _bottom(group: _Group) -> float:
    return max(line.y for line in group)


def _overlap(above: _Group, below: _Group) -> float:
    """Return how far a row reaches into the one below it, by the size of the type."""
    return (_bottom(above) - _top(below)) / below[0].size
