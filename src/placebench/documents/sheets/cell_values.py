"""What a cell shows: dates and times as ISO 8601, numbers without the noise of binary fractions."""

from __future__ import annotations

import datetime as dt
import re

_UNPRINTED = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_DAY = re.compile(r"[yd]|^[^hs]*m[^hs]*$", re.IGNORECASE)
_CLOCK = re.compile(r"[hs]", re.IGNORECASE)
_ELAPSED = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
_BUILT_IN = {
    9: "0%", 10: "0.00%", 14: "d/m/yy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm", 19: "h:mm:ss",
    20: "h:mm", 21: "h:mm:ss", 22: "d/m/yy h:mm", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss",
}  # fmt: skip
_TALLY = re.compile(r"(?:of:)?=?\s*COUNTBLANK\(", re.IGNORECASE)
_EPOCH = dt.datetime(1899, 12, 30)  # noqa: DTZ001 - a sheet knows no time zones
_EPOCH_1904 = dt.datetime(1904, 1, 1)  # noqa: DTZ001
_MISTAKEN_LEAP_DAY = 60
_LAST_DAY = 2_958_465
_PER_DAY = 86_400
_DIGITS = 15


def format_of(number: int, custom: dict[int, str]) -> str:
    """Return the code of a number format of a workbook."""
    return custom.get(number) or _BUILT_IN.get(number, "")


def shown_number(value: float, code: str, *, since_1904: bool = False) -> str:
    """Return what a number shows in a number format.

    Args:
        value: The number, as the file stores it.
        code: Code of the format.
        since_1904: Whether days are counted from 1904.
    """
    bare = _UNPRINTED.sub("", code.partition(";")[0])
    if "%" in bare:
        return f"{plain_number(value * 100)}%"
    day, clock = _DAY.search(bare), _CLOCK.search(bare)
    if not (day or clock) or not 0 <= value <= _LAST_DAY:
        return plain_number(value)
    if _ELAPSED.search(bare):
        return elapsed(round(value * _PER_DAY))
    moment = _moment(value, since_1904=since_1904)
    if day and clock:
        return moment.isoformat()
    return moment.date().isoformat() if day else moment.time().isoformat()


def is_tally(formula: str) -> bool:
    """Tell whether a formula counts empty cells: it helps whoever fills in a sheet, and answers nothing."""
    return bool(_TALLY.match(formula))


def plain_number(value: float) -> str:
    """Return a number as a spreadsheet keeps it, to fifteen digits."""
    return f"{value:.{_DIGITS}g}"


def elapsed(seconds: int) -> str:
    """Return a length of time as hours, minutes and seconds."""
    minutes, second = divmod(seconds, 60)
    hour, minute = divmod(minutes, 60)
    return f"{hour:02}:{minute:02}:{second:02}"


def _moment(value: float, *, since_1904: bool) -> dt.datetime:
    if since_1904:
        return _EPOCH_1904 + dt.timedelta(seconds=round(value * _PER_DAY))
    # Spreadsheets count a 29 February 1900, which never was.
    early = 1 if 1 <= value < _MISTAKEN_LEAP_DAY else 0
    return _EPOCH + dt.timedelta(seconds=round((value + early) * _PER_DAY))
