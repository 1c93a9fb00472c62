"""Dated changes: what began, ended, merged, was renamed or opened."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import attrs

from placebench.codebook import Cue, Match, Wording
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.coding.shared_names import shared_names
from placebench.extract.dates import Found, dates
from placebench.extract.gazetteer import PARTNERSHIP, PLACE, SYSTEM
from placebench.importer import Fact
from placebench.model import Event

TABLE = "events"
_HAPPENS = frozenset({"in_place", "planned"})
_PARTNERSHIP_WORD = Wording(TABLE, r"\b<partnership>\b")
# A name in brackets, or behind a comma, is that of what stands right before it.
_NAMED_BEFORE = re.compile(r" \($|, $")
_HEAD_OF_OURS = Wording(TABLE, r"\b<renames>(?: [\w&'-]+){0,2}(?: \([^)]*\))?$")
# "The STP is now known as an ICS" tells of the system, on whatever page.
_OF_THE_SYSTEM = Wording(
    TABLE, r"(?:the |our |this )?<systems_body>(?: \([^)]*\))? (?:is|was|has|became|will)\b"
)
_PRONOUN = re.compile(r"(?:^|[^\w])it$")
_ANOTHER = Wording(TABLE, r"\b<another>\b")
# "The Alpha PBP, formerly known as the ICP, was established": what it was called before is no subject.
_RENAMED = Wording(TABLE, r",? (?:\()?<formerly> (?:known as |called |named )?[^,]{3,60}[,)]*\s*$")
_OF_PLACE = Wording(TABLE, r" <of_place>(?: \([^)]*\))?,?\s*")
_BRACKET = re.compile(r"(?: together)?(?: \([^)]*\))?,?\s*")
# "One of the new partnerships of the system that was set up in 2022": the year is the system's.
_OF_ANOTHERS_START = Wording(
    TABLE, r"\b<another>\b[^.;,]{0,30} (?:that|which) (?:was|were|has been) [^.;,]{3,40}$"
)
_SERVES = Wording(TABLE, r"\b<serves> (?:the )?$")
_DAY_OF_THAT_YEAR = re.compile(
    r"\b(?P<day>(?:\d{1,2}(?:st|nd|rd|th)? )?[A-Z][a-z]{2,8}),? (?:of )?(?:that|the same) year\b"
)
_THAT_YEAR = re.compile(r"\b(?:that|the same) year\b")
_EARLIER = re.compile(r"\b(?:before|until)(?: [\w'-]+){1,4}\W?$")
_FAR = 100
_ONLY = {"month": "the source gives only the month", "year": "the source gives only the year"}

_Told = tuple[Event, Located]


def code_events(reading: Reading) -> Iterator[Fact]:
    """Yield the changes that a document states, each once a sentence, with the day where it gives one."""
    last: _Told | None = None
    for row, sentence in _stated(reading):
        if last is not None and _goes_on(reading, last, (row, sentence)):
            dated_by = row if last[0].date is None else last[0]
            dated = attrs.evolve(last[0], date=dated_by.date, note=dated_by.note)
            yield Fact(dated, (reading.quote(last[1]), reading.quote(sentence)))
            last = None
            continue
        if last is not None:
            yield reading.fact(*last)
        last = (row, sentence)
    if last is not None:
        yield reading.fact(*last)


def _stated(reading: Reading) -> Iterator[_Told]:
    told: set[tuple[int, int, str]] = set()
    for cue, sentence, found, status in reading.cued(TABLE):
        event = _event(reading, cue, sentence, found)
        key = (sentence.passage.line.index, sentence.passage.start, event or "")
        if event is None or status not in _HAPPENS or key in told:
            continue
        told.add(key)
        date = _date(reading, sentence, found)
        row = Event(
            **_columns(reading, sentence, found, event),
            status=status,
            rule=cue.rule,
            event=event,
            date=date.date if date else None,
            text=sentence.passage.text,
            note=_ONLY.get(date.precision) if date else None,
        )
        yield row, sentence


def _goes_on(reading: Reading, first: _Told, second: _Told) -> bool:
    """Tell whether a sentence says more, such as the date, of the change that the one before it states."""
    (row, sentence), (later, after) = first, second
    same = (row.event, row.place_id, row.status) == (later.event, later.place_id, later.status)
    return same and None in (row.date, later.date) and reading.before(after).passage == sentence.passage


def _event(reading: Reading, cue: Cue, sentence: Located, found: Match) -> str | None:
    """Return which change the words state, or None where they state none of a partnership or place."""
    event: str | None = cue.columns.get("event")
    if event == "renamed":
        other = _is_anothers_name(reading, sentence, found)
        return None if other else _event_of(reading, event, sentence, found)
    if cue.entry == "decided":
        return event if _on_places(reading, sentence) else None
    if found.groups.get("it"):
        named = reading.codebook.entry(TABLE, "agreement").match
        return event if named.matches(reading.before(sentence).passage.lower) else None
    return _event_of(reading, event, sentence, found)


def _event_of(reading: Reading, event: str | None, sentence: Located, found: Match) -> str | None:
    """Return which change the words state of their subject, or None where that is no partnership or place."""
    if event is None or not found.groups.get("who"):
        return event
    start, end = found.spans["who"]
    if not _is_ours(reading, sentence, start, end):
        return None
    bodies = reading.codebook.entry(TABLE, "bodies").match
    if event == "place_ended" and bodies.matches(sentence.passage.lower[start:end]):
        return "agreement_ended"
    return event


def _is_anothers_name(reading: Reading, sentence: Located, found: Match) -> bool:
    """Tell whether a bracket or clause tells the new name of a body before it that is none of ours."""
    lower = sentence.passage.lower
    opened = _NAMED_BEFORE.search(lower[: found.start])
    if opened is None:
        return False
    named = (m for m in sentence.mentions if m.end == opened.start() and m.name.kind != PLACE)
    ours = next(named, None) or _HEAD_OF_OURS.of(reading.codebook).search(lower[: opened.start()])
    return ours is None


def _columns(reading: Reading, sentence: Located, found: Match, event: str) -> dict[str, Any]:
    # The words may begin with another place than the one that changes.
    whole = next(s for s in reading.by_line[sentence.passage.line.index] if s.passage == sentence.passage)
    start, end = found.spans.get("who", (0, found.start))
    columns = reading.columns(whole, end)
    before = reading.before(sentence)
    # "It was set up in 2023 and is one of two, with Ford": "it" is whom the sentence before is about.
    if _PRONOUN.search(sentence.passage.lower[start:end]) and len(before.scope.places) == 1:
        columns = reading.columns(before)
    merged = reading.codebook.entry(TABLE, "commissioners").match.matches(
        sentence.passage.lower[found.start : found.end]
    )
    of_system = _OF_THE_SYSTEM.of(reading.codebook).match(sentence.passage.lower) is not None
    if event == "footprint_decision" or (event == "merger" and merged) or (event == "renamed" and of_system):
        columns |= {"place_id": None, "applies_to": "system"}
    return columns


def _is_ours(reading: Reading, sentence: Located, start: int, end: int) -> bool:
    """Tell whether words end with the name of a place or partnership, or with a word for one."""
    lower = _RENAMED.of(reading.codebook).sub("", sentence.passage.lower[start:end])
    end = start + len(lower)
    of_place = _OF_PLACE.of(reading.codebook)
    by_place = any(
        of_place.fullmatch(lower, m.end - start)
        for m in sentence.mentions
        if m.name.kind == PLACE and start <= m.start
    )
    if by_place or _is_shared_and_ours(reading, sentence, start, end):
        return True
    if reading.codebook.entry(TABLE, "no_head").match.matches(lower) or _serves_ours(reading, sentence, end):
        return False
    named = [m for m in sentence.mentions if start <= m.start and m.end <= end and m.name.kind != SYSTEM]
    if any(_BRACKET.fullmatch(lower[m.end - start :]) for m in named):
        return True
    if _PRONOUN.search(lower):
        before = reading.before(sentence)
        ours = any(m.name.kind == PARTNERSHIP for m in before.mentions)
        told = before.passage.lower
        partnership, another = _PARTNERSHIP_WORD.of(reading.codebook), _ANOTHER.of(reading.codebook)
        return ours or (partnership.search(told) is not None and not another.search(told))
    if not reading.codebook.entry(TABLE, "head").match.matches(lower):
        return False
    return bool(named) or bool(sentence.scope.places)


def _serves_ours(reading: Reading, sentence: Located, end: int) -> bool:
    """Tell whether what was set up is to serve a partnership that the sentence names: it is another body."""
    lower, serves = sentence.passage.lower, _SERVES.of(reading.codebook)
    return any(
        m.name.kind == PARTNERSHIP and serves.search(lower[end : m.start])
        for m in sentence.mentions
        if m.start > end
    )


def _is_shared_and_ours(reading: Reading, sentence: Located, start: int, end: int) -> bool:
    """Tell whether words end with a name that several levels share, such as "the ICP", for the place's."""
    if not sentence.scope.places:
        return False
    text = sentence.passage.text
    return any(
        kind == PARTNERSHIP and start <= low and _BRACKET.fullmatch(text[high:end])
        for low, high, kind in shared_names(reading, sentence)
    )


def _on_places(reading: Reading, sentence: Located) -> bool:
    """Tell whether the sentence before says that the places change."""
    before = reading.before(sentence)
    return reading.codebook.entry(TABLE, "changes").match.matches(before.passage.lower)


def _in_that_year(reading: Reading, sentence: Located) -> Iterator[Found]:
    """Yield days of a year that is named before them: "since 2022 ... on 1 July that year"."""
    text = sentence.passage.text
    for day in _DAY_OF_THAT_YEAR.finditer(text):
        before = text[: day.start()]
        years = [*dates(before)] or [*dates(reading.before(sentence).passage.text)]
        if years:
            last = max(years, key=lambda one: one.start)
            found = next(iter(dates(f"{day['day']} {last.date.year}")), None)
            if found is not None:
                yield attrs.evolve(found, start=day.start(), end=day.end())


def _date(reading: Reading, sentence: Located, found: Match) -> Found | None:
    """Return the date that stands nearest to the words; of a month or a year it is the first day.

    "In that year" has the last date of the sentence before.
    """
    text = sentence.passage.text
    apart = {
        d: max(found.start - d.end, d.start - found.end)
        for d in (*dates(text), *_in_that_year(reading, sentence))
        # "The plan was published in 2015, before they merged": the year is that of the plan.
        if not _OF_ANOTHERS_START.of(reading.codebook).search(text[found.end : d.start].lower())
        and (d.end > found.start or not _EARLIER.search(text[d.end : found.end]))
    }
    near = sorted((gap, date.start, date) for date, gap in apart.items() if gap < _FAR)
    if not near and _THAT_YEAR.search(sentence.passage.lower):
        return next(iter(reversed(list(dates(reading.before(sentence).passage.text)))), None)
    return near[0][2] if near else None
