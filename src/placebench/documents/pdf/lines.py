"""Words of a PDF page put into lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from operator import attrgetter

import attrs

from placebench.documents.labels import GLYPHS, Label, match_label
from placebench.documents.pdf.place import Word

ASCENT = 0.8
"""How far a line reaches above its base line, by the size of its type."""
DESCENT = 0.25
"""How far it reaches below."""
MIDDLE = 0.3
"""How far the middle of its small letters lies above its base line."""

_SAME_ROW = 0.45
_WIDE_GAP = 0.9
_SET_APART = 0.22
_PRINTED_OVER = 0.5
_APART = 0.1
_MOST_OF_A_LABEL = 2

_base_line = attrgetter("y")
_base_line_and_size = attrgetter("y", "size")
_left = attrgetter("x0")


_UNKNOWN = Label("", 0, "unknown")


@attrs.define(init=False, eq=False)
class Line:
    """Words that stand side by side, without a wide gap between them.

    It never changes; it is not frozen, as a document has ten thousand, and each would take twice the time.

    Attributes:
        words: The words, from the left.
        x0: Left end.
        x1: Right end.
        y: Base line.
        size: Size of the type of most characters.
    """

    words: tuple[Word, ...]
    x0: float
    x1: float
    y: float
    size: float
    _text: str | None
    _bold: bool | None
    _label: Label | None

    def __init__(self, words: tuple[Word, ...]) -> None:
        first, last = words[0], words[-1]
        self.words = words
        self.x0, self.x1 = first.x0, last.x1
        self.y = first.y if first.y == last.y else max(word.y for word in words)
        self.size = first.size if first.size == last.size else _most_common_size(words)
        self._text = self._bold = None
        self._label = _UNKNOWN

    @property
    def text(self) -> str:
        """The words with a space between each."""
        if self._text is None:
            self._text = " ".join([word.text for word in self.words])
        return self._text

    @property
    def top(self) -> float:
        """Upper end."""
        return self.y - ASCENT * self.size

    @property
    def bottom(self) -> float:
        """Lower end."""
        return self.y + DESCENT * self.size

    @property
    def middle(self) -> float:
        """How far down the middle of its small letters lies."""
        return self.y - MIDDLE * self.size

    @property
    def bold(self) -> bool:
        """Whether all words with letters are bold."""
        if self._bold is None:
            self._bold = _are_bold(self.words)
        return self._bold

    @property
    def label(self) -> Label | None:
        """The list label that it begins with; behind a bullet, another label is the one that counts."""
        if self._label is _UNKNOWN:
            self._label = _label(self.text)
        return self._label

    @property
    def text_x0(self) -> float:
        """Left end of the text behind the label."""
        if not self.label:
            return self.x0
        length = self.label.length
        for word in self.words:
            if length <= 0:
                return word.x0
            length -= len(word.text) + 1
        return self.x1


Row = tuple[Line, ...]
"""Lines on one base line, from the left."""


def rows_of(words: Iterable[Word]) -> list[Row]:
    """Return the lines of a page from the top, those on one base line together."""
    return [_lines(row) for row in _on_base_lines(words)]


def lines_of(words: Iterable[Word]) -> list[Line]:
    """Return the lines of a cell from the top, of which each is all that stands on one base line."""
    return [Line(tuple(row)) for row in _on_base_lines(words)]


def _on_base_lines(words: Iterable[Word]) -> Iterator[list[Word]]:
    rows: list[list[Word]] = []
    mixed: set[int] = set()
    for (y, size), alike in groupby(sorted(words, key=_base_line), _base_line_and_size):
        if rows and y - rows[-1][0].y <= _SAME_ROW * max(size, rows[-1][0].size):
            mixed.add(len(rows))
            rows[-1] += alike
        else:
            rows.append(list(alike))
    for number, row in enumerate(rows, 1):
        if number in mixed:
            yield from _untangled(row)
        else:
            row.sort(key=_left)
            yield row


def _most_common_size(words: Sequence[Word]) -> float:
    sizes: Counter[float] = Counter()
    for word in words:
        sizes[word.size] += len(word.text)
    return max(sizes, key=lambda size: sizes[size])


def _label(text: str) -> Label | None:
    label = match_label(text)
    inner = match_label(text[label.length :]) if label and label.text in GLYPHS else None
    if label is None or inner is None:
        return label
    counts = label if inner.text in GLYPHS else inner
    return attrs.evolve(counts, length=label.length + inner.length)


def _are_bold(words: Sequence[Word]) -> bool:
    if len({word.bold for word in words}) == 1:
        return words[0].bold
    if any(not word.bold and any(map(str.isalpha, word.text)) for word in words):
        return False
    return any(word.bold and any(map(str.isalpha, word.text)) for word in words) or all(
        word.bold for word in words
    )


def joined(row: Sequence[Line]) -> Line:
    """Return the lines of a row as one."""
    return row[0] if len(row) == 1 else Line(tuple(word for line in row for word in line.words))


def leading(lines: Sequence[Line]) -> float:
    """Return the usual distance of base lines, by the size of the type; 1.2 where nothing tells it."""
    steps = sorted(
        (below.y - above.y) / max(above.size, 1)
        for above, below in pairwise(lines)
        if above.size == below.size and 0 < below.y - above.y < 2 * above.size
    )
    return steps[len(steps) // 3] if steps else 1.2


def _untangled(words: list[Word]) -> list[list[Word]]:
    """Return words from the left; those on base lines a little apart that lie on one another are two rows."""
    words.sort(key=_left)
    for before, word in pairwise(words):
        if word.x0 < before.x1 - _PRINTED_OVER * word.size and abs(word.y - before.y) > _APART * word.size:
            lower = (before.y + word.y) / 2
            parts = [[word for word in words if word.y < lower], [word for word in words if word.y >= lower]]
            return [part for half in parts for part in _untangled(half)]
    return [words]


def _lines(words: list[Word]) -> Row:
    lines: list[Line] = []
    start = 0
    wide = [
        index
        for index, (before, word) in enumerate(pairwise(words), 1)
        if (gap := word.x0 - before.x1) > _SET_APART * before.size
        and (word.apart or (gap > _WIDE_GAP * before.size and gap > _WIDE_GAP * word.size))
    ]
    for index in wide:
        if not is_label(words[start:index], words[index]):
            lines.append(Line(tuple(words[start:index])))
            start = index
    return (*lines, Line(tuple(words[start:])))


def is_wide(before: Word, word: Word) -> bool:
    """Tell whether more than a space parts two words."""
    return word.x0 - before.x1 > _WIDE_GAP * max(before.size, word.size)


def is_bullet(words: Sequence[Word]) -> bool:
    """Tell whether a line consists of a bullet alone."""
    return len(words) == 1 and words[0].text in GLYPHS


def is_label(words: Sequence[Word], following: Word) -> bool:
    """Tell whether a line consists of a list label alone, which a tab parts from its text."""
    if len(words) > _MOST_OF_A_LABEL:
        return False
    text = " ".join([word.text for word in words])
    label = match_label(f"{text} {following.text}")
    return label is not None and label.length > len(text)
