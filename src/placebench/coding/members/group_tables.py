"""Tables of the groups under a partnership: one row a group, with who chairs it and how often it meets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from placebench.codebook.patterns import Pattern
from placebench.coding.headed_tables import HeadedTable, headed_tables
from placebench.coding.members.entries import Words, read_entry
from placebench.coding.members.named_body import OTHER, PARTNERSHIP, SUBGROUP, named_body, of_partnership
from placebench.coding.names import organisations_of
from placebench.coding.once import once
from placebench.coding.reading import Reading
from placebench.coding.table_kinds import TableKind, by_rosters
from placebench.documents import Cell, Quote
from placebench.extract.cells import text_of
from placebench.extract.gazetteer import SYSTEM
from placebench.importer import Fact
from placebench.model import Governance, Role

_GROUP, CHAIR = "group", "chair"
MEETS = "meeting_frequency"
"""The feature that tells how often a body meets."""
CHAIRS = by_rosters(CHAIR, "chairs", "groups", "chair")
FREQUENCIES = by_rosters(MEETS, "how often they meet", "groups", "meets")
KIND = TableKind(
    "groups under a partnership",
    ("governance", "roles"),
    needs=(by_rosters(_GROUP, "groups", "groups", "group"),),
    one_of=(CHAIRS, FREQUENCIES),
)


@attrs.frozen
class _Group:
    """A row of such a table.

    Attributes:
        name: The name of the group.
        kind: `partnership` where it is the place's own board, `subgroup` of others.
        columns: Whom the row is about.
        quote: The name, with what the group is told of in the column of its name.
        chair: Who chairs it, and where that stands; None where no column says so.
        meets: How often it meets, and where that stands.
    """

    name: str
    kind: str
    columns: Mapping[str, Any]
    quote: Quote
    chair: tuple[Words, Quote] | None
    meets: tuple[str, Quote] | None


def tabled_groups(reading: Reading) -> Iterator[Fact]:
    """Yield the groups of tables, and how often each meets."""
    for group in _groups(reading):
        if group.kind == SUBGROUP:
            row = Governance(
                **group.columns,
                status="in_place",
                rule="governance.subcommittees",
                feature="subcommittees",
                value=group.name,
                body_kind=PARTNERSHIP,
            )
            yield Fact(row, (group.quote,))
        if group.meets is not None:
            row = Governance(
                **group.columns,
                status="in_place",
                rule=f"governance.{MEETS}",
                feature=MEETS,
                value=group.meets[0],
                body=group.name,
                body_kind=group.kind,
            )
            yield Fact(row, (group.meets[1],))


def tabled_chairs(reading: Reading) -> Iterator[tuple[Role, Quote]]:
    """Yield who chairs the groups of tables."""
    for group in _groups(reading):
        if group.chair is None:
            continue
        words, quote = group.chair
        row = Role(
            **group.columns,
            status="in_place",
            rule="roles.chair",
            role="chair",
            holder=words.holder,
            organisation=words.organisation if words.organisation != words.holder else None,
            sector=words.sectors[0] if words.sectors else None,
            body=group.name,
            body_kind=group.kind,
        )
        yield row, quote


def frequency_told(reading: Reading, text: str) -> str | None:
    """Return the code of how often a body meets that a cell tells, read as if a sentence said so."""
    told = f"meets {text.lower()}"
    for cue in reading.codebook.cues["governance"] if text else ():
        found = cue.match.search(told) if cue.entry == MEETS and cue.status is None else None
        value = cue.code(found.groups.get("value") or "") if found else None
        if value and not (cue.unless and cue.unless.matches(told)):
            return value
    return None


# Governance and roles are read from the same tables.
@once
def _groups(reading: Reading) -> tuple[_Group, ...]:
    return tuple(group for table in headed_tables(reading, KIND) for group in _Reader(table).groups())


@attrs.frozen(eq=False)
class _Reader:
    headed: HeadedTable

    def groups(self) -> Iterator[_Group]:
        """Yield the groups, if the table is a place's own partnership's."""
        columns, place = self.headed.columns, self._place
        if place is None:
            return
        whose = {"system_id": self.reading.profile.system.system_id, "place_id": place, "applies_to": "place"}
        for row in self.headed.table.rows[1:]:
            cells = {cell.column: cell for cell in row if cell.spans}
            named = cells.get(columns[_GROUP])
            name = self._text(named) if named else ""
            kind = self._kind(name)
            if named is None or kind is None:
                continue
            yield _Group(
                name=name,
                kind=kind,
                columns=whose,
                quote=self.reading.document.quote(*named.spans),
                chair=self._chair(named, cells.get(columns.get(CHAIR, -1))),
                meets=self._meets(named, cells.get(columns.get(MEETS, -1))),
            )

    def _kind(self, name: str) -> str | None:
        """Return whose body a row names: the place's own board, a group under it, or None for others'."""
        lower = name.lower()
        if not self._words["named"].matches(lower) or named_body(lower, self.reading.codebook) == OTHER:
            return None
        own = any(m.name.kind != SYSTEM for m in self.reading.names.mentions(name))
        return PARTNERSHIP if own and self._words["own"].matches(lower) else SUBGROUP

    def _chair(self, named: Cell, cell: Cell | None) -> tuple[Words, Quote] | None:
        text = ", ".join(self._text(cell).split("\n")) if cell else ""
        if cell is None or not text or self._words["several"].matches(text.lower()):
            return None
        words = read_entry(
            text, organisations_of(self.reading.profile, self.reading.codebook), self.reading.codebook
        )
        return (words, self._quote(named, cell)) if words and words.holder else None

    def _meets(self, named: Cell, cell: Cell | None) -> tuple[str, Quote] | None:
        told = frequency_told(self.reading, self._text(cell)) if cell else None
        return (told, self._quote(named, cell)) if cell and told else None

    @property
    def _place(self) -> str | None:
        """The one place whose partnership the table is of, by what stands above it or by the document."""
        for text in self.headed.above:
            ids = {m.name.id for m in self.reading.names.mentions(text) if m.name.kind != SYSTEM}
            kind = named_body(text.lower(), self.reading.codebook)
            if len(ids) > 1 or (kind == OTHER and not ids):
                return None
            if ids and kind != OTHER:
                return ids.pop()
        default = self.reading.default.places
        return default[0] if len(default) == 1 and of_partnership(self.reading) else None

    @property
    def reading(self) -> Reading:
        """The document."""
        return self.headed.reading

    @property
    def _words(self) -> Mapping[str, Pattern]:
        return self.reading.codebook.rosters["groups"]

    def _quote(self, *cells: Cell) -> Quote:
        return self.reading.document.quote(*(span for cell in cells for span in cell.spans))

    def _text(self, cell: Cell) -> str:
        return text_of(self.reading.document, cell).strip(" .,;")
