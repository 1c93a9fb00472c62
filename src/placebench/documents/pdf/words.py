"""The words of a PDF page, and which way the page is held."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence

import attrs

from placebench.documents.pdf.glyphs import Glyphs
from placebench.documents.pdf.hidden import hidden_lines
from placebench.documents.pdf.letters import with_whole_words
from placebench.documents.pdf.lines import MIDDLE, rows_of
from placebench.documents.pdf.place import Handle, Turn, Word

_SLANT = math.radians(5)


@attrs.frozen
class Turned:
    """A line that runs another way than most of its page.

    Attributes:
        text: Its words.
        place: The same as one word without width, where it begins; None where it is slanted.
    """

    text: str
    place: Word | None = None


@attrs.frozen
class PageWords:
    """The words of a page.

    Attributes:
        words: The words that run the way that most do, in the order of the file.
        turned: What runs another way, such as a watermark, line by line.
        turn: How the page is held.
    """

    words: tuple[Word, ...]
    turned: tuple[Turned, ...]
    turn: Turn


def read_words(page: Handle, text_page: Handle) -> PageWords:
    """Return the words of a page of pypdfium2."""
    glyphs = Glyphs(text_page)
    hidden = hidden_lines(page, glyphs) if glyphs else set()
    lengths: Counter[int] = Counter()
    lines: dict[int | None, list[int]] = {}
    for line, (angle, length) in enumerate(glyphs.lines()):
        if line in hidden:
            continue
        quarters = _quarters(angle) if angle else 0
        lines.setdefault(quarters, []).append(line)
        if quarters is not None:
            lengths[quarters] += length
    main = max(lengths, key=lambda quarters: lengths[quarters], default=0)
    turn = Turn.of(page.get_bbox(), main)
    upright = lines.pop(main, [])
    words = with_whole_words(list(glyphs.words(upright, turn))) if upright else ()
    turned = [line for quarters, found in lines.items() for line in _turned(page, glyphs, found, quarters)]
    return PageWords(words, tuple(_placed(line, turn) for line in turned), turn)


def _turned(page: Handle, glyphs: Glyphs, lines: Sequence[int], quarters: int | None) -> Iterator[Turned]:
    """Yield what is set in a direction, line by line, with the place on the page where each begins."""
    if quarters is None:
        yield from (Turned(text) for text in map(glyphs.text, lines) if text)
        return
    turn = Turn.of(page.get_bbox(), quarters)
    for line in (line for row in rows_of(glyphs.words(lines, turn)) for line in row):
        x, y = turn.origin(line.x0 + MIDDLE * line.size, line.middle)
        yield Turned(line.text, Word(line.text, x, x, y, line.size, line.bold))


def _placed(line: Turned, turn: Turn) -> Turned:
    """Return a line with its place as the page is read."""
    if line.place is None:
        return line
    x, y = turn.point(line.place.x0, line.place.y)
    return Turned(line.text, line.place._replace(x0=x, x1=x, y=y + MIDDLE * line.place.size))


def _quarters(clockwise: float) -> int | None:
    """Return how many quarter turns anticlockwise a text is set, or None where it is slanted."""
    quarters = round(-clockwise / (math.pi / 2))
    return quarters % 4 if abs(-clockwise - quarters * math.pi / 2) < _SLANT else None
