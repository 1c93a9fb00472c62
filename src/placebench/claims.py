"""Who reads what: the highest rank wins each part of a document, table by table; an equal rank is a tie.

The order in which plugins are found or answer decides nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

import attrs

from placebench.documents import Document, Span
from placebench.errors import PluginError, TiedClaims
from placebench.importer import KNOWS_EDITION, KNOWS_FORMAT, Claim, Importer, are_expectations
from placebench.model import TABLES

READ = "read"
LOST = "lost"
TIED = "tied"

_LONGEST = 200


@attrs.frozen
class Segment:
    """A run of a claim's text with one fate, for one table.

    Attributes:
        table: The table.
        span: Where the run lies.
        outcome: `read`, `lost` or `tied`.
        rivals: The importers that tied, this one among them.
    """

    table: str
    span: Span
    outcome: str
    rivals: tuple[str, ...] = ()

    def is_like(self, other: Segment) -> bool:
        """Tell whether all but the span is the same of another."""
        return (self.table, self.outcome, self.rivals) == (other.table, other.outcome, other.rivals)


_Part = tuple[Span, str, tuple[str, ...]]
"""A run of text, its fate and the importers that tied."""


@attrs.frozen
class Award:
    """A claim of an importer and what became of each part of it."""

    importer: str
    claim: Claim
    segments: tuple[Segment, ...]

    @property
    def won(self) -> bool:
        """Tell whether the importer may read anything of the claim."""
        return any(segment.outcome == READ for segment in self.segments)

    def whole(self, table: str) -> bool:
        """Tell whether the importer won every part that it claimed for a table."""
        outcomes = {segment.outcome for segment in self.segments if segment.table == table}
        return outcomes == {READ}

    @property
    def readable(self) -> Claim:
        """The claim as far as it was won: parts and tables in which everything is lost are left out."""
        if all(segment.outcome == READ for segment in self.segments):
            return self.claim
        won = [segment for segment in self.segments if segment.outcome == READ]
        parts = merged(segment.span for segment in won)
        spans = tuple(
            Span(max(span.start, part.start), min(span.end, part.end))
            for span in self.claim.spans
            for part in parts
            if span.overlaps(part)
        )
        return attrs.evolve(self.claim, spans=spans, tables=frozenset(segment.table for segment in won))


@attrs.frozen
class Resolution:
    """Every claim on a document with its fate, importers in alphabetical order."""

    awards: tuple[Award, ...]

    def won_by(self, importer: str) -> Mapping[str, tuple[Span, ...]]:
        """Return, by table, the parts that an importer won with all its claims; touching parts are one."""
        spans: dict[str, list[Span]] = {}
        for award in self.awards:
            for segment in award.segments:
                if award.importer == importer and segment.outcome == READ:
                    spans.setdefault(segment.table, []).append(segment.span)
        return {table: merged(parts) for table, parts in spans.items()}

    def ties(self, document: Document) -> Iterator[TiedClaims]:
        """Yield one error for each part that stays unread, naming contenders, tables and place."""
        tables: dict[tuple[Span, tuple[str, ...]], set[str]] = {}
        for award in self.awards:
            for segment in award.segments:
                if segment.outcome == TIED:
                    tables.setdefault((segment.span, segment.rivals), set()).add(segment.table)
        for (span, rivals), tied in sorted(tables.items(), key=lambda item: item[0]):
            yield tied_error(document, span, rivals, sorted(tied))


def tied_error(document: Document, span: Span, rivals: Sequence[str], tables: Sequence[str]) -> TiedClaims:
    """Return the error for a part of a document that several importers claim with equal rank."""
    heading = document.section_at(span.start)
    under = f" under “{heading}”" if heading else ""
    return TiedClaims(
        f"one importer to know the part best for {', '.join(tables)}",
        f"{' and '.join(rivals)} with equal rank",
        where=f"{document.path}, characters {span.start} to {span.end}{under}",
        hint=f"choose one with --importer {rivals[0]} or --importer {rivals[-1]}",
    )


def resolve(claims: Mapping[str, Sequence[Claim]]) -> Resolution:
    """Decide which importer reads which part for which table.

    Args:
        claims: The claims of each importer, by its name.
    """
    bids = [(name, number, claim) for name in sorted(claims) for number, claim in enumerate(claims[name])]
    segments: dict[tuple[str, int], list[Segment]] = {(name, number): [] for name, number, _ in bids}
    found: dict[tuple[tuple[str, int], ...], list[tuple[tuple[str, int], _Part]]] = {}
    for table in sorted({table for _, _, claim in bids for table in claim.tables}):
        asking = [bid for bid in bids if table in bid[2].tables]
        who = tuple((name, number) for name, number, _ in asking)
        if who not in found:  # as most tables are claimed together
            found[who] = [*_sweep(asking)]
        for owner, (span, outcome, rivals) in found[who]:
            _extend(segments[owner], Segment(table, span, outcome, rivals))
    return Resolution(tuple(Award(name, claim, tuple(segments[name, n])) for name, n, claim in bids))


def _sweep(bids: list[tuple[str, int, Claim]]) -> Iterator[tuple[tuple[str, int], _Part]]:
    edges: dict[int, list[tuple[int, tuple[str, int], int]]] = {}
    for name, number, claim in bids:
        for span in claim.spans:
            edges.setdefault(span.start, []).append((1, (name, number), claim.rank))
            edges.setdefault(span.end, []).append((-1, (name, number), claim.rank))
    depth: dict[tuple[tuple[str, int], int], int] = {}
    for start, end in pairwise(sorted(edges)):
        for step, owner, rank in edges[start]:
            depth[owner, rank] = depth.get((owner, rank), 0) + step
        present = sorted(bid for bid, count in depth.items() if count)
        yield from _judge(Span(start, end), present)


def _judge(span: Span, present: list[tuple[tuple[str, int], int]]) -> Iterator[tuple[tuple[str, int], _Part]]:
    top = max((rank for _, rank in present), default=0)
    best = tuple(sorted({name for (name, _), rank in present if rank == top}))
    for owner, rank in present:
        if rank < top:
            yield owner, (span, LOST, ())
        elif len(best) > 1:
            yield owner, (span, TIED, best)
        else:
            yield owner, (span, READ, ())


def _extend(segments: list[Segment], segment: Segment) -> None:
    last = segments[-1] if segments else None
    if last and last.span.end == segment.span.start and last.is_like(segment):
        segments[-1] = attrs.evolve(last, span=Span(last.span.start, segment.span.end))
    else:
        segments.append(segment)


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return spans in order, those that overlap or touch as one."""
    ordered: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, span.end)):
        if ordered and span.start <= ordered[-1].end:
            ordered[-1] = Span(ordered[-1].start, max(ordered[-1].end, span.end))
        else:
            ordered.append(span)
    return tuple(ordered)


def verified_claims(found: Iterable[object], document: Document, importer: Importer) -> tuple[Claim, ...]:
    """Return an importer's claims if each is one that the host can act on.

    Raises:
        PluginError: A claim is no claim, or names parts, tables, places or ranks that do not exist.
    """
    claims = tuple(found)
    for claim in claims:
        for expected, value in _claim_faults(claim, document, importer):
            raise PluginError(expected, f"{value!r}"[:_LONGEST], where=f"{importer.name}, {document.path}")
    return claims  # type: ignore[return-value]


def _claim_faults(claim: object, document: Document, importer: Importer) -> Iterator[tuple[str, object]]:
    if not isinstance(claim, Claim):
        yield "a Claim", type(claim).__name__
        return
    spans: object = claim.spans
    if not isinstance(spans, tuple) or not spans or not all(_lies_in(span, document) for span in spans):
        yield f"parts with text, within the {len(document.text)} characters of the document", spans
    tables: object = claim.tables
    if not isinstance(tables, frozenset | set) or not tables or not tables <= set(TABLES):
        yield "a set of names of tables", tables
    if type(claim.rank) is not int or not KNOWS_FORMAT <= claim.rank <= KNOWS_EDITION:
        yield f"a rank from {KNOWS_FORMAT} to {KNOWS_EDITION}", claim.rank
    why: object = claim.why
    if not isinstance(why, str) or not why.isprintable():
        yield "why as one line of text", why
    if not set(claim.places) <= {place.place_id for place in importer.places}:
        yield "places of the importer", claim.places
    if not are_expectations(claim.expects or {}):
        yield "expects as a mapping from tables to Expect", claim.expects


def _lies_in(span: object, document: Document) -> bool:
    return (
        isinstance(span, Span)
        and type(span.start) is type(span.end) is int
        and 0 <= span.start < span.end <= len(document.text)
    )
