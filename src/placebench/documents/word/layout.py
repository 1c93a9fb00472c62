"""The parts of a Word document taken in one after another: paragraphs, tables, text boxes and notes."""

from __future__ import annotations

from lxml import etree

from placebench.documents.document import FOOTNOTE, FURNITURE
from placebench.documents.headings import is_title
from placebench.documents.paragraphs.cells import add_table
from placebench.documents.paragraphs.number import Number
from placebench.documents.paragraphs.place import BODY, Place
from placebench.documents.paragraphs.writer import ParagraphWriter
from placebench.documents.reading import Reading
from placebench.documents.word.numbering import Numbering
from placebench.documents.word.runs import RunReader, Words
from placebench.documents.word.styles import Style, Styles, properties
from placebench.documents.word.tables import table_cells
from placebench.documents.word.xml import child, flattened, name, value

_BOLD_HEADING = 10
_MOST_HEADING_WORDS = 30


_NOTE = Place(FOOTNOTE)
HEADER = Place(FURNITURE)
"""In a running header or footer."""


class WordLayout:
    """Takes in the parts of a document one after another.

    Attributes:
        notes: Kind and identifier of the notes that were referred to and are yet to be added.
        title: The first paragraph in the style of a title; empty where there is none.
    """

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self.notes: list[tuple[str, str]] = []
        self.title = ""
        self._writer = ParagraphWriter()
        self._styles = styles
        self._numbering = numbering
        self._runs = RunReader(styles)
        self._unjoined: tuple[etree._Element, Words, Place] | None = None
        self._mark: str | None = None

    def add(self, container: etree._Element, place: Place = BODY) -> None:
        """Take in the paragraphs and tables of the body, a cell, a text box, a note or a header."""
        for element in flattened(container):
            self.add_element(element, place)
        self._add_unjoined()

    def add_element(self, element: etree._Element, place: Place = BODY) -> None:
        """Take in one paragraph or table."""
        tag = name(element)
        if tag == "p":
            self._add_paragraph(element, place)
        elif tag == "tbl":
            self._add_unjoined()
            add_table(table_cells(element), place, self._writer, self.add)

    def add_note(self, note: etree._Element, mark: str) -> None:
        """Take in a footnote or endnote with the mark that refers to it."""
        self._mark = mark
        self.add(note, _NOTE)

    def finish(self) -> Reading:
        """Return all that was taken in."""
        self._add_unjoined()
        return self._writer.finish()

    def _add_paragraph(self, paragraph: etree._Element, place: Place) -> None:
        words = self._runs.read(paragraph)
        if self._unjoined:
            before = self._unjoined[1]
            before.join(words)
            words, self._unjoined = before, None
        mark = child(paragraph, "pPr", "rPr")
        if any(child(mark, gone) is not None for gone in ("del", "moveFrom")):
            # Its mark was deleted or moved away, so it goes on in the next paragraph.
            self._unjoined = (paragraph, words, place)
        else:
            self._add_words(paragraph, words, place)

    def _add_unjoined(self) -> None:
        if self._unjoined:
            alone, self._unjoined = self._unjoined, None
            if alone[1].text.strip():
                self._add_words(*alone)

    def _add_words(self, paragraph: etree._Element, words: Words, place: Place) -> None:
        named = value(paragraph, "pPr", "pStyle")
        base = self._styles.style(named)
        style = properties(paragraph).over(base)
        number = self._count(style, named)
        if words.text.strip():
            self._write(words, place, base, style, number)
        elif place.cell is None:
            self._writer.add_gap()
        for box in words.boxes:
            self.add(box, place)
        self.notes += words.notes

    def _write(self, words: Words, place: Place, base: Style, style: Style, number: Number | None) -> None:
        text, label = words.text, number.label if number else None
        if place.kind == FOOTNOTE:
            mark, self._mark = self._mark, None
            self._writer.add_note(text, mark)
        elif place.kind or base.is_contents:
            self._writer.add_furniture(text, label)
        elif place.cell is not None:
            self._writer.add_to_cell(text, place.cell, label, number, _indent(style, number))
        elif style.heading and _reads_as_heading(text):
            depth = 0 if base.is_title else style.heading
            self.title = self.title or (" ".join(text.split()) if base.is_title else "")
            self._writer.add_heading(text.strip(), depth, style.heading, label)
        elif number and label:
            self._writer.add_item(text, label, number, _indent(style, number))
        elif words.bold and is_title(text):
            self._writer.add_heading(text.strip(), _BOLD_HEADING, None, None)
        else:
            self._writer.add_typed(text, _indent(style, None))

    def _count(self, style: Style, named: str | None) -> Number | None:
        if not style.numbering:
            return None
        level = style.list_level
        if level is None:
            level = self._numbering.level_of_style(style.numbering, named)
        return self._numbering.count(style.numbering, level)


def _indent(style: Style, number: Number | None) -> int:
    given = (style.indent, number.indent if number else None)
    return next((said for said in given if said is not None), 0)


def _reads_as_heading(text: str) -> bool:
    """A numbered paragraph is sometimes given the style of a heading for the sake of its number."""
    return len(text.split()) <= _MOST_HEADING_WORDS or not text.rstrip().endswith((".", ";", ":"))
