"""Lines of a PDF page parted where columns begin that stand too close for space alone to part them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise, takewhile
from statistics import median

from placebench.documents.pdf.lines import Line, Row, is_label
from placebench.documents.pdf.order import Order

_ALIGNED = 0.75
_FEWEST_ROWS = 3
_FEWEST_NARROW = 8
_MOST_BETWEEN = 40
_ROWS_AROUND = 8
_NARROWEST = 0.42
_TOUCHING = -0.1
_WIDER = 1.4

_Edge = tuple[float, int, int]


def parted(rows: Sequence[Row], order: Order) -> list[Row]:
    """Return rows with lines parted where a column begins.

    A column begins where lines of several rows near one another begin behind wide gaps, at the same distance
    from the left, or many words behind gaps that are wider than those of their lines; there, such a gap is
    enough, and any gap where the file sets other words between the two.
    """
    edges = sorted({*_edges(rows), *_narrow_edges(rows, order)})
    if not edges:
        return list(rows)
    return [
        tuple(part for line in row for part in _parts(line, number, edges, order))
        for number, row in enumerate(rows)
    ]


def parted_again(rows: Sequence[Row], starts: Sequence[float], order: Order) -> tuple[Row, ...]:
    """Return rows with lines parted where the columns of a table on the page before begin."""
    edges = [(start, 0, len(rows)) for start in sorted(starts)]
    return tuple(
        tuple(part for line in row for part in _parts(line, number, edges, order))
        for number, row in enumerate(rows)
    )


def _edges(rows: Sequence[Row]) -> Iterator[_Edge]:
    """Yield where columns begin, with the first and the last row in which they do."""
    starts = sorted((line.x0, number) for number, row in enumerate(rows) for line in row[1:])
    yield from _grouped(starts, _FEWEST_ROWS)


def _narrow_edges(rows: Sequence[Row], order: Order) -> Iterator[_Edge]:
    """Yield where columns begin whose every text reaches close to the next."""
    starts = (
        (line.words[index].x0, number)
        for number, row in enumerate(rows)
        for line in row
        for index in _apart(line, order)
        if not is_label(line.words[:index], line.words[index])
    )
    yield from _grouped(sorted(starts), _FEWEST_NARROW)


def _apart(line: Line, order: Order) -> Iterator[int]:
    """Yield which words of a line stand behind a gap that is wider than the others, or behind other words."""
    gaps = [two.x0 - one.x1 for one, two in pairwise(line.words)]
    # Where cells hold a word each, most gaps are those between columns.
    spaces = [gap for gap in gaps if gap < _NARROWEST * line.size]
    usual = median(spaces) if spaces else 0.0
    for index, gap in enumerate(gaps, 1):
        word = line.words[index]
        wide = gap >= _NARROWEST * word.size and gap >= _WIDER * usual
        if wide or (gap >= _TOUCHING * word.size and order.parts(line.words[index - 1], word)):
            yield index


def _grouped(starts: Sequence[tuple[float, int]], fewest: int) -> Iterator[_Edge]:
    group: list[tuple[float, int]] = []
    for start in (*starts, None):
        if group and (start is None or start[0] - group[0][0] > _ALIGNED):
            yield from _reaches(group, fewest)
            group = []
        if start is not None:
            group.append(start)


def _reaches(group: Sequence[tuple[float, int]], fewest: int) -> Iterator[_Edge]:
    numbers = sorted(number for _, number in group)
    first = 0
    for index, (one, two) in enumerate(pairwise([*numbers, numbers[-1] + 2 * _MOST_BETWEEN]), 1):
        if two - one > _MOST_BETWEEN:
            if index - first >= fewest:
                yield group[0][0], numbers[first] - _ROWS_AROUND, one + _ROWS_AROUND
            first = index


def _parts(line: Line, row: int, edges: Sequence[_Edge], order: Order) -> Iterator[Line]:
    words = line.words
    start = 0
    for index in _apart(line, order):
        if _begins_column(words[index].x0, row, edges):
            yield Line(words[start:index])
            start = index
    yield Line(words[start:]) if start else line


def _begins_column(x: float, row: int, edges: Sequence[_Edge]) -> bool:
    first = bisect_left(edges, (x - _ALIGNED,))
    near = takewhile(lambda edge: edge[0] <= x + _ALIGNED, islice(edges, first, None))
    return any(start <= row <= end for _, start, end in near)
