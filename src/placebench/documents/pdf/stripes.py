"""Tables of which every second row is coloured, so that only these have borders."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from placebench.documents.pdf.grid import Box, BoxTable
from placebench.documents.pdf.lines import rows_of
from placebench.documents.pdf.place import Word

_NEAR = 3.0
_HIGHEST = 300.0
_FEWEST_COLUMNS = 2


def striped(tables: Sequence[BoxTable], words: Iterable[Word]) -> list[BoxTable]:
    """Return tables with those put together that a row of text between the same columns parts.

    Args:
        tables: The tables with borders of a page, from the top.
        words: The words of the page.
    """
    free = list(words)
    whole: list[BoxTable] = []
    for table in tables:
        if whole and _has_row_between(whole[-1], table, free):
            whole[-1] = _put_together(whole[-1], table)
        else:
            whole.append(table)
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
    between = [
        Box(row, column, 1, 1, xs[column], above.ys[-1], xs[column + 1], below.top)
        for column in range(len(xs) - 1)
    ]
    lower = [attrs.evolve(box, row=box.row + row + 1) for box in below.boxes]
    return BoxTable((*above.boxes, *between, *lower), xs, (*above.ys, *below.ys))
