"""The reader of PDF documents."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from pypdfium2 import PdfDocument, PdfiumError

from placebench.documents.limits import limits
from placebench.documents.pdf.furniture import find_margins
from placebench.documents.pdf.layout import lay_out
from placebench.documents.pdf.page import DAMAGED, PICTURE, Page, RawPage, arranged, raw_page
from placebench.documents.pdf.patches import without_patches
from placebench.documents.pdf.place import Handle, Turn
from placebench.documents.pdf.rules import Rules, read_rules
from placebench.documents.pdf.words import PageWords, read_words
from placebench.documents.reading import Reading
from placebench.errors import UnreadableDocument

_EXPECTED = "a PDF document"
_OCR = "make it searchable first, with text recognition (OCR)"
_DAMAGED = "cannot be opened and was not read; open the file in a PDF viewer and save it anew"
_NO_TITLE = re.compile(r"(?i)\(?(?:anonymous|unspecified|untitled.*)\)?|microsoft word - .*|.*\.\w{3,4}")
_NO_PAGE = PageWords((), (), Turn.of((0, 0, 0, 0), 0))


def read_pdf(data: bytes, name: str) -> Reading:
    """Read a PDF document, page by page.

    Words are put into lines, paragraphs, lists and tables by where they stand on the page. A page that is a
    picture without text, or cannot be opened, is a line of furniture that says so, and is named in the
    warnings.

    Raises:
        UnreadableDocument: The bytes are no PDF, or one that is damaged, asks for a password, is too long, or
            has neither text nor pictures.
    """
    document = _opened(data, name)
    try:
        pages = list(_raw_pages(document, name))
        metadata = dict(_metadata(document))
    finally:
        document.close()
    if all(page.bare and page.unread is None for page in pages):
        found = f"{len(pages)} with neither text nor pictures"
        raise UnreadableDocument("pages with text", found, where=name, hint=_OCR)
    margins = find_margins([(page.rows, page.height) for page in pages])
    size = _body_size(pages)
    arrangement: list[Page] = []
    for page, margin in zip(pages, margins, strict=True):
        before = arrangement[-1] if arrangement else None
        above, gutter = (before.open_table, before.gutter) if before else (None, None)
        arrangement.append(arranged(page, margin, size, above, gutter))
    return lay_out(arrangement, metadata, tuple(_warnings(pages)))


def _opened(data: bytes, name: str) -> Handle:
    try:
        document = PdfDocument(data)
        count = len(document)
    except PdfiumError as error:
        if "password" in str(error).lower():
            hint = "save a copy without the password"
            raise UnreadableDocument(
                "a PDF document that opens without a password", "one that asks for it", where=name, hint=hint
            ) from error
        hint = "open it in a PDF viewer and save it anew, or replace it"
        found = f"{len(data):,} bytes that are damaged or end too early"
        raise UnreadableDocument(_EXPECTED, found, where=name, hint=hint) from error
    most = limits().pages
    if not 0 < count <= most:
        document.close()
        raise UnreadableDocument(
            f"a PDF document of 1 to {most:,} pages", f"{count:,}", where=name, hint="split it"
        )
    return document


def _raw_pages(document: Handle, name: str) -> Iterator[RawPage]:
    words, most = 0, limits().words
    for number in range(len(document)):
        read = _read_page(document, number)
        if read is None:
            yield raw_page(number, _NO_PAGE, Rules(), damaged=True)
            continue
        found, rules = read
        words += len(found.words)
        if words > most:
            expected = f"a PDF document of at most {most:,} words"
            raise UnreadableDocument(expected, "more", where=f"{name}, page {number + 1}", hint="split it")
        yield raw_page(number, found, rules)


def _read_page(document: Handle, number: int) -> tuple[PageWords, Rules] | None:
    try:
        page = document[number]
    except PdfiumError:  # one damaged page costs that page, and is reported
        return None
    try:
        text_page = page.get_textpage()
        try:
            found = read_words(page, text_page)
        finally:
            text_page.close()
        return found, without_patches(read_rules(page, found.turn))
    except PdfiumError:
        return None
    finally:
        page.close()


def _body_size(pages: Iterable[RawPage]) -> float:
    sizes: Counter[float] = Counter()
    for page in pages:
        for row in page.rows:
            for line in row:
                sizes[line.size] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], size), default=10.0)


def _warnings(pages: Sequence[RawPage]) -> Iterator[str]:
    for unread, what in ((PICTURE, f"pictures without text were not read; {_OCR}"), (DAMAGED, _DAMAGED)):
        which = ", ".join(str(page.number + 1) for page in pages if page.unread == unread)
        if which:
            yield f"page {which}: {what}"


def _metadata(document: Handle) -> Iterator[tuple[str, str]]:
    try:
        title = " ".join(document.get_metadata_value("Title").split())
    except UnicodeError:
        return
    if title and not _NO_TITLE.fullmatch(title):
        yield "title", title
