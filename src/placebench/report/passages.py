"""The paragraphs that facts quote, in the source's own text, with the paragraphs around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

import attrs

from placebench.documents import Document, Span
from placebench.report.content import Passage, Segment

_AROUND = 1
"""Paragraphs that are shown before and after one that is quoted."""
_LONGEST = 1500
"""Characters of a paragraph that nothing quotes, before it is cut."""


@attrs.frozen(order=True)
class Marked:
    """One piece of evidence in a document.

    Attributes:
        span: Where it stands.
        evidence_id: Its identifier.
        fact_id: The fact that it is evidence of.
    """

    span: Span
    evidence_id: str
    fact_id: str


def anchor(source_id: str, start: int) -> str:
    """Return the anchor of the words of a source that begin at a position."""
    return f"w-{source_id}-{start}"


def passages(document: Document, marked: Sequence[Marked], numbers: Mapping[str, int]) -> tuple[Passage, ...]:
    """Return the passages of a document that hold evidence, in reading order.

    Args:
        document: The document.
        marked: Its evidence.
        numbers: Number of each fact, by identifier.
    """
    return tuple(
        Passage(_place(document, run[0]), tuple(_paragraph(document, n, marked, numbers) for n in run))
        for run in _runs(_shown(document, marked))
    )


def _shown(document: Document, marked: Iterable[Marked]) -> list[int]:
    """Return the numbers of the blocks that are quoted, and of those around them."""
    place = {block: n for n, block in enumerate(document.blocks)}
    quoted = {place[block] for one in marked for block in document.blocks_in(one.span)}
    near = {n + step for n in quoted for step in range(-_AROUND, _AROUND + 1)}
    return sorted(n for n in near if 0 <= n < len(document.blocks))


def _runs(numbers: Sequence[int]) -> Iterator[list[int]]:
    run: list[int] = []
    for n in numbers:
        if run and n != run[-1] + 1:
            yield run
            run = []
        run.append(n)
    if run:
        yield run


def _place(document: Document, block: int) -> str:
    first = document.blocks[block]
    page = f"page {first.page}" if first.page else ""
    return ", ".join(filter(None, (page, " > ".join(first.path))))


def _paragraph(
    document: Document, number: int, marked: Sequence[Marked], numbers: Mapping[str, int]
) -> tuple[Segment, ...]:
    """Cut a block wherever a quote begins or ends, so that quotes which overlap are marked together."""
    span = document.blocks[number].span
    here = [one for one in marked if one.span.overlaps(span)]
    if not here:
        text = document.at(span)
        return (Segment(text if len(text) <= _LONGEST else f"{text[:_LONGEST].rpartition(' ')[0]} …"),)
    inner = {max(span.start, min(edge, span.end)) for one in here for edge in (one.span.start, one.span.end)}
    cuts = sorted({span.start, span.end, *inner})
    return tuple(_segment(document, Span(start, end), here, numbers) for start, end in pairwise(cuts))


def _segment(document: Document, span: Span, here: Sequence[Marked], numbers: Mapping[str, int]) -> Segment:
    over = [one for one in here if one.span.overlaps(span)]
    facts = sorted({numbers[one.fact_id] for one in over if one.fact_id in numbers})
    quotes = sorted({one.span.start for one in over})
    name = anchor(document.source_id, span.start) if span.start in quotes else None
    return Segment(document.at(span), tuple(facts), tuple(quotes), name)
