"""What a system's document says its partnerships are for and will do: one row a bullet."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from placebench.codebook import Cue, Wording, slug
from placebench.coding.authors import is_of_a_places_board, names_a_places_body
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.coding.work.priority_lists import in_a_row
from placebench.documents import HEADING, ITEM
from placebench.documents.labels import match_label
from placebench.extract.force import NOTHING
from placebench.extract.passages import Line
from placebench.importer import Fact
from placebench.model import Commitment

TABLE = "commitments"
# One of the nation's aims may be a place's own too; two of them are quoted.
_SEVERAL = 2
# Words of which "the Board" is that of the place only in a document of that board.
_OF_ITS_BOARD = ("its_board_is_for", "its_board_does")
_LONGEST_DOMAIN = 60
_THE_SYSTEMS = Wording(TABLE, r"\b<the_systems>\b")
_STATUTORY = Wording(TABLE, r"\b<statutory>\b")
# A lead that the lines below it go on with, marked as points or not: "The partnership will:".
_GOES_ON = re.compile(r"\b(?:to|will|must|should|following):\s*$")


def code_commitments(reading: Reading) -> Iterator[Fact]:
    """Yield the bullets of the lists that a cue introduces, nested ones too."""
    opened: dict[int, _Opened] = {}
    for cue, sentence, status in _introducing(reading):
        line = sentence.passage.line
        last = sentence.passage is reading.by_line[line.index][-1].passage
        if line.index not in opened and last and status != NOTHING:
            opened[line.index] = _Opened(cue, sentence, status)
    lists: dict[int, list[Line]] = {}
    for line in reading.own_lines:
        root = _root(reading, line, opened)
        if root is not None and line.text:
            lists.setdefault(root, []).append(line)
    for index in opened.keys() - lists.keys():
        if _GOES_ON.search(reading.lines[index].folded.lower):
            lists[index] = list(in_a_row(reading, reading.lines[index]))
    asks = reading.codebook.entry(TABLE, "asks").match
    of_all = reading.codebook.entry(TABLE, "national_aim").match
    for root, members in sorted(lists.items()):
        nations = sum(of_all.matches(line.folded.lower) for line in members)
        of_others = _is_of_another_body(reading, opened[root].lead)
        if (
            not of_others
            and nations < _SEVERAL
            and not any(asks.matches(line.folded.lower) for line in members)
        ):
            yield from _rows(reading, opened[root], members)


def _introducing(reading: Reading) -> Iterator[tuple[Cue, Located, str]]:
    """Yield the sentences and headings that introduce lists, each with its cue and force."""
    for cue, sentence, _, status in reading.cued(TABLE):
        yield cue, sentence, status
    for sentence in reading.sentences:
        if sentence.passage.line.block.kind == HEADING:
            yield from ((cue, one, status) for cue, one, _, status in reading.cued_in(TABLE, sentence))
    own = tuple(reading.codebook.entry(TABLE, entry) for entry in _OF_ITS_BOARD)
    lower = [sentence.passage.lower for sentence in reading.sentences]
    holding = [(cue, cue.match.among(lower)) for cue in own]
    for number, sentence in enumerate(reading.sentences):
        introducing = [cue for cue, numbers in holding if number in numbers]
        if introducing and is_of_a_places_board(reading, sentence.passage.line.block.path):
            yield from ((cue, sentence, "in_place") for cue in introducing)


def _is_of_another_body(reading: Reading, lead: Located) -> bool:
    """Tell whether a list is of what the system or a statutory board is for, of which the table is not."""
    title, path = reading.document.metadata.get("title", ""), lead.passage.line.block.path
    told = " | ".join((title, reading.lines[0].text, *path, lead.passage.text)).lower()
    if _STATUTORY.of(reading.codebook).search(told):
        return not names_a_places_body(reading.codebook, lead.passage.lower)
    of_system = reading.columns(lead)["applies_to"] == "system"
    return of_system and _THE_SYSTEMS.of(reading.codebook).search(told) is not None


@attrs.frozen
class _Opened:
    cue: Cue
    lead: Located
    status: str


def _root(reading: Reading, line: Line, opened: dict[int, _Opened]) -> int | None:
    while line.block.kind == ITEM and line.lead is not None:
        if line.lead in opened:
            return line.lead
        line = reading.lines[line.lead]
    return None


def _rows(reading: Reading, opened: _Opened, members: list[Line]) -> Iterator[Fact]:
    positions: dict[int, int] = {}
    for position, line in enumerate(members, 1):
        positions[line.index] = position
        row = Commitment(
            **reading.columns(opened.lead),
            status=_status(opened),
            rule=opened.cue.rule,
            kind=opened.cue.columns["kind"],
            domain=_domain(opened.lead.passage.line),
            position=position,
            parent_position=positions.get(line.parent) if line.parent is not None else None,
            text=line.text.strip(),
        )
        yield Fact(row, (reading.document.quote(line.block.content),))


def _status(opened: _Opened) -> str:
    is_aim = opened.cue.columns["kind"] == "aim"
    return "expected" if is_aim and opened.status == "in_place" else opened.status


def _domain(line: Line) -> str:
    heading = line.block.path[-1] if line.block.path else ""
    # Some formats count headings, and in others their numbers are typed.
    label = match_label(heading)
    return (
        slug(heading[label.length :] if label else heading)[:_LONGEST_DOMAIN].strip("-").replace("-", "_")
        or "none"
    )
