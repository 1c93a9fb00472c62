"""Dates of publication as metadata gives them: to the year, the month or the day."""

from __future__ import annotations

import datetime as dt
import re

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
