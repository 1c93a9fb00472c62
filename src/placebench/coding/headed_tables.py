"""Tables by what heads their columns: rows of cells under known labels, and the place that each row is of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property

import attrs

from placebench.coding.reading import Reading
from placebench.documents import HEADING, Cell, Quote, Table
from placebench.extract.cells import text_of
from placebench.extract.gazetteer import SYSTEM
from placebench.extract.passages import Line

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
        mentioned: The places that its first cell mentions, if only in passing.
    """

    texts: Mapping[str, str]
    others: tuple[str, ...]
    by_column: Mapping[int, str]
    quote: Quote
    place_id: str | None
    mentioned: frozenset[str]


@attrs.frozen(eq=False, slots=False)
class HeadedTable:
    """A table and what heads its columns.

    Attributes:
        reading: The document.
        table: The table, of at least two rows, the first of which is its header.
        columns: Columns by label, for those that have one.
    """

    reading: Reading
    table: Table
    columns: Mapping[str, int] = attrs.field(factory=dict)

    @cached_property
    def path(self) -> tuple[str, ...]:
        """The headings above the table, outermost first."""
        # A text that ends too early may cut a table off before its first block ends.
        first = next(iter(self.reading.document.blocks_in(self.table.span)), None)
        return first.path if first else ()

    @cached_property
    def title(self) -> str:
        """The headings above the table and the line right above it."""
        return _joined(*self.path, *self._line_above)

    @cached_property
    def caption(self) -> str:
        """The nearest heading above the table and the line right above it, as `title`."""
        return _joined(*self.path[-1:], *self._line_above)

    @cached_property
    def headers(self) -> Mapping[int, str]:
        """The folded texts of the header, by column; none for an empty cell."""
        return {
            cell.column: text_of(self.reading.document, cell) for cell in self.table.rows[0] if cell.spans
        }

    def rows(self) -> Iterator[HeadedRow]:
        """Yield the rows below the header that have any text."""
        for cells in self.table.rows[1:]:
            filled = {cell.column: cell for cell in cells if cell.spans}
            told = {at: text_of(self.reading.document, cell) for at, cell in filled.items()}
            texts = {label: told[at] for label, at in self.columns.items() if at in told}
            others = tuple(text for at, text in told.items() if at not in self.columns.values())
            if told:
                quote = self.reading.document.quote(*(span for c in filled.values() for span in c.spans))
                mentioned = self._places_in(told.get(0, ""))
                yield HeadedRow(texts, others, told, quote, self._place(filled), mentioned)

    def _place(self, cells: Mapping[int, Cell]) -> str | None:
        """Return the place of a row: that of its column of places, else the title's, else the document's."""
        if self._places is not None:
            return self._named(cells[self._places]) if self._places in cells else None
        first = self._named(cells[min(cells)]) or self._labelled(cells[min(cells)])
        if first is not None:
            return first
        for text in (*(line.text for line in self._before), *reversed(self.path)):
            named = self._places_in(text)
            if named:
                return next(iter(named)) if len(named) == 1 else None
        default = self.reading.default.places
        return default[0] if len(default) == 1 else None

    @cached_property
    def _places(self) -> int | None:
        """The column of places; None where no header calls one so."""
        places = self.reading.codebook.entry("footprints", "in_tables").match
        return next(
            (column for column, header in self.headers.items() if places.matches(header.lower())), None
        )

    def _named(self, cell: Cell) -> str | None:
        """Return the place that a cell names and nothing else: "Alpha", "Alpha place"."""
        text = text_of(self.reading.document, cell)
        mentions = [m for m in self.reading.names.mentions(text) if m.name.kind != SYSTEM]
        whole = 2 * sum(m.end - m.start for m in mentions) >= len(text)
        return mentions[0].name.id if whole and len({m.name.id for m in mentions}) == 1 else None

    def _labelled(self, cell: Cell) -> str | None:
        """Return the place that a cell begins with as a label: "Alpha: open the second hub"."""
        label, colon, _ = text_of(self.reading.document, cell).partition(":")
        named = [m for m in self.reading.names.mentions(label) if m.name.kind != SYSTEM] if colon else []
        whole = len(named) == 1 and (named[0].start, named[0].end) == (0, len(label))
        return named[0].name.id if whole else None

    def _places_in(self, text: str) -> frozenset[str]:
        return frozenset(m.name.id for m in self.reading.names.mentions(text) if m.name.kind != SYSTEM)

    @property
    def _line_above(self) -> list[str]:
        return [line.text for line in self._before if line.block.kind != HEADING]

    @cached_property
    def _before(self) -> list[Line]:
        """The last line before the table, a heading or not; none at the start of the document."""
        return [line for line in self.reading.lines if line.block.span.end <= self.table.span.start][-1:]


def untold_tables(reading: Reading) -> Iterator[HeadedTable]:
    """Yield the tables with a header that no other reader of tables takes, no column labelled yet."""
    for table in reading.document.tables:
        taken = any(span.overlaps(table.span) for span in reading.tables)
        if not taken and reading.reads(table.span) and len(table.rows) >= _FEWEST_ROWS:
            yield HeadedTable(reading, table)


def headed_tables(
    reading: Reading, labels: Mapping[str, Heads], optional: Mapping[str, Heads] | None = None
) -> Iterator[HeadedTable]:
    """Yield the tables that have a column for every label.

    Args:
        reading: The document.
        labels: What heads a column, by label, the least ambiguous first: a column has one label.
        optional: What heads columns that a table may have besides, one of which it needs.
    """
    for table in untold_tables(reading):
        headers = {column: header.lower() for column, header in table.headers.items()}
        columns: dict[str, int] = {}
        for label, heads in {**labels, **(optional or {})}.items():
            free = (at for at in headers if at not in columns.values())
            column = next((at for at in free if heads(headers[at])), None)
            if column is not None:
                columns[label] = column
        if labels.keys() <= columns.keys() and (not optional or optional.keys() & columns.keys()):
            yield attrs.evolve(table, columns=columns)


def _joined(*texts: str) -> str:
    return " | ".join(" ".join(text.split()) for text in texts)
