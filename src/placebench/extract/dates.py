"""Dates as papers write them."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from functools import lru_cache

import attrs

from placebench.documents.dates import MONTHS

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAY = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? ({_MONTH}),? ((?:19|20)\d\d)\b", re.IGNORECASE)
_ISO = re.compile(r"\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b")
_SLASHED = re.compile(r"\b(\d{1,2})[/.](\d{1,2})[/.]((?:19|20)\d\d)\b")
_MONTH_YEAR = re.compile(rf"\b({_MONTH}),? ((?:19|20)\d\d)\b", re.IGNORECASE)
_YEAR = re.compile(r"\b((?:19|20)\d\d)\b(?![/-]\d)")


@attrs.frozen
class Found:
    """A date where it stands in a text, and how exactly it is given (`day`, `month` or `year`)."""

    date: dt.date
    precision: str
    start: int
    end: int

    def first_day(self) -> dt.date | None:
        """Return the day, or the first of the month; None where only the year is given."""
        return None if self.precision == "year" else self.date

    def last_day(self) -> dt.date | None:
        """Return the day, or the last of the month; None where only the year is given."""
        if self.precision != "month":
            return self.first_day()
        return self.date.replace(day=calendar.monthrange(self.date.year, self.date.month)[1])


# The order in which a form gives day, month and year.
_FORMS = ((_DAY, "dmy"), (_ISO, "ymd"), (_SLASHED, "dmy"), (_MONTH_YEAR, "my"), (_YEAR, "y"))
_PRECISION = {1: "year", 2: "month", 3: "day"}


def dates(text: str) -> tuple[Found, ...]:
    """Return the dates of a folded text, those most exactly given first; none overlaps another."""
    found: list[Found] = []
    for pattern, order in _FORMS:
        for match in pattern.finditer(text):
            if any(match.start() < other.end and other.start < match.end() for other in found):
                continue
            date = _date(dict(zip(order, match.groups(), strict=True)))
            if date is not None:
                found.append(Found(date, _PRECISION[len(order)], match.start(), match.end()))
    return tuple(found)


def _date(parts: dict[str, str]) -> dt.date | None:
    month = parts.get("m", "1").lower()
    try:
        return dt.date(int(parts["y"]), MONTHS.get(month) or int(month), int(parts.get("d", "1")))
    except ValueError:
        return None


def find_date(text: str) -> Found | None:
    """Return the first of the most exactly given dates in a folded text, or None."""
    return next(iter(dates(text)), None)


# Whoever reads a document asks when it was published.
@lru_cache(maxsize=16)
def parse_date(text: str) -> tuple[dt.date, str] | None:
    """Return a date given as `2023`, `2023-03`, `2023-03-21` or in words, with its precision, or None."""
    if found := re.fullmatch(r"((?:19|20)\d\d)-(\d\d)", text.strip()):
        month = int(found.group(2))
        return (dt.date(int(found.group(1)), month, 1), "month") if month in MONTHS.values() else None
    read = find_date(text)
    return (read.date, read.precision) if read else None
