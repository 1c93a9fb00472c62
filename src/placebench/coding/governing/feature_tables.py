"""Tables of what partners have: a feature a column or in the title, and in a cell whether it is there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

import attrs

from placebench.codebook import Wording
from placebench.coding.governing.named_features import WITHOUT_VALUE, feature_named
from placebench.coding.members.starts import begins_later
from placebench.coding.reading import Reading
from placebench.documents import HEADING, Cell, Table
from placebench.extract.folding import fold
from placebench.extract.force import NOTHING, force
from placebench.extract.gazetteer import SYSTEM
from placebench.importer import Fact
from placebench.model import Governance

_WORDS = "feature_tables"
_FEWEST_ROWS = 2
_STATUSES = ("absent", "ended", "shadow", "emerging", "planned", "in_place")
# A column whose header asks whether the thing above the table is there: "Team in place?".
_ASKS = Wording(_WORDS, r"(?:[\w-]+ ){0,4}?<there>(?: yet)?\W*")
_ABSENT = Wording(_WORDS, r"<absent>\W*")
_FORM = Wording(_WORDS, r"<form>\W*")
_HOW_FUNDED = Wording(_WORDS, r"<how_funded>\W*")
_POOLED = Wording(
    _WORDS, r"<pooled>(?:,? \(?(?:under )?(?:an? )?(?P<agreement><agreement>)[\w ]{0,20}\)?)?\W*"
)


def tabled_features(reading: Reading) -> Iterator[Fact]:
    """Yield the features of tables: whether each row, or its place, has what a header or the title names."""
    for table in reading.document.tables:
        read_else = any(span.overlaps(table.span) for span in reading.tables)
        if reading.reads(table.span) and not read_else and len(table.rows) >= _FEWEST_ROWS:
            yield from _Reader(reading, table).facts()


@attrs.frozen(eq=False, slots=False)
class _Reader:
    reading: Reading
    table: Table

    def facts(self) -> Iterator[Fact]:
        """Yield what the cells of the table say, each with its row."""
        columns = self._columns
        for row in self.table.rows[1:]:
            cells = {cell.column: cell for cell in row if cell.spans}
            place = self._place_of(cells)
            if place is None:
                continue
            for column, feature in columns.items():
                status = self._status(cells, column)
                # Of a place's own neighbourhoods one without a team says nothing of the place.
                if status is not None and (status != "absent" or self._names_a_place(cells)):
                    yield self._fact(cells, place, feature, status, None)
            yield from self._pooled(cells, place)
            yield from self._forms(cells, place) if self._names_a_place(cells) else ()

    def _forms(self, cells: Mapping[int, Cell], place: str) -> Iterator[Fact]:
        """Yield the forms that a cell names below a header for them: "Joint committee (proposed)"."""
        book = self.reading.codebook
        for column, header in self._header.items():
            if column not in cells or not _FORM.of(book).fullmatch(header):
                continue
            told = self._text(cells[column]).lower()
            for cue in book.cues["governance"]:
                one = cue.entry == "arrangement" and cue.value and not cue.case and not cue.lead
                found = (
                    cue.match.search(told) if one and not (cue.unless and cue.unless.matches(told)) else None
                )
                if found is not None:
                    status = force(told, found.start, found.end, book)
                    if status != NOTHING:
                        yield self._fact(cells, place, "arrangement", status, cue.value)

    def _pooled(self, cells: Mapping[int, Cell], place: str) -> Iterator[Fact]:
        for column, header in self._header.items():
            if column not in cells or not _HOW_FUNDED.of(self.reading.codebook).fullmatch(header):
                continue
            told = _POOLED.of(self.reading.codebook).fullmatch(self._text(cells[column]).lower())
            if told is not None:
                value = "section_75" if told["agreement"] else None
                yield self._fact(cells, place, "pooled_budget", "in_place", value)

    def _fact(
        self, cells: Mapping[int, Cell], place: str, feature: str, status: str, value: str | None
    ) -> Fact:
        row = Governance(
            system_id=self.reading.profile.system.system_id,
            place_id=place,
            applies_to="place",
            status=status,
            rule=f"governance.{feature}",
            feature=feature,
            value=value,
            body_kind="partnership",
        )
        return Fact(row, (self.reading.document.quote(*(s for c in cells.values() for s in c.spans)),))

    def _status(self, cells: Mapping[int, Cell], column: int) -> str | None:
        """Return how far a thing is there by a cell; by another cell of its row where that says when."""
        cell = cells.get(column)
        if cell is None:
            return None
        status = self._code(cell)
        if status == "absent":
            later = any(self._code(c) == "planned" for at, c in cells.items() if at not in self._columns)
            return "planned" if later else status
        if status == "planned" and not begins_later(self.reading, self._text(cell)):
            return "in_place"
        return status

    def _code(self, cell: Cell) -> str | None:
        words, text = self.reading.codebook.remits["delegations"], self._text(cell).lower()
        if _ABSENT.of(self.reading.codebook).fullmatch(text):
            return "absent"
        return next((code for code in _STATUSES if words[code].matches(text)), None)

    @cached_property
    def _columns(self) -> Mapping[int, str]:
        """What each column is about: the feature in its header, or that of the title where it asks for it."""
        named = {column: self._feature(header) for column, header in self._header.items()}
        found = {column: feature for column, feature in named.items() if feature}
        titled = self._feature(self._title.lower()) if self._title else None
        if found or titled is None:
            return found
        asks = _ASKS.of(self.reading.codebook)
        return {column: titled for column, header in self._header.items() if asks.fullmatch(header)}

    def _feature(self, text: str) -> str | None:
        return feature_named(self.reading.codebook, text, WITHOUT_VALUE)

    def _place_of(self, cells: Mapping[int, Cell]) -> str | None:
        """Return the place of a row: the one that it names, that of the title, or the document's."""
        first = cells.get(0)
        for text in (self._text(first) if first else "", self._title):
            ids = {m.name.id for m in self.reading.names.mentions(text) if m.name.kind != SYSTEM}
            if ids:
                return ids.pop() if len(ids) == 1 else None
        default = self.reading.default.places
        return default[0] if len(default) == 1 else None

    def _names_a_place(self, cells: Mapping[int, Cell]) -> bool:
        first = cells.get(0)
        mentions = self.reading.names.mentions(self._text(first)) if first else ()
        return any(mention.name.kind != SYSTEM for mention in mentions)

    @cached_property
    def _header(self) -> Mapping[int, str]:
        return {cell.column: self._text(cell).lower() for cell in self.table.rows[0] if cell.spans}

    @cached_property
    def _title(self) -> str:
        """The line right above the table, or the nearest heading."""
        before = [line for line in self.reading.lines if line.block.span.end <= self.table.span.start][-1:]
        first = next(iter(self.reading.document.blocks_in(self.table.span)), None)
        path = first.path if first else ()
        lines = [line.text.strip() for line in before if line.block.kind != HEADING]
        return " ".join(" ".join([*lines, *path[-1:]]).split())

    def _text(self, cell: Cell) -> str:
        return " ".join(fold(self.reading.document.at(span)).text.strip() for span in cell.spans).strip(" .")
