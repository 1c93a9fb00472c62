"""Tables whose cells have borders, found by the lines that are drawn on a page."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

import attrs

from placebench.documents.pdf.rules import Rule, Rules

MOST_LINES = 400
"""Lines across, and lines down, of a page; more are a drawing."""
MOST_CELLS = 20_000
"""Cells of a table; a grid with more is a drawing."""

_NEAR = 3.0
_APART = 7.0
"""How far, in points, the borders of cells side by side may stand apart."""


@attrs.frozen
class Box:
    """A cell: the rows and columns that it covers, and where it lies on the page."""

    row: int
    column: int
    row_span: int
    column_span: int
    x0: float
    top: float
    x1: float
    bottom: float


@attrs.frozen
class BoxTable:
    """A table of boxes in reading order, and the edges of its columns and of its rows."""

    boxes: tuple[Box, ...]
    xs: tuple[float, ...]
    ys: tuple[float, ...]

    @property
    def top(self) -> float:
        """Upper end."""
        return self.ys[0]

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point lies within its borders."""
        return self.xs[0] < x < self.xs[-1] and self.ys[0] < y < self.ys[-1]


def grids(rules: Rules) -> list[BoxTable]:
    """Return the tables with borders of a page, from the top; each has two columns at least."""
    across, down = merged(rules.across, _APART), merged(rules.down, _NEAR)
    if max(len(across), len(down)) > MOST_LINES:
        return []
    found = (_grid(*group) for group in _crossing(across, down))
    return sorted((table for table in found if table), key=lambda table: (table.top, table.xs))


def boxes_between(
    xs: Sequence[float], ys: Sequence[float], across: Iterable[Rule], down: Iterable[Rule]
) -> tuple[Box, ...]:
    """Return the cells between edges; two that no line parts are one cell."""
    columns, rows = len(xs) - 1, len(ys) - 1
    right = _parted(down, xs, ys)
    below = _parted(across, ys, xs)
    taken: set[tuple[int, int]] = set()
    boxes: list[Box] = []
    for row in range(rows):
        for column in range(columns):
            if (row, column) in taken:
                continue
            wide = 1
            while (
                column + wide < columns
                and (column + wide, row) not in right
                and (row, column + wide) not in taken
            ):
                wide += 1
            high = 1
            while row + high < rows and all(
                (row + high, c) not in below and (row + high, c) not in taken
                for c in range(column, column + wide)
            ):
                high += 1
            taken.update((r, c) for r in range(row, row + high) for c in range(column, column + wide))
            boxes.append(Box(row, column, high, wide, xs[column], ys[row], xs[column + wide], ys[row + high]))
    return tuple(boxes)


def _parted(rules: Iterable[Rule], at: Sequence[float], along: Sequence[float]) -> set[tuple[int, int]]:
    """Return which edge a line parts between which two edges of the other direction."""
    found: set[tuple[int, int]] = set()
    for rule in rules:
        edge = _nearest(at, rule.at)
        for gap in range(max(bisect_left(along, rule.start - _APART), 0), len(along) - 1):
            if along[gap + 1] > rule.end + _APART:
                break
            found.add((edge, gap))
    return found


def _nearest(edges: Sequence[float], at: float) -> int:
    return min(range(len(edges)), key=lambda index: abs(edges[index] - at))


def merged(rules: Iterable[Rule], apart: float = _APART) -> list[Rule]:
    """Return lines with those joined that lie on one another or go on from one another.

    Args:
        rules: Lines of one direction.
        apart: How far, in points, one may end before the next that goes on from it.
    """
    whole: list[Rule] = []
    group: list[Rule] = []
    for rule in (*sorted(rules), None):
        if group and (rule is None or rule.at - group[0].at > _NEAR):
            whole += _joined(group, apart)
            group = []
        if rule is not None:
            group.append(rule)
    return whole


def _joined(group: Sequence[Rule], apart: float) -> list[Rule]:
    at = sum(rule.at for rule in group) / len(group)
    joined: list[Rule] = []
    for rule in sorted(group, key=lambda rule: rule.start):
        if joined and rule.start <= joined[-1].end + apart:
            joined[-1] = Rule(at, joined[-1].start, max(joined[-1].end, rule.end))
        else:
            joined.append(Rule(at, rule.start, rule.end))
    return joined


def _crossing(across: Sequence[Rule], down: Sequence[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Return lines that cross or touch one another, group by group."""
    groups: list[tuple[set[int], list[Rule]]] = []
    for one in down:
        touched = {number for number, line in enumerate(across) if _touch(line, one)}
        verticals = [one]
        rest = []
        for numbers, lines in groups:
            if touched & numbers:
                touched |= numbers
                verticals += lines
            else:
                rest.append((numbers, lines))
        groups = [*rest, (touched, verticals)]
    return [([across[number] for number in sorted(numbers)], lines) for numbers, lines in groups]


def _touch(across: Rule, down: Rule) -> bool:
    return (
        across.start - _APART <= down.at <= across.end + _APART
        and down.start - _NEAR <= across.at <= down.end + _NEAR
    )


def _grid(across: list[Rule], down: list[Rule]) -> BoxTable | None:
    xs, ys = _edges(down, across), _edges(across, down)
    if len(xs) < 3 or len(ys) < 2 or len(xs) * len(ys) > MOST_CELLS:  # noqa: PLR2004 - two columns
        return None
    return BoxTable(boxes_between(xs, ys, across, down), tuple(xs), tuple(ys))


def _edges(rules: Iterable[Rule], others: Sequence[Rule]) -> list[float]:
    """Return where lines lie, and where those that cross them end: outer borders may be left out."""
    ends = (min(rule.start for rule in others), max(rule.end for rule in others)) if len(others) > 1 else ()
    edges: list[float] = []
    for at in sorted([*(rule.at for rule in rules), *ends]):
        if not edges or at - edges[-1] > _APART:
            edges.append(at)
    return edges
