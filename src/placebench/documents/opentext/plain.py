"""OpenDocument texts that are nothing but typed lines, read as the plain text that they are."""

from __future__ import annotations

from lxml import etree

from placebench.documents.headings import is_title
from placebench.documents.opentext.names import attribute, name
from placebench.documents.opentext.styles import Styles
from placebench.documents.opentext.words import read_words
from placebench.documents.reading import Reading
from placebench.documents.word.plain import read_lines

_BESIDE = frozenset({"text:sequence-decls", "office:forms", "text:soft-page-break", "text:tracked-changes"})


def read_typed(body: etree._Element, styles: Styles) -> Reading | None:
    """Read a document as plain text, or return None where it has headings, lists, tables, notes or boxes."""
    lines: list[str] = []
    for element in body:
        if name(element) in _BESIDE:
            continue
        if name(element) != "text:p" or styles.style(attribute(element, "text:style-name")).is_title:
            return None
        words = read_words(element, styles)
        if words.notes or words.shapes or (words.bold and is_title(words.text)):
            return None
        lines.append(words.text)
    return read_lines(lines) if any(map(str.strip, lines)) else None
