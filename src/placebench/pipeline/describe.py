"""What can be found out of each document of a folder without coding it."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from os import PathLike
from pathlib import Path

import attrs

from placebench.documents.limits import DEFAULT_LIMITS, Limits, limited
from placebench.documents.sources_table import SourceEntry
from placebench.errors import DocumentError, PlacebenchError, UsageError
from placebench.pipeline.files import Found, find_documents
from placebench.pipeline.illegible import legible
from placebench.pipeline.readers import as_it_is, reading
from placebench.pipeline.reading import opened
from placebench.pipeline.report import sentence


@attrs.frozen
class Description:
    """Describes documents, in whatever process; what is known of them already is not repeated.

    Attributes:
        limits: What a document may hold.
    """

    limits: Limits = DEFAULT_LIMITS

    @property
    def key(self) -> Hashable:
        """Tells tasks apart, in whatever process they are."""
        return type(self).__name__, self.limits

    def lost(self, found: Found, error: PlacebenchError, outcome: str, importer: str | None) -> SourceEntry:
        """Return what is known of a document whose process ended."""
        del outcome, importer
        return SourceEntry(found.name, found.metadata, sha256=found.sha256, note=sentence(error))

    def __call__(self, found: Found) -> SourceEntry:
        """Open a document and return what it says of itself."""
        entry = SourceEntry(found.name, found.metadata, sha256=found.sha256)
        try:
            with limited(self.limits):
                document = legible(opened(found.read(self.limits), found.name, found.metadata))
        except DocumentError as error:
            return attrs.evolve(entry, note=sentence(error))
        return attrs.evolve(
            entry,
            said=document.metadata,
            media_type=document.media_type,
            pages=len(document.pages) or None,
        )


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
    found = [one.hashed() for one in find_documents([folder], limits, known=False)]
    return tuple(_described(found, limits, jobs))


def _described(found: list[Found], limits: Limits, jobs: int | None) -> Iterator[SourceEntry]:
    seen: dict[str, str] = {}
    with reading(found, jobs, limits, None) as start:
        waiting = [start(Description(limits), one, as_it_is) for one in found]
        for one, finish in zip(found, waiting, strict=True):
            entry = finish()
            first = seen.setdefault(one.sha256 or one.name, one.name)
            same = None if first == one.name else f"The same bytes as {first}."
            yield attrs.evolve(entry, note=entry.note or same)
