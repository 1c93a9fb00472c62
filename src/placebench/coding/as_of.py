"""The date that a statement speaks for, where its own words give one."""

from __future__ import annotations

import re
from functools import lru_cache

import attrs

from placebench.extract.dates import Found, dates
from placebench.extract.folding import fold
from placebench.importer import Fact
from placebench.model import FactRow

_WORDS = r"\b(?:as (?:at|of|on)|correct (?:as )?(?:at|on)|the position (?:at|on)|at the end of) (?:the )?"
_YEAR = re.compile("19|20")
_AS_AT = re.compile(_WORDS, re.IGNORECASE)
_RIGHT_BEFORE = re.compile(rf"{_WORDS}$", re.IGNORECASE)


def dated(fact: Fact) -> Fact:
    """Return a fact with the date that its quotes say they speak for: "as at 31 March 2024"."""
    row = fact.row
    if not isinstance(row, FactRow) or row.as_of is not None:
        return fact
    texts = (text for quote in fact.quotes for text in quote.texts)
    found = next(filter(None, map(_as_at, texts)), None)
    if found is None:
        return fact
    return attrs.evolve(fact, row=attrs.evolve(row, as_of=found.date, as_of_precision=found.precision))


# One sentence is the quote of several facts.
@lru_cache(maxsize=256)
def _as_at(quoted: str) -> Found | None:
    if not _YEAR.search(quoted):
        return None
    text = fold(quoted).text
    # Few sentences have such words, and reading dates takes long.
    found = dates(text) if _AS_AT.search(text) else ()
    return next((date for date in found if _RIGHT_BEFORE.search(text[: date.start])), None)
