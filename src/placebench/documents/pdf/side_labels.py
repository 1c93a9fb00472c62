"""Tables of two columns without a header in a PDF: labels on the left, texts of any length beside them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise, takewhile

from placebench.documents.pdf.lines import Line, Row
from placebench.documents.pdf.order import Order
from placebench.documents.pdf.paragraphs import ends_sentence

_FEWEST_LABELS = 3
_LONGEST = 60
_MOST_LABELS = 0.8
_MOST_FULL = 0.75
_ALIGNED = 2.0
_SAME_LEFT = 0.6
_FARTHEST = 2.0

_Gap = tuple[float, float]


def have_labels(rows: Sequence[Row], gap: _Gap, order: Order) -> bool:
    """Tell whether short labels stand on the left of a gap, each with the text on its right.

    The file sets such a table label by label. What it sets line by line, or one side after the other, is
    prose in two columns.

    Args:
        rows: Lines that leave the gap open, from the top.
        gap: The gap.
        order: The order of the words of the page.
    """
    if sum(len(row) > 1 for row in rows) > _MOST_FULL * len(rows):
        return False
    lines = sorted((line for row in rows for line in row), key=lambda line: order.of(line.words[0]))
    sides = [(left, [*group]) for left, group in groupby(lines, lambda line: line.x1 <= gap[1])]
    labels = [group for left, group in sides if left]
    texts = [group for left, group in sides if not left]
    if len(labels) < _FEWEST_LABELS or not all(map(_runs_down, (*labels, *texts))):
        return False
    whole = [" ".join(line.text for line in group) for group in labels]
    short = sum(len(label) <= _LONGEST and not _is_sentence(label) for label in whole)
    wraps = any(len(group) > 1 for group in (*labels, *texts))
    return short >= _MOST_LABELS * len(labels) and wraps and _begin_alike(labels) and _begin_alike(texts)


def rows_before(rows: Sequence[Row], start: int, gap: _Gap, order: Order) -> int:
    """Return how many lines above the first label go with it: its text may begin above it."""
    first = order.of(rows[start][0].words[0])
    above = pairwise((rows[start], *reversed(rows[:start])))
    return sum(
        1
        for _ in takewhile(
            lambda pair: (
                len(pair[1]) == 1
                and pair[1][0].x0 >= gap[1] - _ALIGNED
                and order.of(pair[1][0].words[0]) > first
                and pair[0][0].y - pair[1][0].y <= _FARTHEST * pair[1][0].size
            ),
            above,
        )
    )


def _runs_down(group: Sequence[Line]) -> bool:
    return all(one.y <= two.y for one, two in pairwise(group))


def _is_sentence(text: str) -> bool:
    return ends_sentence(text) and not text.endswith(":")


def _begin_alike(groups: Sequence[Sequence[Line]]) -> bool:
    starts = sorted(group[0].x0 for group in groups)
    middle = starts[len(starts) // 2]
    return sum(abs(start - middle) <= _ALIGNED for start in starts) >= _SAME_LEFT * len(starts)
