"""What opens a list of members: a heading, a label, or a sentence before the list; and whose list it is."""

from __future__ import annotations

import re

import attrs

from placebench.codebook import Wording
from placebench.coding.members.listed_names import are_organisations
from placebench.coding.members.named_body import (
    OTHER,
    PARTNERSHIP,
    earlier,
    is_of_the_system,
    named_body,
    of_partnership,
    own_meeting,
    unnamed,
)
from placebench.coding.members.people_apart import names_person
from placebench.coding.members.roster_rows import first_row, rows_of
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.documents import HEADING
from placebench.extract.gazetteer import PLACE, SYSTEM
from placebench.extract.passages import Line

_LABEL = re.compile(r"^([^:]{4,60}):\s+(?=\S)")
_MEMBERS = Wording("list_openers", r"\b<members>\b")
_OF_MEMBERS = ("vote", "standing", "seats", "role", "name")
_OF_THE_PLACE = re.compile(r"\b(?:place place|place of place|in place)\b")


@attrs.define
class Opened:
    """A list that a line has opened.

    Attributes:
        kind: `members`, `present`, `others`, those who attend and are no members, or `leaders`.
        status: How far the sentence that opens it says that they are there.
        body_kind: Kind of the body that the list is of.
        level: Level of the heading that opens it; 0 where a line opens it.
        bare: Whether no line opens it, so that its names alone tell what it is.
        told: Whether each entry is a heading or a paragraph that goes on to tell of its organisation.
        first: The first entry, once it is read.
        of_people: Whether the first row names a person; None before it is read.
        above: The row read last.
        over: Whether a row has shown that the list is over.
    """

    kind: str
    status: str
    body_kind: str
    level: int = 0
    bare: bool = False
    told: bool = False
    first: Line | None = None
    of_people: bool | None = None
    above: str = ""
    over: bool = False


def opened_by(reading: Reading, line: Line, *, own: bool) -> tuple[Opened, int] | None:
    """Return the list that a line opens, and where its entries begin in the line; 0 where they follow it."""
    lower = line.folded.lower.strip()
    label = _LABEL.match(line.text)
    first = first_row(reading.document, line)
    patterns = reading.codebook.rosters["opens"]
    for kind in ("members", "present", "others", "leaders"):
        if patterns[kind].matches(lower) or (kind == "members" and is_opener(reading, line.text)):
            return Opened(kind, "in_place", _body(reading, line, kind, line.text, own=own)), 0
        if first and patterns[kind].matches(first.lower()):
            opened = Opened(kind, "in_place", _body(reading, line, kind, first, own=own))
            return opened, len(first)
        if label and patterns[kind].matches(label.group(1).lower()):
            opened = Opened(kind, "in_place", _body(reading, line, kind, label.group(1), own=own))
            return opened, label.end()
    if (tabled := _columns(reading, line)) is not None:
        return tabled, 0
    if own and (headed := _minutes(reading, line, first)) is not None:
        return Opened("present", "in_place", PARTNERSHIP), headed
    return _by_cue(reading, line, lower)


def _columns(reading: Reading, line: Line) -> Opened | None:
    """Return the list under the heads of columns of a text, where one says who came to a meeting."""
    column = reading.codebook.rosters["column"]
    cells = [cell.strip().lower() for cell in line.text.split("|")]
    if not any(column["organisation"].matches(cell) for cell in cells):
        return None
    came = any(column["attendance"].matches(cell) for cell in cells)
    member = any(reading.codebook.rosters["opens"]["header"].matches(cell) for cell in cells)
    own = own_meeting(reading) or (member and of_partnership(reading))
    above = reading.lines[line.index - 1].folded.lower if line.index else ""
    told = any(column[kind].matches(cell) for kind in _OF_MEMBERS for cell in cells)
    if told and of_partnership(reading) and _MEMBERS.of(reading.codebook).search(above):
        return Opened("members", "in_place", PARTNERSHIP)
    if not (came and own) or is_of_the_system(reading):
        return None
    return Opened("present", "in_place", PARTNERSHIP)


def _by_cue(reading: Reading, line: Line, lower: str) -> tuple[Opened, int] | None:
    """Return the list that a cue of members opens in the sentence before it."""
    if line.block.kind == HEADING or not lower.endswith((":", " are", " include", " including")):
        return None
    for sentence in reading.by_line.get(line.index, ())[-1:]:
        for cue, _, _, status in reading.cued_in("memberships", sentence):
            if cue.entry == "list" or (cue.entry == "organisations" and are_organisations(reading, line)):
                strange = OTHER if _is_strange(reading, sentence) else PARTNERSHIP
                body = _named(reading, line, sentence.passage.text) or strange
                placed = any(mention.name.kind != SYSTEM for mention in sentence.mentions)
                if is_of_the_system(reading) and not placed:
                    body = OTHER
                return Opened("members", status, body), 0
        return _by_content(reading, line, sentence)
    return None


def _by_content(reading: Reading, line: Line, sentence: Located) -> tuple[Opened, int] | None:
    """Return a list that its content tells: names of organisations of several sectors."""
    told = reading.codebook.rosters["opens"]
    lower = sentence.passage.lower
    if not told["relation"].matches(lower) or told["no_relation"].matches(line.folded.lower):
        return None
    said = unnamed(reading, line.text).lower()
    spoken = named_body(said, reading.codebook, first=True) or _named(reading, line, "")
    own = spoken == PARTNERSHIP or (spoken is None and of_partnership(reading))
    if not own or is_of_the_system(reading) or not are_organisations(reading, line, several=True):
        return None
    return Opened("members", "in_place", PARTNERSHIP), 0


def _is_strange(reading: Reading, sentence: Located) -> bool:
    """Tell whether words without a body open a list of the system's, or "it" stands for a body of others."""
    before = "".join(earlier(reading, sentence)[-1:]) if sentence.passage.lower.startswith("it ") else ""
    meant = named_body(unnamed(reading, before).lower(), reading.codebook, first=True)
    return meant == OTHER or is_of_the_system(reading)


def _minutes(reading: Reading, line: Line, first: str) -> int | None:
    """Return where those present begin who follow the head of minutes without a label; 0 on the next line."""
    minutes = reading.codebook.rosters["opens"]["minutes"]
    if first and minutes.matches(first.lower()):
        rows = rows_of(reading.document, line, len(first))
        return len(first) if rows and names_person(reading, rows[0].text) else None
    alone = minutes.matches(line.folded.lower.strip()) and names_person(reading, _next_text(reading, line))
    return 0 if alone else None


def _next_text(reading: Reading, line: Line) -> str:
    after = line.index + 1
    return reading.lines[after].text if after < len(reading.lines) else ""


def is_opener(reading: Reading, text: str) -> bool:
    """Tell whether a heading or a label opens a list of members of the partnership."""
    opens = reading.codebook.rosters["opens"]["members"]
    folded = " ".join(text.split())
    texts = {folded, unnamed(reading, folded), _unplaced(reading, folded)}
    return any(opens.matches(text.lower().strip()) for text in texts)


def _unplaced(reading: Reading, text: str) -> str:
    """Return a text in which "place" stands for the names of the system's places."""
    for mention in sorted(reading.names.mentions(text), key=lambda mention: -mention.start):
        if mention.name.kind == PLACE:
            text = f"{text[: mention.start]}place{text[mention.end :]}"
    return text


def names_group(reading: Reading, text: str) -> bool:
    """Tell whether words stand over a part of a list of members, such as "NHS" or "Local government"."""
    return reading.codebook.rosters["opens"]["group"].matches(text.lower().strip())


def _body(reading: Reading, line: Line, kind: str, label: str, *, own: bool) -> str:
    """Return the kind of the body that a list under a label is of."""
    if kind == "leaders":
        return PARTNERSHIP if of_partnership(reading) else OTHER
    if kind != "members":
        return PARTNERSHIP if own else OTHER
    placed = any(mention.name.kind != SYSTEM for mention in reading.names.mentions(label))
    if is_of_the_system(reading) and not placed:
        return OTHER
    own = of_partnership(reading) or _OF_THE_PLACE.search(_unplaced(reading, label)) is not None
    return _named(reading, line, label) or (PARTNERSHIP if own else OTHER)


def _named(reading: Reading, line: Line, label: str) -> str | None:
    """Return the kind of the body that a label names, or else the nearest heading above it."""
    texts = (unnamed(reading, text) for text in (label, *reversed(line.block.path)))
    return next(filter(None, (named_body(text.lower(), reading.codebook) for text in texts)), None)
