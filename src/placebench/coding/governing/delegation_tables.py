"""Tables of what is delegated to each place: one row a place, one column a kind of thing that passes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

import attrs

from placebench.codebook.patterns import Pattern
from placebench.coding.headed_tables import HeadedTable, tables_by_row
from placebench.coding.members.starts import begins_later
from placebench.coding.reading import Reading
from placebench.coding.table_kinds import TableKind, by_remits
from placebench.documents import Cell
from placebench.extract.cells import text_of
from placebench.extract.dates import find_date
from placebench.extract.gazetteer import SYSTEM
from placebench.importer import Fact
from placebench.model import Delegation

_RULE = "delegations.table"
_SCOPES = ("budget", "decisions", "functions", "staff")
_STATUSES = ("absent", "ended", "shadow", "emerging", "planned", "in_place")
_EXTENTS = ("partial", "full")
_PLACE = by_remits("place", "places", "delegations", "place")
_DELEGATED = by_remits("delegated", "what is delegated", "delegations", "delegated")
KIND = TableKind("places and what is delegated to each", ("delegations",), needs=(_PLACE, _DELEGATED))


def delegation_tables(reading: Reading) -> Iterator[Fact]:
    """Yield the delegations of tables, each with the cells of its place, of what passes and of how far."""
    for table in tables_by_row(reading):
        yield from _Reader(table).facts()


@attrs.frozen(eq=False, slots=False)
class _Reader:
    headed: HeadedTable

    def facts(self) -> Iterator[Fact]:
        if self._place_column is None:
            yield from self._by_function()
            return
        if not self._scopes:
            return
        for row in self.headed.table.rows[1:]:
            cells = {cell.column: cell for cell in row if cell.spans}
            place = self._place(cells.get(self._place_column))
            if place is not None:
                yield from self._of_place(cells, place)

    def _by_function(self) -> Iterator[Fact]:
        """Yield what a table of functions says is passed to a body of the one place that its title names."""
        headed = self._words["functions"].matches(self._headers.get(0, ""))
        mentions = self.reading.names.mentions(self.headed.caption)
        places = {mention.name.id for mention in mentions if mention.name.kind != SYSTEM}
        if not headed or len(places) != 1:
            return
        for row in self.headed.table.rows[1:]:
            for cell in row[1:]:
                given = self._words["given"].search(self._text(cell).lower())
                if given is not None and row[0].spans:
                    yield self._given(row[0], cell, places.copy().pop(), given.groups.get("receiver") or "")

    def _given(self, function: Cell, cell: Cell, place: str, receiver: str) -> Fact:
        planned = self._code(cell, _STATUSES) == "planned" and begins_later(self.reading, self._text(cell))
        row = Delegation(
            system_id=self.reading.profile.system.system_id,
            place_id=place,
            applies_to="place",
            status="planned" if planned else "in_place",
            rule=_RULE,
            scope="functions",
            to_kind="committee" if "committee" in receiver else "partnership",
        )
        return Fact(row, (self.reading.document.quote(*function.spans, *cell.spans),))

    def _of_place(self, cells: Mapping[int, Cell], place: str) -> Iterator[Fact]:
        standing = cells.get(self._standing_column)
        for column, scope in self._scopes.items():
            if column not in cells:
                continue
            status = self._status(cells[column], standing)
            if status is None:
                continue
            row = Delegation(
                system_id=self.reading.profile.system.system_id,
                place_id=place,
                applies_to="place",
                status=status,
                rule=_RULE,
                scope=scope,
                extent="none" if status == "absent" else self._code(cells[column], _EXTENTS),
            )
            heads = [cell for cell in self.headed.table.rows[0] if cell.column == column]
            given = (*heads, cells[self._place_column or 0], cells[column], standing)
            spans = [span for cell in given if cell is not None for span in cell.spans]
            yield Fact(row, (self.reading.document.quote(*spans),))

    def _status(self, cell: Cell, standing: Cell | None) -> str | None:
        """Return how far something has passed, or None where the cells do not say."""
        told, own = self._code(standing, _STATUSES), self._code(cell, _STATUSES)
        if own == "absent" or (standing is not None and told is None):
            return own if own == "absent" else None
        if self._words["open"].matches(self._text(cell).lower()):
            return None
        status = told if own in (None, "in_place") else own
        dated = cell if standing is None or own not in (None, "in_place") else standing
        later = begins_later(self.reading, self._text(dated))
        if status == "planned" and not later:
            return "in_place"
        # "£42m from April" has not passed before April.
        to_come = later and find_date(self._text(dated)) is not None and self.reading.published is not None
        return "planned" if to_come and status in (None, "in_place") else status or "in_place"

    @property
    def reading(self) -> Reading:
        """The document."""
        return self.headed.reading

    @cached_property
    def _headers(self) -> Mapping[int, str]:
        return {column: header.lower() for column, header in self.headed.headers.items()}

    @cached_property
    def _scopes(self) -> Mapping[int, str]:
        """What passes, by column: those whose header or whose heading above speaks of delegation."""
        words = self._words
        delegated = _DELEGATED.heads(self.reading.codebook)
        named = {c: told for c, told in self._headers.items() if delegated(told)}
        headed = any(delegated(heading.lower()) for heading in self.headed.path[-1:])
        columns = named or (self._headers if headed else {})
        found = {c: next((s for s in _SCOPES if words[s].matches(told)), None) for c, told in columns.items()}
        kept = {c: scope for c, scope in found.items() if not words["retained"].matches(columns[c])}
        return {column: scope for column, scope in kept.items() if scope}

    @cached_property
    def _place_column(self) -> int | None:
        heads = _PLACE.heads(self.reading.codebook)
        return next((c for c, told in self._headers.items() if heads(told)), None)

    @cached_property
    def _standing_column(self) -> int:
        told = (c for c, text in self._headers.items() if self._words["standing"].matches(text))
        return next(told, -1)

    @property
    def _words(self) -> Mapping[str, Pattern]:
        return self.reading.codebook.remits["delegations"]

    def _place(self, cell: Cell | None) -> str | None:
        named = self.reading.names.mentions(self._text(cell)) if cell is not None else ()
        places = {mention.name.id for mention in named if mention.name.kind != SYSTEM}
        return places.pop() if len(places) == 1 else None

    def _code(self, cell: Cell | None, codes: tuple[str, ...]) -> str | None:
        text = self._text(cell).lower() if cell is not None else ""
        return next((code for code in codes if self._words[code].matches(text)), None)

    def _text(self, cell: Cell) -> str:
        return text_of(self.reading.document, cell).strip(" .")
