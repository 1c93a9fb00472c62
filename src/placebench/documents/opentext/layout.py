"""The parts of an OpenDocument text taken in one after another: paragraphs, lists, tables, boxes, notes."""

from __future__ import annotations

import attrs
from lxml import etree

from placebench.documents.counting import in_superscript
from placebench.documents.document import FOOTNOTE, FURNITURE
from placebench.documents.headings import is_title
from placebench.documents.opentext.lists import ListCounts
from placebench.documents.opentext.names import attribute, child, name, whole
from placebench.documents.opentext.styles import Styles
from placebench.documents.opentext.tables import table_cells
from placebench.documents.opentext.words import Words, read_words
from placebench.documents.paragraphs.cells import add_table
from placebench.documents.paragraphs.number import Number
from placebench.documents.paragraphs.place import BODY, Place
from placebench.documents.paragraphs.writer import ParagraphWriter
from placebench.documents.reading import Reading

_BOLD_HEADING = 10
_LEFT_OUT = frozenset({"text:tracked-changes", "office:forms", "text:sequence-decls", "office:annotation"})
_SHAPES = frozenset({"draw:frame", "draw:g", "draw:custom-shape", "draw:rect", "draw:a", "draw:text-box"})
_PARAGRAPHS = frozenset({"text:p", "text:h"})
_UNSEEN = frozenset({"none", "condition"})


@attrs.define
class _Open:
    """An open list: its style, the key of its count, its level."""

    style: str
    key: str
    level: int


class TextLayout:
    """Takes in the parts of a document one after another."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._counts = ListCounts(styles)
        self._writer = ParagraphWriter()
        self._notes: list[etree._Element] = []

    def add(self, container: etree._Element, place: Place = BODY) -> None:
        """Take in what stands in the body, a section, a cell, a text box or a note."""
        for element in container:
            self._add_element(element, place)
            if place.cell is None and place.kind != FOOTNOTE:
                self._add_notes()

    def add_furniture(self, container: etree._Element) -> None:
        """Take in a running header or footer."""
        self.add(container, Place(FURNITURE))

    def finish(self) -> Reading:
        """Return all that was taken in."""
        return self._writer.finish()

    def _add_element(self, element: etree._Element, place: Place) -> None:
        kind = name(element)
        if kind in _PARAGRAPHS:
            self._add_paragraph(element, place, None)
        elif kind == "text:list":
            self._add_list(element, place, None)
        elif kind == "table:table":
            add_table(table_cells(element), place, self._writer, self.add)
        elif kind == "text:index-body":
            self.add(element, attrs.evolve(place, kind=FURNITURE))
        elif kind == "text:section" and attribute(element, "text:display") in _UNSEEN:
            return
        elif kind in _SHAPES:
            self._add_shape(element, place)
        elif kind not in _LEFT_OUT:
            self.add(element, place)

    def _add_list(self, element: etree._Element, place: Place, outer: _Open | None) -> None:
        style = attribute(element, "text:style-name") or (outer.style if outer else "")
        key = outer.key if outer else self._counts.enter(element, style)
        here = _Open(style, key, outer.level + 1 if outer else 1)
        for item in element:
            counts = name(item) == "text:list-item"
            start = attribute(item, "text:start-value")
            for part in item:
                if name(part) == "text:list":
                    self._add_list(part, place, here)
                elif name(part) in _PARAGRAPHS:
                    first = whole(start, 1) if start else None
                    number = self._counts.count(here.key, here.style, here.level, first) if counts else None
                    self._add_paragraph(part, place, number)
                    counts = False
                else:
                    self._add_element(part, place)

    def _add_paragraph(self, element: etree._Element, place: Place, number: Number | None) -> None:
        words = read_words(element, self._styles)
        level = whole(attribute(element, "text:outline-level"), 1) if name(element) == "text:h" else None
        if level and number is None and place.cell is None and place.kind is None and words.text.strip():
            number = self._counts.count_heading(level)
        if words.text.strip():
            self._write(element, words, place, number, level)
        elif place.cell is None:
            self._writer.add_gap()
        for shape in words.shapes:
            self._add_shape(shape, place)
        self._notes += words.notes

    def _write(
        self, element: etree._Element, words: Words, place: Place, number: Number | None, level: int | None
    ) -> None:
        text, label = words.text, number.label if number else None
        style = self._styles.style(attribute(element, "text:style-name"))
        given = (number.indent if number else None, style.indent)
        indent = next((one for one in given if one is not None), 0)
        if place.kind == FOOTNOTE:
            self._writer.add_note(text, place.mark)
        elif place.kind:
            self._writer.add_furniture(text, label)
        elif place.cell is not None:
            self._writer.add_to_cell(text, place.cell, label, number, indent)
        elif level or style.is_title:
            self._writer.add_heading(text.strip(), level or 0, level or 1, label)
        elif number and label:
            self._writer.add_item(text, label, number, indent)
        elif words.bold and is_title(text):
            self._writer.add_heading(text.strip(), _BOLD_HEADING, None, None)
        else:
            self._writer.add_typed(text, indent)

    def _add_shape(self, shape: etree._Element, place: Place) -> None:
        """Take in the text of a frame or shape; a picture, and what stands for it, has none."""
        for inner in shape:
            if name(inner) in _SHAPES:
                self._add_shape(inner, place)
            elif name(inner) in (*_PARAGRAPHS, "text:list", "table:table"):
                self._add_element(inner, place)

    def _add_notes(self) -> None:
        notes, self._notes = self._notes, []
        for note in notes:
            citation, body = child(note, "text:note-citation"), child(note, "text:note-body")
            mark = (citation.text or "").strip() if citation is not None else ""
            for part in body if body is not None else ():
                self._add_element(part, Place(FOOTNOTE, mark=in_superscript(mark) or None))
                mark = ""
