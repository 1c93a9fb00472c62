"""Lines of a PDF page parted where columns begin that stand too close for space alone to part them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise, takewhile
from operator import attrgetter

from placebench.documents.pdf.labelled import Edge, labelled_edges, with_labels
from placebench.documents.pdf.lines import Line, Row, is_bullet, is_label
from placebench.documents.pdf.order import Order
from placebench.documents.pdf.place import Word

_ALIGNED = 0.75
_FEWEST_ROWS = 3
_FEWEST_NARROW = 8
_MOST_BETWEEN = 40
_ROWS_AROUND = 8
_NARROWEST = 0.42
_TOUCHING = -0.1
_WIDER = 1.4
_HANGING = 2.0
_size = attrgetter("size")

_Apart = Sequence[Sequence[int]]


def parted(rows: Sequence[Row], order: Order) -> list[Row]:
    """Return rows with lines parted where a column begins.

    A column begins where lines of several rows near one another begin behind wide gaps, at the same distance
    from the left, or many words behind gaps that are wider than those of their lines; there, such a gap is
    enough, and any gap where the file sets other words between the two, or where labels in bold type tell it.
    """
    labelled = sorted(labelled_edges(rows))
    if labelled:
        rows = _with_parts(rows, [[range(1, len(line.words)) for line in row] for row in rows], labelled)
    apart = [[_apart(line, order) for line in row] for row in rows]
    edges = sorted({*_edges(rows), *_narrow_edges(rows, apart)})
    return list(with_labels(_with_parts(rows, apart, edges) if edges else rows))


def parted_again(rows: Sequence[Row], starts: Sequence[float], order: Order) -> tuple[Row, ...]:
    """Return rows with lines parted where the columns of a table on the page before begin."""
    edges = [(start, 0, len(rows)) for start in sorted(starts)]
    apart = [[_apart(line, order) for line in row] for row in rows]
    return tuple(_with_parts(rows, apart, edges))


def _with_parts(rows: Sequence[Row], apart: Sequence[_Apart], edges: Sequence[Edge]) -> list[Row]:
    return [
        tuple(part for line, at in zip(row, places, strict=True) for part in _parts(line, number, edges, at))
        if any(places)
        else row
        for number, (row, places) in enumerate(zip(rows, apart, strict=True))
    ]


def _edges(rows: Sequence[Row]) -> Iterator[Edge]:
    """Yield where columns begin, with the first and the last row in which they do."""
    starts = sorted((line.x0, number) for number, row in enumerate(rows) for line in row[1:])
    yield from _grouped(starts, _FEWEST_ROWS)


def _narrow_edges(rows: Sequence[Row], apart: Sequence[_Apart]) -> Iterator[Edge]:
    """Yield where columns begin whose every text reaches close to the next."""
    starts = (
        (line.words[index].x0, number)
        for number, (row, places) in enumerate(zip(rows, apart, strict=True))
        for line, at in zip(row, places, strict=True)
        for index in at
        if not is_label(line.words[:index], line.words[index])
    )
    yield from _grouped(sorted(starts), _FEWEST_NARROW)


def _apart(line: Line, order: Order) -> Sequence[int]:
    """Return which words of a line stand behind a gap wider than the others, or behind other words."""
    words = line.words
    if len(words) == 1:
        return ()
    gaps = [two[1] - one[2] for one, two in pairwise(words)]
    partings = order.partings(words)
    # In prose, no gap is wide.
    if True not in partings and max(gaps) < _NARROWEST * min(map(_size, words)):
        return ()
    # Where cells hold a word each, most gaps are those between columns.
    spaces = [gap for gap in gaps if gap < _NARROWEST * line.size]
    wide = _WIDER * _median(spaces) if spaces else 0.0
    return [
        index
        for index, (gap, word, parts) in enumerate(zip(gaps, words[1:], partings, strict=True), 1)
        if (gap >= wide and gap >= _NARROWEST * word.size) or (parts and gap >= _TOUCHING * word.size)
    ]


def _median(values: Sequence[float]) -> float:
    # The library's own takes longer to be loaded than a pack of papers needs of it.
    ordered = sorted(values)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


def _grouped(starts: Sequence[tuple[float, int]], fewest: int) -> Iterator[Edge]:
    group: list[tuple[float, int]] = []
    for start in (*starts, None):
        if group and (start is None or start[0] - group[0][0] > _ALIGNED):
            yield from _reaches(group, fewest)
            group = []
        if start is not None:
            group.append(start)


def _reaches(group: Sequence[tuple[float, int]], fewest: int) -> Iterator[Edge]:
    numbers = sorted(number for _, number in group)
    first = 0
    for index, (one, two) in enumerate(pairwise([*numbers, numbers[-1] + 2 * _MOST_BETWEEN]), 1):
        if two - one > _MOST_BETWEEN:
            if index - first >= fewest:
                yield group[0][0], numbers[first] - _ROWS_AROUND, one + _ROWS_AROUND
            first = index


def _parts(line: Line, row: int, edges: Sequence[Edge], apart: Sequence[int]) -> Iterator[Line]:
    words = line.words
    start = 0
    for index in apart:
        if _begins_column(words[index].x0, row, edges) and not _behind_bullet(words, index):
            yield Line(words[start:index])
            start = index
    yield Line(words[start:]) if start else line


def _behind_bullet(words: Sequence[Word], index: int) -> bool:
    before = words[index - 1]
    return is_bullet([before]) and words[index].x0 - before.x1 <= _HANGING * before.size


def _begins_column(x: float, row: int, edges: Sequence[Edge]) -> bool:
    first = bisect_left(edges, (x - _ALIGNED,))
    near = takewhile(lambda edge: edge[0] <= x + _ALIGNED, islice(edges, first, None))
    return any(start <= row <= end for _, start, end in near)
