"""What one paragraph of an OpenDocument text says, without what was deleted or is hidden."""

from __future__ import annotations

import re

import attrs
from lxml import etree

from placebench.documents.counting import in_superscript
from placebench.documents.opentext.names import attribute, name, whole
from placebench.documents.opentext.styles import Style, Styles

_LEFT_OUT = frozenset(
    {
        "office:annotation",
        "office:annotation-end",
        "text:hidden-text",
        "text:ruby-text",
        "text:tracked-changes",
    }
)
_SHAPES = frozenset({"draw:frame", "draw:g", "draw:custom-shape", "draw:rect", "draw:a"})
_CHARACTERS = {"text:tab": "\t", "text:line-break": "\n"}
_MOST_SPACES = 1_000
_WHITE = re.compile(r"[ \t\r\n]+")


@attrs.define
class Words:
    """What a paragraph says.

    Attributes:
        parts: Its characters, run by run.
        bold: Whether all that can be seen of them is bold.
        notes: Its footnotes and endnotes.
        shapes: Its frames and shapes, which may hold text.
    """

    parts: list[str] = attrs.field(factory=list)
    bold: bool = True
    notes: list[etree._Element] = attrs.field(factory=list)
    shapes: list[etree._Element] = attrs.field(factory=list)

    @property
    def text(self) -> str:
        """Its characters."""
        return "".join(self.parts)


def read_words(paragraph: etree._Element, styles: Styles) -> Words:
    """Return what a paragraph or heading says."""
    words = Words()
    _read(paragraph, styles.style(attribute(paragraph, "text:style-name")), styles, words)
    return words


def _read(element: etree._Element, style: Style, styles: Styles, words: Words) -> None:
    _add(element.text, style, words)
    for inner in element:
        kind = name(inner)
        if kind == "text:s":
            _add(" " * min(whole(attribute(inner, "text:c"), 1), _MOST_SPACES), style, words)
        elif kind in _CHARACTERS:
            words.parts.append(_CHARACTERS[kind])
        elif kind == "text:note":
            words.notes.append(inner)
        elif kind in _SHAPES:
            words.shapes.append(inner)
        elif kind == "text:span":
            named = styles.style(attribute(inner, "text:style-name"))
            _read(inner, _within(style, named), styles, words)
        elif kind not in _LEFT_OUT:
            _read(inner, style, styles, words)
        _add(inner.tail, style, words)


def _within(outer: Style, inner: Style) -> Style:
    return Style(
        bold=outer.bold if inner.bold is None else inner.bold,
        hidden=outer.hidden if inner.hidden is None else inner.hidden,
        raised=outer.raised if inner.raised is None else inner.raised,
    )


def _add(text: str | None, style: Style, words: Words) -> None:
    if not text or style.hidden:
        return
    # White space in the file is folded; that which is meant stands in elements of its own.
    said = text if text.isspace() and "\n" not in text else _WHITE.sub(" ", text)
    words.parts.append(in_superscript(said) if style.raised else said)
    words.bold = words.bold and (bool(style.bold) or not said.strip())
