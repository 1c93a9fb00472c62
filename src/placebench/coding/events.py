"""Dated changes: what began, ended, merged, was renamed or opened."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from placebench.codebook import Match
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.extract.dates import dates
from placebench.importer import Fact
from placebench.model import Event

TABLE = "events"
_HAPPENS = frozenset({"in_place", "planned"})


def code_events(reading: Reading) -> Iterator[Fact]:
    """Yield the changes that a document states, each once a sentence, with the day where it gives one."""
    told: set[tuple[int, str]] = set()
    for cue, sentence, found, status in reading.cued(TABLE):
        event = cue.columns.get("event")
        if event is None or status not in _HAPPENS or (id(sentence), event) in told:
            continue
        if cue.entry == "decided" and not _on_places(reading, sentence):
            continue
        told.add((id(sentence), event))
        row = Event(
            **reading.columns(sentence, found.start),
            status=status,
            rule=cue.rule,
            date=_day(sentence.passage.text, found),
            text=sentence.passage.text,
            **cue.columns,
        )
        yield reading.fact(row, sentence)


def _on_places(reading: Reading, sentence: Located) -> bool:
    """Tell whether the sentence before says that the places change."""
    group = reading.by_line[sentence.passage.line.index]
    before = group[max(0, group.index(sentence) - 1)]
    return reading.codebook.entry(TABLE, "changes").match.matches(before.passage.lower)


def _day(text: str, found: Match) -> dt.date | None:
    """Return the date that stands nearest to the words, where it is one day."""
    given = sorted(dates(text), key=lambda date: max(found.end - date.end, date.start - found.end))
    return given[0].date if given and given[0].precision == "day" else None
