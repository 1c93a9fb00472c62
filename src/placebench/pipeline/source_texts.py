"""The texts of a dataset's sources, read again from the documents where they can be found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from placebench.dataset import Dataset
from placebench.documents import Document, Span
from placebench.documents.limits import DEFAULT_LIMITS, Limits
from placebench.documents.packs import Pack, is_pack, list_pack
from placebench.errors import DocumentError
from placebench.pipeline.files import Found
from placebench.pipeline.open_one import open_one

Places = Path | Iterable[Path] | None
"""A folder or a pack, or several, or none."""


class SourceTexts:
    """Finds each source's document once, and takes it only if it is the very file that was imported.

    Args:
        dataset: The dataset whose sources are meant.
        documents: Folders and packs that the documents lie in; the working folder unless given.
        limits: What a document may take and hold.
        jobs: 0 to read in this process; documents are read in a child of it otherwise.
    """

    def __init__(
        self,
        dataset: Dataset,
        documents: Places = None,
        *,
        limits: Limits = DEFAULT_LIMITS,
        jobs: int | None = None,
    ) -> None:
        rows = dataset.frame("sources").collect().to_dicts()
        self._sources: dict[str, dict[str, Any]] = {row["source_id"]: row for row in rows}
        named = [documents] if isinstance(documents, Path) else list(documents or ())
        # A document in a pack is named from the folder that the pack lies in.
        self._named = list(dict.fromkeys(one.parent if one.is_file() else one for one in named))
        self._limits, self._jobs = limits, jobs
        self._unreadable: list[DocumentError] = []
        self._packs: dict[Path, Pack] = {}
        self._found: dict[str, tuple[Document | None, str | None]] = {}

    @property
    def unreadable(self) -> tuple[DocumentError, ...]:
        """What is wrong with the documents that are there and could not be read."""
        return tuple(self._unreadable)

    def name(self, source_id: str) -> str:
        """Return what to call a source: its title and file name."""
        source = self._sources[source_id]
        return f"{source['title']} ({source['path']})" if source["title"] else source["path"]

    def document(self, source_id: str) -> tuple[Document | None, str | None]:
        """Return the document of a source, or None and the reason in words."""
        if source_id not in self._found:
            self._found[source_id] = self._read(self._sources[source_id])
        return self._found[source_id]

    def around(self, document: Document, start: int, end: int) -> tuple[str, str]:
        """Return what stands before and after a range of text within its paragraphs."""
        blocks = list(document.blocks_in(Span(start, end)))
        first = min([start, *(block.span.start for block in blocks)])
        last = max([end, *(block.span.end for block in blocks)])
        return document.at(Span(first, start)), document.at(Span(end, last))

    def _read(self, source: dict[str, Any]) -> tuple[Document | None, str | None]:
        other = None
        path, sha256 = source["path"], source["sha256"]
        # A document of known date is not searched for one.
        known = {"published": str(source["published"])} if source["published"] else {}
        packed = self._packed(path, sha256)
        if packed is not None:
            return self._opened(packed)
        for file in self._candidates(path):
            found = Found(file, path, known).hashed()
            if found.sha256 == sha256:
                return self._opened(found)
            other = f"{file} is not the file that was imported; name the folder of that one with --documents"
        return None, other or f"{path} is not here; name its folder with --documents"

    def _opened(self, found: Found) -> tuple[Document | None, str | None]:
        try:
            return open_one(found, self._limits, jobs=self._jobs), None
        except DocumentError as error:
            self._unreadable.append(error)
            return None, str(error)

    def _packed(self, path: str, sha256: str) -> Found | None:
        """Return a document in a pack, as it was imported."""
        for pack in (pack for folder in self._folders for pack in (folder / path).parents):
            if pack.is_file() and is_pack(pack):
                if pack not in self._packs:
                    self._packs[pack] = list_pack(pack, pack.name, self._limits)
                for member in self._packs[pack].members:
                    if member.sha256 == sha256:
                        return Found(pack, path, {}, member.positions, sha256)
        return None

    @property
    def _folders(self) -> list[Path]:
        return self._named or [Path()]

    def _candidates(self, path: str) -> Iterator[Path]:
        at_hand = [folder / path for folder in self._folders if (folder / path).is_file()]
        yield from at_hand
        for folder in self._named:
            found = folder.rglob(Path(path).name)
            yield from sorted(file for file in found if file not in at_hand and file.is_file())
