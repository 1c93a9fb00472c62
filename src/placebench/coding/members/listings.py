"""Lists of organisations, in sentences and in lines, with the words around them that tell what they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from placebench.codebook import Cue, Match
from placebench.codebook.patterns import Pattern
from placebench.coding.about_others import lists_who_met
from placebench.coding.bodies import is_no_one_body
from placebench.coding.coverage import Marked
from placebench.coding.members.entries import Entry
from placebench.coding.members.group_labels import group_labels
from placebench.coding.members.named_body import PARTNERSHIP, own_meeting
from placebench.coding.members.roster_rows import Row, in_columns, rows_of
from placebench.coding.members.rosters import member_in
from placebench.coding.members.stated_members import StatedMembers
from placebench.coding.names import organisations_of
from placebench.coding.once import once
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.documents import HEADING, ITEM, Quote
from placebench.extract.force import NOTHING
from placebench.extract.passages import Line
from placebench.extract.people import is_name
from placebench.extract.running_names import runs
from placebench.model import Membership

RULE = "memberships.signs"
_CUE = Cue("signs", RULE, Pattern(()))
_FEWEST = 2
_SHORT = 90


@attrs.frozen(eq=False)
class Listing:
    """Organisations that stand in one list, and the words around them, in lower case.

    Attributes:
        located: The sentence, or the first line of the list.
        rows: The organisations as members, each with its quote.
        before: The words of the sentence before them.
        after: The words of the sentence behind them.
        lead: What introduces the lines that they stand in.
        heading: The nearest heading above.
        title: Title of the document.
        previous: The sentence before.
        lines: How many lines or items the list has; 0 where it is a sentence.
        people: How many of its lines name a person.
    """

    located: Located
    rows: tuple[tuple[Membership, Quote], ...]
    before: str = ""
    after: str = ""
    lead: str = ""
    heading: str = ""
    title: str = ""
    previous: str = ""
    lines: int = 0
    people: int = 0

    @property
    def sectors(self) -> frozenset[str]:
        """The sectors of the organisations."""
        return frozenset(sector for row, _ in self.rows for sector in row.sectors)


@once
def _naming(reading: Reading) -> frozenset[int]:
    """Return the indices of the lines that may name organisations."""
    organisations = organisations_of(reading.profile, reading.codebook)
    named = organisations.named_in([line.text for line in reading.own_lines])
    return frozenset(reading.own_lines[number].index for number in named)


def listings(reading: Reading, told: Marked) -> Iterator[Listing]:
    """Yield the lists of organisations that a document states.

    Args:
        reading: What is read.
        told: The parts whose lists are told already, which are not yielded.
    """
    yield from _in_sentences(reading, told)
    yield from _in_lines(reading, told)


def _in_sentences(reading: Reading, told_elsewhere: Marked) -> Iterator[Listing]:
    organisations = organisations_of(reading.profile, reading.codebook)
    naming = _naming(reading)
    for sentence in reading.statements:
        if sentence.passage.line.index not in naming:
            continue
        text, lower = sentence.passage.text, sentence.passage.lower
        found_runs = [*runs(text, organisations, reading.codebook)]
        if (
            not found_runs
            or in_columns(reading.document, sentence.passage.line)
            or _is_told(told_elsewhere, reading.quote(sentence))
            or (lists_who_met(reading.codebook, lower) and not own_meeting(reading))
        ):
            continue
        for start, end in found_runs:
            status = reading.status(sentence, start, end)
            if status == NOTHING or is_no_one_body(reading, sentence):
                continue
            found = Match(start, end, {"members": text[start:end]}, {"members": (start, end)})
            told = StatedMembers(reading, organisations, _CUE, sentence, found, status)
            rows = tuple(
                (row, reading.quote(sentence)) for row in told.rows() if row.body_kind == PARTNERSHIP
            )
            if len({row.organisation for row, _ in rows}) >= _FEWEST:
                listing = Listing(sentence, rows, before=lower[:start], after=lower[end:])
                yield _with_surroundings(reading, listing)


def _in_lines(reading: Reading, told_elsewhere: Marked) -> Iterator[Listing]:
    organisations = organisations_of(reading.profile, reading.codebook)
    naming = _naming(reading)
    for group in _groups(reading):
        if not any(line.index in naming for line in group):
            continue
        labels = group_labels(reading)
        entries = (line for line in group if line.index not in labels)
        lines = [(line, row) for line in entries for row in rows_of(reading.document, line)]
        first = reading.by_line.get(group[0].index, ())
        met = [(line, row) for line, row in lines if told_elsewhere.touch(row.span)]
        if not first or any(_is_told(told_elsewhere, e.quote) for e in _members(_entries(reading, met))):
            continue
        told = [*_entries(reading, lines)]
        rows = tuple((entry.as_member(organisations, RULE), entry.quote) for entry in _members(told))
        if len({row.organisation for row, _ in rows}) >= _FEWEST:
            people = sum(1 for e in told if e.holder and is_name(e.holder, reading.codebook.posts))
            listing = Listing(first[0], rows, lines=len(group), people=people)
            yield _with_surroundings(reading, listing)


def _entries(reading: Reading, lines: Iterable[tuple[Line, Row]]) -> Iterator[Entry]:
    organisations = organisations_of(reading.profile, reading.codebook)
    for line, row in lines:
        yield from member_in(reading, organisations, line, row)


def _members(entries: Iterable[Entry]) -> Iterator[Entry]:
    return (entry for entry in entries if entry.sectors and entry.body_kind == PARTNERSHIP)


def _is_told(told: Marked, quote: Quote) -> bool:
    return any(map(told.touch, quote.spans))


def _groups(reading: Reading) -> Iterator[list[Line]]:
    """Yield the lines of each list: items of one level, or short lines that end no sentence."""
    group: list[Line] = []
    for line in reading.own_lines:
        if group and (_kind(line) is None or _kind(line) != _kind(group[-1])):
            yield group
            group = []
        if _kind(line) is not None:
            group.append(line)
    if group:
        yield group


def _kind(line: Line) -> tuple[str, int | None] | None:
    if line.block.kind == ITEM:
        return ITEM, line.block.level
    short = len(line.text) <= _SHORT and not line.text.rstrip().endswith((".", "?", "!", ":"))
    return (line.block.kind, 0) if short and line.block.kind != HEADING else None


def _with_surroundings(reading: Reading, listing: Listing) -> Listing:
    line = listing.located.passage.line
    leads = reading.leads(line)
    before = reading.before(listing.located)
    return attrs.evolve(
        listing,
        lead=leads[0] if leads else _above(reading, line),
        heading=line.block.path[-1].lower() if line.block.path else "",
        title=reading.document.metadata.get("title", "").lower(),
        previous="" if before is listing.located else before.passage.lower,
    )


def _above(reading: Reading, line: Line) -> str:
    """Return the last sentence of the line above a list that nothing introduces by its form."""
    if line.index == 0 or (line.block.kind != ITEM and _kind(line) is None):
        return ""
    above = reading.by_line.get(line.index - 1, ())
    return above[-1].passage.lower if above else ""
