"""One document: open it, ask who knows it, let the winners read, check what they say."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from os import PathLike
from pathlib import Path
from typing import Any

from placebench.checks import as_text, digest
from placebench.claims import LOST, READ, TIED, Resolution, resolve, tied_error
from placebench.coding.coverage import coverage
from placebench.dataset import Part, part_key
from placebench.documents import Document
from placebench.errors import (
    DocumentError,
    PlacebenchError,
    UnclaimedDocument,
    UnreadableDocument,
)
from placebench.importer import AnyImporter, ReadsByCodebook, own_rows, signature
from placebench.model import ClaimRecord, Source
from placebench.pipeline.reading import (
    Read,
    identified,
    importers_for,
    opened,
    quoted_spans,
    read_won,
)
from placebench.pipeline.report import (
    FAILED,
    OK,
    REFUSED,
    DocumentReport,
    Outcome,
    on_rejections,
    rejections_in,
    rows_by_table,
    sentence,
)
from placebench.plugins import Registry
from placebench.schema import SCHEMA_VERSION
from placebench.sources import source_row


def import_one(
    path: str | PathLike[str],
    *,
    name: str,
    metadata: Mapping[str, str],
    registry: Registry,
    importer: str | None = None,
) -> Outcome:
    """Import one document; depends on nothing but its arguments, so any process may run it.

    Args:
        path: The file.
        name: What to call it in messages and in the dataset.
        metadata: What is known of it; see `Document.metadata`.
        registry: The plugins.
        importer: Name of the only importer to ask.
    """
    asked = registry.select(importer)
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        unread = UnreadableDocument("a file that can be read", error.strerror or "none", where=name)
        return Outcome((), DocumentReport(name, FAILED, messages=(sentence(unread),)))
    try:
        document = opened(data, name, metadata)
    except DocumentError as error:
        return unread_outcome(data, name, metadata, error)
    return _imported(document, registry, asked)


def unread_outcome(data: bytes, name: str, metadata: Mapping[str, str], error: PlacebenchError) -> Outcome:
    """Return the outcome of a document that cannot be read: its source, one claims row, and a sentence."""
    source = source_row(hashlib.sha256(data).hexdigest(), name, metadata)
    record = ClaimRecord(source_id=source.source_id, won=False, outcome=FAILED, error=sentence(error))
    part = _host_part(source, metadata, (), [record])
    return Outcome((part,), DocumentReport(name, FAILED, messages=(sentence(error),)))


def _imported(document: Document, registry: Registry, asked: Sequence[AnyImporter]) -> Outcome:
    importers, unnamed = importers_for(document, registry, asked)
    claims, failed = identified(document, registry, importers)
    silent = {**unnamed, **failed}
    resolution = resolve(claims)
    readings = {
        one.name: read_won(document, registry, one, resolution)
        for one in importers
        if any(award.won for award in resolution.awards if award.importer == one.name)
    }
    records = [*_failed_attempts(document, asked, silent), *_records(document, asked, resolution, readings)]
    errors: list[PlacebenchError] = [*silent.values(), *resolution.ties(document)]
    for reading in readings.values():
        records += _faulty(document, reading)
        errors += reading.errors
    refusal = None if resolution.awards or unnamed else _refusal(document, asked)
    if refusal:
        records.append(
            ClaimRecord(source_id=document.source_id, won=False, outcome=REFUSED, error=sentence(refusal))
        )
    kept = [reading for reading in readings.values() if not reading.failed]
    parts = (
        _host_part(_source(document), document.metadata, asked, records),
        *(_importer_part(document, reading, resolution) for reading in kept),
    )
    outcome = FAILED if errors else REFUSED if refusal else OK
    messages = [*errors, refusal] if refusal else errors
    return Outcome(parts, _report(document, outcome, kept, parts, messages))


def _failed_attempts(
    document: Document, asked: Iterable[AnyImporter], failed: Mapping[str, PlacebenchError]
) -> Iterator[ClaimRecord]:
    for importer in asked:
        if importer.name in failed:
            yield ClaimRecord(
                source_id=document.source_id,
                importer=signature(importer),
                won=False,
                outcome=FAILED,
                error=sentence(failed[importer.name]),
            )


def _faulty(document: Document, reading: Read) -> Iterator[ClaimRecord]:
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


def _records(
    document: Document, asked: Iterable[AnyImporter], resolution: Resolution, readings: Mapping[str, Read]
) -> Iterator[ClaimRecord]:
    signatures = {importer.name: signature(importer) for importer in asked}
    for award in resolution.awards:
        for segment in award.segments:
            error: PlacebenchError | None = None
            if segment.outcome == READ:
                error = readings[award.importer].error(segment.table)
            elif segment.outcome == TIED:
                error = tied_error(document, segment.span, segment.rivals, [segment.table])
            read = segment.outcome == READ and error is None
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


def _refusal(document: Document, asked: Sequence[AnyImporter]) -> UnclaimedDocument:
    if not asked:
        return UnclaimedDocument(
            "an importer", "none", where=document.path, hint="install the plugin of the document's system"
        )
    known = "; ".join(_looks_for(importer) for importer in asked)
    return UnclaimedDocument(
        f"a document that an importer knows ({known})",
        "one that none of them recognises",
        where=document.path,
        hint="install the plugin of the document's system, or give a profile of it with --profile",
    )


def _looks_for(importer: AnyImporter) -> str:
    said = getattr(importer, "recognises", None)
    return str(said or f"documents of {importer.system.name}")  # type: ignore[union-attr]


def _source(document: Document) -> Source:
    return source_row(
        document.sha256,
        document.path,
        document.metadata,
        media_type=document.media_type,
        pages=len(document.pages) or None,
        characters=len(document.text),
    )


def _host_part(
    source: Source, metadata: Mapping[str, str], asked: Sequence[AnyImporter], records: Sequence[ClaimRecord]
) -> Part:
    options = {"path": source.path, "metadata": dict(metadata), "asked": [signature(one) for one in asked]}
    key = part_key(source.sha256, "", "", SCHEMA_VERSION, "", options)
    return Part(key, {"sources": (source,), "claims": tuple(records)})


def _importer_part(document: Document, reading: Read, resolution: Resolution) -> Part:
    importer = reading.importer
    won = resolution.won_by(importer.name)
    options: dict[str, Any] = {
        "metadata": dict(document.metadata),
        "won": {table: [[span.start, span.end] for span in won[table]] for table in sorted(won)},
    }
    # What an importer knows of a system may come from another one, or from the document itself.
    options["declared"] = digest([as_text(row) for row in own_rows(importer)])
    frame = importer.codebook.digest if isinstance(importer, ReadsByCodebook) else ""
    key = part_key(document.sha256, importer.name, importer.version, SCHEMA_VERSION, frame, options)
    return Part(key, reading.rows)


def _report(
    document: Document,
    outcome: str,
    kept: Iterable[Read],
    parts: Sequence[Part],
    errors: Iterable[PlacebenchError],
) -> DocumentReport:
    rejected = rejections_in(parts)
    quoted = coverage(document, (span for reading in kept for span in quoted_spans(reading.rows)))
    return DocumentReport(
        document.path,
        outcome,
        importers=tuple(signature(reading.importer) for reading in kept),
        rows=rows_by_table(parts),
        rejected=len(rejected),
        sentences=quoted.sentences,
        stating=quoted.stating,
        messages=(
            *(f"{warning}." for warning in document.warnings),
            *(sentence(error) for error in errors),
            *on_rejections(rejected),
        ),
    )
