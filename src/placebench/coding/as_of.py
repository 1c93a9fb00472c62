"""The date that a statement speaks for, where its own words give one."""

from __future__ import annotations

import re
from functools import lru_cache

import attrs

from placebench.extract.dates import Found, dates
from placebench.extract.folding import fold
from placebench.importer import Fact
from placebench.model import FactRow

_AS_AT = re.compile(
    r"\b(?:as (?:at|of|on)|correct (?:as )?(?:at|on)|the position (?:at|on)|at the end of) (?:the )?$"
)


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
    text = fold(quoted).text
    return next((date for date in dates(text) if _is_as_at(text, date)), None)


def _is_as_at(text: str, date: Found) -> bool:
    return bool(_AS_AT.search(text[: date.start].lower()))
