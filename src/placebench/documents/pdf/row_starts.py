"""Where the rows of a table without lines begin: by the space above them and by what the cells say."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from math import inf

import attrs

from placebench.documents.pdf.lines import Line, Row
from placebench.documents.pdf.paragraphs import ends_sentence, fits

A_LINE = 0.8
"""Distance of base lines, by the size of the type, below which lines stand beside one another."""
_ALIGNED = 2.0
_FEWEST_LINES = 4
_LONG = 5.0
_CLEARER = 1.08
_AGREED = 0.75
_FULL = 0.9
_LOOSE = 1.35
_WIDEST = 1.5
_NONE_BEFORE = 0.0
_NEVER = -4.0
_NUMBERS = 1.5
_CAPITALS = 1.0
_MOST_NUMBERS = 0.6
_OPEN = "-\u2013\u2014/"
_UNLIKELY = -2.0

Cells = Mapping[int, Line]


def by_column(row: Row, edges: Sequence[float]) -> dict[int, Line]:
    """Return the words of a row between the edges of each column."""
    found: dict[int, Line] = {}
    for line in row:
        middle = (line.x0 + line.x1) / 2
        column = bisect_right(edges, middle, 1, len(edges) - 1) - 1
        found[column] = Line((*found[column].words, *line.words)) if column in found else line
    return found


def row_starts(
    rows: Sequence[Row], edges: Sequence[float], spacing: float | None = None, *, one: bool = False
) -> list[int]:
    """Return at which rows of lines the rows of a table begin.

    Each line is asked whether its cells look like the beginning of a row: whether columns start again that
    had ended above, and whether words would have fitted on the line above. If one amount of space above
    lines agrees with most of the answers, this space parts the rows; else the answers do.

    Args:
        rows: Lines of the table, from the top.
        edges: Edges of its columns.
        spacing: Distance of base lines beyond which its rows are parted, where what stands above tells.
        one: Whether all may be one row.
    """
    groups = beside(rows)
    lines = [by_column(tuple(line for row in group for line in row), edges) for group in groups]
    leads = [0 in here or (index == 0 and len(here) > 1) for index, here in enumerate(lines[1:])]
    apart = [below[0][0].y - above[-1][0].y for above, below in pairwise(groups)]
    if spacing is not None:
        chosen = [may and distance > spacing for may, distance in zip(leads, apart, strict=True)]
    elif _are_rows(lines, len(edges) - 1):
        chosen = leads
    else:
        steps = [distance / below[0][0].size for distance, below in zip(apart, groups[1:], strict=True)]
        chosen = _chosen(steps, list(_answers(lines, edges, padded=one)), leads, [inf] if one else [])
    below = _below_labels(groups)
    chosen = [starts or index == below for index, starts in enumerate(chosen, 1)]
    firsts = accumulate(map(len, groups[:-1]))
    return [0, *(first for first, starts in zip(firsts, chosen, strict=True) if starts)]


def _below_labels(groups: Sequence[Sequence[Row]]) -> int | None:
    """Return at which line the row below bold labels begins, where the type tells it."""
    bold = [all(line.bold for row in group for line in row) for group in groups]
    first = bold.index(False) if False in bold else 0
    several = len(groups[0][0]) > 1
    near = all(
        below[0][0].y - above[-1][0].y <= _LOOSE * below[0][0].size
        for above, below in pairwise(groups[:first])
    )
    return first if first and several and near else None


def _are_rows(lines: Sequence[Cells], columns: int) -> bool:
    """Tell whether each line is a row: nearly all have every column, and nearly no text goes on."""
    texts = [line.text for here in lines for line in here.values()]
    full = sum(len(here) == columns for here in lines)
    small = sum(text[0].islower() for text in texts)
    return len(lines) >= _FEWEST_LINES and full >= _FULL * len(lines) and small <= (1 - _FULL) * len(texts)


def beside(rows: Sequence[Row]) -> list[list[Row]]:
    """Return lines together that overlap in height: they are of one row, with a cell in its middle."""
    groups = [[rows[0]]]
    for above, below in pairwise(rows):
        if below[0].y - above[0].y < A_LINE * below[0].size:
            groups[-1].append(below)
        else:
            groups.append([below])
    return groups


def _chosen(
    steps: Sequence[float], answers: Sequence[float], leads: Sequence[bool], beyond: Sequence[float]
) -> list[bool]:
    """Return of each line but the first whether it begins a row."""
    best, score = list[bool](), -1.0
    for least in (*beyond, *_least_steps(steps)):
        starts = [step >= least and may for step, may in zip(steps, leads, strict=True)]
        agreed = sum(says if start else -says for start, says in zip(starts, answers, strict=True))
        if agreed >= score:
            best, score = starts, agreed
    if best and score >= _AGREED * sum(map(abs, answers)):
        return best
    usual = min(_WIDEST, sorted(steps)[len(steps) // 3]) if steps else _WIDEST
    return [
        says > 0 or (step > _LOOSE * usual and says > _UNLIKELY)
        for step, says in zip(steps, answers, strict=True)
    ]


def _least_steps(steps: Sequence[float]) -> Iterator[float]:
    """Yield amounts of space that may part rows: each that is clearly more than the next smaller one."""
    below = _NONE_BEFORE
    for step in sorted(steps):
        if step > _CLEARER * below:
            yield step - 1e-6
        below = step


def _answers(lines: Sequence[Cells], edges: Sequence[float], *, padded: bool) -> Iterator[float]:
    """Yield how much the cells of each line but the first look like the beginning of a row.

    Where edges are drawn, texts are padded: they stay as far from the one on the right as from the other.
    """
    columns = len(edges) - 1
    rooms = [_room(lines, column, edges, padded=padded) for column in range(columns)]
    weights = [_weight(lines, column, columns) for column in range(columns)]
    values = {column for column in range(columns) if _holds_numbers(lines, column)}
    last: dict[int, Line] = dict(lines[0])
    for index, (above, here) in enumerate(pairwise(lines), 1):
        says = 0.0
        for column, line in here.items():
            if column not in last:
                continue
            if column in above and column in values and _are_numbers(above[column], line):
                says += _NUMBERS
            elif column in above:
                says += weights[column] * _breaks_off(last[column], line, rooms[column])
            else:
                goes_on = line.text[0].islower() and not ends_sentence(last[column].text)
                says += -1.0 if goes_on else 1.0
        if index == 1 and len(above) == columns and len(here) > 1 and _are_labels(above):
            says += 1.0
        elif 0 not in here:
            says += _NEVER
        elif len(here) > 1 and not any(line.text[0].islower() for line in here.values()):
            says += _CAPITALS
        yield says
        last.update(here)


def _are_labels(cells: Cells) -> bool:
    """Tell whether a first line may be a header, not the rest of a row that the page break cut."""
    return 2 * sum(line.text[0].islower() for line in cells.values()) <= len(cells)


def _holds_numbers(lines: Sequence[Cells], column: int) -> bool:
    texts = [line[column] for line in lines[1:] if column in line]
    return sum(map(_is_number, texts)) >= _MOST_NUMBERS * len(texts) > 0


def _are_numbers(above: Line, below: Line) -> bool:
    return _is_number(above) and _is_number(below)


def _is_number(line: Line) -> bool:
    """Tell whether a line is a number, which no line below goes on with."""
    text = line.text
    return len(line.words) == 1 and any(map(str.isdecimal, text)) and text[-1] not in _OPEN


@attrs.frozen
class _Room:
    """Where the lines of a column begin, unless they are centred or flush right, and where they may end."""

    left: float | None
    least: float
    most: float

    def fits(self, above: Line, below: Line, right: float) -> bool:
        """Tell whether the first word of a line would have fitted on the line above."""
        shift = 0.0 if self.left is None else above.x0 - self.left
        return fits(above, below, right + shift)


def _room(lines: Sequence[Cells], column: int, edges: Sequence[float], *, padded: bool) -> _Room:
    texts = [line[column] for line in lines if column in line]
    edge = edges[column + 1]
    if not texts:
        return _Room(None, edge, edge)
    if padded:
        edge -= max(min(line.x0 for line in texts) - edges[column], 0)
    starts = Counter(round(line.x0 / _ALIGNED) for line in texts)
    aligned = 2 * max(starts.values()) >= len(texts)
    left = None if aligned else min(line.x0 for line in texts)
    farthest = max(line.x1 for line in texts)
    if len(texts) < _FEWEST_LINES or farthest - min(line.x0 for line in texts) < _LONG * texts[0].size:
        return _Room(left, edge, edge)
    return _Room(left, min(farthest + 1, edge), edge)


def _weight(lines: Sequence[Cells], column: int, columns: int) -> float:
    """Return how much a column tells: how far the last one reaches is not known where its texts are short."""
    if column < columns - 1 or column == 0:
        return 1.0
    texts = [line[column] for line in lines if column in line]
    return 1.0 if texts and max(line.x1 - line.x0 for line in texts) > 2 * _LONG * texts[0].size else 0.0


def _breaks_off(above: Line, below: Line, room: _Room) -> float:
    """Return how much a text looks like the first of a cell, not as what goes on from the line above."""
    goes_on = below.text[0].islower() and not ends_sentence(above.text)
    if room.fits(above, below, room.least):
        return 0.3 if goes_on else 1.0
    if room.fits(above, below, room.most):
        return -0.5 if goes_on else 0.0
    if goes_on:
        return -1.5
    return -0.3 if ends_sentence(above.text) else -0.8
