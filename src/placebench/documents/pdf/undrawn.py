"""Rows of a PDF table whose columns are drawn, by a frame and lines down or by colours, but not its rows."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise, takewhile

import attrs

from placebench.documents.pdf.cell_order import tops_as_set
from placebench.documents.pdf.grid import Box, BoxTable
from placebench.documents.pdf.lines import MIDDLE, Line, Row, rows_of
from placebench.documents.pdf.order import Order
from placebench.documents.pdf.place import Word
from placebench.documents.pdf.row_starts import row_starts

_FEWEST_EDGES = 4
_MOST_BANDS = 2
_MOST_DRAWN = 8
_MOST_HEADER_LINES = 3


def with_rows(table: BoxTable, words: Iterable[Word], order: Order) -> BoxTable:
    """Return a table with its one drawn row, below a header or without, parted as its texts tell.

    Where labels in bold type stand in the same drawn row as the texts below them, no line parts rows, and
    each drawn row is parted, such as what stands above and below a header that is repeated.

    Args:
        table: A table whose columns are drawn.
        words: The words of its page.
        order: The order of the words in the file.
    """
    drawn = len(table.ys) - 1
    whole = len(table.boxes) == drawn * (len(table.xs) - 1)
    if len(table.xs) < _FEWEST_EDGES or drawn > _MOST_DRAWN or not whole:
        return table
    first, *others = pairwise(table.ys)
    top = _rows_within(table, words, *first)
    if _has_labels(top, table.xs):
        rows = [top, *(_rows_within(table, words, *edges) for edges in others)]
        return _parted(table, [_tops(part, table.xs, order) for part in rows])
    if drawn > _MOST_BANDS or (others and len(top) > _MOST_HEADER_LINES):
        return table
    last = _rows_within(table, words, *others[-1]) if others else top
    return _parted(table, [*([] for _ in others), _tops(last, table.xs, order)])


def _rows_within(table: BoxTable, words: Iterable[Word], top: float, bottom: float) -> list[Row]:
    """Return the lines of a drawn row, from its top, each with the words of a column as one line."""
    left, right = table.xs[0], table.xs[-1]
    inside = [
        word for word in words if top <= word.y - MIDDLE * word.size < bottom and left < word.x0 < right
    ]
    return [_by_columns(row, table.xs) for row in rows_of(inside)]


def _has_labels(rows: Sequence[Row], xs: Sequence[float]) -> bool:
    """Tell whether some rows begin with bold labels of all columns, and go on with other texts."""
    labels = [*takewhile(lambda row: all(line.bold for line in row), rows)]
    return 0 < len(labels) < len(rows) and max(map(len, labels)) == len(xs) - 1


def _tops(rows: Sequence[Row], xs: Sequence[float], order: Order) -> list[float]:
    """Return where the rows of a table begin, save the first, that stand in one drawn row."""
    if not rows:
        return []
    starts = row_starts(rows, xs, one=True)
    tops = tops_as_set(rows, xs, order, starts) or [_top(rows[start]) for start in starts]
    return list(tops[1:])


def _by_columns(row: Row, xs: Sequence[float]) -> Row:
    """Return the words of a row as one line a column."""
    columns: dict[int, list[Word]] = {}
    for word in (word for line in row for word in line.words):
        columns.setdefault(bisect_right(xs, (word.x0 + word.x1) / 2), []).append(word)
    return tuple(Line(tuple(columns[column])) for column in sorted(columns))


def _top(row: Row) -> float:
    return min(line.top for line in row) - 1


def _parted(table: BoxTable, tops: Sequence[Sequence[float]]) -> BoxTable:
    """Return a table with rows parted: where the further rows within each drawn row begin."""
    if not any(tops):
        return table
    ys = (*(y for edge, within in zip(table.ys, tops, strict=False) for y in (edge, *within)), table.ys[-1])
    boxes = tuple(
        Box(row, column, 1, 1, x0, top, x1, bottom)
        for row, (top, bottom) in enumerate(pairwise(ys))
        for column, (x0, x1) in enumerate(pairwise(table.xs))
    )
    return attrs.evolve(table, boxes=boxes, ys=ys)
