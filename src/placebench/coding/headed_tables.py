"""Tables by what heads their columns: rows of cells under known labels, and the place that each row is of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

import attrs

from placebench.coding.authors import is_of_another, is_titled_for_a_partnership
from placebench.coding.reading import Reading
from placebench.coding.reasons import OF_OTHERS, UNTITLED
from placebench.coding.rows_of_places import is_by_place, turned
from placebench.coding.table_kinds import TableKind, Title, by_entry
from placebench.documents import HEADING, Cell, Quote, Table
from placebench.extract.cells import text_of
from placebench.extract.gazetteer import SYSTEM
from placebench.extract.passages import Line

_FEWEST_ROWS = 2
PLACES = by_entry("place", "places", "footprints", "in_tables")
"""The column that names the place of each row."""


@attrs.frozen(eq=False)
class HeadedRow:
    """A row of such a table.

    Attributes:
        texts: Folded texts of its cells, by the column's label; none for an empty cell.
        others: Folded texts of its other cells.
        by_column: Folded texts of all its cells, by column.
        table: The table that it stands in.
        cells: Its cells that have any text, by column.
        place_id: The place that it names, or that the table is of; None where there is no single one.
        mentioned: The places that its first cell mentions, if only in passing.
    """

    texts: Mapping[str, str]
    others: tuple[str, ...]
    by_column: Mapping[int, str]
    table: HeadedTable
    cells: Mapping[int, Cell]
    place_id: str | None
    mentioned: frozenset[str]

    def quote(self, columns: Iterable[int] = ()) -> Quote:
        """Return what the header calls some columns, and what the first cell and those of the columns say.

        Args:
            columns: The columns that say something; all where none is named.
        """
        told = sorted({min(self.cells), *columns} if columns else self.cells)
        heads = {cell.column: cell for cell in self.table.table.rows[0]}
        cells = [*(heads[at] for at in told if at in heads), *(self.cells[at] for at in told)]
        return self.table.reading.document.quote(*(span for cell in cells for span in cell.spans))

    def quote_of(self, *labels: str) -> Quote:
        """Return the same of the columns with some labels."""
        return self.quote([self.table.columns[label] for label in labels if label in self.texts])


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
        return self.reading.document.path_above(self.table.span)

    @cached_property
    def title(self) -> str:
        """The headings above the table and the line right above it."""
        return _joined(*self.path, *self._line_above)

    @cached_property
    def caption(self) -> str:
        """The nearest heading above the table and the line right above it, as `title`."""
        return _joined(*self.path[-1:], *self._line_above)

    @cached_property
    def above(self) -> tuple[str, ...]:
        """The line right above the table, if it is no heading, and the headings, nearest first."""
        lines = (line.text.strip() for line in self._before if line.block.kind != HEADING)
        return (*lines, *(" ".join(heading.split()) for heading in reversed(self.path)))

    @cached_property
    def headers(self) -> Mapping[int, str]:
        """The folded texts of the header, by column; none for an empty cell."""
        return {
            cell.column: text_of(self.reading.document, cell).strip(" .,;")
            for cell in self.table.rows[0]
            if cell.spans
        }

    def read_as(self, kind: TableKind) -> HeadedTable:
        """Return the table with those of its columns labelled that a kind of table has."""
        headers = {column: header.lower() for column, header in self.headers.items()}
        return attrs.evolve(self, columns=kind.columns(headers, self.reading.codebook))

    def set_apart(self, kind: TableKind) -> str | None:
        """Return why a table with the columns of a kind is none; None where nothing speaks against it."""
        book = self.reading.codebook
        if kind.title is not None and not self._is_titled(kind.title):
            return UNTITLED
        of_others = kind.others is not None and kind.others.matches(book)(self.title.lower())
        anothers = kind.owned and is_of_another(self.reading, self.path)
        # The paper of a board on a partnership tells of that partnership in its tables.
        anothers = anothers and not is_titled_for_a_partnership(self.reading)
        return OF_OTHERS if of_others or anothers else None

    def _is_titled(self, title: Title) -> bool:
        matches = title.matches(self.reading.codebook)
        titles = f"{self.reading.document.metadata.get('title', '')} | {self.title}".lower()
        column = self.columns.get(title.header or "")
        return matches(titles) or (column is not None and matches(self.headers[column].lower()))

    def rows(self) -> Iterator[HeadedRow]:
        """Yield the rows below the header that have any text."""
        for cells in self.table.rows[1:]:
            filled = {cell.column: cell for cell in cells if cell.spans}
            told = {at: text_of(self.reading.document, cell) for at, cell in filled.items()}
            texts = {label: told[at] for label, at in self.columns.items() if at in told}
            others = tuple(text for at, text in told.items() if at not in self.columns.values())
            if told:
                mentioned = self._places_in(told.get(0, ""))
                yield HeadedRow(texts, others, told, self, filled, self._place(filled), mentioned)

    @cached_property
    def of_none(self) -> str | None:
        """Whether rows are of `each_place` or the `system`; None where the table or document has a place."""
        default = self.reading.default
        told = (*self.above, *(text_of(self.reading.document, cell) for cell in self.table.cells))
        named = self.places is not None or default.places or any(map(self._places_in, told))
        return None if named else default.applies_to

    def _place(self, cells: Mapping[int, Cell]) -> str | None:
        """Return the place of a row: that of its column of places, else the title's, else the document's."""
        if self.places is not None:
            return self._named(cells[self.places]) if self.places in cells else None
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
    def places(self) -> int | None:
        """The column of places; None where no header calls one so."""
        heads = PLACES.heads(self.reading.codebook)
        return next((column for column, header in self.headers.items() if heads(header.lower())), None)

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


def untold_tables(reading: Reading, fewest_rows: int = _FEWEST_ROWS) -> Iterator[HeadedTable]:
    """Yield the tables that no reader of matrices, ratings or remits takes, no column labelled yet.

    Args:
        reading: The document.
        fewest_rows: The fewest rows of such a table.
    """
    for table in reading.document.tables:
        taken = any(span.overlaps(table.span) for span in reading.tables)
        if not taken and reading.reads(table.span) and len(table.rows) >= fewest_rows:
            yield HeadedTable(reading, table)


def tables_by_row(reading: Reading) -> Iterator[HeadedTable]:
    """Yield the tables that no other reader takes; one with a column a place is turned."""
    for headed in untold_tables(reading):
        by_place = is_by_place(reading, headed.table)
        yield HeadedTable(reading, turned(headed.table)) if by_place else headed


def headed_tables(reading: Reading, kind: TableKind) -> Iterator[HeadedTable]:
    """Yield the tables of a kind: those that have its columns, and nothing above them that speaks against it.

    Args:
        reading: The document.
        kind: The kind of table.
    """
    for table in tables_by_row(reading):
        of_kind = table.read_as(kind)
        if not kind.missing(of_kind.columns) and of_kind.set_apart(kind) is None:
            yield of_kind


def _joined(*texts: str) -> str:
    return " | ".join(" ".join(text.split()) for text in texts)
