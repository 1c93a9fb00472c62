"""Columns of a PDF table without borders whose labels stand beside what is below them, not above it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from placebench.documents.pdf.lines import Row
from placebench.documents.pdf.row_starts import beside

_FEWEST_ROWS = 3

_Gap = tuple[float, float]


def shared_gaps(rows: Sequence[Row], gaps: Sequence[_Gap]) -> tuple[_Gap, ...]:
    """Return the gaps between columns, without those between a label and the texts that it heads.

    Numbers on the right of a column, or in its middle, may leave free all that is below a label on its left:
    the label and the numbers never stand side by side then, as two columns do.

    Args:
        rows: Lines of the table, from the top; the first are its labels.
        gaps: What they leave open, from the left.
    """
    groups = beside(rows)
    if len(groups) < _FEWEST_ROWS:
        return tuple(gaps)
    middles = [(start + end) / 2 for start, end in gaps]
    filled: list[set[int]] = [set() for _ in range(len(gaps) + 1)]
    for number, group in enumerate(groups):
        for line in (line for row in group for line in row):
            filled[bisect_right(middles, (line.x0 + line.x1) / 2)].add(number)
    kept: list[_Gap] = []
    first = 0
    for number, gap in enumerate(gaps):
        left, right = set().union(*filled[first : number + 1]), filled[number + 1]
        # One label heads both, and no more than two parts make a column.
        if first == number and not left & right and 0 in left | right:
            continue
        kept.append(gap)
        first = number + 1
    return tuple(kept)
