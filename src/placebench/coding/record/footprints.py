"""How many places or neighbourhoods there are, and for how many people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import attrs

from placebench.codebook import Match
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
_PEOPLE = r"(?:(?:local|registered) )?(?:people|residents|inhabitants)\b"
_RANGE = re.compile(
    rf"(?:between )?{_FIGURE} (?:to|and|-) {_FIGURE}(?: (?:people|residents|patients|population))?"
)
_UP_TO = re.compile(rf"(?:up to|of at most|no more than) {_FIGURE}")
_ROUGHLY = (
    r"(?:(?:about|around|approximately|some|over|nearly|more than|just over|just under|roughly|almost"
    r"|an estimated|c\.|circa) )?"
)
_ABOUT = re.compile(
    rf"population(?: of [\w' -]{{2,40}}?)?(?: size)?(?:,|:| is| was| of| the \w+ is| \w+ is| stands at"
    rf"| totals| has reached| numbers)* {_ROUGHLY}{_FIGURE}"
    rf"|{_FIGURE} (?:people|residents) (?:live|who live|living|call|make their home)\b"
    rf"|(?:home to|is home for|serves|serving|serve|covers|covering|looks after|has|have|with)"
    rf" (?:a population of )?{_ROUGHLY}{_FIGURE} {_PEOPLE}"
    rf"|\bthere (?:are|were) {_ROUGHLY}{_FIGURE} {_PEOPLE}(?= (?:in|living|who live|across)\b|[.,;]|$)"
    rf"|\b(?:partnership|alliance|place|together|it|we|which)\b[^.;,]{{0,30}}?"
    rf" (?:care|services|support)(?: \w+){{0,4}}? (?:to|for) {_ROUGHLY}{_FIGURE} {_PEOPLE}"
    rf"|\b(?:borough|city|county|district|area|place|system) (?:of|with) {_ROUGHLY}{_FIGURE} {_PEOPLE}"
    rf"|(?:\b(?:its|our)|'s) {_ROUGHLY}{_FIGURE} (?:residents|inhabitants)\b"
    rf"|\bthe {_ROUGHLY}{_FIGURE} {_PEOPLE} (?:of|in|who live in)\b"
    rf"|\b(?:on behalf of|for|caring for|care for) (?:the )?{_ROUGHLY}{_FIGURE} {_PEOPLE}"
    rf"(?= (?:in|across|of|living|who live)\b|,|\.|$)"
    rf"|\b(?:area|borough|city|county|district|council|place)\b[^.;,]{{0,60}}, which (?:is|has)"
    rf" {_ROUGHLY}{_FIGURE} {_PEOPLE}"
)
_COUNTED = re.compile(rf"^{_ROUGHLY}{_FIGURE} {_PEOPLE}")
_LEVELS = (
    ("neighbourhood", re.compile(r"neighbou?rhoods?\b|primary care network|\bpcns?\b")),
    ("locality", re.compile(r"localit(?:y|ies)\b")),
    ("place", re.compile(r"\bplaces?\b|place[- ]based partnership|\bborough\b|\bcity\b|\bcounty\b")),
    ("system", re.compile(r"\bsystem\b|\bics\b")),
)
# "The 320,000 residents of the borough" are the borough's, whatever the sentence names before them.
_WHOSE_PEOPLE = re.compile(
    r"(?: (?:of|in))? (?:the |our |this )?(?:whole )?(?:borough|city|county|town|district)\b"
)
# A place that parts lie in does not change their level: "seven neighbourhoods across Alpha".
_PARTS_OF = re.compile(
    r"(?:neighbou?rhoods?|localities|networks|pcns|places|boroughs)"
    r" (?:across|in|of|within|throughout) (?:the )?$"
)
# A figure is of each place only where the words say so; else it is what they have together.
_OF_EACH = re.compile(
    r"\b(?:each|every|per|averag\w+|typical(?:ly)?|usual(?:ly)?|rang(?:e|es|ing)|between|a place|populations"
    r"|size)\b"
)
_FEWEST = {"place": 20_000, "system": 20_000, "locality": 1_000, "neighbourhood": 1_000}
# "All ten localities" are there, whatever they will do.
_ALREADY = re.compile(r"\b(?:all|our|its|these|those|all of the|each of the|each of our|every one of the) $")
_OF_THE_REGION = re.compile(
    r" (?:across|in|throughout) (?:the |our )?(?:whole )?(?:city )?(?:region|system|ics)\b"
)
_STATUS = {"in_place": "in_place", "expected": "in_place", "planned": "planned", "option": "option"}
_LIES_IN = re.compile(
    r"\b(?:within|part of|in) (?:the |our )?(?:[\w'&-]+ ){0,5}(?:ics|icb|integrated care system|system)\b"
)
_INSIDE = re.compile(
    r" (?:(?:that|which) )?(?:covering|covers?|across|within|throughout|in)(?: all)?(?: of)? (?:the )?"
)
_YEAR = re.compile(r"(?:19|20)\d\d,?")
# "Five teams, each serving 50,000 people": the figure is that of each team.
_FOR_EACH = re.compile(
    r"(?:,| and|, and|, with|\()? ?\beach (?:(?:is |are )?"
    r"(?:covering|covers?|serving|serves?|with|of|having|has|looking after|caring for|for)\b"
    r"(?: (?:a|an|populations?|of|about|around|between|some|up to|roughly|approximately|average))* ?)?$"
)
_WHERE = re.compile(r" (?:\([^()]*\)|(?:across|in|of|within|throughout|for) [\w' &-]{2,50})$")
_EACH_OF = (
    ("neighbourhood", re.compile(r"(?:neighbou?rhoods?(?: [\w-]+)?|networks|pcns|teams)$")),
    ("locality", re.compile(r"(?:localities|locality \w+)$")),
    ("place", re.compile(r"(?:places|boroughs|partnerships|alliances|areas|districts|counties|cities)$")),
)
_SPEAKS_OF_PEOPLE = re.compile(r"people|residents|population|patients|inhabitants")


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


def _is_within_a_place(sentence: Located, found: Match) -> bool:
    """Tell whether what is counted lies in one place, and is none: "19 partnerships covering Alpha"."""
    lower = sentence.passage.lower
    named = [m for m in sentence.mentions if m.start >= found.end]
    if not named or named[0].name.kind == SYSTEM or any(m.name.kind == SYSTEM for m in sentence.mentions):
        return False
    return len(named) == 1 and _INSIDE.fullmatch(lower, found.end, named[0].start) is not None


def _said_once(rows: list[Footprint]) -> list[Footprint]:
    """Return counts once each, and none of localities that the sentence calls places."""
    places = {row.count for row in rows if row.level == "place"}
    counted = {(row.place_id, row.level, row.count, row.status): row for row in reversed(rows)}
    kept = [row for row in rows if counted.get((row.place_id, row.level, row.count, row.status)) is row]
    return [row for row in kept if row.level != "locality" or row.count not in places]


def _counts(reading: Reading, sentence: Located) -> Iterator[Footprint]:
    for cue, located, found, status in reading.cued_in(TABLE, sentence):
        count = number(found.groups.get("count") or "")
        if count is None or _is_year(located, found) or status not in (cue.status, *_STATUS):
            continue
        if cue.entry == "place" and _is_within_a_place(located, found):
            continue
        if cue.entry == "formerly" and not _speaks_of_places(reading, located):
            continue
        there = cue.status is None and _ALREADY.search(located.passage.lower[: found.spans["count"][0]])
        columns = _columns(reading, located, found.start)
        of_all = cue.entry in _OF_ALL or (cue.entry == "locality" and _are_the_systems(located, found))
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


def _are_the_systems(sentence: Located, found: Match) -> bool:
    """Tell whether localities are a system's places: "the ten North localities", "all ten localities"."""
    systems = [m for m in sentence.mentions if m.name.kind == SYSTEM]
    if any(found.start <= m.start < found.end for m in systems):
        return True
    if _OF_THE_REGION.match(sentence.passage.lower, found.end):
        return True
    all_of_them = _ALREADY.search(sentence.passage.lower[: found.spans["count"][0]])
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
    if not _SPEAKS_OF_PEOPLE.search(lower) or (reading.leads(line) and not counted):
        return
    patterns = [_RANGE, _UP_TO, _ABOUT, *((_COUNTED,) if counted else ())]
    taken: list[tuple[int, int]] = []
    for pattern in patterns:
        for found in pattern.finditer(lower):
            if any(found.start() < high and low < found.end() for low, high in taken):
                continue
            low, high = _ends(pattern, [group for group in found.groups() if group])
            at_least = bound(lower[: found.start(found.lastindex or 0)]) == "at_least"
            level = _level_of_each(sentence, found.start()) or _level(sentence, found.start(), found.end())
            if level == _UNKNOWN or (high or low or 0) < _FEWEST[level]:
                continue
            taken.append(found.span())
            columns = _columns(reading, sentence, found.start())
            if (
                level == "place"
                and low == high
                and columns["place_id"] is None
                and not _OF_EACH.search(lower)
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


def _ends(pattern: re.Pattern[str], figures: list[str]) -> tuple[int | None, int | None]:
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


def _without_what_it_lies_in(lower: str, named: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Return what is named without the system that a subject lies in: "Alpha is a place within the ICS"."""
    around = [found.span() for found in _LIES_IN.finditer(lower)]
    kept = [one for one in named if not any(low <= one[0] < high for low, high in around)]
    return kept if any(code == "place" for _, code in kept) else named


def _level_of_each(sentence: Located, start: int) -> str | None:
    """Return the level of what a figure is "each" one's; None where the words are no such distribution."""
    lower = sentence.passage.lower
    shared = _FOR_EACH.search(lower[:start])
    if shared is None:
        return None
    subject = lower[: shared.start()].rstrip(" ,(")
    for words in (subject, _WHERE.sub("", subject)):
        level = next((code for code, noun in _EACH_OF if noun.search(words)), None)
        if level is not None:
            return level
    named = any(mention.end == len(subject) for mention in sentence.mentions)
    return "place" if named and not _WHERE.search(subject) else _UNKNOWN


def _level(sentence: Located, start: int, end: int) -> str:
    """Return the level of what the sentence names last before a figure, else first after it."""
    lower = sentence.passage.lower
    if _WHOSE_PEOPLE.match(lower, end):
        return "place"
    named = [
        (mention.start, "system" if mention.name.kind == SYSTEM else "place")
        for mention in sentence.mentions
        if not _PARTS_OF.search(lower[: mention.start])
    ]
    # "System" may be part of a system's name, whose level it does not change.
    named += [(found.start(), code) for code, words in _LEVELS for found in words.finditer(lower)]
    before = _without_what_it_lies_in(lower, [one for one in named if one[0] < start])
    after = [one for one in named if one[0] >= end]
    if before or after:
        return max(before)[1] if before else min(after)[1]
    headed = " ".join(sentence.passage.line.block.path[-1:]).lower()
    by_heading = next((code for code, words in _LEVELS if words.search(headed)), None)
    if by_heading is not None:
        return by_heading
    return "place" if sentence.scope.places or sentence.scope.applies_to != "system" else "system"
