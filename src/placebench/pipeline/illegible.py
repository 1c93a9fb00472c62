"""What of a document nobody could read, as rows of `gaps` by the host."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.metadata import version

from placebench.checks import digest
from placebench.documents import Document
from placebench.errors import UnreadableDocument
from placebench.model import Evidence, Gap, Row
from placebench.pipeline.collect import evidence

_HOST = "placebench"
_REASON = "illegible"
_TABLE = "evidence"
"""What is missing from it: quotes, whatever tables they would be for."""


def legible(document: Document) -> Document:
    """Return a document of which some was read.

    Raises:
        UnreadableDocument: There was nothing to read.
    """
    if not document.legible:
        raise none_legible(document)
    return document


def none_legible(document: Document) -> UnreadableDocument:
    """Return the error of a document in which there was nothing to read."""
    said = [document.at(span) for span in document.illegible]
    more = f" ({len(said) - 1} more alike)" if said[1:] else ""
    hint = "; ".join(dict.fromkeys(warning.partition("; ")[2] for warning in document.warnings))
    found = f"none: {said[0].rstrip('.')}{more}"
    return UnreadableDocument("pages with text", found, where=document.path, hint=hint)


def gaps_in(document: Document) -> Mapping[str, tuple[Row, ...]]:
    """Return a gap for each part that could not be read, with evidence that points at it."""
    gaps = tuple(_gaps(document))
    quotes: Iterator[Evidence] = (
        row
        for gap, span in zip(gaps, document.illegible, strict=True)
        for row in evidence("gaps", gap.gap_id, [document.quote(span)], document)
    )
    return {"gaps": gaps, "evidence": tuple(quotes)} if gaps else {}


def _gaps(document: Document) -> Iterator[Gap]:
    for span in document.illegible:
        what = document.at(span)
        yield Gap(
            gap_id=digest("gaps", document.source_id, _HOST, span.start),
            source_id=document.source_id,
            importer=f"{_HOST}@{version(_HOST)}",
            table=_TABLE,
            what=what,
            reason=_REASON,
        )
