"""Dated changes: what began, ended, merged, was renamed or opened."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

from placebench.codebook import Match
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.extract.dates import dates
from placebench.extract.gazetteer import PARTNERSHIP, SYSTEM
from placebench.importer import Fact
from placebench.model import Event

TABLE = "events"
_HAPPENS = frozenset({"in_place", "planned"})
_PARTNERSHIP = re.compile(r"\b(?:partnership|alliance|board|place)\b")


def code_events(reading: Reading) -> Iterator[Fact]:
    """Yield the changes that a document states, each once a sentence, with the day where it gives one."""
    told: set[tuple[int, str]] = set()
    for cue, sentence, found, status in reading.cued(TABLE):
        event = cue.columns.get("event")
        if event is None or status not in _HAPPENS or (id(sentence), event) in told:
            continue
        if cue.entry == "decided" and not _on_places(reading, sentence):
            continue
        if found.groups.get("who") and not _is_ours(sentence, *found.spans["who"]):
            continue
        told.add((id(sentence), event))
        row = Event(
            **_columns(reading, sentence, found, event),
            status=status,
            rule=cue.rule,
            date=_day(sentence.passage.text, found),
            text=sentence.passage.text,
            **cue.columns,
        )
        yield reading.fact(row, sentence)


def _columns(reading: Reading, sentence: Located, found: Match, event: str) -> dict[str, Any]:
    columns = reading.columns(sentence, found.spans.get("who", (0, found.start))[1])
    if event == "footprint_decision":
        columns |= {"place_id": None, "applies_to": "system"}
    return columns


def _is_ours(sentence: Located, start: int, end: int) -> bool:
    """Tell whether words name a partnership, or a place and say that they mean the partnership."""
    named = [m for m in sentence.mentions if start <= m.start and m.end <= end and m.name.kind != SYSTEM]
    says_so = _PARTNERSHIP.search(sentence.passage.lower[start:end])
    return any(m.name.kind == PARTNERSHIP or says_so for m in named)


def _on_places(reading: Reading, sentence: Located) -> bool:
    """Tell whether the sentence before says that the places change."""
    before = reading.before(sentence)
    return reading.codebook.entry(TABLE, "changes").match.matches(before.passage.lower)


def _day(text: str, found: Match) -> dt.date | None:
    """Return the date that stands nearest to the words, where it is one day."""
    given = sorted(dates(text), key=lambda date: max(found.end - date.end, date.start - found.end))
    return given[0].date if given and given[0].precision == "day" else None
