"""Labels over several columns of a PDF table without borders, such as `Stage` above the names of stages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

import attrs

from placebench.documents.pdf.grid import Box, BoxTable
from placebench.documents.pdf.lines import Row

_LOOSE = 1.35

_Reach = tuple[int, int]


def under(header: Sequence[Row], table: BoxTable) -> BoxTable:
    """Return a table with rows of labels on top, of which each stands over the columns that it names.

    Args:
        header: Lines above the table, from the top.
        table: The table below them.
    """
    labelled: list[dict[int, _Reach]] = []
    tops: list[float] = []
    for above, row in zip((None, *header), header, strict=False):
        reaches = _reaches(row, table.xs)
        if above and reaches.keys() <= labelled[-1].keys() and _goes_on(above, row):
            continue
        labelled.append(reaches)
        tops.append(min(line.top for line in row) - 1)
    boxes: list[Box] = []
    for number, (top, bottom) in enumerate(pairwise([*tops, table.top])):
        below = {column for reach in labelled[number + 1 : number + 2] for column in reach}
        spread = _spread(labelled[number], below, len(table.xs) - 1)
        for first, last in spread:
            ends = table.xs[first], table.xs[last + 1]
            boxes.append(Box(number, first, 1, last + 1 - first, ends[0], top, ends[1], bottom))
    boxes += (attrs.evolve(box, row=box.row + len(tops)) for box in table.boxes)
    return BoxTable(tuple(boxes), table.xs, (*tops, *table.ys))


def _goes_on(above: Row, below: Row) -> bool:
    """Tell whether a line is as near to the one above it as the lines of one label."""
    return below[0].y - above[0].y <= _LOOSE * below[0].size


def _reaches(row: Row, xs: Sequence[float]) -> dict[int, _Reach]:
    """Return which columns each label of a row covers, by the first of them."""
    found: dict[int, _Reach] = {}
    for line in row:
        first = max(sum(edge <= line.x0 for edge in xs) - 1, 0)
        last = max(sum(edge < line.x1 for edge in xs) - 1, first)
        found[first] = first, min(last, len(xs) - 2)
    return found


def _spread(labels: Mapping[int, _Reach], below: set[int], columns: int) -> list[_Reach]:
    """Return the columns of each cell of a row; a label spreads over those beside it with labels below."""
    owner: dict[int, int] = {
        column: first for first, (_, last) in labels.items() for column in range(first, last + 1)
    }
    spreading = {first for first, (start, last) in labels.items() if below & set(range(start, last + 1))}
    for order in (range(1, columns), range(columns - 2, -1, -1)):
        step = -1 if order.step > 0 else 1
        for column in order:
            if column in below and column not in owner and owner.get(column + step) in spreading:
                owner[column] = owner[column + step]
    groups: list[_Reach] = []
    for column in range(columns):
        same = column and column in owner and owner.get(column - 1) == owner[column]
        if same:
            groups[-1] = groups[-1][0], column
        else:
            groups.append((column, column))
    return groups
