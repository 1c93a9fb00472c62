"""Dates as papers write them."""

from __future__ import annotations

import datetime as dt
import re

import attrs

_MONTHS = {
    name: number
    for number, names in enumerate(
        ["january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug", "september sept sep", "october oct", "november nov", "december dec"],
        1,
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
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


def find_date(text: str) -> Found | None:
    """Return the first of the most exactly given dates in a folded text, or None."""
    for pattern, read in (
        (_DAY, lambda g: (int(g[2]), _MONTHS[g[1].lower()], int(g[0]), "day")),
        (_ISO, lambda g: (int(g[0]), int(g[1]), int(g[2]), "day")),
        (_SLASHED, lambda g: (int(g[2]), int(g[1]), int(g[0]), "day")),
        (_MONTH_YEAR, lambda g: (int(g[1]), _MONTHS[g[0].lower()], 1, "month")),
        (_YEAR, lambda g: (int(g[0]), 1, 1, "year")),
    ):
        for found in pattern.finditer(text):
            year, month, day, precision = read(found.groups())
            try:
                return Found(dt.date(year, month, day), precision, found.start(), found.end())
            except ValueError:
                continue
    return None


def parse_date(text: str) -> tuple[dt.date, str] | None:
    """Return a date given as `2023`, `2023-03`, `2023-03-21` or in words, with its precision, or None."""
    if found := re.fullmatch(r"((?:19|20)\d\d)-(\d\d)", text.strip()):
        month = int(found.group(2))
        return (dt.date(int(found.group(1)), month, 1), "month") if 1 <= month <= 12 else None
    read = find_date(text)
    return (read.date, read.precision) if read else None
