"""Dated changes: what began, ended, merged, was renamed or opened."""

from __future__ import annotations

from collections.abc import Iterator

from placebench.coding.reading import Reading
from placebench.extract.dates import find_date
from placebench.importer import Fact
from placebench.model import Event

TABLE = "events"


def code_events(reading: Reading) -> Iterator[Fact]:
    """Yield the changes that a document states, with the day where it gives one."""
    for cue, sentence, found, status in reading.cued(TABLE):
        date = find_date(sentence.passage.text)
        row = Event(
            **reading.columns(sentence, found.start),
            status=status,
            rule=cue.rule,
            date=date.date if date and date.precision == "day" else None,
            text=sentence.passage.text,
            **cue.columns,
        )
        yield reading.fact(row, sentence)
