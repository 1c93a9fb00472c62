"""The words of a PDF page, and which way the page is held."""

from __future__ import annotations

import math
from collections import Counter

import attrs

from placebench.documents.pdf.glyphs import Glyphs
from placebench.documents.pdf.place import Handle, Turn, Word

_SLANT = math.radians(5)


@attrs.frozen
class PageWords:
    """The words of a page.

    Attributes:
        words: The words that run the way that most do, in the order of the file.
        turned: The words that run another way, each run of them as one text, such as a watermark.
        turn: How the page is held.
    """

    words: tuple[Word, ...]
    turned: tuple[str, ...]
    turn: Turn


def read_words(page: Handle, text_page: Handle) -> PageWords:
    """Return the words of a page of pypdfium2."""
    glyphs = Glyphs(text_page)
    lengths: Counter[int] = Counter()
    directions: list[int | None] = []
    for angle, length in glyphs.lines():
        directions.append(_quarters(angle))
        if directions[-1] is not None:
            lengths[directions[-1]] += length
    main = max(lengths, key=lambda quarters: lengths[quarters], default=0)
    turn = Turn.of(page.get_bbox(), main)
    upright = [line for line, quarters in enumerate(directions) if quarters == main]
    turned = (glyphs.text(line) for line, quarters in enumerate(directions) if quarters != main)
    words = tuple(glyphs.words(upright, turn)) if upright else ()
    return PageWords(words, tuple(text for text in turned if text), turn)


def _quarters(clockwise: float) -> int | None:
    """Return how many quarter turns anticlockwise a text is set, or None where it is slanted."""
    quarters = round(-clockwise / (math.pi / 2))
    return quarters % 4 if abs(-clockwise - quarters * math.pi / 2) < _SLANT else None
