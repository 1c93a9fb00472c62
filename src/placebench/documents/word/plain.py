"""Word documents that are nothing but typed lines, read as the plain text that they are."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from lxml import etree

from placebench.documents.headings import is_title
from placebench.documents.reading import Reading
from placebench.documents.text import read_plain
from placebench.documents.word.runs import RunReader
from placebench.documents.word.styles import Styles, properties
from placebench.documents.word.xml import child, flattened, name, value

_BESIDE = frozenset({"p", "sectPr", "bookmarkStart", "bookmarkEnd", "proofErr"})


def read_typed(body: etree._Element, styles: Styles) -> Reading | None:
    """Read a document as plain text, or return None where it has headings, lists, tables, notes or boxes.

    Where blank lines part its paragraphs, it is a text that was pasted as it was. Where none do, every
    paragraph stands apart, but for rows of tabs.
    """
    lines = _typed_lines(body, styles)
    return None if lines is None else read_lines(lines)


def read_lines(lines: Sequence[str]) -> Reading:
    """Read the paragraphs of a document of nothing but typed lines as plain text."""
    if any(not line.strip() for line in lines):
        return read_plain("\n".join(lines))
    apart = ["\n" if "\t" in one and "\t" in two else "\n\n" for one, two in pairwise(lines)]
    text = "".join(line + gap for line, gap in zip(lines, [*apart, ""], strict=True))
    return read_plain(text, wrapped=any("\n" in line for line in lines))


def _typed_lines(body: etree._Element, styles: Styles) -> list[str] | None:
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
    return lines
