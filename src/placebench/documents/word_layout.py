"""The text, blocks and tables of a Word document, assembled in reading order."""

from __future__ import annotations

import re

import attrs
from lxml import etree

from placebench.documents.document import CELL, FOOTNOTE, FURNITURE, HEADING, ITEM, PARAGRAPH, Span
from placebench.documents.draft import Draft
from placebench.documents.grid import CellDraft
from placebench.documents.headings import is_title
from placebench.documents.html_unfold import unfold
from placebench.documents.labels import LabelSense, match_label
from placebench.documents.nesting import ListNesting, Sections
from placebench.documents.office_limits import MOST_TABLE_DEPTH
from placebench.documents.reading import Reading
from placebench.documents.word_lists import WordNesting
from placebench.documents.word_numbering import Number, Numbering
from placebench.documents.word_runs import RunReader, Words
from placebench.documents.word_styles import Style, Styles, properties
from placebench.documents.word_tables import table_rows
from placebench.documents.word_xml import child, flattened, name, value

_BOLD_HEADING = 10
_MOST_HEADING_WORDS = 30
_CELL_BREAK = re.compile(r"\n(?![a-z])")


@attrs.frozen
class Place:
    """Where a paragraph stands.

    Attributes:
        kind: What paragraphs are here, if not what they are by themselves.
        cell: The innermost cell.
        depth: Number of open tables.
    """

    kind: str | None = None
    cell: CellDraft | None = None
    depth: int = 0


_BODY = Place()
_NOTE = Place(FOOTNOTE)
HEADER = Place(FURNITURE)
"""In a running header or footer."""


class WordLayout:
    """Takes in the parts of a document one after another.

    Attributes:
        draft: What is assembled so far.
        notes: Kind and identifier of the notes that were referred to and are yet to be added.
    """

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self.draft = Draft()
        self.notes: list[tuple[str, str]] = []
        self._styles = styles
        self._numbering = numbering
        self._runs = RunReader(styles)
        self._sections = Sections()
        self._lists = WordNesting()
        self._typed_lists = ListNesting()
        self._labels = LabelSense()
        self._joined: Words | None = None
        self._mark: str | None = None

    def add(self, container: etree._Element, place: Place = _BODY) -> None:
        """Take in the paragraphs and tables of the body, a cell, a text box, a note or a header."""
        for element in flattened(container):
            self.add_element(element, place)

    def add_element(self, element: etree._Element, place: Place = _BODY) -> None:
        """Take in one paragraph or table."""
        tag = name(element)
        if tag == "p":
            self._add_paragraph(element, place)
        elif tag == "tbl" and place.depth >= MOST_TABLE_DEPTH:
            self._add_flat(element, place)
        elif tag == "tbl":
            self._add_table(element, place)

    def add_note(self, note: etree._Element, mark: str) -> None:
        """Take in a footnote or endnote with the mark that refers to it."""
        self._mark = mark
        self.add(note, _NOTE)

    def finish(self) -> Reading:
        """Return all that was taken in."""
        text, blocks, tables = self.draft.finish()
        return Reading(text, *unfold(text, blocks, tables))

    def _add_table(self, table: etree._Element, place: Place) -> None:
        if place.cell is None:
            self._close_lists()
        grid = self.draft.new_grid()
        for number, row in enumerate(table_rows(table)):
            for cell in row:
                draft = grid.put_cell(number, cell.column, cell.rows, cell.columns, header=cell.header)
                kind = place.kind if place.kind == FURNITURE else None
                self.add(cell.element, Place(kind, draft, place.depth + 1))
                self._lists.close()
        self._close_lists()

    def _add_flat(self, table: etree._Element, place: Place) -> None:
        for row in table_rows(table):
            for cell in row:
                self.add(cell.element, place)

    def _add_paragraph(self, paragraph: etree._Element, place: Place) -> None:
        words = self._runs.read(paragraph)
        if self._joined:
            self._joined.join(words)
            words, self._joined = self._joined, None
        if child(paragraph, "pPr", "rPr", "del") is not None:
            self._joined = words
            return
        self._add_words(paragraph, words, place)
        for box in words.boxes:
            self.add(box, place)
        self.notes += words.notes

    def _add_words(self, paragraph: etree._Element, words: Words, place: Place) -> None:
        base = self._styles.style(value(paragraph, "pPr", "pStyle"))
        style = properties(paragraph).over(base)
        number = self._count(style, value(paragraph, "pPr", "pStyle"))
        text = words.text
        if not text.strip():
            return
        label = number.label if number else None
        if place.kind == FOOTNOTE:
            mark, self._mark = self._mark, None
            self._emit(FOOTNOTE, text, label=mark)
        elif place.kind or base.is_contents:
            self._emit(FURNITURE, text, label=label)
        elif place.cell is not None:
            self._add_cell(text, place.cell, label, number, style)
        elif style.heading and _reads_as_heading(text):
            depth = 0 if base.is_title else style.heading
            self._add_heading(text, depth, style.heading, label)
        elif number and label:
            level = self._lists.level(number, _indent(style, number))
            self._emit(ITEM, text, label=label, level=level)
        elif words.bold and is_title(text):
            self._add_heading(text, _BOLD_HEADING, None, None)
        else:
            self._add_typed(text, style)

    def _count(self, style: Style, identifier: str | None) -> Number | None:
        if not style.numbering:
            return None
        level = style.list_level
        if level is None:
            level = self._numbering.level_of_style(style.numbering, identifier)
        return self._numbering.count(style.numbering, level)

    def _add_heading(self, text: str, depth: int, level: int | None, label: str | None) -> None:
        self._close_lists()
        text = text.strip()
        typed = None if label else match_label(text)
        found = typed if typed and typed.kind.startswith(("decimal", "outline")) else None
        title = " ".join(text[found.length if found else 0 :].split())
        path = self._sections.enter(depth, title)
        self.draft.add(HEADING, text, path=path, label=label, found=found, level=level)

    def _add_cell(
        self, text: str, cell: CellDraft, label: str | None, number: Number | None, style: Style
    ) -> None:
        level = self._lists.level(number, _indent(style, number)) if number and label else None
        for part in _CELL_BREAK.split(text):
            if part.strip():
                cell.spans.append(self._emit(CELL, part, label=label, level=level, table=cell.table))
                label = None

    def _add_typed(self, text: str, style: Style) -> None:
        """Add a paragraph whose label, if it has one, was typed."""
        found = self._labels.read(text.lstrip())
        if found is None:
            self._close_lists()
            self._emit(PARAGRAPH, text)
            return
        lead = len(text) - len(text.lstrip())
        indent = (style.indent or 0) + lead
        level = self._typed_lists.level(found, indent)
        self._lists.typed(found, indent, level)
        self.draft.add(ITEM, text, path=self._sections.path, found=found, level=level)

    def _emit(
        self,
        kind: str,
        text: str,
        *,
        label: str | None = None,
        level: int | None = None,
        table: int | None = None,
        path: tuple[str, ...] | None = None,
    ) -> Span:
        above = self._sections.path if path is None else path
        return self.draft.add(kind, text.strip(), path=above, label=label, level=level, table=table)

    def _close_lists(self) -> None:
        self._lists.close()
        self._typed_lists.close()


def _indent(style: Style, number: Number) -> int:
    return next((said for said in (style.indent, number.indent) if said is not None), 0)


def _reads_as_heading(text: str) -> bool:
    """A numbered paragraph is sometimes given the style of a heading for the sake of its number."""
    return len(text.split()) <= _MOST_HEADING_WORDS or not text.rstrip().endswith((".", ";", ":"))
