"""How many places or neighbourhoods there are, and for how many people."""

from __future__ import annotations

import re
from collections.abc import Iterator

from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.extract.gazetteer import SYSTEM
from placebench.extract.quantities import number
from placebench.importer import Fact
from placebench.model import Footprint

TABLE = "footprints"
_OF_ALL = frozenset({"place", "formerly"})
_FIGURE = r"(\d{1,3}(?:,\d{3})+|\d{4,}|\d+(?:\.\d+)? million)"
_RANGE = re.compile(
    rf"(?:between )?{_FIGURE} (?:to|and|-) {_FIGURE}(?: (?:people|residents|patients|population))?"
)
_UP_TO = re.compile(rf"(?:up to|of at most|no more than) {_FIGURE}")
_ROUGHLY = (
    r"(?:(?:about|around|approximately|some|over|nearly|more than|just over|just under|roughly|almost) )?"
)
_ABOUT = re.compile(
    rf"population of (?:the \w+ is |\w+ is )?{_ROUGHLY}{_FIGURE}"
    rf"|{_FIGURE} (?:people|residents) (?:live|who live|living)\b"
    rf"|(?:home to|is home for|serves|serving|covers|covering|has|have|with) {_ROUGHLY}{_FIGURE} "
    rf"(?:people|residents|inhabitants)\b"
)
_LEVELS = (
    ("neighbourhood", re.compile(r"neighbourhoods?\b|primary care network|\bpcns?\b")),
    ("locality", re.compile(r"localit(?:y|ies)\b")),
    ("place", re.compile(r"\bplaces?\b|place[- ]based partnership|\bborough\b")),
    ("system", re.compile(r"\bsystem\b|\bics\b")),
)
_STATUS = {"in_place": "in_place", "expected": "in_place", "planned": "planned", "option": "option"}
_SPEAKS_OF_PEOPLE = re.compile(r"people|residents|population|patients")


def code_footprints(reading: Reading) -> Iterator[Fact]:
    """Yield the counts of places and neighbourhoods, and the populations, that a document states."""
    for cue, sentence, found, status in reading.cued(TABLE):
        count = number(found.groups.get("count") or "")
        if count is None or status not in (cue.status, *_STATUS):
            continue
        if cue.entry == "formerly" and not _speaks_of_places(reading, sentence):
            continue
        columns = reading.columns(sentence, found.start)
        if cue.entry in _OF_ALL:
            columns |= {"place_id": None, "applies_to": "system"}
        row = Footprint(
            **columns,
            status=_STATUS.get(status, status),
            rule=cue.rule,
            level="place" if cue.entry in _OF_ALL else cue.entry,
            count=int(count),
            text=sentence.passage.text,
        )
        yield reading.fact(row, sentence)
    for sentence in reading.statements:
        yield from _populations(reading, sentence)


def _speaks_of_places(reading: Reading, sentence: Located) -> bool:
    words = reading.codebook.entry(TABLE, "places").match
    return any(words.matches(told.passage.lower) for told in (sentence, reading.before(sentence)))


def _populations(reading: Reading, sentence: Located) -> Iterator[Fact]:
    lower = sentence.passage.lower
    if not _SPEAKS_OF_PEOPLE.search(lower) or reading.leads(sentence.passage.line):
        return
    for pattern in (_RANGE, _UP_TO, _ABOUT):
        for found in pattern.finditer(lower):
            low, high = _ends(pattern, [group for group in found.groups() if group])
            level = _level(lower, found.start()) or _level_of(sentence, found.start())
            if level is None or (high or low or 0) < 1000:  # noqa: PLR2004 - fewer is no population
                continue
            row = Footprint(
                **reading.columns(sentence, found.start()),
                rule=f"{TABLE}.population",
                level=level,
                population_min=low,
                population_max=high,
                text=sentence.passage.text,
            )
            yield reading.fact(row, sentence)


def _ends(pattern: re.Pattern[str], figures: list[str]) -> tuple[int | None, int | None]:
    values = [_people(figure) for figure in figures]
    if pattern is _UP_TO:
        return None, values[0]
    return values[0], values[-1]


def _people(figure: str) -> int:
    if figure.endswith(" million"):
        return round(float(figure.removesuffix(" million")) * 1_000_000)
    return int(figure.replace(",", ""))


def _level_of(sentence: Located, position: int) -> str | None:
    """Return the level of what the sentence names nearest before a figure."""
    named = [mention for mention in sentence.mentions if mention.start < position]
    if not named:
        return None
    return "system" if named[-1].name.kind == SYSTEM else "place"


def _level(lower: str, position: int) -> str | None:
    before = [
        (found.start(), code)
        for code, pattern in _LEVELS
        for found in pattern.finditer(lower)
        if found.start() < position
    ]
    return max(before)[1] if before else None
