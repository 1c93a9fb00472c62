"""Columns of a page that its file sets one after the other, as in a newsletter, with the tables in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby, pairwise

import attrs

from placebench.documents.pdf.lines import Line, Row
from placebench.documents.pdf.order import Order
from placebench.documents.pdf.paragraphs import ends_sentence
from placebench.documents.pdf.tables import PageTable

_STEP = 2.0
_NARROWEST = 5.0
_OUTER = 0.25
_NEAR = 3.0
_FEWEST_LINES = 6
_FEWEST_RUNNING = 2
_MOST_FRAMING = 6
_MOST_CROSSING = 0.25

_Reach = tuple[float, float]


@attrs.frozen
class Region:
    """A part of a page that is read by itself.

    Attributes:
        rows: Its rows, from the top.
        tables: Its tables with borders.
        left: Where it begins.
        right: Where it ends.
    """

    rows: tuple[Row, ...]
    tables: tuple[PageTable, ...]
    left: float
    right: float


@attrs.frozen
class _Thing:
    """A line or a table, and where it stands."""

    x0: float
    x1: float
    y: float
    line: Line | None = None
    table: PageTable | None = None

    @property
    def lines(self) -> Iterator[Line]:
        """The lines in it."""
        if self.line:
            yield self.line
        for cell in self.table.cells if self.table else ():
            yield from (line for paragraph in cell.paragraphs for line in paragraph.lines)


def regions(
    rows: Sequence[Row], tables: Sequence[PageTable], order: Order, above: PageTable | None = None
) -> list[Region]:
    """Return the parts of a page in reading order; one where it has no columns of prose.

    There are columns where a strip down the page stays free, the file sets all that stands on its left before
    all that stands on its right, and sentences run on from line to line on both sides. What reaches over the
    strip parts what stands above it from what stands below.

    Args:
        rows: The rows of the page that stand in no table with borders.
        tables: Its tables with borders.
        order: The order of its words in the file.
        above: The table that ends the page before; the cells of a row that goes on look like columns.
    """
    reaches = [(line.x0, line.x1) for row in rows for line in row]
    reaches += [(table.edges[0], table.edges[-1]) for table in tables]
    if not reaches:
        return []
    left, right = min(start for start, _ in reaches), max(end for _, end in reaches)
    inner = above.edges[1:-1] if above else ()
    for strip in _strips(reaches, left, right):
        if any(strip[0] - _NEAR <= edge <= strip[1] + _NEAR for edge in inner):
            continue
        found = list(_parted(_things(rows, tables), strip, order))
        if any(beside for beside, _ in found):
            return [region for beside, band in found for region in _regions(rows, band, strip, beside=beside)]
    return [Region(tuple(rows), tuple(tables), left, right)]


def _things(rows: Sequence[Row], tables: Sequence[PageTable]) -> list[_Thing]:
    things = [_Thing(line.x0, line.x1, line.y, line) for row in rows for line in row]
    things += [_Thing(table.edges[0], table.edges[-1], table.top, None, table) for table in tables]
    return things


def _strips(reaches: Sequence[_Reach], left: float, right: float) -> Iterator[_Reach]:
    """Yield strips down the page that little crosses: of those side by side the freest, the widest first.

    Args:
        reaches: Where each line and each table begins and ends.
        left: Where the first of them begins.
        right: Where the last of them ends.
    """
    if len(reaches) < 2 * _FEWEST_LINES:
        return
    count = int((right - left) / _STEP) + 2
    changes = [0] * (count + 1)
    for start, end in reaches:
        changes[int((start - left) / _STEP)] += 1
        changes[int((end - left) / _STEP) + 1] -= 1
    crossed = list(accumulate(changes))
    inner = range(int(_OUTER * count) + 1, int((1 - _OUTER) * count))
    found = []
    for is_free, near in groupby(inner, lambda step: crossed[step] <= _MOST_CROSSING * len(reaches)):
        steps = list(near)
        least = min(crossed[step] for step in steps)
        for crossing, alike in groupby(steps, crossed.__getitem__) if is_free else ():
            inside = list(alike)
            if crossing == least and len(inside) * _STEP >= _NARROWEST:
                found.append((left + inside[0] * _STEP, left + (inside[-1] + 1) * _STEP))
    yield from sorted(found, key=lambda strip: strip[0] - strip[1])


def _parted(things: Sequence[_Thing], strip: _Reach, order: Order) -> Iterator[tuple[bool, list[_Thing]]]:
    """Yield the bands of a page from the top, each with whether it has columns."""
    kept: list[_Thing] = []
    middle = (strip[0] + strip[1]) / 2
    down = sorted(things, key=lambda one: one.y)
    for crosses, group in groupby(down, lambda one: one.x0 < strip[0] and one.x1 > strip[1]):
        band = list(group)
        head, inner, foot = _framed(band, middle, order)
        if not crosses and _beside(inner, middle, order):
            if kept or head:
                yield False, [*kept, *head]
            kept = foot
            yield True, inner
        else:
            kept += band
    if kept:
        yield False, kept


def _framed(
    band: Sequence[_Thing], middle: float, order: Order
) -> tuple[list[_Thing], list[_Thing], list[_Thing]]:
    """Part the lines at top and foot that the file sets after all others, as a header and a footer.

    Those on the right alone stand where their column begins and ends anyway.
    """
    inner = sorted(band, key=lambda one: one.y)
    head: list[_Thing] = []
    foot: list[_Thing] = []
    for _ in range(_MOST_FRAMING):
        if len(inner) <= _FEWEST_LINES:
            break
        last = max(inner, key=lambda one: max((order.of(line.words[-1]) for line in one.lines), default=-1))
        if last.line is None or last.x0 > middle or last not in (inner[0], inner[-1]):
            return head, inner, foot
        (head if last is inner[0] else foot).append(last)
        inner.remove(last)
    # So many are no header and footer but text that stands on one side.
    return [], list(band), []


def _beside(band: Sequence[_Thing], middle: float, order: Order) -> bool:
    sides = [[one for one in band if (one.x0 + one.x1) / 2 < middle]]
    sides.append([one for one in band if (one.x0 + one.x1) / 2 >= middle])
    lines = [[line for one in side for line in one.lines] for side in sides]
    if max(map(len, lines)) < _FEWEST_LINES or not all(lines):
        return False
    if (
        not all(map(_is_high, sides))
        or not all(map(_is_prose, sides))
        or not any(_running(side) >= _FEWEST_RUNNING for side in sides)
    ):
        return False
    before, behind = ([order.of(word) for line in side for word in line.words] for side in lines)
    return max(before) < min(behind)


def _is_high(side: Sequence[_Thing]) -> bool:
    """Tell whether one side holds enough to be a column: the rest of a table is enough."""
    return any(one.table for one in side) or sum(one.line is not None for one in side) >= _FEWEST_LINES


def _is_prose(side: Sequence[_Thing]) -> bool:
    """Tell whether what stands on one side is more than a column of a table: sentences, or a table itself."""
    return any(one.table for one in side) or _running(side) >= _FEWEST_RUNNING


def _running(side: Sequence[_Thing]) -> int:
    """Return how often a sentence runs on from a line to the next."""
    lines = [one.line for one in side if one.line]
    return sum(
        two.words[0].text[0].islower() and two.label is None and not ends_sentence(one.text)
        for one, two in pairwise(lines)
    )


def _regions(rows: Sequence[Row], band: Sequence[_Thing], strip: _Reach, *, beside: bool) -> Iterator[Region]:
    middle = (strip[0] + strip[1]) / 2
    if not beside:
        yield _region(rows, band)
        return
    yield _region(rows, [one for one in band if (one.x0 + one.x1) / 2 < middle])
    yield _region(rows, [one for one in band if (one.x0 + one.x1) / 2 >= middle])


def _region(rows: Sequence[Row], things: Sequence[_Thing]) -> Region:
    held = {id(one.line) for one in things}
    parts = (tuple(line for line in row if id(line) in held) for row in rows)
    tables = tuple(one.table for one in things if one.table)
    left, right = min(one.x0 for one in things), max(one.x1 for one in things)
    return Region(tuple(part for part in parts if part), tables, left, right)
