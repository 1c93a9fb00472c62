"""How far lines of a PDF page leave gaps open between columns, from where a table may begin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import inf

import attrs

from placebench.documents.pdf.labelled import gaps_below, is_apart, is_bold
from placebench.documents.pdf.lines import Row, leading
from placebench.documents.pdf.row_starts import A_LINE, beside
from placebench.documents.pdf.shared import shared_gaps

_NARROWEST = 0.4
_LEAST = 0.15
_FARTHEST = 3.5
_FEWEST_ROWS = 3
_LOOSE = 1.35
_MOST_BESIDE = 3
_OUTSIDE = 0.75
_CLEARER = 1.25

Gap = tuple[float, float]


@attrs.frozen
class Run:
    """Lines among which gaps are open.

    Attributes:
        end: Number of the first line below that is none of them.
        gaps: The gaps, from the left.
        headed: Whether labels in bold type tell them.
    """

    end: int
    gaps: tuple[Gap, ...]
    headed: bool = False


def run_from(rows: Sequence[Row], start: int) -> Run:
    """Return how far rows leave the gaps of the first open, and what is left of these."""
    told = gaps_below(rows, start)
    gaps = told or _first_gaps(rows, start)
    if not gaps:
        return Run(start + 1, ())
    end = start + 1
    step, bold = 0.0, is_bold(rows[start])
    left, alike = rows[start][0].x0 - _OUTSIDE, 1
    several = int(len(rows[start]) > 1)
    while gaps and end < len(rows) and follows(rows[end - 1], rows[end], headed=bool(told)):
        row = rows[end]
        kept = [part for gap in gaps for part in _left_open(gap, row, 0.0 if told else _LEAST)]
        known = several >= _FEWEST_ROWS
        if len(kept) < len(gaps) and (
            len(row) == 1 or not kept or (known and _closes_column(rows[start:end], gaps, kept))
        ):
            break
        if (
            known
            and len(row) == 1
            and ((alike > 1 and row[0].x0 < left) or _is_between(rows, end, step, labelled=bold))
        ):
            break
        several += len(row) > 1
        # How many lines begin on the left of all others, at the same distance.
        if row[0].x0 < left:
            left, alike = row[0].x0 - _OUTSIDE, 0
        alike += row[0].x0 < left + 2 * _OUTSIDE
        step = max(step, row[0].y - rows[end - 1][0].y)
        gaps = kept
        end += 1
    headed = bool(told) or _has_labels(rows[start], gaps)
    if headed and end - start > _FEWEST_ROWS and _begins_outside(rows[start:end]):
        end -= 1
    return Run(_without_tail(rows, start, end, gaps), tuple(gaps), headed)


def _closes_column(rows: Sequence[Row], gaps: Sequence[Gap], kept: Sequence[Gap]) -> bool:
    """Tell whether a gap was closed between two columns that have a label each."""
    columns = shared_gaps(rows, gaps)
    ends = [0.0, *((start + end) / 2 for start, end in columns), inf]
    labels = [line for row in beside(rows)[0] for line in row]
    labelled = [any(left <= line.x0 < right for line in labels) for left, right in pairwise(ends)]
    return any(
        one and two and not any(start <= gap[0] and gap[1] <= end for gap in kept)
        for (start, end), (one, two) in zip(columns, pairwise(labelled), strict=True)
    )


def _is_between(rows: Sequence[Row], number: int, step: float, *, labelled: bool) -> bool:
    """Tell whether a line stands between two tables, with more space around it than lines of the first have.

    Labels in bold type below it, as the first has them, are those of another table.
    """
    above, line, *below = rows[number - 1 : number + 2]
    if line[0].y - above[0].y <= _CLEARER * step:
        return False
    if not below or below[0][0].y - line[0].y > _CLEARER * step:
        return True
    return labelled and len(below[0]) > 1 and is_bold(below[0]) and not is_bold(line)


def _first_gaps(rows: Sequence[Row], start: int) -> list[Gap]:
    """Return the gaps of a row and the lines half beside it: a label may stand around the others."""
    end = start + 1
    while end < min(start + _MOST_BESIDE, len(rows)) and _is_beside(rows[end - 1], rows[end]):
        end += 1
    if end == start + 1 and len(rows[start]) == 1:
        return []
    reaches: list[tuple[float, float]] = []
    for line in sorted((line for row in rows[start:end] for line in row), key=lambda line: line.x0):
        if reaches and line.x0 < reaches[-1][1]:
            reaches[-1] = reaches[-1][0], max(reaches[-1][1], line.x1)
        else:
            reaches.append((line.x0, line.x1))
    return [(one[1], two[0]) for one, two in pairwise(reaches)]


def _is_beside(above: Row, below: Row) -> bool:
    return below[0].y - above[0].y < A_LINE * below[0].size


def follows(above: Row, below: Row, *, headed: bool = False) -> bool:
    """Tell whether a line is near enough to the one above it to be of the same table."""
    if headed:
        return not is_apart(above, below)
    return below[0].y - above[0].y <= _FARTHEST * max(line.size for line in (*above, *below))


def _left_open(gap: Gap, row: Row, least: float) -> Iterator[Gap]:
    """Yield what a row leaves open of a gap; where lines begin as the gap ends, less is enough."""
    start, end = gap
    narrowest = _NARROWEST * row[0].size
    for line in row:
        if line.x1 <= start or line.x0 >= end:
            continue
        if line.x0 - start >= narrowest:
            yield start, line.x0
        start = line.x1
    if end - start >= least * row[0].size:
        yield start, end


def _without_tail(rows: Sequence[Row], start: int, end: int, gaps: Sequence[Gap]) -> int:
    """Return the end without the short lines below, which only happen to stand under the first column."""
    step = leading([row[0] for row in rows[start:end]]) * _LOOSE
    for index in range(end - 1, start, -1):
        if len(rows[index]) > 1 or rows[index][0].x1 > gaps[0][0]:
            break
        if rows[index][0].y - rows[index - 1][0].y > step * rows[index][0].size:
            return index
    return end


def _has_labels(row: Row, gaps: Sequence[Gap]) -> bool:
    return len(gaps) == len(row) - 1 and is_bold(row)


def _begins_outside(rows: Sequence[Row]) -> bool:
    """Tell whether the last of some rows is a single line that begins on the left of all others."""
    *above, last = rows
    return len(last) == 1 and last[0].x0 < min(row[0].x0 for row in above) - _OUTSIDE
