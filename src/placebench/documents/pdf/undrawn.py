"""Rows of a PDF table whose columns are drawn, by a frame and lines down or by colours, but not its rows."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise

import attrs

from placebench.documents.pdf.cell_order import tops_as_set
from placebench.documents.pdf.grid import Box, BoxTable
from placebench.documents.pdf.lines import Line, Row, rows_of
from placebench.documents.pdf.order import Order
from placebench.documents.pdf.place import Word
from placebench.documents.pdf.row_starts import row_starts

_FEWEST_EDGES = 4
_MOST_BANDS = 2
_MOST_HEADER_LINES = 3


def with_rows(table: BoxTable, words: Iterable[Word], order: Order) -> BoxTable:
    """Return a table with its one drawn row, below a header or without, parted as its texts tell.

    Args:
        table: A table whose columns are drawn.
        words: The words of its page.
        order: The order of the words in the file.
    """
    bands = len(table.ys) - 1
    whole = len(table.boxes) == bands * (len(table.xs) - 1)
    if len(table.xs) < _FEWEST_EDGES or bands > _MOST_BANDS or not whole:
        return table
    inside = [word for word in words if table.holds((word.x0 + word.x1) / 2, word.y)]
    rows = [_by_columns(row, table.xs) for row in rows_of(inside)]
    last = table.ys[-2]
    header = [row for row in rows if row[0].middle < last]
    body = rows[len(header) :]
    if len(header) > _MOST_HEADER_LINES or not body:
        return table
    starts = row_starts(body, table.xs, one=True)
    tops = tops_as_set(body, table.xs, order, starts) or [_top(body[start]) for start in starts]
    return _parted(table, tops[1:])


def _by_columns(row: Row, xs: Sequence[float]) -> Row:
    """Return the words of a row as one line a column."""
    columns: dict[int, list[Word]] = {}
    for word in (word for line in row for word in line.words):
        columns.setdefault(bisect_right(xs, (word.x0 + word.x1) / 2), []).append(word)
    return tuple(Line(tuple(columns[column])) for column in sorted(columns))


def _top(row: Row) -> float:
    return min(line.top for line in row) - 1


def _parted(table: BoxTable, tops: Sequence[float]) -> BoxTable:
    if not tops:
        return table
    ys = (*table.ys[:-1], *tops, table.ys[-1])
    boxes = tuple(
        Box(row, column, 1, 1, x0, top, x1, bottom)
        for row, (top, bottom) in enumerate(pairwise(ys))
        for column, (x0, x1) in enumerate(pairwise(table.xs))
    )
    return attrs.evolve(table, boxes=boxes, ys=ys)
