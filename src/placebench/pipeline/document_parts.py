"""The parts of a dataset that one document gives: the host's own, and one for each importer that read it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from placebench.checks import as_text, digest
from placebench.claims import Resolution
from placebench.dataset import Part, part_key
from placebench.documents import Document
from placebench.importer import AnyImporter, ReadsByCodebook, own_rows, signature
from placebench.model import ClaimRecord, Row, Source
from placebench.pipeline.reading import Read
from placebench.schema import SCHEMA_VERSION
from placebench.sources import source_row

_NO_GAPS: Mapping[str, tuple[Row, ...]] = {}


def source_of(document: Document) -> Source:
    """Return the row of a document that was opened."""
    return source_row(
        document.sha256,
        document.path,
        document.metadata,
        media_type=document.media_type,
        pages=len(document.pages) or None,
        characters=len(document.text),
    )


def host_part(
    source: Source,
    metadata: Mapping[str, str],
    asked: Sequence[AnyImporter],
    records: Sequence[ClaimRecord],
    gaps: Mapping[str, tuple[Row, ...]] = _NO_GAPS,
) -> Part:
    """Return what the host says of a document, whoever reads it: its source, its claims and its gaps."""
    options = {
        "path": source.path,
        "metadata": dict(metadata),
        "asked": [signature(one) for one in asked],
        "outcomes": sorted({record.outcome for record in records}),
    }
    key = part_key(source.sha256, "", "", SCHEMA_VERSION, "", options)
    return Part(key, {"sources": (source,), "claims": tuple(records), **gaps})


def importer_part(document: Document, reading: Read, resolution: Resolution) -> Part:
    """Return the rows of one importer, under a key of all that they depend on."""
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
