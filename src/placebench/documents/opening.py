"""Open a file: tell its format from its content and hand it to the reader of that format."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from importlib import import_module
from os import PathLike
from pathlib import Path

from placebench.documents import media
from placebench.documents.cover_sheets import title_of_cover
from placebench.documents.decoding import decode
from placebench.documents.document import CELL, FURNITURE, HEADING, Document
from placebench.documents.long_paragraphs import with_short_paragraphs
from placebench.documents.program_data import JSON, XML, YAML, program_data
from placebench.documents.reading import Reader, Reading
from placebench.documents.sheets.delimited import is_delimited
from placebench.documents.text_in_tables import as_running_text
from placebench.errors import UnreadableDocument

_WITH_COVERS = frozenset({media.PLAIN, media.DOCX, media.ODT, media.PDF})
_VISIBLE = re.compile(r"[^\s\u00ad\u200b-\u200f\u2060\ufeff]")


def _late(module: str, function: str, *, extra: str | None = None) -> Reader:
    """Leave the import of a reader and its library until a document of its format is read.

    Args:
        module: Where the reader is.
        function: The reader.
        extra: The extra of the distribution that brings its library, if it is not always there.
    """

    def read(data: bytes, name: str) -> Reading:
        try:
            found = import_module(module)
        except ModuleNotFoundError as error:
            if extra is None:
                raise
            missing = f"no {error.name}, the library that reads it"
            hint = f"install it with: pip install 'placebench[{extra}]'"
            raise UnreadableDocument("a library for its format", missing, where=name, hint=hint) from error
        reader: Reader = getattr(found, function)
        return reader(data, name)

    return read


_SAVE = "save it as a Word document or a PDF"
_REMEDIES = {
    **dict.fromkeys((JSON, YAML, XML), "it holds data for programs: get the paper or page that people read"),
    **dict.fromkeys(
        ("image/png", "image/jpeg", "image/gif", "image/tiff", "image/webp"),
        "make it a PDF document whose text was recognised (OCR)",
    ),
}
"""What would have a file read, by its media type."""

READERS: dict[str, Reader] = {
    media.PLAIN: _late("placebench.documents.text", "read_text"),
    media.HTML: _late("placebench.documents.html.reader", "read_html"),
    media.MHTML: _late("placebench.documents.html.saved_page", "read_saved_page"),
    media.DOCX: _late("placebench.documents.word.reader", "read_word", extra="office"),
    media.XLSX: _late("placebench.documents.sheets.workbook", "read_workbook", extra="office"),
    media.ODT: _late("placebench.documents.opentext.reader", "read_odt", extra="office"),
    media.ODS: _late("placebench.documents.sheets.ods", "read_ods", extra="office"),
    media.CSV: _late("placebench.documents.sheets.delimited", "read_delimited"),
    media.PDF: _late("placebench.documents.pdf.reader", "read_pdf", extra="pdf"),
}
"""The reader of each media type."""


def open_document(
    path: str | PathLike[str], *, name: str | None = None, metadata: Mapping[str, str] | None = None
) -> Document:
    """Read a document from a file.

    Args:
        path: The file.
        name: What to call it in messages and datasets; the file's name unless given.
        metadata: What is known of the document; overrides what the file says of itself.

    Raises:
        UnreadableDocument: There is no such file, or it is not a document of a known format, or is damaged.
    """
    path = Path(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        found = (error.strerror or type(error).__name__).lower()
        raise UnreadableDocument("a file that can be read", found, where=str(path)) from error
    return read_document(data, name or path.name, metadata)


def read_document(data: bytes, name: str, metadata: Mapping[str, str] | None = None) -> Document:
    """Read a document from its bytes.

    Args:
        data: The file's bytes.
        name: What to call it in messages and datasets.
        metadata: What is known of the document; overrides what the file says of itself.

    Returns:
        The document; one whose every page is a picture has lines that say so and no others, and is not
        `legible`.

    Raises:
        UnreadableDocument: The bytes are not a document of a known format, are damaged, or hold no text.
    """
    kind = media.media_type(data)
    if kind == media.PLAIN:
        kind = media.CSV if is_delimited(data, name) else _data_of_programs(data, name) or media.PLAIN
    if kind == media.LOCKED:
        raise UnreadableDocument(
            "a document that opens without a password",
            media.NAMES[kind],
            where=name,
            hint="remove the password in the program that made it, and save it anew",
        )
    reader = READERS.get(kind)
    if reader is None:
        raise UnreadableDocument(
            "a document in a format that is read",
            media.NAMES.get(kind, kind),
            where=name,
            hint=f"{_REMEDIES.get(kind, _SAVE)}, or leave it out; read are {_known_formats()}",
        )
    as_set = reader(data, name)
    reading = with_short_paragraphs(as_running_text(as_set))
    if not _VISIBLE.search(reading.text):
        found = "no text" if data else "an empty file"
        raise UnreadableDocument("a document with text", found, where=name, hint="replace or remove the file")
    return Document(
        text=reading.text,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=kind,
        path=name,
        blocks=reading.blocks,
        tables=reading.tables,
        pages=reading.pages,
        metadata={**_titled(as_set, kind), **(metadata or {})},
        warnings=reading.warnings,
        illegible=reading.illegible,
        laid_out=reading.laid_out,
    )


def _titled(reading: Reading, kind: str) -> dict[str, str]:
    """Return what a file says of itself; its title is that of its cover sheet, its own, or its first heading.

    A web page has its own title, whatever tables it shows.
    """
    said = dict(reading.metadata)
    cover = title_of_cover(reading) if kind in _WITH_COVERS else None
    first = next((block for block in reading.blocks if block.kind not in (FURNITURE, CELL)), None)
    if cover is not None:
        said["title"] = cover
    elif first is not None and first.kind == HEADING:
        said.setdefault("title", " ".join(reading.text[first.content.start : first.content.end].split()))
    return said


def _known_formats() -> str:
    *names, last = (media.NAMES.get(kind, kind) for kind in READERS)
    return f"{', '.join(names)} and {last}"


def _data_of_programs(data: bytes, name: str) -> str | None:
    try:
        return program_data(decode(data, name), name)
    except UnreadableDocument:
        return None
