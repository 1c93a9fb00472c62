"""Office files as zip archives of XML parts, opened as if they were made to do harm."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TypedDict

import attrs
from lxml import etree

from placebench.documents import media
from placebench.documents.limits import MEGABYTE, limits
from placebench.errors import UnreadableDocument

_STRICT = b"http://purl.oclc.org/ooxml/"
_TRANSITIONAL = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/", b"http://schemas.openxmlformats.org/wordprocessingml/2006/"),
    (b"http://purl.oclc.org/ooxml/spreadsheetml/", b"http://schemas.openxmlformats.org/spreadsheetml/2006/"),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/",
        b"http://schemas.openxmlformats.org/officeDocument/2006/",
    ),
)  # fmt: skip
_ENCRYPTED = 0x1
_MANIFEST = "META-INF/manifest.xml"
_AGAIN = "save it anew in the program that made it, or get a complete copy"


class _Options(TypedDict):
    resolve_entities: bool
    load_dtd: bool
    no_network: bool
    huge_tree: bool
    remove_comments: bool
    remove_pis: bool


# No entity, document type or address is ever followed, however a part is parsed.
_SAFELY = _Options(
    resolve_entities=False,
    load_dtd=False,
    no_network=True,
    huge_tree=False,
    remove_comments=True,
    remove_pis=True,
)


@attrs.frozen
class Relation:
    """What one part names as another.

    Attributes:
        kind: Last word of its type: `styles`, `worksheet`.
        target: Path of the other part in the archive.
    """

    kind: str
    target: str


class Package:
    """The parts of an office file, each unpacked and parsed within limits.

    Raises:
        UnreadableDocument: The archive is damaged, encrypted, or holds too many parts.
    """

    def __init__(self, data: bytes, name: str, media_type: str) -> None:
        self._name = name
        self._expected = media.NAMES[media_type]
        self._limits = limits()
        self._left = self._limits.unpacked * MEGABYTE
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
            infos = self._archive.infolist()
        except media.ZIP_ERRORS as error:
            raise self.refusal("a damaged or incomplete zip archive") from error
        if len(infos) > self._limits.parts:
            raise UnreadableDocument(
                f"at most {self._limits.parts:,} parts in {self._expected}", f"{len(infos):,}", where=name
            )
        if any(info.flag_bits & _ENCRYPTED for info in infos):
            raise locked(name)
        self._parts = {info.filename: info for info in infos}

    def __contains__(self, part: str) -> bool:
        return part in self._parts

    def refusal(self, found: str, hint: str = _AGAIN) -> UnreadableDocument:
        """Return the error that this file is not what it should be."""
        return UnreadableDocument(self._expected, found, where=self._name, hint=hint)

    def read(self, part: str) -> bytes:
        """Return the bytes of a part.

        Raises:
            UnreadableDocument: It is missing, damaged or too large.
        """
        info = self._parts.get(part)
        if info is None:
            raise self.refusal(f"no part {part!r} in it")
        most = min(self._limits.part_size * MEGABYTE, self._left)
        try:
            with self._archive.open(info) as file:
                data = file.read(most + 1)
        except media.ZIP_ERRORS as error:
            raise self.refusal(f"a damaged part {part!r}") from error
        if len(data) > most:
            found = f"{part!r} with more than {most:,} bytes"
            raise UnreadableDocument(f"{self._expected} of ordinary size", found, where=self._name)
        self._left -= len(data)
        return _transitional(data)

    def xml(self, part: str) -> etree._Element:
        """Return the root of a part; entities and comments are left out.

        Raises:
            UnreadableDocument: It is missing, damaged, too large, no XML, or declares a document type.
        """
        data = self.read(part)
        parser = etree.XMLParser(**_SAFELY, collect_ids=False)
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            raise self.refusal(f"{part!r}, which is no sound XML ({error.msg})") from error
        self._refuse_doctype(root, part)
        return root

    def elements(self, part: str, tags: tuple[str, ...]) -> Iterator[etree._Element]:
        """Yield the elements of a large part as each ends; they are emptied after use.

        Raises:
            UnreadableDocument: As `xml`.
        """
        try:
            events = etree.iterparse(
                io.BytesIO(self.read(part)),
                events=("end",),
                tag=tags,
                **_SAFELY,
            )
            for number, (_, element) in enumerate(events):
                if not number:
                    self._refuse_doctype(element, part)
                yield element
                element.clear(keep_tail=False)
                while element.getprevious() is not None:
                    del element.getparent()[0]
        except etree.XMLSyntaxError as error:
            raise self.refusal(f"{part!r}, which is no sound XML ({error.msg})") from error

    def relations(self, part: str) -> Mapping[str, Relation]:
        """Return what a part names by identifier; the archive itself is the part with the empty name."""
        folder, file = posixpath.split(part)
        path = posixpath.join(folder, "_rels", f"{file}.rels")
        if path not in self:
            return {}
        found: dict[str, Relation] = {}
        for element in self.xml(path):
            target, kind = element.get("Target") or "", (element.get("Type") or "").rpartition("/")[2]
            if element.get("TargetMode") != "External":
                inside = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
                found[element.get("Id") or ""] = Relation(kind, inside)
        return found

    @cached_property
    def main(self) -> str | None:
        """Path of the part that the file is about."""
        found = (one.target for one in self.relations("").values() if one.kind == "officeDocument")
        return next(found, None)

    def refuse_locked(self) -> None:
        """Refuse an OpenDocument file whose parts are encrypted.

        Raises:
            UnreadableDocument: They are.
        """
        if _MANIFEST in self and b"encryption-data" in self.read(_MANIFEST):
            raise locked(self._name)

    def _refuse_doctype(self, element: etree._Element, part: str) -> None:
        if element.getroottree().docinfo.internalDTD is not None:
            found = f"{part!r} with a document type declaration, which no such file needs"
            raise self.refusal(found, "do not trust the file")


def locked(name: str) -> UnreadableDocument:
    """Return the error that a file asks for a password."""
    return UnreadableDocument(
        "a document that opens without a password",
        "an encrypted one",
        where=name,
        hint="remove the password in the program that made it, and save it anew",
    )


def _transitional(data: bytes) -> bytes:
    """Name the elements of the strict form of the standard as those of the common form."""
    if _STRICT in data:
        for strict, common in _TRANSITIONAL:
            data = data.replace(strict, common)
    return data
