"""How much of a document its rows quote."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

import attrs

from placebench.documents import HEADING, Document, Span
from placebench.extract.passages import Passage, lines, passages


@attrs.frozen
class Coverage:
    """Sentences of a document.

    Attributes:
        sentences: How many there are, headings and cells of tables apart.
        stating: How many of them a row quotes.
    """

    sentences: int
    stating: int

    @property
    def share(self) -> float | None:
        """The share that is quoted; None where there is no sentence."""
        return self.stating / self.sentences if self.sentences else None


def coverage(document: Document, quoted: Iterable[Span]) -> Coverage:
    """Count the sentences of a document, and those that share words with a quote."""
    marked = Marked(quoted)
    found = [passage.span for passage in prose(document)]
    return Coverage(len(found), sum(1 for span in found if marked.touch(span)))


def prose(document: Document) -> Iterable[Passage]:
    """Yield the sentences of a document, headings and cells of tables apart."""
    for line in lines(document):
        if line.block.kind != HEADING:
            yield from passages(line)


class Marked:
    """Parts of a document, for asking quickly whether they touch a span."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._ends: list[int] = []
        self._starts: list[int] = []
        for span in sorted(set(spans), key=lambda span: (span.start, span.end)):
            if self._ends and span.start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], span.end)
            else:
                self._starts.append(span.start)
                self._ends.append(span.end)

    def touch(self, span: Span) -> bool:
        """Tell whether a span shares at least one character with a part."""
        first = bisect_left(self._ends, span.start + 1)
        return first < len(self._starts) and self._starts[first] < span.end
