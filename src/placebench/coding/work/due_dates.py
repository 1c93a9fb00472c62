"""Days by which something is due, from the words for a date."""

from __future__ import annotations

import datetime as dt
import re

from placebench.coding.reading import Reading
from placebench.extract.dates import Found

_BEGINS = re.compile(r"from\b|(?:\w+ )*(?:start|beginning) of\b", re.IGNORECASE)


def is_past(reading: Reading, due: Found) -> bool:
    """Tell whether a date lies in a year, or in a month where both give one, before the document's own."""
    published = reading.published
    if published is None:
        return False
    day, precision = published
    months = (due.date.year, due.date.month) < (day.year, day.month)
    known = "year" not in (precision, due.precision)
    return due.date.year < day.year or (known and months)


def due_of(due: Found, words: str) -> dt.date | None:
    """Return the day by which it is due: the last of a month, save where it begins with the month."""
    return due.first_day() if _BEGINS.match(words) else due.last_day()
