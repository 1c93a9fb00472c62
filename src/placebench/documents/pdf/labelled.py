"""Columns of a PDF table without lines, told by the labels in bold type above them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile, zip_longest

from placebench.documents.pdf.lines import Line, Row

Edge = tuple[float, int, int]
"""Where a column begins, and the first and the last row in which it does."""

_NEAR = 0.75
_FEWEST_LABELS = 2
_FEWEST_ROWS = 2
_FARTHEST = 4.5
_MOST_LINES = 3
_MOST_ROWS = 100


def labelled_edges(rows: Sequence[Row]) -> Iterator[Edge]:
    """Yield where columns begin below a row of bold labels.

    A column begins between its label and the one before, or with its label, where the words of most rows below
    begin at the same distance from the left, as far down as no word lies across. Labels may be centred.
    """
    for number, row in enumerate(rows[:-1]):
        if heads(row):
            yield from _edges_below(rows, number)


def with_labels(rows: Sequence[Row]) -> Iterator[Row]:
    """Yield rows with bold labels parted that stand close to one another, where the lines below begin."""
    for row, below in zip_longest(rows, rows[1:], fillvalue=()):
        if heads(row) and len(below) > len(row) and not _is_bold(below):
            starts = [line.x0 for line in below]
            yield tuple(part for line in row for part in _cut(line, starts))
        else:
            yield row


def _cut(line: Line, starts: Sequence[float]) -> Iterator[Line]:
    first = 0
    for index, word in enumerate(line.words[1:], 1):
        if any(abs(word.x0 - start) <= _NEAR for start in starts):
            yield Line(line.words[first:index])
            first = index
    yield Line(line.words[first:]) if first else line


def gaps_below(rows: Sequence[Row], number: int) -> list[tuple[float, float]]:
    """Return the gaps before the columns that a row of bold labels tells; none where it does not tell each.

    A label that is centred may stand beside the texts of its column.
    """
    if not heads(rows[number]):
        return []
    body = _body(rows, number)
    starts = [_start_between(one, two, body) for one, two in pairwise(rows[number])]
    gaps = [(label.x1, start) for label, start in zip(rows[number], starts, strict=False) if start is not None]
    return gaps if len(gaps) == len(starts) else []


def heads(row: Row) -> bool:
    """Tell whether a row has several labels in bold type."""
    return len(row) >= _FEWEST_LABELS and _is_bold(row)


def _edges_below(rows: Sequence[Row], number: int) -> Iterator[Edge]:
    body = _body(rows, number)
    starts = [start for start in (_start_between(*pair, body) for pair in pairwise(rows[number])) if start is not None]
    reach = min((_reach(body, start) for start in starts), default=0)
    # A paragraph below may leave the columns free by chance, and begins on their left.
    if reach and body[reach - 1][0].x0 < min(row[0].x0 for row in (rows[number], *body[: reach - 1])) - _NEAR:
        reach -= 1
    for start in starts:
        if sum(_begins_at(row, start) for row in body[:reach]) >= _FEWEST_ROWS:
            yield start, number, number + _wrapped(rows, number) + reach


def _wrapped(rows: Sequence[Row], number: int) -> int:
    """Return how many rows below go on with the labels of a row."""
    return sum(1 for _ in takewhile(_is_bold, rows[number + 1 : number + 1 + _MOST_LINES]))


def _body(rows: Sequence[Row], number: int) -> Sequence[Row]:
    """Return the rows below labels, as far down as they follow one another; none where all are bold."""
    wrapped = _wrapped(rows, number)
    if wrapped == _MOST_LINES:
        return []
    below = rows[number + wrapped : number + wrapped + 1 + _MOST_ROWS]
    return [two for _, two in takewhile(lambda pair: not is_apart(*pair), pairwise(below))]


def _start_between(label: Line, following: Line, body: Sequence[Row]) -> float | None:
    """Return where most lines begin between a label and the following one, and then most words.

    Words within texts may stand beneath one another too, but no line begins with them.
    """
    words = [
        (word.x0, line.x0 == word.x0)
        for row in body
        for line in row
        for word in line.words
        if label.x1 < word.x0 <= following.x0 + _NEAR
    ]
    found: list[tuple[int, int, float]] = []
    for start in {round(x, 1) for x, leads in words if leads}:
        free = body[: _reach(body, start)]
        lines = sum(any(abs(line.x0 - start) <= _NEAR for line in row) for row in free)
        found.append((lines, sum(_begins_at(row, start) for row in free), start))
    _, count, start = max(found, default=(0, 0, 0.0))
    return start if count >= _FEWEST_ROWS else None


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


def _begins_at(row: Row, start: float) -> bool:
    return any(abs(word.x0 - start) <= _NEAR for line in row for word in line.words)


def _is_bold(row: Row) -> bool:
    return all(line.bold for line in row)


def is_apart(above: Row, below: Row) -> bool:
    """Tell whether more space parts two lines than paragraphs in cells have around them."""
    return below[0].y - above[0].y > _FARTHEST * max(above[0].size, below[0].size)
