"""Drift: what a new edition of a document no longer has of what earlier facts rest on."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

import attrs

from placebench.documents import HEADING, Document, Span
from placebench.importer import Claim
from placebench.model import ClaimRecord, Evidence
from placebench.testing.anchors import (
    CLAIM,
    HEADER,
    LABEL,
    QUOTE,
    Anchor,
    folded,
    headers_of,
    headings_of,
    labels_of,
)

KEPT = "kept"
MOVED = "moved"
REWORDED = "reworded"
VANISHED = "vanished"
STATES = (VANISHED, REWORDED, MOVED, KEPT)
_ALIKE = 0.75
_SENTENCE = re.compile(r"(?<=[.!?])\s+")


@attrs.frozen
class Drift:
    """What became of an anchor.

    Attributes:
        anchor: The anchor.
        facts: Number of earlier facts that rest on it.
        state: `kept`, `moved` (the same words under another heading or on another page), `reworded` (words
            that are much alike) or `vanished`.
        now: Where it is or what stands instead; None where it is kept or vanished.
    """

    anchor: Anchor
    facts: int
    state: str
    now: str | None = None


def drift(anchors: Mapping[Anchor, int], edition: Document) -> Iterator[Drift]:
    """Yield what became of each anchor in a new edition.

    Args:
        anchors: What earlier facts rest on, with the number of facts; see `anchors_of`.
        edition: The new edition.
    """
    words = _Words(edition)
    for anchor, facts in anchors.items():
        state, now = words.state_of(anchor)
        yield Drift(anchor, facts, state, now)


def claim_drift(
    earlier: Iterable[ClaimRecord], claims: Mapping[str, Sequence[Claim]], evidence: Sequence[Evidence]
) -> Iterator[Drift]:
    """Yield what became of the claims of importers.

    A claim is known again by what its importer recognised and how well. One that is not goes with the claim
    on the most of its tables that is left over.

    Args:
        earlier: The claims on the earlier document that were won.
        claims: The claims on the new edition, by importer.
        evidence: The quotes of the earlier document's facts.
    """
    groups: dict[tuple[str, int, str], list[ClaimRecord]] = {}
    for record in earlier:
        who = str(record.importer).partition("@")[0]
        groups.setdefault((who, record.rank or 0, record.why or ""), []).append(record)
    known = {(who, claim.rank, claim.why) for who, found in claims.items() for claim in found}
    left = {
        who: [claim for claim in found if (who, claim.rank, claim.why) not in groups]
        for who, found in claims.items()
    }
    for (who, rank, why), records in sorted(groups.items(), key=lambda group: group[0]):
        anchor, facts = Anchor(CLAIM, f"{who}: {why}, rank {rank}"), _resting_on(records, evidence)
        tables = {record.table for record in records}
        best = max(left.get(who, ()), key=lambda claim: len(tables & claim.tables), default=None)
        if (who, rank, why) in known:
            yield Drift(anchor, facts, KEPT)
        elif best is None or not tables & best.tables:
            yield Drift(anchor, facts, VANISHED)
        else:
            left[who].remove(best)
            state, now = (KEPT, None) if best.rank == rank else (REWORDED, f"{best.why}, rank {best.rank}")
            yield Drift(anchor, facts, state, now)


def _resting_on(records: Iterable[ClaimRecord], evidence: Iterable[Evidence]) -> int:
    """Return how many facts have a quote in the parts that were read for their table."""
    parts = [(one.table, one.start or 0, one.end or 0) for one in records]
    found = (
        (row.table, row.fact_id)
        for row in evidence
        if any(table == row.table and start <= row.start < end for table, start, end in parts)
    )
    return len(set(found))


@attrs.frozen(eq=False, slots=False)
class _Words:
    """The words of a new edition that can be anchors."""

    document: Document

    def state_of(self, anchor: Anchor) -> tuple[str, str | None]:
        if anchor.kind == QUOTE:
            return self._quote(anchor)
        if anchor.kind == HEADING:
            return self._heading(anchor)
        known = {HEADER: self._headers, LABEL: self._labels}[anchor.kind]
        named = anchor.kind == LABEL and self._found(f"{anchor.text}:")
        if named or folded(anchor.text) in known:
            return KEPT, None
        place = self._found(anchor.text) if anchor.kind == HEADER else None
        if place:
            return MOVED, f"outside of a table's header, {self._where(place)}"
        return self._alike(anchor.text, known)

    def _quote(self, anchor: Anchor) -> tuple[str, str | None]:
        places = list(self._all(anchor.text))
        if not places:
            return self._alike(anchor.text, self._passages)
        if any(self._section(p) == _fold(anchor.section) and self._page(p) == anchor.page for p in places):
            return KEPT, None
        return MOVED, self._where(places[0])

    def _heading(self, anchor: Anchor) -> tuple[str, str | None]:
        if folded(anchor.text) not in self._headings:
            return self._alike(anchor.text, {name: text for name, (text, _) in self._headings.items()})
        _, above = self._headings[folded(anchor.text)]
        if _fold(anchor.section) in {_fold(path) for path in above}:
            return KEPT, None
        return MOVED, f"under “{above[0]}”" if above[0] else "at the top"

    def _alike(self, text: str, known: Mapping[str, str]) -> tuple[str, str | None]:
        near = difflib.get_close_matches(folded(text), known, n=1, cutoff=_ALIKE)
        return (REWORDED, f"“{known[near[0]]}”") if near else (VANISHED, None)

    def _found(self, text: str) -> Span | None:
        return next(self._all(text), None)

    def _all(self, text: str) -> Iterator[Span]:
        words = r"\s+".join(re.escape(word) for word in text.split())
        for found in re.finditer(rf"(?<!\w){words}(?!\w)", self.document.text):
            yield Span(*found.span())

    def _section(self, span: Span) -> str | None:
        return _fold(self.document.section_at(span.start))

    def _page(self, span: Span) -> int | None:
        return self.document.page_at(span.start)

    def _where(self, span: Span) -> str:
        page, section = self._page(span), self.document.section_at(span.start)
        parts = [f"page {page}" if page else "", f"under “{section}”" if section else ""]
        return ", ".join(filter(None, parts)) or f"character {span.start}"

    @cached_property
    def _headings(self) -> Mapping[str, tuple[str, list[str | None]]]:
        found: dict[str, tuple[str, list[str | None]]] = {}
        for text, above in headings_of(self.document):
            found.setdefault(folded(text), (text, []))[1].append(above)
        return found

    @cached_property
    def _headers(self) -> Mapping[str, str]:
        return {folded(text): text for text in headers_of(self.document)}

    @cached_property
    def _labels(self) -> Mapping[str, str]:
        return {folded(text): text for text in labels_of(self.document)}

    @cached_property
    def _passages(self) -> Mapping[str, str]:
        blocks = [" ".join(self.document.at(block.content).split()) for block in self.document.blocks]
        sentences = [sentence for block in blocks for sentence in _SENTENCE.split(block)]
        return {folded(text): text for text in (*blocks, *sentences) if text}


def _fold(section: str | None) -> str | None:
    return " > ".join(folded(part) for part in section.split(" > ")) if section else None
