"""Tables of members: one row a member, or one column a partnership with each member's standing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

import attrs

from placebench.codebook import Wording
from placebench.coding.headed_tables import HeadedTable, untold_tables
from placebench.coding.members.cell_members import members_in
from placebench.coding.members.cell_posts import AND_CHAIR, CHAIR, role_of
from placebench.coding.members.entries import Entry, read_entry
from placebench.coding.members.list_openers import names_group
from placebench.coding.members.member_kinds import MEMBERS, POSTS
from placebench.coding.members.named_body import (
    OTHER,
    PARTNERSHIP,
    SUBGROUP,
    named_body,
    of_partnership,
    own_meeting,
    unnamed,
)
from placebench.coding.reading import Reading
from placebench.documents import Cell, Table
from placebench.extract.cells import text_of
from placebench.extract.dates import dates
from placebench.extract.gazetteer import SYSTEM
from placebench.extract.organisations import Organisations

LISTS = frozenset({"list", "organisations"})
"""Cues of memberships that introduce a list or a table of members."""
_STANDINGS = ("absent", "ended", "planned", "in_place")
_FEWEST_ROWS = 2
_WORDS = "member_tables"
_SURELY = Wording(_WORDS, r"<organisation>(?: name)?$")
_SEAT = Wording(_WORDS, r"\b<seat>(?!ship fee)s?\b")
_NO_VOTE = re.compile(r"no?(?: vote)?|none|non-voting", re.IGNORECASE)


def table_entries(reading: Reading, organisations: Organisations) -> Iterator[Entry]:
    """Yield the entries of every table of members in the parts that are read."""
    for table in untold_tables(reading, fewest_rows=1):
        reader = _Reader(organisations, table)
        if reader.has_no_header and reader.follows_an_opener:
            yield from reader.plain()
        elif len(reader.table.rows) < _FEWEST_ROWS:
            continue
        elif reader.begins_with_a_part:
            yield from reader.by_parts()
        elif reader.places and reader.speaks_of_members:
            yield from reader.matrix()
        elif not MEMBERS.missing(reader.columns) and reader.speaks_of_members:
            yield from () if reader.is_of_work else reader.roll()
        elif not POSTS.missing(reader.columns) and of_partnership(reading):
            yield from reader.posts()


@attrs.frozen(slots=False)
class _Reader:
    organisations: Organisations
    headed: HeadedTable

    @property
    def reading(self) -> Reading:
        """The document."""
        return self.headed.reading

    @property
    def table(self) -> Table:
        """The table."""
        return self.headed.table

    @cached_property
    def columns(self) -> Mapping[str, int]:
        """Columns of the table by what they hold; "Member" beside "Organisation" holds people or posts."""
        found: dict[str, int] = {}
        sectors: set[int] = set()
        for cell in self.table.rows[0]:
            lower = self._text(cell).lower()
            if (
                "organisation" in found
                and "name" not in found
                and _SURELY.of(self.reading.codebook).match(lower)
            ):
                found["name"] = found.pop("organisation")
            for name, pattern in self.reading.codebook.rosters["column"].items():
                taken = name in found and found[name] not in sectors
                if not taken and pattern.matches(lower):
                    found[name] = cell.column
                    break
            if self.reading.codebook.rosters["columns"]["sector"].matches(lower):
                sectors.add(cell.column)
        return found

    @property
    def is_of_work(self) -> bool:
        """Whether a row is a programme, a project or an action, and its partners are those who do it."""
        work = self.reading.codebook.rosters["columns"]["work"]
        before = (cell for cell in self.table.rows[0] if cell.column < self.columns["organisation"])
        return any(work.matches(self._text(cell).lower()) for cell in before)

    @cached_property
    def places(self) -> Mapping[int, str]:
        """Columns whose header names one place."""
        found: dict[int, str] = {}
        for cell in self.table.rows[0][1:]:
            ids = {
                m.name.id for m in self.reading.names.mentions(self._text(cell)) if m.name.kind != "system"
            }
            if len(ids) == 1:
                found[cell.column] = ids.pop()
        return found

    @property
    def speaks_of_members(self) -> bool:
        """Whether what stands above the table, or its header, opens a list of members."""
        opens = self.reading.codebook.rosters["opens"]
        above = [_undated(t.lower()) for t in self.headed.above]
        texts = [*above, *(self._text(cell).lower() for cell in self.table.rows[0])]
        header = self._text(self.table.rows[0][0]).lower() if self.table.rows[0] else ""
        listed = any(opens["members"].matches(t) or opens["present"].matches(t) for t in texts)
        seats = any(_SEAT.of(self.reading.codebook).search(self._text(cell)) for cell in self.table.rows[0])
        return listed or seats or opens["header"].matches(header) or self._is_introduced

    @property
    def _is_introduced(self) -> bool:
        """Whether the sentence right above the table says who is in the partnership."""
        before = [line for line in self.reading.lines if line.block.span.end <= self.table.span.start][-1:]
        told = [s for line in before for s in self.reading.by_line.get(line.index, ())[-1:]]
        cues = (found[0] for sentence in told for found in self.reading.cued_in("memberships", sentence))
        return any(cue.entry in LISTS for cue in cues)

    @property
    def has_no_header(self) -> bool:
        """Whether the first row already names an organisation or a post."""
        first = [self._text(cell) for cell in self.table.rows[0]] if self.table.rows else []
        office = self.reading.codebook.posts["office"]["match"]
        named = any(self.organisations.sectors(text) or office.matches(text.lower()) for text in first)
        return not self.columns and named

    @property
    def follows_an_opener(self) -> bool:
        """Whether the table stands right below a line that opens a list of members."""
        opens = self.reading.codebook.rosters["opens"]
        first = [text.lower() for text in self.headed.above[:1]]
        attended = any(opens["present"].matches(text) for text in first) and own_meeting(self.reading)
        return attended or any(opens["members"].matches(text) for text in first)

    def plain(self) -> Iterator[Entry]:
        """Yield an entry for each row of a table without a header."""
        for row in self.table.rows:
            cells = tuple(cell for cell in row if cell.spans)
            texts = [self._text(cell) for cell in cells]
            if len(texts) > 1 and CHAIR.fullmatch(texts[0].lower()):
                texts = [*texts[1:], texts[0].lower()]
            yield from self._entry(", ".join(texts), cells, "in_place")

    @cached_property
    def _rows(self) -> tuple[Sequence[Cell], ...]:
        """The rows of members: those below the header that name no part of the list over its whole width."""
        return tuple(row for row in self.table.rows[1:] if not self._is_over_a_part(row))

    def _is_over_a_part(self, row: Sequence[Cell]) -> bool:
        filled = [cell for cell in row if cell.spans]
        if len(filled) != 1 or len(self.table.rows[0]) == 1:
            return False
        return filled[0].column_span > 1 or names_group(self.reading, self._text(filled[0]))

    @property
    def begins_with_a_part(self) -> bool:
        """Whether the first row opens a list over the whole width: "Present", above names and posts."""
        return self._part(self.table.rows[0]) is not None

    def by_parts(self) -> Iterator[Entry]:
        """Yield an entry for each row below one that opens a list of members or of those who came."""
        part: str | None = None
        for row in self.table.rows:
            opened = self._part(row)
            part = opened or part
            if opened is None and part in ("members", "present"):
                cells = tuple(cell for cell in row if cell.spans)
                yield from self._entry(", ".join(self._text(cell) for cell in cells), cells, "in_place")

    def _part(self, row: Sequence[Cell]) -> str | None:
        """Return the list, of members or of others, that a row opens whose one text is over all columns."""
        filled = [cell for cell in row if cell.spans]
        several = any(len(other) > 1 for other in self.table.rows)
        if len(filled) != 1 or not several:
            return None
        opens, lower = self.reading.codebook.rosters["opens"], self._text(filled[0]).lower()
        own = {"members": of_partnership(self.reading), "present": own_meeting(self.reading)}
        kind = next((kind for kind in ("members", "present", "others") if opens[kind].matches(lower)), None)
        return kind if own.get(kind or "", True) else "others"

    def matrix(self) -> Iterator[Entry]:
        """Yield an entry for each cell that gives a member's standing in the partnership of its column."""
        for row in self._rows:
            cells = {cell.column: cell for cell in row}
            for column, place in self.places.items():
                status = self._standing(cells.get(column))
                if status is not None and min(cells) == 0:
                    yield from self._entry(
                        self._text(cells[0]), (cells[0], cells[column]), status, place=place
                    )

    def roll(self) -> Iterator[Entry]:
        """Yield an entry for each row."""
        wanted = [self.columns[name] for name in ("name", "role", "organisation") if name in self.columns]
        if self.places_by_row is not None:
            if wanted == [self.columns["organisation"]]:
                yield from self._members_by_place(self.places_by_row)
            return
        for row in self._rows:
            cells = {cell.column: cell for cell in row if cell.spans}
            unemployed = self.columns["organisation"] not in cells
            if unemployed and not {"name", "role"} <= {n for n, c in self.columns.items() if c in cells}:
                continue
            standing = self._row_standing(cells)
            given = [cells[column] for column in dict.fromkeys(wanted) if column in cells]
            employer = None if unemployed else self._text(cells[self.columns["organisation"]])
            text = ", ".join(self._text(cell) for cell in given)
            listed = () if unemployed else self._members_in(cells[self.columns["organisation"]])
            if len(listed) > 1 and len(wanted) == 1:
                for one in listed:
                    yield from self._entry(one, tuple(given), standing)
                continue
            employer, *further = listed if len(listed) > 1 else (employer,)
            post = cells.get(self.columns.get("role", -1))
            chairs = self._chairs(self._text(post)) if post else None
            for entry in self._entry(text, tuple(given), standing, employer=employer):
                roles = dict.fromkeys((*([chairs] if chairs else ()), *entry.roles))
                held = None if self._chairs(entry.holder or "") else entry.holder
                yield attrs.evolve(
                    entry, roles=tuple(roles), holder=held, votes=entry.votes and not self._has_no_vote(cells)
                )
                # Who sits for two organisations holds a post once.
                for one in further:
                    for other in self._entry(one, tuple(given), standing):
                        yield attrs.evolve(other, roles=(), holder=None, votes=entry.votes)

    @cached_property
    def places_by_row(self) -> Mapping[int, str] | None:
        """The place that the first cell of each row names and nothing else; None where some do not."""
        found: dict[int, str] = {}
        for row in self._rows:
            text = self._text(row[0]) if row and row[0].column == 0 else ""
            named = [m for m in self.reading.names.mentions(text) if m.name.kind != "system"]
            if len(named) != 1 or (named[0].start, named[0].end) != (0, len(text)):
                return None
            found[row[0].row] = named[0].name.id
        return found if 0 not in self.columns.values() else None

    def _members_by_place(self, places: Mapping[int, str]) -> Iterator[Entry]:
        """Yield an entry for each member that stands in a row of its place, one a line of the cell."""
        for row in self._rows:
            cells = {cell.column: cell for cell in row if cell.spans}
            members = cells.get(self.columns["organisation"])
            listed = [attrs.evolve(members, spans=(span,)) for span in members.spans] if members else []
            for one in listed:
                for text in self._members_in(one):
                    yield from self._entry(text, (cells[0], one), "in_place", place=places[row[0].row])

    @cached_property
    def _posts_of_body(self) -> bool:
        """Whether a column of posts gives those in the partnership, and not those which its members have."""
        column, words = self.columns.get("role"), self.reading.codebook.rosters["posts_of_body"]
        cells = [cell for row in self.table.rows for cell in row if cell.column == column and cell.spans]
        texts = [self._text(cell).lower() for cell in cells]
        if not texts:
            return False
        chairs = [found for text in texts[1:] if (found := CHAIR.fullmatch(text))]
        # One chair and one deputy are those of the table; of its members each has a chair of its own.
        both = sorted(bool(chair["deputy"]) for chair in chairs) == [False, True]
        return words["header"].matches(texts[0]) or any(map(words["cell"].matches, texts[1:])) or both

    def _post(self, cells: Mapping[int, Cell]) -> Cell | None:
        """Return the cell of a row with the post in the partnership."""
        return cells.get(self.columns.get("role", -1)) if self._posts_of_body else None

    def _chairs(self, post: str) -> str | None:
        """Return how a post in the partnership chairs it, or None; "chair of Alpha Hospice" is another."""
        lower = unnamed(self.reading, post).lower()
        chair = AND_CHAIR.search(lower) or (CHAIR.match(lower) if self._posts_of_body else None)
        behind = lower[chair.end() :].strip(" .,()") if chair else ""
        own = not behind or named_body(behind, self.reading.codebook) == PARTNERSHIP
        return role_of(self.reading, post) if chair and own else None

    def _row_standing(self, cells: Mapping[int, Cell]) -> str:
        """Return a row's standing; a member without a vote is a member."""
        post = self._post(cells)
        told = self._standing(cells.get(self.columns.get("standing", -1))) or self._standing(post)
        vote = cells.get(self.columns.get("vote", -1))
        voting = None if self._has_no_vote(cells) else self._standing(vote)
        return told or voting or "in_place"

    def _has_no_vote(self, cells: Mapping[int, Cell]) -> bool:
        """Tell whether the column of votes says that a member has none."""
        vote = cells.get(self.columns.get("vote", -1))
        post = self._post(cells)
        no_vote = self.reading.codebook.rosters["posts_of_body"]["no_vote"]
        return (vote is not None and _NO_VOTE.fullmatch(self._text(vote)) is not None) or (
            post is not None and no_vote.matches(self._text(post).lower())
        )

    def posts(self) -> Iterator[Entry]:
        """Yield an entry for each row that tells who holds a leading post."""
        columns, codebook = self.columns, self.reading.codebook
        for row in self._rows:
            cells = {cell.column: cell for cell in row if cell.spans}
            if not {columns["role"], columns["name"]} <= cells.keys():
                continue
            post, holder = cells[columns["role"]], self._text(cells[columns["name"]])
            role = role_of(self.reading, self._text(post))
            words = read_entry(holder, self.organisations, codebook)
            if role is None or self._body_kind() == OTHER:
                continue
            yield Entry(
                columns=self._whose(self._place_in(post)),
                quote=self.reading.document.quote(*post.spans, *cells[columns["name"]].spans),
                organisation=words.organisation if words else None,
                sectors=words.sectors if words else (),
                status=words.status if words else "absent",
                body_kind=PARTNERSHIP,
                holder=holder.split(", ")[0] if words else None,
                roles=(role,),
                member=False,
            )

    def _place_in(self, cell: Cell) -> str | None:
        """Return the place that a cell names, or None where it names none or several."""
        named = {m.name.id for m in self.reading.names.mentions(self._text(cell)) if m.name.kind != SYSTEM}
        return named.pop() if len(named) == 1 else None

    def _entry(
        self,
        text: str,
        cells: tuple[Cell, ...],
        status: str,
        *,
        place: str | None = None,
        employer: str | None = None,
    ) -> Iterator[Entry]:
        words = read_entry(text, self.organisations, self.reading.codebook, employer)
        kind = self._body_kind()
        if words is None or kind == OTHER or not (words.sectors or words.roles):
            return
        yield Entry(
            columns=self._whose(place),
            quote=self.reading.document.quote(*(span for cell in cells for span in cell.spans)),
            organisation=words.organisation,
            sectors=words.sectors,
            status=status if status != "in_place" else words.status,
            body_kind=SUBGROUP if kind == SUBGROUP and place is None else PARTNERSHIP,
            holder=words.holder,
            roles=words.roles,
            votes=words.votes,
        )

    def _whose(self, place: str | None) -> dict[str, object]:
        for text in (*self.headed.above, None):
            if place is not None or text is None:
                break
            ids = {m.name.id for m in self.reading.names.mentions(text) if m.name.kind != "system"}
            place = ids.pop() if len(ids) == 1 else None
        default = self.reading.default.places
        place = place or (default[0] if default else None)
        system = self.reading.profile.system.system_id
        return {"system_id": system, "place_id": place, "applies_to": "place" if place else "each_place"}

    def _body_kind(self) -> str:
        for text in self.headed.above:
            if found := named_body(text.lower(), self.reading.codebook):
                return found
        return PARTNERSHIP if of_partnership(self.reading) else OTHER

    def _standing(self, cell: Cell | None) -> str | None:
        if cell is None:
            return None
        text = self._text(cell).lower()
        patterns = self.reading.codebook.rosters["cell"]
        return next((status for status in _STANDINGS if patterns[status].matches(text)), None)

    def _members_in(self, cell: Cell) -> tuple[str, ...]:
        lines = [self._text(attrs.evolve(cell, spans=(span,))) for span in cell.spans]
        return members_in(lines, self.organisations, self.reading.codebook)

    def _text(self, cell: Cell) -> str:
        return text_of(self.reading.document, cell).strip(" .,;")


def _undated(heading: str) -> str:
    """Return a heading without the date at its end: "Members of the board, June 2025"."""
    found = dates(heading)
    last = found[-1] if found else None
    return heading[: last.start].rstrip(" ,(-") if last and not heading[last.end :].strip(" )") else heading
