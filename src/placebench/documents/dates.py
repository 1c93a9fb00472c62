"""Dates of publication as metadata gives them, to the year, the month or the day; and the names of months."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping

MONTHS: Mapping[str, int] = {
    name: number
    for number, names in enumerate(
        [
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ],
        1,
    )
    for name in names.split()
}
"""Names of months and their short forms in small letters, with their numbers."""

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
# A spreadsheet writes a date anew when it saves the table it is in.
_DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", re.ASCII)
_IN_WORDS = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?([a-z]+)\.?,?\s+(\d{4})", re.ASCII)


def is_date(text: str) -> bool:
    """Tell whether a text is `2023`, `2023-03` or `2023-03-21`, and a date of the calendar."""
    found = _DATE.fullmatch(text)
    if not found:
        return False
    try:
        dt.date(*(int(part or 1) for part in found.groups()))
    except ValueError:
        return False
    return True


def written_date(text: str) -> str | None:
    """Return a date that a person wrote as `is_date` knows it, or None.

    Args:
        text: Such as `2023-03-21`, `21/03/2023`, `21 March 2023`, `March 2023` or `2023`; the day stands
            before the month, as British spreadsheets write it.
    """
    plain = text.strip().lower()
    if found := _DAY_FIRST.fullmatch(plain):
        day, month, year = found.groups()
        plain = f"{year}-{month:0>2}-{day:0>2}"
    elif (found := _IN_WORDS.fullmatch(plain)) and found[2] in MONTHS:
        plain = f"{found[3]}-{MONTHS[found[2]]:02}" + (f"-{found[1]:0>2}" if found[1] else "")
    return plain if is_date(plain) else None


def leading_date(text: str) -> str | None:
    """Return the date that a time stamp begins with, or None."""
    found = _DATE.match(text.strip())
    return found.group() if found and is_date(found.group()) else None
