"""How many places or neighbourhoods there are, and for how many people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import attrs

from placebench.codebook import Codebook, Cue, Match, Wording
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.extract.gazetteer import SYSTEM
from placebench.extract.quantities import bound, number
from placebench.importer import Fact
from placebench.model import Footprint

TABLE = "footprints"
_UNKNOWN = "unknown"
_PARTS = frozenset({"locality", "neighbourhood"})
_OF_ALL = frozenset({"place", "formerly"})
_OF_THE_SYSTEM: dict[str, Any] = {"place_id": None, "applies_to": "system"}
# Parts and multiples of a million as they are written.
_MILLIONS = {
    "a quarter of a": 0.25,
    "a third of a": 0.333,
    "half a": 0.5,
    "three quarters of a": 0.75,
    "a": 1,
    "one": 1,
    "one and a half": 1.5,
    "two": 2,
    "two and a half": 2.5,
    "three": 3,
}
_FIGURE = (
    r"(\d{1,3}(?:,\d{3})+|\d{4,}|\d+(?:\.\d+)?(?: million|m\b)"
    rf"|(?:{'|'.join(sorted(_MILLIONS, key=len, reverse=True))}) million)"
)
_PEOPLE = r"(?:(?:local|registered) )?<people>\b"
_ROUGHLY = "(?:<roughly> )?"
_RANGE = Wording(TABLE, rf"(?:between )?{_FIGURE} (?:to|and|-) {_FIGURE}(?: <counted>)?")
_UP_TO = Wording(TABLE, rf"<at_most> {_FIGURE}")
_ABOUT = Wording(
    TABLE,
    rf"population(?: of [\w' -]{{2,40}}?)?(?: size)?(?:,|:| <amounts_to>)* {_ROUGHLY}{_FIGURE}"
    rf"|{_FIGURE} <dwellers> <live>\b"
    rf"|<is_home_to> (?:a population of )?{_ROUGHLY}{_FIGURE} {_PEOPLE}"
    rf"|\bthere (?:are|were) {_ROUGHLY}{_FIGURE} {_PEOPLE}(?= (?:in|living|who live|across)\b|[.,;]|$)"
    rf"|\b<body>\b[^.;,]{{0,30}}? <given>(?: \w+){{0,4}}? (?:to|for) {_ROUGHLY}{_FIGURE} {_PEOPLE}"
    rf"|\b<area> (?:of|with) {_ROUGHLY}{_FIGURE} {_PEOPLE}"
    rf"|(?:\b(?:its|our)|'s) {_ROUGHLY}{_FIGURE} <citizens>\b"
    rf"|\bthe {_ROUGHLY}{_FIGURE} {_PEOPLE} (?:of|in|who live in)\b"
    rf"|\b<cared_for> (?:the )?{_ROUGHLY}{_FIGURE} {_PEOPLE}(?= (?:in|across|of|living|who live)\b|,|\.|$)"
    rf"|\b<area_of>\b[^.;,]{{0,60}}, which (?:is|has) {_ROUGHLY}{_FIGURE} {_PEOPLE}",
)
_COUNTED = Wording(TABLE, rf"^{_ROUGHLY}{_FIGURE} {_PEOPLE}")
_LEVELS = (
    ("neighbourhood", Wording(TABLE, "<neighbourhood>")),
    ("locality", Wording(TABLE, "<locality>")),
    ("place", Wording(TABLE, "<place>")),
    ("system", Wording(TABLE, "<system>")),
)
# "The 320,000 residents of the borough" are the borough's, whatever the sentence names before them.
_WHOSE_PEOPLE = Wording(TABLE, r"(?: (?:of|in))? (?:the |our |this )?(?:whole )?<home_area>\b")
# A place that parts lie in does not change their level: "seven neighbourhoods across Alpha".
_PARTS_OF = Wording(TABLE, "<parts> <throughout> (?:the )?$")
# A figure is of each place only where the words say so; else it is what they have together.
_OF_EACH = Wording(TABLE, r"\b<of_each>\b")
_FEWEST = {"place": 20_000, "system": 20_000, "locality": 1_000, "neighbourhood": 1_000}
# "All ten localities" are there, whatever they will do.
_ALREADY = Wording(TABLE, r"\b<all_of_them> $")
_OF_THE_REGION = Wording(TABLE, r" (?:across|in|throughout) (?:the |our )?(?:whole )?(?:city )?<region>\b")
_STATUS = {"in_place": "in_place", "expected": "in_place", "planned": "planned", "option": "option"}
_LIES_IN = Wording(TABLE, r"\b(?:within|part of|in) (?:the |our )?(?:[\w'&-]+ ){0,5}<of_the_system>\b")
_INSIDE = Wording(TABLE, " (?:(?:that|which) )?<covering>(?: all)?(?: of)? (?:the )?")
_BESIDE = re.compile(r",? (?:(?:and|with|plus) )?")
_YEAR = re.compile(r"(?:19|20)\d\d,?")
# "Five teams, each serving 50,000 people": the figure is that of each team.
_FOR_EACH = Wording(
    TABLE, r"(?:,| and|, and|, with|\()? ?\beach (?:(?:is |are )?<for_each>\b(?: <nearly>)* ?)?$"
)
_WHERE = re.compile(r" (?:\([^()]*\)|(?:across|in|of|within|throughout|for) [\w' &-]{2,50})$")
_EACH_OF = (
    ("neighbourhood", Wording(TABLE, "<neighbourhoods>$")),
    ("locality", Wording(TABLE, "<localities>$")),
    ("place", Wording(TABLE, "<places>$")),
)
_SPEAKS_OF_PEOPLE = Wording(TABLE, "<speaks_of_people>")


def code_footprints(reading: Reading) -> Iterator[Fact]:
    """Yield the counts of places and neighbourhoods, and the populations, that a document states."""
    for sentence in reading.statements:
        counted = _said_once(list(_counts(reading, sentence)))
        peopled = list(_populations(reading, sentence))
        for row in counted:
            of_each = [people for people in peopled if people.level == row.level in _PARTS]
            # "Six neighbourhoods of 30,000 to 50,000 people" is one statement.
            if len(of_each) == len([other for other in counted if other.level == row.level]) == 1:
                peopled.remove(of_each[0])
                yield reading.fact(_peopled(row, of_each[0]), sentence)
            else:
                yield reading.fact(row, sentence)
        for row in peopled:
            yield reading.fact(row, sentence)


def _is_year(sentence: Located, found: Match) -> bool:
    """Tell whether a figure before the noun is a year: "in September 2024, an integrated neighbourhood"."""
    return _YEAR.fullmatch(sentence.passage.lower[slice(*found.spans["count"])]) is not None


def _is_within_a_place(codebook: Codebook, sentence: Located, found: Match) -> bool:
    """Tell whether what is counted lies in one place, and is none: "19 partnerships covering Alpha"."""
    lower = sentence.passage.lower
    named = [m for m in sentence.mentions if m.start >= found.end]
    if not named or named[0].name.kind == SYSTEM or any(m.name.kind == SYSTEM for m in sentence.mentions):
        return False
    return len(named) == 1 and _INSIDE.of(codebook).fullmatch(lower, found.end, named[0].start) is not None


def _said_once(rows: list[Footprint]) -> list[Footprint]:
    """Return counts once each, and none of localities that the sentence calls places."""
    places = {row.count for row in rows if row.level == "place"}
    counted = {(row.place_id, row.level, row.count, row.status): row for row in reversed(rows)}
    kept = [row for row in rows if counted.get((row.place_id, row.level, row.count, row.status)) is row]
    return [row for row in kept if row.level != "locality" or row.count not in places]


def _counts(reading: Reading, sentence: Located) -> Iterator[Footprint]:
    for cue, located, found, status in _counted(reading, sentence):
        count = number(found.groups.get("count") or "")
        if count is None or _is_year(located, found) or status not in (cue.status, *_STATUS):
            continue
        if cue.entry == "place" and _is_within_a_place(reading.codebook, located, found):
            continue
        if cue.entry == "formerly" and not _speaks_of_places(reading, located):
            continue
        there = cue.status is None and _are_all(reading.codebook, located, found)
        columns = _columns(reading, located, found.start)
        of_all = cue.entry in _OF_ALL or (
            cue.entry == "locality" and _are_the_systems(reading.codebook, located, found)
        )
        if of_all:
            columns |= _OF_THE_SYSTEM
        yield Footprint(
            **columns,
            status="in_place" if there else _STATUS.get(status, status),
            rule=cue.rule,
            level="place" if of_all else cue.entry,
            count=int(count),
            text=located.passage.text,
        )


def _counted(reading: Reading, sentence: Located) -> Iterator[tuple[Cue, Located, Match, str]]:
    """Yield what counts something, and what the same clause counts beside it: "5 networks and 3 teams"."""
    for cue, located, found, status in reading.cued_in(TABLE, sentence):
        yield cue, located, found, status
        end = found.end
        for further in cue.match.finditer(located.passage.lower) if cue.entry in _PARTS else ():
            if further.start > end and _BESIDE.fullmatch(located.passage.lower, end, further.start):
                end = further.end
                yield cue, located, further, status


def _are_all(codebook: Codebook, sentence: Located, found: Match) -> bool:
    before = sentence.passage.lower[: found.spans["count"][0]]
    return _ALREADY.of(codebook).search(before) is not None


def _are_the_systems(codebook: Codebook, sentence: Located, found: Match) -> bool:
    """Tell whether localities are a system's places: "the ten North localities", "all ten localities"."""
    systems = [m for m in sentence.mentions if m.name.kind == SYSTEM]
    if any(found.start <= m.start < found.end for m in systems):
        return True
    if _OF_THE_REGION.of(codebook).match(sentence.passage.lower, found.end):
        return True
    all_of_them = _are_all(codebook, sentence, found)
    return bool(systems and all_of_them) and len(systems) == len(sentence.mentions)


def _columns(reading: Reading, sentence: Located, position: int) -> dict[str, Any]:
    """Return whom a count is about: of each place only where the sentence says so itself."""
    columns = reading.columns(sentence, position)
    own = reading.default.places
    if columns["applies_to"] == "each_place" and not sentence.scope.named and len(own) == 1:
        columns |= {"place_id": own[0], "applies_to": "place"}
    return columns


def _peopled(row: Footprint, people: Footprint) -> Footprint:
    return attrs.evolve(row, population_min=people.population_min, population_max=people.population_max)


def _speaks_of_places(reading: Reading, sentence: Located) -> bool:
    """Tell whether the sentence, or one before it in its paragraph, speaks of places."""
    words = reading.codebook.entry(TABLE, "places").match
    told = sentence.passage.line.folded.lower[: sentence.passage.end]
    return words.matches(told) or words.matches(reading.before(sentence).passage.lower)


def _populations(reading: Reading, sentence: Located) -> Iterator[Footprint]:
    lower = sentence.passage.lower
    line = sentence.passage.line
    lives_here = reading.codebook.entry(TABLE, "lives_here").match
    above = [*reading.leads(line)[:1], *(heading.lower() for heading in line.block.path[-1:])]
    counted = bool(above) and lives_here.matches(above[0])
    if not _SPEAKS_OF_PEOPLE.of(reading.codebook).search(lower) or (reading.leads(line) and not counted):
        return
    patterns = [_RANGE, _UP_TO, _ABOUT, *((_COUNTED,) if counted else ())]
    taken: list[tuple[int, int]] = []
    for pattern in patterns:
        for found in pattern.of(reading.codebook).finditer(lower):
            if any(found.start() < high and low < found.end() for low, high in taken):
                continue
            low, high = _ends(pattern, [group for group in found.groups() if group])
            at_least = bound(lower[: found.start(found.lastindex or 0)]) == "at_least"
            level = _level_of_each(reading.codebook, sentence, found.start())
            level = level or _level(reading.codebook, sentence, found.start(), found.end())
            if level == _UNKNOWN or (high or low or 0) < _FEWEST[level]:
                continue
            taken.append(found.span())
            columns = _columns(reading, sentence, found.start())
            if (
                level == "place"
                and low == high
                and columns["place_id"] is None
                and not _OF_EACH.of(reading.codebook).search(lower)
            ):
                level = "system"
            yield Footprint(
                **columns | (_OF_THE_SYSTEM if level == "system" else {}),
                rule=f"{TABLE}.population",
                level=level,
                population_min=low,
                population_max=None if at_least and pattern is not _RANGE else high,
                text=sentence.passage.text,
            )


def _ends(pattern: Wording, figures: list[str]) -> tuple[int | None, int | None]:
    values = [_people(figure) for figure in figures]
    if pattern is _UP_TO:
        return None, values[0]
    return values[0], values[-1]


def _people(figure: str) -> int:
    """Return the number that a figure or words for one stand for: "1.2 million", "1.2m", "half a million"."""
    many = re.fullmatch(r"(.+?)(?: million|m)", figure)
    if many is None:
        return int(figure.replace(",", ""))
    return round((_MILLIONS.get(many[1]) or float(many[1])) * 1_000_000)


def _without_what_it_lies_in(
    codebook: Codebook, lower: str, named: list[tuple[int, str]]
) -> list[tuple[int, str]]:
    """Return what is named without the system that a subject lies in: "Alpha is a place within the ICS"."""
    around = [found.span() for found in _LIES_IN.of(codebook).finditer(lower)]
    kept = [one for one in named if not any(low <= one[0] < high for low, high in around)]
    return kept if any(code == "place" for _, code in kept) else named


def _level_of_each(codebook: Codebook, sentence: Located, start: int) -> str | None:
    """Return the level of what a figure is "each" one's; None where the words are no such distribution."""
    lower = sentence.passage.lower
    shared = _FOR_EACH.of(codebook).search(lower[:start])
    if shared is None:
        return None
    subject = lower[: shared.start()].rstrip(" ,(")
    for words in (subject, _WHERE.sub("", subject)):
        level = next((code for code, noun in _EACH_OF if noun.of(codebook).search(words)), None)
        if level is not None:
            return level
    named = any(mention.end == len(subject) for mention in sentence.mentions)
    return "place" if named and not _WHERE.search(subject) else _UNKNOWN


def _level(codebook: Codebook, sentence: Located, start: int, end: int) -> str:
    """Return the level of what the sentence names last before a figure, else first after it."""
    lower = sentence.passage.lower
    if _WHOSE_PEOPLE.of(codebook).match(lower, end):
        return "place"
    named = [
        (mention.start, "system" if mention.name.kind == SYSTEM else "place")
        for mention in sentence.mentions
        if not _PARTS_OF.of(codebook).search(lower[: mention.start])
    ]
    # "System" may be part of a system's name, whose level it does not change.
    named += [
        (found.start(), code) for code, words in _LEVELS for found in words.of(codebook).finditer(lower)
    ]
    before = _without_what_it_lies_in(codebook, lower, [one for one in named if one[0] < start])
    after = [one for one in named if one[0] >= end]
    if before or after:
        return max(before)[1] if before else min(after)[1]
    headed = " ".join(sentence.passage.line.block.path[-1:]).lower()
    by_heading = next((code for code, words in _LEVELS if words.of(codebook).search(headed)), None)
    if by_heading is not None:
        return by_heading
    return "place" if sentence.scope.places or sentence.scope.applies_to != "system" else "system"
