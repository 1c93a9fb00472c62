"""The reader of plain text: headings, paragraphs, lists, footnotes, and tables set with tabs or spaces."""

from __future__ import annotations

import re

import attrs

from placebench.documents.decoding import decode
from placebench.documents.document import CELL, FURNITURE, HEADING, ITEM, PARAGRAPH, Block, Cell, Span, Table
from placebench.documents.headings import Outline, find_headings, plain_title
from placebench.documents.lines import Line, split_lines
from placebench.documents.nesting import ListNesting
from placebench.documents.pieces import BAR, TABLE, Piece, join_lines
from placebench.documents.reading import Reading
from placebench.documents.spaced import Columns, cells_of, row_begins


def read_text(data: bytes, name: str) -> Reading:
    """Read a plain text.

    Raises:
        UnreadableDocument: The bytes are no text.
    """
    return read_plain(decode(data, name))


def read_plain(text: str, *, wrapped: bool = True) -> Reading:
    """Find the blocks and tables of a text.

    Args:
        text: The text.
        wrapped: Whether a paragraph may go on in the next line.
    """
    pieces = join_lines(split_lines(text), wrapped=wrapped)
    layout = _Layout(text)
    headings = find_headings(pieces)
    for index, piece in enumerate(pieces):
        if index in headings:
            layout.add_heading(piece)
        elif piece.kind == TABLE:
            layout.add_table(piece)
        else:
            layout.add_block(piece)
    return Reading(text, tuple(layout.blocks), tuple(layout.tables), layout.pages)


class _Layout:
    def __init__(self, text: str) -> None:
        self.blocks: list[Block] = []
        self.tables: list[Table] = []
        self.pages = _pages(text)
        self._text = text
        self._page = 0
        self._lists = ListNesting()
        self._outline = Outline()

    def add_heading(self, piece: Piece) -> None:
        self._lists.close()
        span, content = _spans(piece)
        title = plain_title(self._text[content.start : content.end])
        level, path = self._outline.enter(title, piece.label)
        label = piece.label.text if piece.label else None
        self.blocks.append(Block(HEADING, span, content, label, level, self._page_at(span.start), path))

    def add_block(self, piece: Piece) -> None:
        span, content = _spans(piece)
        level = None
        if piece.kind == ITEM and piece.label:
            level = self._lists.level(piece.label, piece.first.indent)
        elif piece.kind == PARAGRAPH:
            self._lists.close()
        label = piece.label.text if piece.label else None
        page = self._page_at(span.start)
        self.blocks.append(Block(piece.kind, span, content, label, level, page, self._outline.path))

    def add_table(self, piece: Piece) -> None:
        self._lists.close()
        page = self._page_at(piece.first.start)
        path = self._outline.path
        cells: list[Cell] = []
        begins = row_begins(piece.lines, piece.columns) if piece.columns else [True] * len(piece.lines)
        row = -1
        for line, begin in zip(piece.lines, begins, strict=True):
            if line.is_rule:
                span = Span(line.start, line.end)
                self.blocks.append(Block(FURNITURE, span, span, page=page, path=path))
                continue
            row += begin
            found = _cells(line, row, piece.columns)
            for cell in found:
                for span in cell.spans:
                    self.blocks.append(Block(CELL, span, span, page=page, path=path, table=len(self.tables)))
            if begin:
                cells += found
            else:
                above = cells[-len(found) :]
                cells[-len(found) :] = [
                    attrs.evolve(one, spans=(*one.spans, *rest.spans))
                    for one, rest in zip(above, found, strict=True)
                ]
        # Lines of nothing but rules have no cells and are no table.
        if cells:
            self.tables.append(Table(tuple(cells), Span(piece.first.start, piece.last.end), page))

    def _page_at(self, position: int) -> int | None:
        if not self.pages:
            return None
        while self.pages[self._page].end <= position:
            self._page += 1
        return self._page + 1


def _pages(text: str) -> tuple[Span, ...]:
    if "\f" not in text:
        return ()
    starts = [0, *(match.end() for match in re.finditer("\f", text))]
    ends = [*starts[1:], len(text)]
    return tuple(Span(start, end) for start, end in zip(starts, ends, strict=True) if start < end)


def _spans(piece: Piece) -> tuple[Span, Span]:
    start, end = piece.first.start, piece.last.end
    label = piece.label.length if piece.label else 0
    return Span(start, end), Span(start + label, end)


def _cells(line: Line, row: int, columns: Columns) -> list[Cell]:
    if columns:
        found = {column: Span(start, end) for column, start, end in cells_of(line, columns)}
        return [
            Cell(row, column, (found[column],) if column in found else ()) for column in range(len(columns))
        ]
    cells = []
    start = line.raw_start
    between = "\t" if "\t" in line.raw else BAR
    for column, part in enumerate(line.raw.split(between)):
        left = start + len(part) - len(part.lstrip())
        text = part.strip()
        spans = (Span(left, left + len(text)),) if text else ()
        cells.append(Cell(row, column, spans))
        start += len(part) + len(between)
    return cells
