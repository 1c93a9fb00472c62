"""Numbers in Roman numerals and letters, and raised digits."""

from __future__ import annotations

MOST_ROMAN = 3999
"""The largest number that has a Roman numeral."""
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def roman(number: int) -> str:
    """Return a number from 1 to `MOST_ROMAN` as a Roman numeral in lower case."""
    text = ""
    for value, digits in _ROMAN:
        text += digits * (number // value)
        number %= value
    return text


def letters(number: int) -> str:
    """Return a number from 1 on as letters: a to z, then aa, ab."""
    text = ""
    while number:
        number, digit = divmod(number - 1, 26)
        text = chr(ord("a") + digit) + text
    return text


def in_superscript(text: str) -> str:
    """Return a text with its digits as those of a power or the mark of a footnote."""
    return text.translate(_RAISED)
