"""What the claims table says of one document: who read, lost, tied or failed, of which part and table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from placebench.claims import LOST, READ, TIED, Resolution, tied_error
from placebench.documents import Document
from placebench.errors import PlacebenchError
from placebench.importer import AnyImporter, signature
from placebench.model import ClaimRecord
from placebench.pipeline.reading import Read
from placebench.pipeline.report import FAILED, sentence


def failed_attempts(
    document: Document, asked: Iterable[AnyImporter], failed: Mapping[str, PlacebenchError]
) -> Iterator[ClaimRecord]:
    """Yield a record of each importer that failed before it read anything."""
    for importer in asked:
        if importer.name in failed:
            yield ClaimRecord(
                source_id=document.source_id,
                importer=signature(importer),
                won=False,
                outcome=FAILED,
                error=sentence(failed[importer.name]),
            )


def faults_of(document: Document, reading: Read) -> Iterator[ClaimRecord]:
    """Yield a record of each row that was refused, and of each promised table that did not come."""
    for fault in reading.faults:
        spans = [span for quote in fault.quotes for span in quote.spans]
        yield ClaimRecord(
            source_id=document.source_id,
            importer=signature(reading.importer),
            table=fault.table,
            start=min(span.start for span in spans),
            end=max(span.end for span in spans),
            won=False,
            outcome=FAILED,
            error=sentence(fault.error),
        )
    for one in reading.lacking:
        yield ClaimRecord(
            source_id=document.source_id,
            importer=signature(reading.importer),
            table=one.table,
            start=one.span.start,
            end=one.span.end,
            won=False,
            outcome=FAILED,
            error=sentence(one.error),
        )


def awarded(
    document: Document, asked: Iterable[AnyImporter], resolution: Resolution, readings: Mapping[str, Read]
) -> Iterator[ClaimRecord]:
    """Yield a record of each part and table that was claimed: who won it, lost it or tied."""
    signatures = {importer.name: signature(importer) for importer in asked}
    for award in resolution.awards:
        for segment in award.segments:
            error: PlacebenchError | None = None
            if segment.outcome == READ:
                error = readings[award.importer].error(segment.table)
            elif segment.outcome == TIED:
                error = tied_error(document, segment.span, segment.rivals, [segment.table])
            read = segment.outcome == READ and error is None
            if read and award.claim.only_keeps(segment.table):
                continue
            yield ClaimRecord(
                source_id=document.source_id,
                importer=signatures[award.importer],
                table=segment.table,
                rank=award.claim.rank,
                places=award.claim.places,
                start=segment.span.start,
                end=segment.span.end,
                won=read,
                outcome=segment.outcome if read or segment.outcome in (LOST, TIED) else FAILED,
                why=award.claim.why,
                error=sentence(error) if error else None,
            )
