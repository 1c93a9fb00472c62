"""How many places or neighbourhoods there are, and for how many people."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from placebench.codebook import Codebook, Cue, Match, Wording
from placebench.coding.reading import Reading
from placebench.coding.record.counts_beside import counts_beside
from placebench.coding.record.counts_of_places import are_members, are_others
from placebench.coding.record.footprint_tables import tabled_footprints
from placebench.coding.record.populations import OF_THE_SYSTEM, TABLE, columns_of, populations
from placebench.coding.scope import Located
from placebench.extract.gazetteer import PLACE, SYSTEM
from placebench.extract.quantities import number
from placebench.extract.sentences import clause_at
from placebench.importer import Fact
from placebench.model import Footprint

_PARTS = frozenset({"locality", "neighbourhood"})
_OF_ALL = frozenset({"place", "formerly"})
# "All ten localities" are there, whatever they will do.
_ALREADY = Wording(TABLE, r"\b<all_of_them> $")
_OF_THE_REGION = Wording(TABLE, r" (?:across|in|throughout) (?:the |our )?(?:whole )?(?:city )?<region>\b")
_ASKED_BY = Wording(TABLE, r" (?:(?:has|have|had) been|were|are) <asked> by\b")
_STATUS = {"in_place": "in_place", "expected": "in_place", "planned": "planned", "option": "option"}
_INSIDE = Wording(TABLE, " (?:(?:that|which) )?<covering>(?: all)?(?: of)? (?:the )?")
_BESIDE = re.compile(r",? (?:(?:and|with|plus) )?")
# "The 45 networks set up across North will continue": they are there.
_SET_UP = Wording(TABLE, r" <set_up>\b")
# "Four partnerships are expected to be established" are not, and new ones may only be intended.
_TO_BE_MADE = Wording(TABLE, r"[^.;,]{0,30}? <to_be_made>\b")
_NEW = re.compile(r"\bnew\b")
_NAMED_AFTER = Wording(
    TABLE,
    r"(?<!\bother )(?<!\bremaining )\b(?P<known>(?:all|our|its|their|the|these)(?: the)? )?"
    r"(?P<count><number>) (?:[\w-]+ ){0,4}?\W?<named_nouns>\W{0,2}?"
    r"(?P<joins>:| ?\(| - |,? <named_as> |, (?=[a-z]+ ?[,;])|(?P<of> of ))",
)
# "The remaining two places", "two of our places" leave others unnamed.
_OTHERS = re.compile(r"\b(?:other|further|remaining)\b|\b[\w-]+ of (?:the|our|its|their|these|those)\b")
_AND = re.compile(r",? and |, |; |/")
_IN = re.compile(r" (?:in|of|across|within) (?:the )?")
_EACH = re.compile(r"\b(?:each|every|per|apiece)\b")
_PLACES = Wording(TABLE, r"\b<number> (?:[\w-]+ )?<places>\b")
# "There are now five": of what the words before count.
_OF_A_KIND = frozenset({"is_now", "was_before"})
_GIVES_WAY = Wording(TABLE, r"[^.;,]{0,40}? <gives_way>\b")
# "Under that are nine partnerships" is of the place before.
_BENEATH = Wording(TABLE, r"<beneath> (?:that|this|it|them|these|which)\b")
_FEWEST_NAMED = 2
# A team or a neighbourhood by itself is no count of those that a place is divided into.
_FEWEST_PARTS = 2
_YEAR = re.compile(r"(?:19|20)\d\d,?")


def code_footprints(reading: Reading) -> Iterator[Fact]:
    """Yield the counts of places and neighbourhoods, and the populations, that a document states."""
    yield from tabled_footprints(reading)
    for sentence in reading.statements:
        counted = [
            *_counts(reading, sentence),
            *_enumerated(reading, sentence),
            *_of_a_kind(reading, sentence),
        ]
        counted = _of_all_places(reading.codebook, _said_once(counted)) if counted else []
        peopled = list(populations(reading, sentence))
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


def _of_all_places(codebook: Codebook, rows: list[Footprint]) -> list[Footprint]:
    """Return counts of parts as the system's beside a count of places: "23 networks and four places"."""
    beside = any(_PLACES.of(codebook).search(row.text.lower()) for row in rows)
    if not beside or any(_EACH.search(row.text.lower()) for row in rows):
        return rows
    return [attrs.evolve(row, **OF_THE_SYSTEM) if row.applies_to == "each_place" else row for row in rows]


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
        if cue.entry in _OF_A_KIND or count is None or _is_year(located, found):
            continue
        over = _is_over(reading, located, found)
        if not over and status not in (cue.status, *_STATUS):
            continue
        if cue.entry in _PARTS and (count < _FEWEST_PARTS or _sit_there(reading, located, found)):
            continue
        within = cue.entry == "place" and _is_within_a_place(reading.codebook, located, found)
        if cue.entry == "formerly" and not _speaks_of_places(reading, located):
            continue
        others = not within and are_others(reading, located, found, int(count))
        if others and cue.entry in _OF_ALL:
            continue
        there = cue.status is None and _are_there(reading.codebook, located, found)
        columns = columns_of(reading, located, found.start)
        if _BENEATH.of(reading.codebook).match(located.passage.lower):
            before = reading.before(located)
            columns |= columns_of(reading, before, len(before.passage.text))
        of_all = (cue.entry in _OF_ALL and not within) or (
            cue.entry == "locality"
            and not others
            and _are_the_systems(reading.codebook, located, found, len(reading.profile.places))
        )
        if of_all:
            columns |= OF_THE_SYSTEM
        row = Footprint(
            **columns,
            status="ended"
            if over
            else _status(reading, located, found, "in_place" if there else _STATUS.get(status, status)),
            rule=cue.rule,
            level="place" if of_all else "locality" if within else cue.entry,
            count=int(count),
            text=located.passage.text,
        )
        yield row
        if cue.entry in _PARTS and row.place_id:
            yield from counts_beside(reading, located, found, row)


def _counted(reading: Reading, sentence: Located) -> Iterator[tuple[Cue, Located, Match, str]]:
    """Yield what counts something, and what the same clause counts beside it: "5 networks and 3 teams"."""
    for cue, located, found, status in reading.cued_in(TABLE, sentence):
        yield cue, located, found, status
        end = found.end
        for further in cue.match.finditer(located.passage.lower) if cue.entry in _PARTS else ():
            if further.start > end and _BESIDE.fullmatch(located.passage.lower, end, further.start):
                end = further.end
                yield cue, located, further, status


def _status(reading: Reading, sentence: Located, found: Match, status: str) -> str:
    """Return the status of a count; what is only to be made is planned."""
    lower = sentence.passage.lower
    if status != "in_place":
        return status
    new = _NEW.search(lower, found.start, found.end) is not None
    intended = new and reading.status(sentence, found.start, found.end) in ("planned", "expected")
    return "planned" if intended or _TO_BE_MADE.of(reading.codebook).match(lower, found.end) else status


def _sit_there(reading: Reading, sentence: Located, found: Match) -> bool:
    """Tell whether those counted are but members of a list; "all eight networks" are all there are."""
    return not _are_all(reading.codebook, sentence, found) and are_members(reading, sentence)


def _are_all(codebook: Codebook, sentence: Located, found: Match) -> bool:
    before = sentence.passage.lower[: found.spans["count"][0]]
    return _ALREADY.of(codebook).search(before) is not None


def _are_there(codebook: Codebook, sentence: Located, found: Match) -> bool:
    """Tell whether what is counted is there, whatever it will do: "all six", "six networks set up"."""
    lower, start = sentence.passage.lower, found.spans["count"][0]
    region = _OF_THE_REGION.of(codebook).match(lower, found.end) if lower[:start].endswith("the ") else None
    set_up = _SET_UP.of(codebook).match(lower, found.end)
    if _GIVES_WAY.of(codebook).match(lower, found.end):
        return True
    return (
        _are_all(codebook, sentence, found)
        or region is not None
        or set_up is not None
        or _are_of_a_system(sentence, found)
    )


def _enumerated(reading: Reading, sentence: Located) -> Iterator[Footprint]:
    """Yield how many places a system has where it names them: "three areas: Alpha, Beta and Gamma"."""
    lower = sentence.passage.lower
    for found in _NAMED_AFTER.of(reading.codebook).finditer(lower):
        to_come = _TO_BE_MADE.of(reading.codebook).match(lower, found.start("joins"))
        count = None if to_come or _OTHERS.search(found.group()) else number(found["count"])
        named = [m.name.id for m in sentence.mentions if m.start >= found.end() and m.name.kind == PLACE]
        ends = lower.find(")", found.end()) if "(" in found["joins"] else len(lower)
        parts = len(_AND.split(lower[found.end() : ends]))
        items = [line for line in reading.lines if line.lead == sentence.passage.line.index]
        if found.end() >= len(lower.rstrip()):
            named = [m.name.id for line in items for m in reading.names.mentions(line.text)]
            parts = len(items)
        # Some of the names may hold "and", and not all of them need be known.
        known = _FEWEST_NAMED <= len(set(named)) <= (count or 0) <= parts
        # "The two boroughs of Alpha and Beta" may be some of several: only all are a count of places.
        if found["of"] and set(named) != {place.place_id for place in reading.profile.places}:
            continue
        whole = parts == count and any(
            m.name.kind == SYSTEM and m.start - found.end() in (0, 1) for m in sentence.mentions
        )
        if count is None or not (known or whole):
            continue
        status = "in_place" if found["known"] else reading.status(sentence, *found.span())
        yield Footprint(
            **reading.columns(sentence, found.start()) | OF_THE_SYSTEM,
            status=_STATUS.get(status, "in_place"),
            rule=f"{TABLE}.place",
            level="place",
            count=int(count),
            text=sentence.passage.text,
        )


def _of_a_kind(reading: Reading, sentence: Located) -> Iterator[Footprint]:
    """Yield how many there are now, or were, of what was counted: "seven localities. There are now five"."""
    for cue, located, found, _ in reading.cued_in(TABLE, sentence, entries=_OF_A_KIND):
        count = number(found.groups.get("count") or "")
        start = located.passage.start + found.start
        before = located.passage.line.folded.lower[:start]
        kinds = [*reading.codebook.entry(TABLE, "kinds").match.finditer(before)]
        kind = next((m.groups["kind"] for m in sorted(kinds, key=lambda one: -one.start)), None)
        if count is None or kind is None:
            continue
        level = "locality" if kind.startswith("local") else "neighbourhood"
        of_all = kind in ("places", "boroughs", "partnerships")
        columns = reading.columns(located, found.start) | (OF_THE_SYSTEM if of_all else {})
        if of_all or columns["place_id"]:
            yield Footprint(
                **columns,
                status=cue.status or "in_place",
                rule=cue.rule,
                level="place" if of_all else level,
                count=int(count),
                text=located.passage.text,
            )


def _is_over(reading: Reading, sentence: Located, found: Match) -> bool:
    """Tell whether words say that there were so many, and are no longer."""
    lower = sentence.passage.lower
    low, high = clause_at(lower, found.start, found.end)
    before = reading.codebook.entry(TABLE, "before_now").match
    until = reading.codebook.entry(TABLE, "until").match
    return before.matches(lower[low : found.spans["count"][0]]) or until.matches(lower[found.end : high])


def _are_of_a_system(sentence: Located, found: Match) -> bool:
    """Tell whether the system stands right behind those that are counted: "the ten localities in North"."""
    lower = sentence.passage.lower
    definite = lower[: found.spans["count"][0]].endswith("the ")
    return definite and any(
        mention.name.kind == SYSTEM and _IN.fullmatch(lower[found.end : mention.start])
        for mention in sentence.mentions
        if mention.start >= found.end
    )


def _are_the_systems(codebook: Codebook, sentence: Located, found: Match, places: int) -> bool:
    """Tell whether localities are a system's places: "the ten North localities", "all ten localities"."""
    systems = [m for m in sentence.mentions if m.name.kind == SYSTEM]
    if any(found.start <= m.start < found.end for m in systems):
        return True
    if _OF_THE_REGION.of(codebook).match(sentence.passage.lower, found.end):
        return True
    if _are_of_a_system(sentence, found):
        return True
    if not _are_all(codebook, sentence, found):
        return False
    # "All three localities were asked by the region to plan": as many as the system has places.
    asked = _ASKED_BY.of(codebook).match(sentence.passage.lower, found.end)
    as_many = asked and number(found.groups.get("count") or "") == places
    alone = len(systems) == len(sentence.mentions)
    return bool(as_many and alone) or (bool(systems) and alone)


def _peopled(row: Footprint, people: Footprint) -> Footprint:
    return attrs.evolve(row, population_min=people.population_min, population_max=people.population_max)


def _speaks_of_places(reading: Reading, sentence: Located) -> bool:
    """Tell whether the sentence, or one before it in its paragraph, speaks of places."""
    words = reading.codebook.entry(TABLE, "places").match
    told = sentence.passage.line.folded.lower[: sentence.passage.end]
    return words.matches(told) or words.matches(reading.before(sentence).passage.lower)
