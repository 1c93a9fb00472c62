"""Tables that say which level does what for a service, also where the columns were lost on the way.

Rows are read by their columns; where a row fell apart, its heading names the service, and the paragraph
that speaks of the place begins the place's part. A row without a service goes on with the one above.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import attrs

from placebench.codebook import Pattern
from placebench.documents import (
    CELL,
    FOOTNOTE,
    FURNITURE,
    HEADING,
    PARAGRAPH,
    Block,
    Cell,
    Document,
    Span,
    Table,
)
from placebench.extract.folding import fold
from placebench.extract.level_tables import LevelTable, level_table

Patterns = Mapping[str, Mapping[str, Pattern]]

_LONGEST_HEADER = 8
_PROSE = 15
_COLUMNS = 3
_FEWEST_TELLING = 3
_FEWEST_WORDS = 3
# Formats in which cells may come out as paragraphs; in others what is no cell is no part of a table.
_LOSE_ROWS = frozenset({"text/plain", "application/pdf"})
_WORD = re.compile(r"[A-Za-z]{2,}")


@attrs.frozen
class RemitRow:
    """One service of a remit table.

    Attributes:
        area: Folded name of the service.
        area_spans: Where the name stands.
        enabler: Whether it stands under the enablers.
        system: Spans of what the system does.
        place: Spans of what the place does.
    """

    area: str
    area_spans: tuple[Span, ...]
    enabler: bool
    system: tuple[Span, ...]
    place: tuple[Span, ...]


@attrs.frozen
class RemitTable:
    """A remit table: its header cells' spans, its rows, and all it covers."""

    header: tuple[Span, ...]
    rows: tuple[RemitRow, ...]
    span: Span


def remit_tables(document: Document, patterns: Patterns) -> Iterator[RemitTable]:
    """Yield the remit tables of a document."""
    position = 0
    for table in document.tables:
        if table.span.start < position:
            continue
        columns = _columns(document, table, patterns)
        by_level = level_table(document, table, patterns) if columns is None else None
        if by_level is not None:
            position = table.span.end
            yield _of_levels(document, table, by_level, patterns)
        if columns is not None:
            found = _Reader(document, patterns, columns).read(table)
            position = found.span.end
            if found.rows:
                yield found


def _of_levels(document: Document, table: Table, found: LevelTable, patterns: Patterns) -> RemitTable:
    """Return a table with a column for the level as one with a column for each level."""
    rows = []
    for row in found.rows:
        area = _text(document, row.area)
        system, place = (row.told if level in row.levels else () for level in ("system", "place"))
        enabler = patterns["header"]["enabler_area"].matches(area.lower())
        rows.append(RemitRow(area, row.area, enabler, system, place))
    return RemitTable(found.header, tuple(rows), table.span)


def tables_without_header(
    document: Document, patterns: Patterns, read: Iterable[RemitTable]
) -> Iterator[tuple[Span, ...]]:
    """Yield the first telling row of each table that says what is for places, and whose header is lost.

    Args:
        document: The document.
        patterns: Words of remit tables.
        read: The tables that have their header.
    """
    known = [table.span for table in read]
    for table in document.tables:
        if any(table.span.overlaps(span) for span in known):
            continue
        telling = [row for row in table.rows if _tells_of_place(document, row, patterns)]
        if len(telling) >= _FEWEST_TELLING:
            yield tuple(span for cell in telling[0] for span in cell.spans)


def _tells_of_place(document: Document, row: Sequence[Cell], patterns: Patterns) -> bool:
    texts = [_text(document, cell.spans).lower() for cell in row]
    if len(texts) < _COLUMNS or not all(texts) or len(texts[0].split()) > _LONGEST_HEADER:
        return False
    return any(patterns["place_part"]["match"].matches(text) for text in texts[1:])


@attrs.frozen
class _Columns:
    area: int
    system: int
    place: int
    row: int
    spans: tuple[Span, ...]


def _columns(document: Document, table: Table, patterns: Patterns) -> _Columns | None:
    for row in table.rows[:3]:
        found: dict[str, int] = {}
        for cell in row:
            text = _text(document, cell.spans).lower()
            for name in ("area", "system", "place"):
                if (
                    name not in found
                    and cell.column not in found.values()
                    and len(text.split()) <= _LONGEST_HEADER
                    and not patterns["header"]["post"].matches(text)
                    and patterns["header"][name].matches(text)
                ):
                    found[name] = cell.column
                    break
        first = row[0].column if row else 0
        if "area" not in found and first not in found.values() and _tells_in(document, table, found.values()):
            # Two columns say whose they are, so the first names what they are about, by whatever word.
            found["area"] = first
        if len(found) == _COLUMNS:
            spans = tuple(span for cell in row for span in cell.spans)
            return _Columns(**found, row=row[0].row, spans=spans)
    return None


def _tells_in(document: Document, table: Table, columns: Collection[int]) -> bool:
    """Tell whether most cells of some columns say what is done there: figures by level are no remits."""
    cells = [_text(document, cell.spans) for row in table.rows for cell in row if cell.column in columns]
    telling = sum(len(_WORD.findall(text)) >= _FEWEST_WORDS for text in cells)
    return telling * 2 > len(cells)


@attrs.define
class _Open:
    area: str
    area_spans: tuple[Span, ...]
    system: list[Span] = attrs.field(factory=list)
    place: list[Span] = attrs.field(factory=list)
    in_columns: bool = False


@attrs.define
class _Reader:
    document: Document
    patterns: Patterns
    columns: _Columns
    enabler: bool = False
    rows: list[RemitRow] = attrs.field(factory=list)
    open: _Open | None = None

    def read(self, first: Table) -> RemitTable:
        above = self.document.path_above(first.span)
        end = first.span.end
        seen: set[int] = set()
        for block in self.document.blocks_in(Span(first.span.start, len(self.document.text))):
            if block.path[: len(above)] != above:
                break
            if block.kind == CELL and block.table is not None:
                if block.table not in seen:
                    seen.add(block.table)
                    self._table(self.document.tables[block.table], first)
                end = block.span.end
            elif block.kind not in (FOOTNOTE, FURNITURE):
                self._loose(block)
                end = block.span.end if self.open is not None else end
        self._close()
        return RemitTable(self.columns.spans, tuple(self.rows), Span(first.span.start, end))

    def _table(self, table: Table, first: Table) -> None:
        for row in table.rows:
            if table is first and row[0].row <= self.columns.row:
                continue
            self._row({cell.column: cell for cell in row})

    def _row(self, cells: dict[int, Cell]) -> None:
        area, system, place = (
            cells[c].spans if c in cells else ()
            for c in (self.columns.area, self.columns.system, self.columns.place)
        )
        name = _text(self.document, area)
        if name and self.patterns["header"]["enabler"].matches(name.lower()) and not (system or place):
            self._close()
            self.enabler = True
            return
        if name:
            self._close()
            self.open = _Open(name, area)
        if self.open is not None:
            self.open.system.extend(system)
            self.open.place.extend(place)
            self.open.in_columns = bool(system and place)

    def _loose(self, block: Block) -> None:
        if block.kind == HEADING:
            self._close()
            name = _text(self.document, (block.content,))
            if self.patterns["header"]["enabler"].matches(name.lower()):
                self.enabler = True
            elif self.document.media_type in _LOSE_ROWS:
                self.open = _Open(name, (block.content,))
        elif self.document.media_type not in _LOSE_ROWS or self._is_below(block):
            self._close()
        elif self.open is not None:
            run_on = self.patterns["place_part"]["run_on"].search(self.document.at(block.content))
            if run_on is not None and not self.open.place:
                middle = block.content.start + run_on.spans["place"][0]
                self.open.system.append(Span(block.content.start, middle - 1))
                self.open.place.append(Span(middle, block.content.end))
                return
            text = _text(self.document, (block.content,)).lower()
            begins = bool(self.open.system) and self.patterns["place_part"]["match"].matches(text)
            target = self.open.place if self.open.place or begins else self.open.system
            target.append(block.content)

    def _is_below(self, block: Block) -> bool:
        """Tell whether a paragraph is no part of the table: it says so, or is prose below a whole row."""
        text = _text(self.document, (block.content,))
        if self.patterns["header"]["below"].matches(text.lower()):
            return True
        whole = self.open is not None and self.open.in_columns and block.kind == PARAGRAPH
        return whole and len(text.split()) >= _PROSE and text[:1].isupper()

    def _close(self) -> None:
        if self.open is not None and (self.open.system or self.open.place):
            self.rows.append(
                RemitRow(
                    self.open.area,
                    self.open.area_spans,
                    self.enabler or self._is_enabler(self.open.area),
                    tuple(self.open.system),
                    tuple(self.open.place),
                )
            )
        self.open = None

    def _is_enabler(self, area: str) -> bool:
        return self.patterns["header"]["enabler_area"].matches(area.lower())


def _text(document: Document, spans: tuple[Span, ...]) -> str:
    return " ".join(fold(document.at(span)).text.strip() for span in spans).strip()
