"""The text, blocks, tables and pages of a PDF, assembled in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

import attrs

from placebench.documents.document import (
    CELL,
    FOOTNOTE,
    FURNITURE,
    HEADING,
    ITEM,
    PARAGRAPH,
    Block,
    Cell,
    Join,
    Span,
    Table,
)
from placebench.documents.labels import Label, LabelSense
from placebench.documents.nesting import ListNesting, Sections
from placebench.documents.pdf.headings import find_headings
from placebench.documents.pdf.hyphens import Hyphens
from placebench.documents.pdf.joins import Part, parts_of
from placebench.documents.pdf.lines import Line
from placebench.documents.pdf.page import NOTE_MARK, Page, is_note
from placebench.documents.pdf.paragraphs import Paragraph, runs_on
from placebench.documents.pdf.tables import FilledCell, PageTable
from placebench.documents.reading import Reading

_INDENT = 4.0


def lay_out(pages: Sequence[Page], metadata: Mapping[str, str], warnings: tuple[str, ...] = ()) -> Reading:
    """Assemble a document from its pages.

    A paragraph that goes on over a page break stands in one piece: furniture and footnotes of its first page
    stand before it, furniture of its last page after it.
    """
    _join_over_pages(pages)
    layout = _Layout(pages)
    for number, page in enumerate(pages):
        layout.add_page(number, page)
    return attrs.evolve(layout.finish(), metadata=metadata, warnings=warnings)


def _join_over_pages(pages: Sequence[Page]) -> None:
    for page, following in pairwise(pages):
        above = page.body[-1] if page.body else None
        # A page that is taken up as a whole would leave no place for its furniture.
        below = following.body[0] if len(following.body) > 1 else None
        if not isinstance(above, Paragraph) or not isinstance(below, Paragraph):
            continue
        if not above.later and not is_note(below) and runs_on(above, below):
            page.body[-1] = attrs.evolve(above, later=below.lines)
            del following.body[0]


def _lines(pages: Iterable[Page]) -> Iterator[Line]:
    for page in pages:
        for one in (*page.body, *page.notes):
            cells = one.cells if isinstance(one, PageTable) else ()
            for paragraph in (p for cell in cells for p in cell.paragraphs):
                yield from paragraph.lines
            if isinstance(one, Paragraph):
                yield from (*one.lines, *one.later)


@attrs.define
class _TableDraft:
    page: int
    cells: dict[tuple[int, int], Cell] = attrs.field(factory=dict)
    joins: list[Join] = attrs.field(factory=list)
    repeats: bool = False


class _Layout:
    def __init__(self, pages: Sequence[Page]) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._starts: dict[int, int] = {}
        self._blocks: list[Block] = []
        self._tables: list[_TableDraft] = []
        self._table_parts = parts_of(pages)
        self._hyphens = Hyphens(line.text for line in _lines(pages))
        self._headings = find_headings(
            [one for page in pages for one in page.body if isinstance(one, Paragraph) and not is_note(one)]
        )
        self._lists = ListNesting()
        self._labels = LabelSense()
        self._sections = Sections()
        self._indents: list[float] = []
        self._illegible: list[Span] = []
        self._count = len(pages)

    def add_page(self, number: int, page: Page) -> None:
        self._break()
        self._starts.setdefault(number, self._length)
        last = page.body[-1] if page.body else None
        over = last if isinstance(last, Paragraph) and last.later else None
        if page.unread:
            self._add_furniture([f"Page {number + 1} {page.unread}."], number)
            self._illegible.append(self._blocks[-1].span)
        self._add_furniture(page.header, number)
        for one in page.body[:-1] if over else page.body:
            if isinstance(one, PageTable):
                self._add_table(one, number)
            else:
                self._add_paragraph(one, number)
        for note in page.notes:
            self._add_note(note, number)
        self._add_furniture(page.footer, number)
        if over:
            self._add_paragraph(over, number)

    def finish(self) -> Reading:
        starts = [self._starts[number] for number in range(self._count)]
        ends = [*starts[1:], self._length]
        pages = tuple(Span(start, end) for start, end in zip(starts, ends, strict=True))
        tables = tuple(_finished(draft) for draft in self._tables)
        text, blocks = "".join(self._parts), tuple(self._blocks)
        return Reading(text, blocks, tables, pages, illegible=tuple(self._illegible))

    def _add_furniture(self, texts: Iterable[str], page: int) -> None:
        for text in texts:
            span = self._write([text])
            self._blocks.append(Block(FURNITURE, span, span, page=page + 1, path=self._sections.path))

    def _add_note(self, note: Paragraph, page: int) -> None:
        found = NOTE_MARK.match(note.first.text)
        label = Label(found.group().strip(), found.end(), "footnote") if found else None
        self._add_block(FOOTNOTE, note, page, label, None)

    def _add_paragraph(self, paragraph: Paragraph, page: int) -> None:
        level = self._headings.level(paragraph)
        label = paragraph.label
        if is_note(paragraph):
            self._add_note(paragraph, page)
        elif level is not None:
            self._lists.close()
            title = " ".join(paragraph.text.split())
            self._add_block(HEADING, paragraph, page, label, level, self._sections.enter(level, title))
        elif label and self._labels.knows(label):
            depth = self._lists.level(label, self._indent(paragraph.first.x0))
            self._add_block(ITEM, paragraph, page, label, depth)
        else:
            if paragraph.first.x0 <= self._lists.indent + _INDENT:
                self._lists.close()
            self._add_block(PARAGRAPH, paragraph, page, None, None)

    def _add_block(
        self,
        kind: str,
        paragraph: Paragraph,
        page: int,
        label: Label | None,
        level: int | None,
        path: tuple[str, ...] | None = None,
    ) -> None:
        span = self._write_lines(paragraph, page)
        content = Span(min(span.start + (label.length if label else 0), span.end), span.end)
        above = self._sections.path if path is None else path
        shown = label.text if label else None
        self._blocks.append(Block(kind, span, content, shown, level, page + 1, above))

    def _indent(self, x0: float) -> int:
        """Return the left end of an item in whole points, the same for items that nearly stand alike."""
        known = next((indent for indent in self._indents if abs(indent - x0) <= _INDENT), None)
        if known is None:
            self._indents.append(x0)
        return round(x0 if known is None else known)

    def _add_table(self, table: PageTable, page: int) -> None:
        self._lists.close()
        part = self._table_parts[id(table)]
        if part.table == len(self._tables):
            self._tables.append(_TableDraft(page))
        draft = self._tables[part.table]
        if part.join:
            draft.joins.append(part.join)
        draft.repeats = draft.repeats or len(part.numbers) < len(table.rows)
        for cell in table.cells:
            if cell.row not in part.numbers:
                self._add_furniture(filter(None, [cell.text]), page)
            else:
                self._add_cell(cell, part, draft, page)

    def _add_cell(self, cell: FilledCell, part: Part, draft: _TableDraft, page: int) -> None:
        spans: list[Span] = []
        for paragraph in cell.paragraphs:
            span = self._write_lines(paragraph, page)
            label = paragraph.label
            content = Span(span.start + label.length, span.end) if label else span
            spans.append(content)
            shown = label.text if label else None
            path = self._sections.path
            self._blocks.append(Block(CELL, span, content, shown, None, page + 1, path, part.table))
        row = part.numbers[cell.row]
        above = draft.cells.get((row, cell.column))
        if above:
            draft.cells[row, cell.column] = attrs.evolve(above, spans=(*above.spans, *spans))
        else:
            draft.cells[row, cell.column] = Cell(
                row, cell.column, tuple(spans), cell.row_span, cell.column_span
            )

    def _write_lines(self, paragraph: Paragraph, page: int) -> Span:
        texts = self._joined([line.text for line in (*paragraph.lines, *paragraph.later)])
        return self._write(texts, (page + 1, len(paragraph.lines)) if paragraph.later else None)

    def _joined(self, lines: Sequence[str]) -> list[str]:
        """Return lines with what stands between them, so that they only need to be put together."""
        texts = list(lines)
        for index in range(len(texts) - 1):
            text, joint = self._hyphens.joint(texts[index], texts[index + 1])
            texts[index] = text + joint
        return texts

    def _write(self, texts: Sequence[str], turn: tuple[int, int] | None = None) -> Span:
        """Append a line; `turn` is a page that begins in it, and at which of the texts."""
        self._break()
        start = self._length
        for index, text in enumerate(texts):
            if turn and index == turn[1]:
                self._starts[turn[0]] = self._length
            self._append(text)
        return Span(start, self._length)

    def _break(self) -> None:
        if self._parts and self._parts[-1] != "\n":
            self._append("\n")

    def _append(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)


def _finished(draft: _TableDraft) -> Table:
    cells = tuple(
        attrs.evolve(cell, header=draft.repeats and cell.row == 0) for _, cell in sorted(draft.cells.items())
    )
    spans = [span for cell in cells for span in cell.spans]
    whole = Span(min(span.start for span in spans), max(span.end for span in spans))
    return Table(cells, whole, draft.page + 1, joins=tuple(draft.joins))
