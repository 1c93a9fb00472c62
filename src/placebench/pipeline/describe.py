"""What can be found out of each document of a folder without coding it."""

from __future__ import annotations

from collections.abc import Iterator
from os import PathLike
from pathlib import Path

import attrs

from placebench.documents import Document
from placebench.documents.limits import DEFAULT_LIMITS, Limits
from placebench.documents.sources_table import SourceEntry
from placebench.errors import PlacebenchError, UsageError
from placebench.pipeline.document_task import DocumentTask
from placebench.pipeline.files import Found, find_documents
from placebench.pipeline.illegible import legible
from placebench.pipeline.readers import as_it_is, reading
from placebench.pipeline.report import sentence


@attrs.frozen(eq=False)
class Description(DocumentTask[SourceEntry]):
    """Describes documents; what is known of them already is not repeated."""

    def done(self, found: Found, document: Document) -> SourceEntry:
        """Return what a document says of itself."""
        readable = legible(document)
        return attrs.evolve(
            _entry(found),
            said=readable.metadata,
            media_type=readable.media_type,
            pages=len(readable.pages) or None,
        )

    def unread(self, found: Found, error: PlacebenchError) -> SourceEntry:
        """Return what is known of a document beside why it could not be read."""
        return attrs.evolve(_entry(found), note=sentence(error))


def _entry(found: Found) -> SourceEntry:
    return SourceEntry(found.name, found.metadata, sha256=found.sha256)


def describe_folder(
    folder: str | PathLike[str], *, limits: Limits = DEFAULT_LIMITS, jobs: int | None = None
) -> tuple[SourceEntry, ...]:
    """Return what can be found out of each document of a folder, in the order of their names.

    Args:
        folder: The folder; its `sources.csv`, if it has one, is not read.
        limits: What one document may take and hold.
        jobs: How many to read at a time; 0 for this process.

    Raises:
        UsageError: There is no such folder, or it holds no documents.
    """
    if not Path(folder).is_dir():
        raise UsageError("a folder of documents", "none", where=str(folder))
    # A link to a folder and a pipe are named by whoever reads, and no file to be described.
    found = [one.hashed() for one in find_documents([folder], limits, known=False) if one.path.is_file()]
    return tuple(_described(found, limits, jobs))


def _described(found: list[Found], limits: Limits, jobs: int | None) -> Iterator[SourceEntry]:
    seen: dict[str, str] = {}
    with reading(found, jobs, limits, None) as start:
        waiting = [start(Description(limits=limits), one, as_it_is) for one in found]
        for one, finish in zip(found, waiting, strict=True):
            entry = finish()
            first = seen.setdefault(one.sha256 or one.name, one.name)
            same = None if first == one.name else f"The same bytes as {first}."
            yield attrs.evolve(entry, note=entry.note or same)
