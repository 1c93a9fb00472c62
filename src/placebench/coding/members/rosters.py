"""Lists of members: items or short lines under a heading, a label or a sentence that opens a list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import takewhile

import attrs

from placebench.coding.members.end_of_people import names_nobody_more
from placebench.coding.members.entries import Entry, Words, read_entry
from placebench.coding.members.group_labels import group_labels
from placebench.coding.members.labelled_rows import labelled_rows
from placebench.coding.members.list_openers import Opened, names_group, opened_by
from placebench.coding.members.listed_names import is_bare_list, may_be_a_name
from placebench.coding.members.member_tables import table_entries
from placebench.coding.members.named_body import (
    OTHER,
    PARTNERSHIP,
    SUBGROUP,
    own_meeting,
)
from placebench.coding.members.partners_told import (
    ACTS,
    is_under,
    names_partner,
    organisation_told,
    post_below,
    tells_of,
)
from placebench.coding.members.people_apart import people_apart, with_name_apart
from placebench.coding.members.people_in_posts import CHAIRS
from placebench.coding.members.roster_rows import Row, rows_of
from placebench.coding.members.row_joins import tail_of, whole_rows
from placebench.coding.names import organisations_of
from placebench.coding.once import once
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.documents import HEADING, ITEM
from placebench.extract.enumerations import items
from placebench.extract.gazetteer import SYSTEM
from placebench.extract.organisations import Organisations
from placebench.extract.passages import Line
from placebench.extract.sentences import sentences

_LABELLED = re.compile(r"(?<=[^:]{4}):\s.+$")
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|will|can|should|meets?|includes?)\b")
_EMPLOYER = re.compile(r"\(([^()]+)\)$")
_FEWEST = 3
_LONGEST_ENTRY = 260
_MOST_POSTS = 4
_OF_THE_BODY = frozenset({"members", "leaders"})
_NO_MEMBERS = frozenset({"others", "leaders"})
_ASIDE = re.compile(r"\([^)]*\)|,? (?:who|which|that) .*$|, (?:an?|for|with|the|including|to) .*$")


# Members and posts are read from the same lists.
@once
def entries(reading: Reading) -> tuple[Entry, ...]:
    """Return the entries of the lists and tables of members of the partnership and its groups."""
    return tuple(_entries(reading))


def _entries(reading: Reading) -> Iterator[Entry]:
    organisations = organisations_of(reading.profile, reading.codebook)
    yield from table_entries(reading, organisations)
    own = own_meeting(reading)
    opened: Opened | None = None
    before: Opened | None = None
    tails = {line.index: tail for line in reading.own_lines if (tail := tail_of(reading, line))}
    for line in reading.own_lines:
        if opened is not None and line.index - 1 in tails:
            continue
        found = opened_by(reading, line, own=own)
        if found is None and opened is None and is_bare_list(reading, line):
            found = Opened("members", "in_place", PARTNERSHIP, bare=True), 0
        if found is not None:
            before, (opened, start) = opened or before, found
            opened.of_people = _goes_on(before, opened, line)
            opened.level = line.block.level or 1 if line.block.kind == HEADING else 0
            yield from _behind(reading, organisations, opened, line, start)
        elif opened is not None:
            belongs = _belongs(reading, opened, line)
            if belongs is None or (opened.bare and not may_be_a_name(line.text)):
                opened = None
            elif belongs:
                opened.first = opened.first or line
                yield from _below(reading, organisations, opened, line, tails.get(line.index))
                opened = None if opened.over else opened


def _goes_on(before: Opened | None, opened: Opened, line: Line) -> bool | None:
    """Tell whether "Apologies", without a colon, goes on with people as those present are; None if not."""
    same = before is not None and before.of_people and before.kind == opened.kind
    return True if same and not line.text.rstrip().endswith(":") else None


def _below(
    reading: Reading, organisations: Organisations, opened: Opened, line: Line, tail: Line | None
) -> Iterator[Entry]:
    """Yield the entries of a line of a list that has been opened above it."""
    above = ""
    for row in _of_list(reading, whole_rows(reading, line, tail)):
        told_of, above = tells_of(reading, above, row.text), row.text
        if told_of or (row.leads and names_group(reading, row.text)):
            continue
        if names_nobody_more(reading, opened, row.text):
            opened.over = True
            return
        for one in labelled_rows(reading, row):
            for text in _parted(organisations, one.text):
                yield from _entry(reading, organisations, opened, line, attrs.evolve(one, text=text))


def _behind(
    reading: Reading, organisations: Organisations, opened: Opened, line: Line, start: int
) -> Iterator[Entry]:
    """Yield the entries that stand in the line that opens a list."""
    for row in _of_list(reading, rows_of(reading.document, line, start)) if start else ():
        for text in _inline(reading, organisations, row.text):
            names_nobody_more(reading, opened, text)
            yield from _entry(reading, organisations, opened, line, attrs.evolve(row, text=text))


def _parted(organisations: Organisations, text: str) -> list[str]:
    """Return the organisations of a line that semicolons part, or the whole line."""
    parts = re.split(r";\s*(?:and )?(?![^()]*\))", text.rstrip(";. "))
    return parts if len(parts) > 1 and all(map(organisations.sectors, parts)) else [text]


def _of_list(reading: Reading, rows: tuple[Row, ...]) -> Iterator[Row]:
    """Yield the rows of a list up to one that opens a list of those who only attend."""
    others = reading.codebook.rosters["opens"]["others"]
    return takewhile(lambda row: not others.matches(_LABELLED.sub("", row.text).lower()), rows)


def _inline(reading: Reading, organisations: Organisations, text: str) -> list[str]:
    """Return the entries of a list that runs on behind a label."""
    office = reading.codebook.posts["office"]["match"]
    if "; " in text or ")," not in text:
        named = [text[low:high] for low, high in items(text, reading.codebook.rosters["whole"]["words"])]
        several = len(named) >= _FEWEST or not office.matches(text.lower())
        running = "; " not in text and several and all(map(organisations.sectors, named))
        return named if running else re.split(r";\s*", text)
    people = [(each, _EMPLOYER.search(each)) for each in re.split(r"(?<=\)),?(?: and)? (?=[A-Z])", text)]
    employed = all(found and organisations.sectors(found[1]) for _, found in people)
    return [each for each, _ in people] if employed else [text]


def _belongs(reading: Reading, opened: Opened, line: Line) -> bool | None:
    """Tell whether a line is an entry (True), stands below one (False) or ends the list (None)."""
    if _is_over_a_part(reading, opened, line):
        opened.first = None
        return False
    told = _is_told(reading, opened, line) if opened.level else None
    if told is not None:
        return told
    if line.block.kind == HEADING:
        # A reader of plain text takes a single short line between blank ones for a heading.
        alone = opened.first is None or opened.first.block.kind == HEADING
        return True if alone and ", " in line.text else None
    if opened.first is None or opened.first.block.kind in (line.block.kind, HEADING):
        if line.block.kind == ITEM:
            return _is_sibling(opened.first or line, line)
        ends = reading.codebook.rosters["ends"]
        lower = rows_of(reading.document, line)[0].text.lower()
        return None if ends["line"].matches(lower) or ends["longest"].matches(lower) else True
    return None


def _is_over_a_part(reading: Reading, opened: Opened, line: Line) -> bool:
    """Tell whether a line stands over a part of the list, such as "NHS"."""
    if line.index in group_labels(reading):
        return True
    over = names_group(reading, line.text) and (line.text.endswith(":") or line.block.kind == HEADING)
    return over and (line.block.kind != HEADING or 0 < opened.level < (line.block.level or 1))


def _is_told(reading: Reading, opened: Opened, line: Line) -> bool | None:
    """Tell whether a line presents an entry (True), tells of one (False), or neither (None)."""
    if opened.kind not in _OF_THE_BODY:
        return None
    under = is_under(opened.level, line)
    entry = (under and (names_partner(reading, line) or post_below(reading, line) is not None)) or (
        line.block.kind not in (HEADING, ITEM)
        and (opened.told or opened.first is None)
        and "\n" not in reading.document.at(line.block.content).strip()
        and organisation_told(reading, line.text) is not None
    )
    opened.told = opened.told or entry
    if entry or not opened.told:
        return True if entry else None
    return False if under or line.block.kind != HEADING else None


def _is_sibling(first: Line, line: Line) -> bool | None:
    level, outer = line.block.level or 1, first.block.level or 1
    if level > outer:
        return False
    same = _style(first.block.label) == _style(line.block.label)
    return True if level == outer and same else None


def _style(label: str | None) -> str:
    return re.sub(r"[a-z]+", "a", re.sub(r"\d+", "9", (label or "").lower()))


def _entry(
    reading: Reading, organisations: Organisations, opened: Opened, line: Line, row: Row
) -> Iterator[Entry]:
    located = reading.by_line.get(line.index)
    text = _first_sentence(row.text)
    plain = _ASIDE.sub("", text)
    named = organisation_told(reading, text) if opened.told or not _VERB.search(plain) else None
    telling = named is None and (_VERB.search(plain) or ACTS.of(reading.codebook).search(plain))
    if not located or opened.body_kind == OTHER or telling:
        return
    for each in [named] if named else people_apart(reading, organisations, text):
        posts = sum(1 for _ in reading.codebook.posts["office"]["match"].finditer(each.lower()))
        if len(each) > _LONGEST_ENTRY and posts > _MOST_POSTS:  # those present run on: whose post is whose?
            continue
        words = read_entry(with_name_apart(reading, each), organisations, reading.codebook, named)
        columns = _columns(reading, located[0])
        if words and columns is not None and (opened.kind not in _NO_MEMBERS or words.roles):
            yield _told_by(reading, opened, row, each, words, columns)


def _told_by(
    reading: Reading, opened: Opened, row: Row, text: str, words: Words, columns: dict[str, object]
) -> Entry:
    status = words.status if opened.status == "in_place" or words.status != "in_place" else opened.status
    listed = opened.kind not in _NO_MEMBERS and words.sectors
    fits = opened.kind != "members" or status == "in_place"
    return Entry(
        columns=columns,
        quote=reading.document.quote(row.span),
        organisation=words.organisation if listed else None,
        sectors=words.sectors if listed else (),
        status=status,
        body_kind=SUBGROUP if opened.body_kind == SUBGROUP else PARTNERSHIP,
        holder=words.holder,
        roles=_own_roles(reading, columns, text, words) if fits else (),
        votes=words.votes,
    )


def member_in(reading: Reading, organisations: Organisations, line: Line, row: Row) -> Iterator[Entry]:
    """Yield what a row tells if the list that it stands in is one of members."""
    for one in labelled_rows(reading, row):
        yield from _entry(reading, organisations, Opened("members", "in_place", PARTNERSHIP), line, one)


def _first_sentence(text: str) -> str:
    """Return the first sentence of an entry: what further ones tell of it is no part of it."""
    return next((text[low:high] for low, high in sentences(text)), text)


def _own_roles(reading: Reading, columns: Mapping[str, object], text: str, words: Words) -> tuple[str, ...]:
    """Return the roles of an entry without a post that its words give to another place or partnership."""
    named = {m.name.id for m in reading.names.mentions(text) if m.name.kind != SYSTEM}
    elsewhere = bool(named) and columns["place_id"] is not None and columns["place_id"] not in named
    return tuple(role for role in words.roles if role in CHAIRS or not elsewhere)


def _columns(reading: Reading, sentence: Located) -> dict[str, object] | None:
    """Return whom an entry is about, or None where only its own name holds a place: it does not say whose."""
    if reading.default.places:
        place: str | None = reading.default.places[0]
        return {"system_id": reading.profile.system.system_id, "place_id": place, "applies_to": "place"}
    columns = reading.partnership_columns(sentence, 0, PARTNERSHIP)
    for heading in reversed(sentence.passage.line.block.path):
        mentions = reading.names.mentions(" ".join(heading.split()))
        found = {m.name.id for m in mentions if m.name.kind != SYSTEM}
        if len(found) == 1:
            return columns | {"place_id": found.pop(), "applies_to": "place"}
    return None if sentence.scope.named and columns["place_id"] is not None else columns
