"""What begins on a day after the document's own: it is stated in the present tense, and not there yet."""

from __future__ import annotations

import datetime as dt
import re

from placebench.codebook import Codebook, Wording
from placebench.extract.dates import Found, dates
from placebench.extract.sentences import clause_at

_PART_OF = r"(?:\b(?:the|early|late|mid|start of|beginning of|end of|of)\b[ -]?)*"
_FROM = re.compile(
    r"\b(?:from|as of|as from|with effect from|starting|beginning|commencing|effective)"
    rf"(?: (?:on|in))? {_PART_OF}$"
)
_ON = re.compile(rf"\b(?:on|in) {_PART_OF}$")
_WORDS = "ahead"
_STARTS = Wording(_WORDS, r"\b<starts>\b")
# Whoever turns into something is there already.
_TURNS = Wording(_WORDS, r"\b<turns>\b")


def begins_later(
    codebook: Codebook, text: str, start: int, end: int, published: tuple[dt.date, str] | None
) -> bool:
    """Tell whether a clause dates the beginning of what it states after the document's own date.

    Args:
        codebook: The coding frame.
        text: A folded sentence in lower case.
        start: Start of the words that name the thing.
        end: End of those words.
        published: The first day of the period in which the document was published, and how exactly it is
            known.

    Returns:
        Whether the clause, or the words that open the sentence, say "from" a later day, month or year, or
        "on" or "in" one with a verb of beginning; never where the document's date is not known.
    """
    if published is None or "20" not in text:
        return False
    low, high = clause_at(text, start, end)
    turns = _TURNS.of(codebook).search(text, low, high)
    if turns is not None and end <= turns.start():
        return False
    verb = turns or _STARTS.of(codebook).search(text, low, high)
    for found in dates(text):
        opens = _FROM.fullmatch(text[: found.start]) or _ON.fullmatch(text[: found.start])
        if not _is_later(found, published) or not (low <= found.start < high or opens):
            continue
        before = text[: found.start]
        if _FROM.search(before) or (verb is not None and _ON.search(before)):
            return True
    return False


def _is_later(found: Found, published: tuple[dt.date, str]) -> bool:
    day, precision = published
    if "year" in (precision, found.precision):
        return found.date.year > day.year
    if "month" in (precision, found.precision):
        return (found.date.year, found.date.month) > (day.year, day.month)
    return found.date > day
