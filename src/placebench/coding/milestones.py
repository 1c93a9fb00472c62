"""Dated deliverables, from lists of next steps and from sentences with a date ahead."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.documents import ITEM
from placebench.extract.dates import find_date
from placebench.importer import Fact
from placebench.model import Milestone

TABLE = "milestones"
_WHEN = re.compile(
    r"\b(?:by|before|from|on|in|during|throughout|until|between)\b(?: the| approximately| end of| early| late| mid| around)*"
    r"[^.;,(]{0,20}?(?:(?:19|20)\d\d(?:[/-]\d\d(?:\d\d)?)?|\d\d/\d\d)(?: financial year| calendar year| and [A-Z]\w+ (?:19|20)\d\d)?",
    re.IGNORECASE,
)
_AHEAD = frozenset({"planned", "emerging", "expected"})


def code_milestones(reading: Reading) -> Iterator[Fact]:
    """Yield the deliverables with a date or the words for one."""
    done: set[int] = set()
    for cue, sentence, _, status in reading.cued(TABLE):
        line = sentence.passage.line
        if cue.entry == "list" and sentence is reading.by_line[line.index][-1]:
            for item in reading.own_lines:
                if item.block.kind == ITEM and item.lead == line.index and item.index not in done:
                    done.add(item.index)
                    yield from _milestone(reading, reading.by_line[item.index], "planned", cue.rule)
        elif cue.entry == "sentence" and line.index not in done:
            if status == "in_place":
                status = reading.status(
                    sentence, len(sentence.passage.lower) - 1, len(sentence.passage.lower)
                )
            if status not in _AHEAD:
                continue
            done.add(line.index)
            yield from _milestone(
                reading, (sentence,), "planned" if status == "expected" else status, cue.rule
            )


def _milestone(reading: Reading, sentences: tuple[Located, ...], status: str, rule: str) -> Iterator[Fact]:
    for sentence in sentences:
        text = sentence.passage.text
        when = _WHEN.search(text)
        if when is None:
            continue
        due = find_date(when.group())
        row = Milestone(
            **reading.columns(sentence),
            status=status,
            rule=rule,
            deliverable=text.strip(" ;."),
            due=_last_day(due.date, when.group(), due.precision) if due else None,
            due_text=when.group(),
        )
        yield reading.fact(row, sentence)
        return


def _last_day(date: dt.date, words: str, precision: str) -> dt.date | None:
    if precision == "day":
        return date
    if precision == "month" and re.search(r"\bby (?:the )?end of\b", words, re.IGNORECASE):
        first_of_next = (date.replace(day=28) + dt.timedelta(days=4)).replace(day=1)
        return first_of_next - dt.timedelta(days=1)
    return None
