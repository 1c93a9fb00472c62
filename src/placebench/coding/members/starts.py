"""When somebody takes up a post or leaves it: after the paper, or before it."""

from __future__ import annotations

import re

import attrs

from placebench.codebook import Wording
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.extract.dates import find_date
from placebench.extract.people import IN_PLACE
from placebench.model import Role

_WORDS = "starts"
_APPOINTED = Wording(_WORDS, r"\b<appointed>\b")
_STARTS = Wording(
    _WORDS,
    r"\b(?P<will>(?:will|is to|is due to|is set to|are to) (?:formally |officially |then )?<will_start>\b)"
    r"|\b<starts>\b[^.;]{0,60}? (?=(?:on|in|from|at) )"
    r"|\b(?:with effect|effective|starting) (?=from|on|in)",
)
# "Jo Bell takes over next month": in the present tense, and ahead.
_TAKES_OVER = Wording(_WORDS, r"\b<takes_over>\b[^.;]*?\b(?:(?P<ahead><soon>)\b|(?=(?:on|in|from) ))")
# "Chaired by Jo Bell until May 2024".
_UNTIL = re.compile(r"(?P<name>.+?),? (?:up )?(?:un)?till? (?P<when>(?:\w+ ){0,2}(?:19|20)\d\d)")
_GOES_ON = re.compile(r"(?:she|he|they|the (?:new|incoming) \w+|the appointment|both)\b")


def until_then(reading: Reading, row: Role) -> Role:
    """Return a post as ended where its holder is told to have held it until a day before the publication."""
    found = _UNTIL.fullmatch(row.holder or "")
    ends = find_date(found["when"]) if found else None
    if found is None or ends is None:
        return row
    over = reading.published is not None and ends.date <= reading.published[0]
    return attrs.evolve(row, holder=found["name"], status="ended" if over else row.status)


def starting(reading: Reading, sentence: Located, row: Role) -> Role:
    """Return the row of a post as planned where its holder is appointed and starts after the publication."""
    lower = sentence.passage.lower
    if row.status != IN_PLACE or not row.holder:
        return row
    if _takes_over_later(reading, lower):
        return attrs.evolve(row, status="planned")
    appointed = _APPOINTED.of(reading.codebook).search(lower)
    if appointed is None:
        return row
    after = lower[appointed.end() :]
    found = _STARTS.of(reading.codebook).search(after)
    if found is None:
        after = _next(reading, sentence, row.holder)
        found = _STARTS.of(reading.codebook).search(after)
    if found is None:
        return row
    begins = find_date(after[found.end() :])
    published = reading.published
    if begins is None or published is None:
        return attrs.evolve(row, status="planned") if found["will"] else row
    return attrs.evolve(row, status="planned") if begins.date > published[0] else row


def _takes_over_later(reading: Reading, lower: str) -> bool:
    """Tell whether a sentence says in the present tense that somebody takes over on a day ahead."""
    found = _TAKES_OVER.of(reading.codebook).search(lower)
    if found is None or found["ahead"]:
        return found is not None
    begins = find_date(lower[found.end() :])
    return begins is not None and reading.published is not None and begins.date > reading.published[0]


def _next(reading: Reading, sentence: Located, holder: str) -> str:
    """Return the sentence that follows in the same paragraph, where it goes on about the holder."""
    siblings = reading.by_line[sentence.passage.line.index]
    lower = next((s.passage.lower for s in siblings if s.passage.start >= sentence.passage.end), "")
    names = (holder.lower(), *holder.lower().split())
    return lower if _GOES_ON.match(lower) or lower.startswith(names) else ""


def begins_later(reading: Reading, text: str) -> bool:
    """Tell whether what a text in the present tense dates has yet to begin when the document is published."""
    begins = find_date(text)
    published = reading.published
    return begins is None or published is None or begins.date > published[0]
