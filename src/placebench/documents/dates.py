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


def leading_date(text: str) -> str | None:
    """Return the date that a time stamp begins with, or None."""
    found = _DATE.match(text.strip())
    return found.group() if found and is_date(found.group()) else None
