"""Word documents that are nothing but typed lines, read as the plain text that they are."""

from __future__ import annotations

from lxml import etree

from placebench.documents.headings import is_title
from placebench.documents.word_runs import RunReader
from placebench.documents.word_styles import Styles, properties
from placebench.documents.word_xml import child, flattened, name, value

_BESIDE = frozenset({"p", "sectPr", "bookmarkStart", "bookmarkEnd", "proofErr"})


def typed_text(body: etree._Element, styles: Styles) -> str | None:
    """Return the lines of a document, or None where it has headings, lists, tables, notes or boxes."""
    runs = RunReader(styles)
    lines: list[str] = []
    for element in flattened(body):
        if name(element) not in _BESIDE:
            return None
        if name(element) != "p":
            continue
        words = runs.read(element)
        base = styles.style(value(element, "pPr", "pStyle"))
        style = properties(element).over(base)
        shaped = style.heading or style.numbering or base.is_contents or words.notes or words.boxes
        if shaped or child(element, "pPr", "rPr", "del") is not None:
            return None
        if words.bold and is_title(words.text):
            return None
        lines.append(words.text)
    return "\n".join(lines)
