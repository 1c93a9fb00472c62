"""The order in which the lines of a PDF page are read, where it has columns of prose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from placebench.documents.pdf.lines import Line, Row, joined

_Gutter = tuple[float, float]

_STEP = 2.0
_NARROWEST = 8.0
_OUTER = 0.2
_MOST_CROSSING = 0.25
_FEWEST_LINES = 4
_FILLED = 0.55


def flows(rows: Sequence[Row]) -> Iterator[list[Line]]:
    """Yield runs of lines in reading order; the lines of each stand in one column.

    A column of prose is read to its end before the next; a line that reaches over several columns parts what
    stands above it from what stands below.
    """
    gutter = _gutter([line for row in rows for line in row])
    if gutter is None:
        if rows:
            yield [joined(row) for row in rows]
        return
    middle = (gutter[0] + gutter[1]) / 2
    for crossing, group in groupby(rows, lambda row: _crosses(row, gutter)):
        band = list(group)
        if crossing:
            yield [joined(row) for row in band]
            continue
        for side in (
            [tuple(line for line in row if line.x1 <= middle) for row in band],
            [tuple(line for line in row if line.x0 >= middle) for row in band],
        ):
            yield from flows([row for row in side if row])


def _crosses(row: Row, gutter: _Gutter) -> bool:
    return any(line.x0 < gutter[0] and line.x1 > gutter[1] for line in row)


def _gutter(lines: Sequence[Line]) -> _Gutter | None:
    """Return the widest strip down the page that few lines cross and that has prose on both sides."""
    if len(lines) < 2 * _FEWEST_LINES:
        return None
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    width = right - left
    crossed = _crossed(lines, left, width)
    best: _Gutter | None = None
    start: int | None = None
    most = _MOST_CROSSING * len(lines)
    for index, count in enumerate((*crossed, len(lines))):
        if count <= most and _OUTER * width < index * _STEP < (1 - _OUTER) * width:
            start = index if start is None else start
        elif start is not None:
            gutter = (left + start * _STEP, left + index * _STEP)
            if gutter[1] - gutter[0] >= _NARROWEST and (best is None or _wider(gutter, best)):
                best = gutter
            start = None
    return best if best and _has_prose(lines, best, left, right) else None


def _crossed(lines: Sequence[Line], left: float, width: float) -> list[int]:
    """Return how many lines cross each step of the width."""
    changes = [0] * (int(width / _STEP) + 2)
    for line in lines:
        changes[int((line.x0 - left) / _STEP)] += 1
        changes[int((line.x1 - left) / _STEP) + 1] -= 1
    counts: list[int] = []
    for change in changes[:-1]:
        counts.append((counts[-1] if counts else 0) + change)
    return counts


def _wider(one: _Gutter, other: _Gutter) -> bool:
    return one[1] - one[0] > other[1] - other[0]


def _has_prose(lines: Sequence[Line], gutter: _Gutter, left: float, right: float) -> bool:
    middle = (gutter[0] + gutter[1]) / 2
    before = [line for line in lines if line.x1 <= middle]
    after = [line for line in lines if line.x0 >= middle]
    if min(len(before), len(after)) < _FEWEST_LINES:
        return False
    beside = min(before[-1].y, after[-1].y) > max(before[0].y, after[0].y)
    return (
        beside
        and _filling(before, gutter[0] - left) >= _FILLED
        and _filling(after, right - gutter[1]) >= _FILLED
    )


def _filling(lines: Sequence[Line], width: float) -> float:
    return sum(line.x1 - line.x0 for line in lines) / len(lines) / max(width, 1)
