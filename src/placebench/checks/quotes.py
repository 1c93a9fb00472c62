"""Whether a quote stands in the document, word for word, in a part that the importer won."""

from __future__ import annotations

from collections.abc import Iterator

from placebench.checks.rules import NOT_CLAIMED, Fault
from placebench.checks.words import shown
from placebench.documents import Document, Span


def quote_faults(span: Span, text: str, document: Document, won: tuple[Span, ...]) -> Iterator[Fault]:
    """Yield what is wrong with one part of a quote; `won` are the parts of the document that count."""
    where = f"characters {span.start} to {span.end}"
    if not 0 <= span.start <= span.end <= len(document.text):
        yield Fault("quote-out-of-range", f"a quote within {len(document.text)} characters", where)
    stands = document.at(span)
    if not stands.strip():
        yield Fault("quote-empty", "words", f"none at {where}")
    if text != stands:
        yield Fault("quote-differs", f"{shown(stands)} at {where}", shown(text))
    if not any(span in part for part in won):
        yield Fault(NOT_CLAIMED, "a quote in a part that the importer won for the table", where)
