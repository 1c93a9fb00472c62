"""Paragraphs written as blocks: headings, list items, tabbed rows, cells and notes."""

from __future__ import annotations

import re

from placebench.documents.document import CELL, FOOTNOTE, FURNITURE, HEADING, ITEM, PARAGRAPH, Span
from placebench.documents.draft import Draft
from placebench.documents.grid import CellDraft, Grid
from placebench.documents.labels import Label, LabelSense, match_label
from placebench.documents.nesting import ListNesting, Sections
from placebench.documents.paragraphs.headings import with_headings
from placebench.documents.paragraphs.lists import ParagraphNesting
from placebench.documents.paragraphs.number import Number
from placebench.documents.reading import Reading

_FEWEST_ROWS = 2
_CELL_BREAK = re.compile(r"\n(?![a-z])")


class ParagraphWriter:
    """Writes one paragraph after another."""

    def __init__(self) -> None:
        self._draft = Draft()
        self._sections = Sections()
        self._lists = ParagraphNesting()
        self._typed_lists = ListNesting()
        self._labels = LabelSense()
        self._rows: list[str] = []

    def add_heading(self, text: str, depth: int, level: int | None, label: str | None) -> None:
        """Add a heading; a number that was typed before it is its label."""
        self.close_lists()
        typed = None if label else match_label(text)
        found = typed if typed and typed.kind.startswith(("decimal", "outline")) else None
        title = " ".join(text[found.length if found else 0 :].split())
        path = self._sections.enter(depth, title)
        self._write(HEADING, text, label=label, found=found, level=level, path=path)

    def add_item(self, text: str, label: str, number: Number, indent: int) -> None:
        """Add a paragraph of a list."""
        self._write(ITEM, text, label=label, level=self._lists.level(number, indent))

    def add_typed(self, text: str, indent: int) -> None:
        """Add a paragraph whose labels, if it has some, were typed."""
        if "\t" in text.strip() and self._labels.read(text.lstrip()) is None:
            self.close_lists()
            self._rows.append(text)
            return
        for part in self._labels.parts(text):
            found = self._labels.read(part.lstrip())
            if found is None:
                self.close_lists()
                self._write(PARAGRAPH, part)
                continue
            at = indent + len(part) - len(part.lstrip())
            level = self._typed_lists.level(found, at)
            self._lists.typed(found, at, level)
            self._write(ITEM, part, found=found, level=level)

    def add_gap(self) -> None:
        """Take note of a blank paragraph."""
        self._write_rows()

    def add_to_cell(
        self, text: str, cell: CellDraft, label: str | None, number: Number | None, indent: int
    ) -> None:
        """Add a paragraph of a cell."""
        level = self._lists.level(number, indent) if number and label else None
        for part in filter(str.strip, _CELL_BREAK.split(text)):
            cell.spans.append(self._write(CELL, part, label=label, level=level, table=cell.table))
            label = None

    def add_note(self, text: str, mark: str | None) -> None:
        """Add a paragraph of a footnote."""
        self._write(FOOTNOTE, text, label=mark)

    def add_furniture(self, text: str, label: str | None) -> None:
        """Add a paragraph that a reader passes over: of a header, a footer or a table of contents."""
        self._write(FURNITURE, text, label=label)

    def open_table(self) -> Grid:
        """Begin a table."""
        self._write_rows()
        return self._draft.new_grid()

    def close_lists(self) -> None:
        """Close every list: a heading, paragraph or table stands between."""
        self._lists.close()
        self._typed_lists.close()

    def finish(self) -> Reading:
        """Return all that was written."""
        self._write_rows()
        text, blocks, tables = self._draft.finish()
        return with_headings(Reading(text, tuple(blocks), tuple(tables)))

    def _write_rows(self) -> None:
        """Write the lines with tabs that stand together: as a table, or one alone as a paragraph."""
        rows, self._rows = self._rows, []
        if len(rows) < _FEWEST_ROWS:
            for text in rows:
                self._write(PARAGRAPH, text)
            return
        grid = self._draft.new_grid()
        for row, text in enumerate(rows):
            before = "\n"
            for column, part in enumerate(text.split("\t")):
                cell = grid.put_cell(row, column, 1, 1)
                if part.strip():
                    cell.spans.append(self._write(CELL, part, table=grid.number, before=before))
                    before = "\t"

    def _write(
        self,
        kind: str,
        text: str,
        *,
        label: str | None = None,
        found: Label | None = None,
        level: int | None = None,
        table: int | None = None,
        path: tuple[str, ...] | None = None,
        before: str = "\n",
    ) -> Span:
        if self._rows:
            self._write_rows()
        return self._draft.add(
            kind,
            text.strip(),
            path=self._sections.path if path is None else path,
            label=label,
            found=found,
            level=level,
            table=table,
            before=before,
        )
