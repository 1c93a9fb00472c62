"""The texts of a dataset's sources, read again from the documents where they can be found."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from placebench.dataset.dataset import Dataset
from placebench.documents import Document, Span, read_document
from placebench.documents.limits import DEFAULT_LIMITS
from placebench.documents.packs import Pack, is_pack, list_pack, read_member
from placebench.errors import DocumentError

Places = Path | Iterable[Path] | None
"""A folder or a pack, or several, or none."""


class SourceTexts:
    """Finds each source's document once, and takes it only if it is the very file that was imported.

    Args:
        dataset: The dataset whose sources are meant.
        documents: Folders and packs that the documents lie in; the working folder unless given.
    """

    def __init__(self, dataset: Dataset, documents: Places = None) -> None:
        rows = dataset.frame("sources").collect().to_dicts()
        self._sources: dict[str, dict[str, Any]] = {row["source_id"]: row for row in rows}
        named = [documents] if isinstance(documents, Path) else list(documents or ())
        # A document in a pack is named from the folder that the pack lies in.
        self._named = list(dict.fromkeys(one.parent if one.is_file() else one for one in named))
        self._packs: dict[Path, Pack] = {}
        self._found: dict[str, tuple[Document | None, str | None]] = {}

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
        packed = self._packed(source["path"], source["sha256"])
        if packed is not None:
            return read_document(packed, source["path"]), None
        for file in self._candidates(source["path"]):
            data = file.read_bytes()
            if hashlib.sha256(data).hexdigest() != source["sha256"]:
                other = f"{file} is not the file that was imported"
                continue
            try:
                return read_document(data, source["path"]), None
            except DocumentError as error:
                return None, str(error)
        return None, other or f"{source['path']} is not here; name its folder with --documents"

    def _packed(self, path: str, sha256: str) -> bytes | None:
        """Return the bytes of a document in a pack, as it was imported."""
        for pack in (pack for folder in self._folders for pack in (folder / path).parents):
            if pack.is_file() and is_pack(pack):
                if pack not in self._packs:
                    self._packs[pack] = list_pack(pack, pack.name, DEFAULT_LIMITS)
                for member in self._packs[pack].members:
                    if member.sha256 == sha256:
                        return read_member(pack, member.positions, path, DEFAULT_LIMITS)
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
