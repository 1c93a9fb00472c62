"""Text in several parts, read as one: a table cell that goes on after a page break."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

import attrs

from placebench.documents import Document, Span
from placebench.extract.folding import Folded, fold
from placebench.extract.sentences import sentences

_BULLET = re.compile(r"(?:^| )[\u2022\u00b7\u25aa\u25cf\u25e6\uf0b7] ")


@attrs.frozen
class Joined:
    """Folded parts joined by single spaces.

    Attributes:
        text: The whole folded text.
        parts: The folded parts.
        starts: Where each part starts in `text`.
    """

    text: str
    parts: tuple[Folded, ...]
    starts: tuple[int, ...]

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """Return the document's spans of a range of the text, one a part that it touches."""
        found = []
        first = max(0, bisect_right(self.starts, start) - 1)
        for part, offset in zip(self.parts[first:], self.starts[first:], strict=True):
            low, high = max(start - offset, 0), min(end - offset, len(part.text))
            if low < high:
                found.append(part.span(low, high))
        return tuple(found)

    def sentences(self) -> Iterator[tuple[int, int]]:
        """Yield start and end of each sentence; a bullet starts one too."""
        start = 0
        for bullet in _BULLET.finditer(self.text):
            yield from self._within(start, bullet.start())
            start = bullet.end()
        yield from self._within(start, len(self.text))

    def _within(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        for low, high in sentences(self.text[start:end]):
            yield start + low, start + high


def join(document: Document, spans: Sequence[Span]) -> Joined:
    """Join the text at several spans of a document."""
    parts = tuple(folded for span in spans if (folded := fold(document.at(span), span.start)).text.strip())
    starts: list[int] = []
    length = 0
    for part in parts:
        starts.append(length)
        length += len(part.text) + 1
    return Joined(" ".join(part.text for part in parts), parts, tuple(starts))
