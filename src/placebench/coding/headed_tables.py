"""Tables by what heads their columns: rows of cells under known labels, and the place that each row is of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property

import attrs

from placebench.coding.reading import Reading
from placebench.documents import HEADING, Cell, Quote, Table
from placebench.extract.folding import fold
from placebench.extract.gazetteer import SYSTEM

_FEWEST_ROWS = 2
Heads = Callable[[str], object]
"""Tells whether the text of a header, in lower case, heads a column of some label."""


@attrs.frozen(eq=False)
class HeadedRow:
    """A row of such a table.

    Attributes:
        texts: Folded texts of its cells, by the column's label; none for an empty cell.
        others: Folded texts of its other cells.
        by_column: Folded texts of all its cells, by column.
        quote: Where all its cells stand.
        place_id: The place that it names, or that the table is of; None where there is no single one.
    """

    texts: Mapping[str, str]
    others: tuple[str, ...]
    by_column: Mapping[int, str]
    quote: Quote
    place_id: str | None


@attrs.frozen(eq=False, slots=False)
class HeadedTable:
    """A table whose header has the labels that were asked for.

    Attributes:
        reading: The document.
        table: The table.
        columns: Columns by label.
    """

    reading: Reading
    table: Table
    columns: Mapping[str, int]

    @cached_property
    def path(self) -> tuple[str, ...]:
        """The headings above the table, outermost first."""
        # A text that ends too early may cut a table off before its first block ends.
        first = next(iter(self.reading.document.blocks_in(self.table.span)), None)
        return first.path if first else ()

    @cached_property
    def title(self) -> str:
        """The headings above the table and the line right above it, folded and in lower case."""
        before = [line for line in self.reading.lines if line.block.span.end <= self.table.span.start][-1:]
        lines = [line.text for line in before if line.block.kind != HEADING]
        return " | ".join(" ".join(text.split()) for text in (*self.path, *lines)).lower()

    def rows(self) -> Iterator[HeadedRow]:
        """Yield the rows below the header that have any text."""
        for cells in self.table.rows[1:]:
            filled = {cell.column: cell for cell in cells if cell.spans}
            told = {at: self._text(cell) for at, cell in filled.items()}
            texts = {label: told[at] for label, at in self.columns.items() if at in told}
            others = tuple(text for at, text in told.items() if at not in self.columns.values())
            if texts:
                quote = self.reading.document.quote(*(span for c in filled.values() for span in c.spans))
                yield HeadedRow(texts, others, told, quote, self._place(filled))

    def header(self, column: int) -> str:
        """Return the text of the header of a column, folded; empty where it has none."""
        return next((self._text(cell) for cell in self.table.rows[0] if cell.column == column), "")

    def _place(self, cells: Mapping[int, Cell]) -> str | None:
        """Return the place of a row: that of its column of places, else the title's, else the document's."""
        if self._places is not None:
            return self._named(cells[self._places]) if self._places in cells else None
        first = self._named(cells[min(cells)])
        if first is not None:
            return first
        before = [line.text for line in self.reading.lines if line.block.span.end <= self.table.span.start]
        for text in (*before[-1:], *reversed(self.path)):
            named = {m.name.id for m in self.reading.names.mentions(text) if m.name.kind != SYSTEM}
            if named:
                return named.pop() if len(named) == 1 else None
        default = self.reading.default.places
        return default[0] if len(default) == 1 else None

    @cached_property
    def _places(self) -> int | None:
        """The column of places; None where no header calls one so."""
        places = self.reading.codebook.entry("footprints", "in_tables").match
        headers = {cell.column: self._text(cell).lower() for cell in self.table.rows[0] if cell.spans}
        return next((column for column, header in headers.items() if places.matches(header)), None)

    def _named(self, cell: Cell) -> str | None:
        """Return the place that a cell names and nothing else: "Alpha", "Alpha place"."""
        text = self._text(cell)
        mentions = [m for m in self.reading.names.mentions(text) if m.name.kind != SYSTEM]
        whole = 2 * sum(m.end - m.start for m in mentions) >= len(text)
        return mentions[0].name.id if whole and len({m.name.id for m in mentions}) == 1 else None

    def _text(self, cell: Cell) -> str:
        return " ".join(fold(self.reading.document.at(span)).text.strip() for span in cell.spans).strip()


def headed_tables(
    reading: Reading, labels: Mapping[str, Heads], optional: Mapping[str, Heads] | None = None
) -> Iterator[HeadedTable]:
    """Yield the tables that have a column for every label.

    Args:
        reading: The document.
        labels: What heads a column, by label, the least ambiguous first: a column has one label.
        optional: What heads columns that a table may have besides, one of which it needs.
    """
    for table in reading.document.tables:
        taken = any(span.overlaps(table.span) for span in reading.tables)
        if taken or not reading.reads(table.span) or len(table.rows) < _FEWEST_ROWS:
            continue
        found = HeadedTable(reading, table, {})
        headers = {cell.column: found.header(cell.column).lower() for cell in table.rows[0] if cell.spans}
        columns: dict[str, int] = {}
        for label, heads in {**labels, **(optional or {})}.items():
            free = (at for at in headers if at not in columns.values())
            column = next((at for at in free if heads(headers[at])), None)
            if column is not None:
                columns[label] = column
        if labels.keys() <= columns.keys() and (not optional or optional.keys() & columns.keys()):
            yield attrs.evolve(found, columns=columns)
