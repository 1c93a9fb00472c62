"""`Document`: the exact text of one file, and where its parts lie in it.

`text` is what the reader produced and is never normalised; everything else is half-open spans of code points
into it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cached_property

import attrs

HEADING = "heading"
PARAGRAPH = "paragraph"
ITEM = "item"
CELL = "cell"
FOOTNOTE = "footnote"
FURNITURE = "furniture"


@attrs.frozen(order=True)
class Span:
    """A half-open range of code points in a document's text."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def __contains__(self, other: object) -> bool:
        if isinstance(other, Span):
            return self.start <= other.start and other.end <= self.end
        return isinstance(other, int) and self.start <= other < self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


@attrs.frozen
class Quote:
    """Words of a document with their position; several parts where a page break cuts them.

    Attributes:
        spans: Where each part lies, in reading order.
        texts: What stands there, one text a span.
    """

    spans: tuple[Span, ...]
    texts: tuple[str, ...]

    @property
    def text(self) -> str:
        """The parts as one text, joined by spaces and with white space folded."""
        return " ".join(" ".join(self.texts).split())


@attrs.frozen
class Block:
    """A heading, paragraph, list item, table cell, footnote or page furniture.

    Attributes:
        kind: `heading`, `paragraph`, `item`, `cell`, `footnote` or `furniture` (running headers, navigation).
        span: The whole block, with its label.
        content: The block without its label.
        label: The label of a list item as a person sees it (`•`, `-`, `1.`, `(i)`), else None.
        level: Depth of a heading (1 is the outermost) or of a list item (1 is the outermost); None where the
            format does not say.
        page: Page number from 1, where the format has pages.
        path: Headings above the block, outermost first.
        table: Index into `Document.tables` of the table that a cell belongs to.
        beside: Where the words stand, at the start of the content, that a table which only lays text out sets
            beside the rest: "Chair" beside "Jo Bell".
    """

    kind: str
    span: Span
    content: Span
    label: str | None = None
    level: int | None = None
    page: int | None = None
    path: tuple[str, ...] = ()
    table: int | None = None
    beside: Span | None = None


@attrs.frozen
class Cell:
    """One cell of a table.

    Attributes:
        row: Row, from 0.
        column: Column, from 0.
        spans: Where its text lies; one span a paragraph or part, in reading order; empty for an empty cell.
        row_span: Number of rows that it covers.
        column_span: Number of columns that it covers.
        header: Whether the format marks it as a header.
        address: Address as the format has it (`Sheet1!B3`), else None.
        uncalculated: Whether it holds a formula whose value the file does not have; it has no text then.
    """

    row: int
    column: int
    spans: tuple[Span, ...]
    row_span: int = 1
    column_span: int = 1
    header: bool = False
    address: str | None = None
    uncalculated: bool = False


@attrs.frozen
class Join:
    """A row that continues the row above it, and the rule that says so."""

    row: int
    rule: str


@attrs.frozen(slots=False)
class Table:
    """A table: its cells in reading order, and the rows that a reader joined over a page break."""

    cells: tuple[Cell, ...]
    span: Span
    page: int | None = None
    name: str | None = None
    joins: tuple[Join, ...] = ()

    @cached_property
    def rows(self) -> tuple[tuple[Cell, ...], ...]:
        """Cells by row, each row in column order."""
        rows: dict[int, list[Cell]] = {}
        for cell in self.cells:
            rows.setdefault(cell.row, []).append(cell)
        return tuple(tuple(sorted(rows[n], key=lambda c: c.column)) for n in sorted(rows))

    @cached_property
    def by_span(self) -> Mapping[Span, Cell]:
        """The cell that each span of text stands in."""
        return {span: cell for cell in self.cells for span in cell.spans}


@attrs.frozen(eq=False, slots=False)
class Document:
    """A document as a reader saw it.

    Attributes:
        text: Exactly what the reader produced.
        sha256: Hash of the file's bytes, 64 hex digits.
        media_type: Told from the content: `text/plain`, `text/html` and so on.
        path: File name, below the folder that was imported.
        blocks: Every block in reading order; they do not overlap.
        tables: Every table in reading order.
        pages: Span of each page; empty where the format has no pages.
        metadata: What the file says of itself, or a `sources.csv` beside it: `title`, `publisher`,
            `document_type`, `published`, `url`; `modified`, where the file says when it was last changed;
            `template`, `committee` and `item`, the number of an agenda item, of a page of a council's
            committees.
        warnings: What of the file could not be read, each in a sentence without its full stop.
        illegible: Lines of furniture that stand where something could not be read, such as a page that is a
            picture; each says what.
        laid_out: Tables that only lay text out, whose cells are headings, paragraphs and items of `blocks`;
            none of them is in `tables`.
    """

    text: str
    sha256: str
    media_type: str
    path: str
    blocks: tuple[Block, ...] = ()
    tables: tuple[Table, ...] = ()
    pages: tuple[Span, ...] = ()
    metadata: Mapping[str, str] = attrs.field(factory=dict, hash=False)
    warnings: tuple[str, ...] = ()
    illegible: tuple[Span, ...] = ()
    laid_out: tuple[Table, ...] = ()

    @property
    def legible(self) -> bool:
        """Whether it holds more than lines on what could not be read."""
        return not self.illegible or any(block.span not in self.illegible for block in self.blocks)

    @property
    def source_id(self) -> str:
        """First 16 hex digits of the sha256."""
        return self.sha256[:16]

    @property
    def span(self) -> Span:
        """The whole text."""
        return Span(0, len(self.text))

    def at(self, span: Span) -> str:
        """Return the text of a span."""
        return self.text[span.start : span.end]

    def quote(self, *spans: Span) -> Quote:
        """Return the words at one or more spans, in the order given, without outer white space."""
        trimmed = tuple(self.trim(span) for span in spans)
        return Quote(trimmed, tuple(self.at(span) for span in trimmed))

    def trim(self, span: Span) -> Span:
        """Return the span without white space at its ends."""
        text = self.at(span)
        start = span.start + len(text) - len(text.lstrip())
        return Span(start, max(start, span.end - len(text) + len(text.rstrip())))

    def blocks_in(self, span: Span) -> Iterator[Block]:
        """Yield the blocks that overlap a span, in reading order."""
        for index in range(bisect_right(self._ends, span.start), len(self.blocks)):
            block = self.blocks[index]
            if block.span.start >= span.end:
                return
            yield block

    def path_above(self, span: Span) -> tuple[str, ...]:
        """Return the headings above a span, outermost first; none where no block reaches into it.

        A text that ends too early may cut a table off before its first block ends.
        """
        first = next(iter(self.blocks_in(span)), None)
        return first.path if first else ()

    def block_at(self, position: int) -> Block | None:
        """Return the block that holds a position, if one does."""
        index = bisect_right(self._ends, position)
        block = self.blocks[index] if index < len(self.blocks) else None
        return block if block and block.span.start <= position else None

    def cell_at(self, position: int) -> Cell | None:
        """Return the cell that holds a position, with its address where the format has one."""
        block = self.block_at(position)
        if block is None or block.table is None:
            return None
        return self.tables[block.table].by_span.get(block.content)

    def page_at(self, position: int) -> int | None:
        """Return the page of a position, from 1, or None where the format has no pages."""
        if not self.pages:
            return None
        return max(1, bisect_right(self._page_starts, position))

    def section_at(self, position: int) -> str | None:
        """Return the headings above a position, outermost first, or None."""
        block = self.block_at(position)
        return " > ".join(block.path) if block and block.path else None

    @cached_property
    def _page_starts(self) -> list[int]:
        return [page.start for page in self.pages]

    @cached_property
    def _ends(self) -> list[int]:
        return [block.span.end for block in self.blocks]
