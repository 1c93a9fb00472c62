"""A text cut wherever a quote begins or ends, so that quotes which overlap are marked together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import pairwise

import attrs

from placebench.documents import Document, Span
from placebench.report.content import Segment

Cut = Callable[[Span, int], tuple[Segment, ...]]
"""Cuts a span; of one that nothing quotes it keeps a number of characters."""


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


def cut_by(document: Document, marked: Sequence[Marked], numbers: Mapping[str, int]) -> Cut:
    """Return what cuts texts of a document by its evidence.

    Args:
        document: The document.
        marked: Its evidence.
        numbers: Number of each fact, by identifier.
    """
    return partial(_cut, document, marked, numbers)


def _cut(
    document: Document, marked: Sequence[Marked], numbers: Mapping[str, int], span: Span, longest: int
) -> tuple[Segment, ...]:
    here = [one for one in marked if one.span.overlaps(span)]
    if not here:
        text = document.at(span)
        return (Segment(text if len(text) <= longest else f"{text[:longest].rpartition(' ')[0]} …"),)
    inner = {max(span.start, min(edge, span.end)) for one in here for edge in (one.span.start, one.span.end)}
    cuts = sorted({span.start, span.end, *inner})
    return tuple(_segment(document, Span(start, end), here, numbers) for start, end in pairwise(cuts))


def _segment(document: Document, span: Span, here: Sequence[Marked], numbers: Mapping[str, int]) -> Segment:
    over = [one for one in here if one.span.overlaps(span)]
    facts = sorted({numbers[one.fact_id] for one in over if one.fact_id in numbers})
    quotes = sorted({one.span.start for one in over})
    name = anchor(document.source_id, span.start) if span.start in quotes else None
    return Segment(document.at(span), tuple(facts), tuple(quotes), name)
