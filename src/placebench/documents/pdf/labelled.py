"""Columns of a PDF table without lines, told by the labels in bold type above them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile, zip_longest

import attrs

from placebench.documents.pdf.lines import Line, Row, is_bullet

Edge = tuple[float, int, int]
"""Where a column begins, and the first and the last row in which it does."""

_Reach = tuple[float, float]

_NEAR = 0.75
_ROUNDED = 0.05
_FEWEST_LABELS = 2
_FEWEST_ROWS = 2
_A_LINE = 0.8
_WRAPPED = 1.35
_FARTHEST = 4.5
_MOST_ROWS = 100
_HANGING = 2.0
_LONGEST_LABEL = 5


@attrs.frozen
class _Header:
    """Labels in bold type, from the left, and the lines below them.

    Attributes:
        labels: Where each label begins and ends.
        height: How many lines they take.
        body: The lines below, as far down as they follow one another.
    """

    labels: tuple[_Reach, ...]
    height: int
    body: Sequence[Row]

    def starts(self) -> list[float | None]:
        """Return where the columns begin, save the first; None for one that the lines below do not tell.

        A column begins between its label and the one before, or with its label, which may be centred.
        """
        return [_start_between(one[1], two[0], self.body) for one, two in pairwise(self.labels)]


def labelled_edges(rows: Sequence[Row]) -> Iterator[Edge]:
    """Yield where columns begin below bold labels, as far down as no word lies across any of them."""
    for number in range(len(rows) - 1):
        header = _header(rows, number)
        if header:
            yield from _edges_below(
                header, number, min(row[0].x0 for row in rows[number : number + header.height])
            )


def gaps_below(rows: Sequence[Row], number: int) -> list[tuple[float, float]]:
    """Return the gaps before the columns that bold labels tell; none where they do not tell each.

    A label that is centred may stand beside the texts of its column.
    """
    header = _header(rows, number)
    if header is None:
        return []
    found = zip(header.labels, header.starts(), strict=False)
    gaps = [(label[1], start - _ROUNDED) for label, start in found if start is not None]
    return gaps if len(gaps) == len(header.labels) - 1 else []


def with_labels(rows: Sequence[Row]) -> Iterator[Row]:
    """Yield rows with labels parted that stand close to one another, where the lines below begin.

    Where these are flush right or in the middle, labels are parted above each gap between them.
    """
    for row, below in zip_longest(rows, rows[1:], fillvalue=()):
        if len(row) < _FEWEST_LABELS or len(below) <= len(row):
            yield row
            continue
        parts = tuple(part for line in row for part in _cut_above(line, below))
        if len(parts) == len(below) and all(map(_is_short_label, parts)):
            yield parts
        elif is_bold(row) and not is_bold(below):
            starts = [line.x0 for line in below]
            yield tuple(part for line in row for part in _cut(line, starts))
        else:
            yield row


def _is_short_label(line: Line) -> bool:
    return len(line.words) <= _LONGEST_LABEL and not line.text[0].islower()


def _cut_above(line: Line, below: Row) -> Iterator[Line]:
    """Yield the parts of a line between the words that stand above the gaps of the row below."""
    first = 0
    for one, two in pairwise(below):
        near = (
            at
            for at in range(first + 1, len(line.words))
            if line.x0 < one.x1 < line.words[at].x0 and line.words[at - 1].x1 < two.x0 < line.x1
        )
        at = max(near, key=lambda at: line.words[at].x0 - line.words[at - 1].x1, default=0)
        if at:
            yield Line(line.words[first:at])
            first = at
    yield Line(line.words[first:]) if first else line


def is_bold(row: Row) -> bool:
    """Tell whether all lines of a row are in bold type."""
    return row[0].bold and all(line.bold for line in row)


def is_apart(above: Row, below: Row) -> bool:
    """Tell whether more space parts two lines than paragraphs in cells have around them."""
    return below[0].y - above[0].y > _FARTHEST * max(above[0].size, below[0].size)


def _header(rows: Sequence[Row], number: int) -> _Header | None:
    """Return the labels that begin with a row, where several stand side by side above other lines."""
    if not is_bold(rows[number]) or (
        number and is_bold(rows[number - 1]) and _beside(*rows[number - 1 : number + 1])
    ):
        return None
    height = 1
    several = len(rows[number]) >= _FEWEST_LABELS
    for above, row in pairwise(rows[number:]):
        near = _wraps(above, row) if several else _beside(above, row)
        if not near or not is_bold(row):
            break
        height += 1
        several = several or len(row) >= _FEWEST_LABELS
    below = rows[number + height - 1 : number + height + _MOST_ROWS]
    if not several or len(below) <= _FEWEST_ROWS:
        return None
    labels = _merged(rows[number : number + height])
    body = [two for _, two in takewhile(lambda pair: not is_apart(*pair), pairwise(below))]
    return _Header(labels, height, body) if len(labels) >= _FEWEST_LABELS and not is_bold(below[1]) else None


def _merged(rows: Sequence[Row]) -> tuple[_Reach, ...]:
    """Return where labels of several lines begin and end."""
    reaches: list[_Reach] = []
    for x0, x1 in sorted((line.x0, line.x1) for row in rows for line in row):
        if reaches and x0 < reaches[-1][1]:
            reaches[-1] = reaches[-1][0], max(reaches[-1][1], x1)
        else:
            reaches.append((x0, x1))
    return tuple(reaches)


def _edges_below(header: _Header, number: int, left: float) -> Iterator[Edge]:
    body = header.body
    starts = [start for start in header.starts() if start is not None]
    reach = min((_reach(body, start) for start in starts), default=0)
    # A paragraph below may leave the columns free by chance, and begins on their left.
    if reach and body[reach - 1][0].x0 < min(left, *(row[0].x0 for row in body[: reach - 1]), left) - _NEAR:
        reach -= 1
    for start in starts if reach >= _FEWEST_ROWS else ():
        for at in (start, *_hanging(body[:reach], start)):
            yield at, number, number + header.height - 1 + reach


def _start_between(left: float, right: float, body: Sequence[Row]) -> float | None:
    """Return where the column of a label begins: where most of the lines below it do.

    Behind a bullet, lines begin where its text does.

    Args:
        left: Where the label before ends.
        right: Where the label begins, which may be centred.
        body: The lines below.
    """
    lines = [line for row in body for line in row if left < line.x0 <= right + _NEAR]
    bullets = {round(line.x0, 1) for line in lines if is_bullet(line.words[:1])}
    texts = [at for bullet in bullets for at in _hanging(body, bullet)]
    found: list[tuple[int, int, float]] = []
    for start in {round(line.x0, 1) for line in lines}:
        if any(abs(start - text) <= _NEAR for text in texts):
            continue
        reach = _reach(body, start)
        free = body[:reach]
        if sum(_stands_from(row, start, right) for row in free) >= _FEWEST_ROWS:
            found.append(
                (sum(any(abs(line.x0 - start) <= _NEAR for line in row) for row in free), reach, start)
            )
    if not found:
        return None
    _, reach, start = max(found)
    # Where the other cells hold lists, few lines begin where the column does, and lie across where most do.
    ends = [line.x0 for line in body[reach] if line.x0 < start < line.x1] if reach < len(body) else []
    farther = [one for one in found if one[1] > reach and any(abs(one[2] - end) <= _NEAR for end in ends)]
    return max(farther)[2] if farther else start


def _stands_from(row: Row, start: float, right: float) -> bool:
    """Tell whether a row has a word where a column begins, or a line between there and its label."""
    return any(
        start - _NEAR <= word.x0 <= (right if word is line.words[0] else start) + _NEAR
        for line in row
        for word in line.words
    )


def _hanging(body: Sequence[Row], start: float) -> list[float]:
    """Return where the texts behind the bullets begin that stand at a place."""
    found = (
        following.x0
        for row in body
        for line in row
        for word, following in pairwise(line.words)
        if abs(word.x0 - start) <= _NEAR
        and is_bullet([word])
        and following.x0 - word.x1 <= _HANGING * word.size
    )
    return sorted({round(x, 1) for x in found})


def _reach(body: Sequence[Row], start: float) -> int:
    """Return how many rows from the top leave a place free of words that lie across it."""
    return sum(1 for _ in takewhile(lambda row: not _lies_across(row, start), body))


def _lies_across(row: Row, start: float) -> bool:
    return any(
        word.x0 < start - _NEAR and word.x1 > start + _NEAR
        for line in row
        if line.x0 < start < line.x1
        for word in line.words
    )


def _cut(line: Line, starts: Sequence[float]) -> Iterator[Line]:
    first = 0
    for index, word in enumerate(line.words[1:], 1):
        if any(abs(word.x0 - start) <= _NEAR for start in starts):
            yield Line(line.words[first:index])
            first = index
    yield Line(line.words[first:]) if first else line


def _beside(above: Row, below: Row) -> bool:
    return below[0].y - above[0].y < _A_LINE * below[0].size


def _wraps(above: Row, below: Row) -> bool:
    return below[0].y - above[0].y <= _WRAPPED * below[0].size
