"""Dated deliverables, from lists of next steps and from sentences with a date ahead."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.documents import HEADING, ITEM
from placebench.extract.dates import find_date, parse_date
from placebench.importer import Fact
from placebench.model import Milestone

TABLE = "milestones"
_TOLD = re.compile(
    r"^(?:(?:it (?:was|is) (?:also |further )?(?:added|explained|noted|reported|confirmed|advised) that"
    r"|as (?:noted|set out|described|mentioned|stated) (?:above|below|earlier|previously)),? )+",
    re.IGNORECASE,
)
_AHEAD = frozenset({"planned", "emerging", "expected"})
_END = re.compile(r"\bby (?:the )?end of\b", re.IGNORECASE)


def code_milestones(reading: Reading) -> Iterator[Fact]:
    """Yield the deliverables with a date or the words for one, each once."""
    done: set[int] = set()
    for lead, rule in _leads(reading):
        for item in reading.own_lines:
            if item.block.kind == ITEM and item.lead == lead and item.index not in done:
                done.add(item.index)
                yield from _milestone(reading, reading.by_line[item.index], "planned", rule)
    told: set[int] = set()
    for cue, sentence, _, given in reading.cued(TABLE):
        if cue.entry not in ("promised", "sentence") or sentence.passage.line.index in done:
            continue
        status = given
        if status == "in_place":
            end = len(sentence.passage.lower)
            status = reading.status(sentence, end - 1, end)
        if status in _AHEAD and id(sentence) not in told:
            told.add(id(sentence))
            yield from _milestone(
                reading, (sentence,), "planned" if status == "expected" else status, cue.rule
            )


def _leads(reading: Reading) -> Iterator[tuple[int, str]]:
    """Yield the lines that introduce a list of deliverables."""
    for cue, sentence, _, _ in reading.cued(TABLE):
        line = sentence.passage.line.index
        if cue.entry == "list" and sentence is reading.by_line[line][-1]:
            yield line, cue.rule
    heading = reading.codebook.entry(TABLE, "heading")
    for named in reading.own_lines:
        lower = named.folded.lower
        if named.block.kind != HEADING or not heading.match.matches(lower):
            continue
        if not (heading.unless and heading.unless.matches(lower)):
            yield named.index, heading.rule


def _milestone(reading: Reading, sentences: tuple[Located, ...], status: str, rule: str) -> Iterator[Fact]:
    for sentence in sentences:
        when = _when(reading, sentence)
        if when is None:
            continue
        due = find_date(when)
        if due and _is_past(reading, due.date):
            return
        row = Milestone(
            **reading.columns(sentence),
            status=status,
            rule=rule,
            deliverable=_TOLD.sub("", sentence.passage.text).strip(" ;."),
            due=_last_day(due.date, when, due.precision) if due else None,
            due_text=when,
        )
        yield reading.fact(row, sentence)
        return


def _when(reading: Reading, sentence: Located) -> str | None:
    for entry in ("when_first", "when"):
        found = reading.codebook.entry(TABLE, entry).match.search(sentence.passage.lower)
        if found is not None:
            return sentence.passage.text[slice(*found.spans["when"])]
    return None


def _is_past(reading: Reading, due: dt.date) -> bool:
    """Tell whether a date lies in a year before the document's own."""
    published = parse_date(reading.document.metadata.get("published", ""))
    return published is not None and due.year < published[0].year


def _last_day(date: dt.date, words: str, precision: str) -> dt.date | None:
    if precision == "day":
        return date
    if precision == "month" and _END.search(words):
        first_of_next = (date.replace(day=28) + dt.timedelta(days=4)).replace(day=1)
        return first_of_next - dt.timedelta(days=1)
    return None
