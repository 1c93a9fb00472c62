"""What one paragraph of a Word document says: its runs, without what was deleted or is hidden."""

from __future__ import annotations

import attrs
from lxml import etree

from placebench.documents.counting import in_superscript
from placebench.documents.word.form_fields import answer
from placebench.documents.word.styles import STRUCK, Styles
from placebench.documents.word.symbols import symbol
from placebench.documents.word.xml import (
    any_switched,
    attribute,
    child,
    children,
    flattened,
    name,
    seen_branch,
    switched,
    value,
)

_CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_DRAWINGS = frozenset({"drawing", "pict", "object", "AlternateContent"})
_NOTES = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
_MATHS = frozenset({"oMath", "oMathPara"})


@attrs.define
class Words:
    """What a paragraph says.

    Attributes:
        parts: Its characters, run by run.
        bold: Whether all that can be seen of them is bold.
        notes: Kind and identifier of the notes that it refers to.
        boxes: Contents of its text boxes.
    """

    parts: list[str] = attrs.field(factory=list)
    bold: bool = True
    notes: list[tuple[str, str]] = attrs.field(factory=list)
    boxes: list[etree._Element] = attrs.field(factory=list)

    @property
    def text(self) -> str:
        """Its characters."""
        return "".join(self.parts)

    def add(self, text: str, *, bold: bool) -> None:
        """Append characters."""
        self.parts.append(text)
        self.bold = self.bold and (bold or not text.strip())

    def join(self, other: Words) -> None:
        """Append another paragraph, the mark between the two having been deleted."""
        self.parts += other.parts
        self.bold = self.bold and other.bold
        self.notes += other.notes
        self.boxes += other.boxes


class RunReader:
    """Reads paragraphs in order; a field may begin in one and end in another."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._fields: list[bool] = []
        self._codes = 0

    def read(self, paragraph: etree._Element) -> Words:
        """Return what a paragraph says."""
        style = self._styles.style(value(child(paragraph, "pPr"), "pStyle"))
        words = Words()
        for element in flattened(paragraph):
            tag = name(element)
            if tag == "r":
                self._read_run(element, words, bold=bool(style.bold), hidden=bool(style.hidden))
            elif tag in _MATHS:
                words.add(
                    "".join(part.text or "" for part in element.iter() if name(part) == "t"), bold=False
                )
        return words

    def _read_run(self, run: etree._Element, words: Words, *, bold: bool, hidden: bool) -> None:
        properties = child(run, "rPr")
        named = value(properties, "rStyle")
        if named:
            style = self._styles.style(named)
            bold = bold if style.bold is None else style.bold
            hidden = hidden if style.hidden is None else style.hidden
        own_bold = switched(properties, "b")
        own_hidden = any_switched(properties, "vanish", *STRUCK)
        bold = bold if own_bold is None else own_bold
        raised = value(properties, "vertAlign") == "superscript"
        hidden = hidden if own_hidden is None else own_hidden
        for element in run:
            tag = name(element)
            if tag == "fldChar":
                if not hidden and not self._codes:
                    words.add(answer(element), bold=bold)
                self._follow_field(attribute(element, "fldCharType"))
            elif not hidden and not self._codes:
                self._read_part(element, tag, words, bold=bold, raised=raised)

    def _read_part(
        self, element: etree._Element, tag: str, words: Words, *, bold: bool, raised: bool
    ) -> None:
        if tag == "t":
            text = element.text or ""
            words.add(in_superscript(text) if raised else text, bold=bold)
        elif tag in _CHARACTERS:
            words.add(_CHARACTERS[tag], bold=bold)
        elif tag == "sym":
            words.add(symbol(attribute(element, "font") or "", attribute(element, "char") or ""), bold=bold)
        elif tag in _NOTES:
            words.notes.append((_NOTES[tag], attribute(element, "id") or ""))
        elif tag in _DRAWINGS:
            words.boxes += _boxes(element)
        elif tag == "ruby":
            base = child(element, "rubyBase")
            for run in children(base, "r") if base is not None else ():
                self._read_run(run, words, bold=bold, hidden=False)

    def _follow_field(self, kind: str | None) -> None:
        """Between its begin and its separator a field holds a code, which nobody sees."""
        if kind == "begin":
            self._fields.append(True)
            self._codes += 1
        elif kind == "separate" and self._fields:
            self._codes -= self._fields[-1]
            self._fields[-1] = False
        elif kind == "end" and self._fields:
            self._codes -= self._fields.pop()


def _boxes(element: etree._Element) -> list[etree._Element]:
    """Return the text boxes in a drawing; one that is drawn in two ways counts once."""
    tag = name(element)
    if tag == "txbxContent":
        return [element]
    inside = seen_branch(element) if tag == "AlternateContent" else element
    return [box for one in inside for box in _boxes(one)]
