"""Lines of a PDF put together to paragraphs, list items and headings as a person reads them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import attrs

from placebench.documents.labels import Label
from placebench.documents.pdf.kept import kept
from placebench.documents.pdf.lines import Line, leading

_LOOSE = 1.3
_SAME_SIZE = 0.6
_INDENT = 4.0
_SPACE = 0.3
_NEAR = 2.5
_LONG = 0.75
_ENDS_SENTENCE = tuple(".!?:;…")
_CLOSING = "\"'”’)]*_»"


@attrs.frozen(slots=False)
class Paragraph:
    """Lines that belong together.

    Attributes:
        lines: The lines, first to last.
        right: Right end of the column that they stand in.
        page: Page of the first line, from 0.
        spaced: Whether there is more space above it than between lines.
        later: Lines that it goes on with on the next page.
    """

    lines: tuple[Line, ...]
    right: float
    page: int
    spaced: bool = True
    later: tuple[Line, ...] = ()

    @property
    def first(self) -> Line:
        """The first line."""
        return self.lines[0]

    @property
    def last(self) -> Line:
        """The last line."""
        return (self.later or self.lines)[-1]

    @property
    def label(self) -> Label | None:
        """The list label that it begins with."""
        return self.first.label

    @kept
    def text(self) -> str:
        """Its words, without the label."""
        text = " ".join(line.text for line in (*self.lines, *self.later))
        return text[self.label.length :] if self.label else text

    @property
    def size(self) -> float:
        """Size of its type."""
        return max(self.lines, key=lambda line: len(line.words)).size

    @property
    def bold(self) -> bool:
        """Whether it is bold as a whole."""
        return all(line.bold for line in self.lines)


def paragraphs(lines: Sequence[Line], page: int, right: float | None = None) -> list[Paragraph]:
    """Return the paragraphs of the lines of one column.

    Args:
        lines: The lines from the top.
        page: Number of the page, from 0.
        right: Right end of the column; that of the lines unless given.
    """
    if not lines:
        return []
    edge = max(line.x1 for line in lines) if right is None else right
    usual = leading(lines) * _LOOSE
    groups = [[lines[0]]]
    spaced = [True]
    for above, line in pairwise(lines):
        far = line.y - above.y > usual * max(above.size, line.size)
        far = far and not _broken_off(above, line, edge)
        if not far and _continues(groups[-1], line, edge):
            groups[-1].append(line)
        else:
            groups.append([line])
            spaced.append(far)
    return [Paragraph(tuple(group), edge, page, gap) for group, gap in zip(groups, spaced, strict=True)]


def runs_on(above: Paragraph, below: Paragraph) -> bool:
    """Tell whether a paragraph goes on with another that follows at the top of a column or page."""
    last, line = above.last, below.first
    if line.label or not _alike(last, line) or ends_sentence(last.text):
        return False
    if above.bold or last.text[-1] == ":":
        return False
    return _starts_small(line.text) or not fits(last, line, above.right)


def fits(above: Line, below: Line, right: float) -> bool:
    """Tell whether the first word of a line would have fitted on the line above."""
    word = below.words[0]
    return above.x1 + _SPACE * above.size + word.x1 - word.x0 < right - 1


def _continues(group: Sequence[Line], line: Line, right: float) -> bool:
    above, first = group[-1], group[0]
    if line.label or not _alike(above, line):
        return False
    short = fits(above, line, right)
    if line.x0 < above.x0 - _INDENT and len(group) > 1:
        return False
    if line.x0 > above.x0 + _INDENT:
        hangs = len(group) == 1 and first.label is not None and line.x0 <= first.text_x0 + _INDENT
        return hangs or (not short and first.label is not None)
    if not short:
        return True
    return not ends_sentence(above.text) and _starts_small(line.text)


def _broken_off(above: Line, line: Line, right: float) -> bool:
    """Tell whether a sentence was broken off near the end of a line, and goes on in the next paragraph."""
    near = line.y - above.y <= _NEAR * above.size
    long = above.x1 - above.x0 >= _LONG * (right - above.x0)
    return near and long and line.text[0].islower() and not ends_sentence(above.text)


def _alike(above: Line, below: Line) -> bool:
    return abs(above.size - below.size) <= _SAME_SIZE and (above.bold == below.bold or not above.bold)


def ends_sentence(text: str) -> bool:
    """Tell whether a text ends a sentence or a clause, quotation marks aside."""
    return text.rstrip(_CLOSING).endswith(_ENDS_SENTENCE)


def _starts_small(text: str) -> bool:
    return not text.lstrip("\"'“‘(*[")[:1].isupper()
