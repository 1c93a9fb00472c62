"""Numbers, ranges and how they are meant."""

from __future__ import annotations

import re

_WORDS = {
    word: value
    for value, word in enumerate(
        [
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ],
        1,
    )
}
NUMBER = rf"(?:\d[\d,]*(?:\.\d+)?|{'|'.join(_WORDS)})"
"""Expression for a number in digits or words."""

_BOUNDS = (
    ("at_least", re.compile(r"(?:more than|over|at least|above|no fewer than|upwards of|in excess of)\s*$")),
    ("at_most", re.compile(r"(?:up to|fewer than|less than|under|no more than|at most|below)\s*$")),
    (
        "about",
        re.compile(r"(?:about|around|approximately|roughly|nearly|almost|some|circa|an average of|c\.)\s*$"),
    ),
)


_PARTS = {"half": 50.0, "third": 100 / 3, "quarter": 25.0, "fifth": 20.0, "tenth": 10.0, "halved": 50.0}


def number(text: str) -> float | None:
    """Return the number that a text in digits or words stands for, or None."""
    lower = text.strip().lower()
    if lower in _WORDS:
        return float(_WORDS[lower])
    digits = lower.replace(",", "")
    return float(digits) if re.fullmatch(r"\d+(?:\.\d+)?", digits) else None


def share(text: str) -> float | None:
    """Return the percentage that words such as "a quarter" or "two thirds" stand for, or None."""
    words = text.lower().split()
    part = _PARTS.get(words[-1].removesuffix("s")) if words else None
    if part is None:
        return None
    times = number(words[-2]) if len(words) > 1 else None
    return round(part * (times or 1), 1)


def bound(before: str) -> str:
    """Return how a figure is meant, from the folded, lower-case words before it."""
    return next((code for code, pattern in _BOUNDS if pattern.search(before)), "exact")
