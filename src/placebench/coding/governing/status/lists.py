"""Lists of what somebody will do, by doing this and doing that, or as deliverables with dates."""

from __future__ import annotations

import re

from placebench.codebook import Match
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.extract.dates import dates
from placebench.extract.force import force
from placebench.extract.sentences import clause_at

_ITEM = re.compile(r"; (?:and )?(?!during|including|according|regarding|being\b|having\b)[a-z-]+ing ")

_BY = re.compile(
    r"\b(?:by|before|no later than) (?:(?:the )?(?:end|start|beginning|middle) of |early |late |mid[- ])?$"
)

_WILL = re.compile(r"\b(?:will|would)\b")
_ASKS = re.compile(
    r"\b(?:must|should|shall|ought|needs?|needed|requires?|required|expect\w*|ha(?:s|ve) to)\b"
)


def status_of_list(reading: Reading, sentence: Located, found: Match, status: str) -> str:
    """Return the status at a match; an item of doing has that of the clause that opens its list.

    Args:
        reading: The document.
        sentence: The sentence.
        found: The match.
        status: What the clause of the match says alone.
    """
    lower = sentence.passage.lower
    low, _ = clause_at(lower, found.start, found.end)
    first = low
    while first and _ITEM.match(lower, first):
        first, _ = clause_at(lower, first - 1, first)
    return status if first == low else reading.status(sentence, first, first + 1)


def is_promised(sentence: Located) -> bool:
    """Tell whether a sentence says what places will have by a date, and asks nothing of them.

    Args:
        sentence: The sentence.
    """
    lower = sentence.passage.lower
    dated = any(_BY.search(lower[: date.start]) for date in dates(lower))
    return dated and _WILL.search(lower) is not None and not _ASKS.search(lower)


def is_deliverable(reading: Reading, sentence: Located, found: Match) -> bool:
    """Tell whether a match stands in a list of deliverables, with a date of its own by which it is due.

    Args:
        reading: The document.
        sentence: The sentence.
        found: The match.
    """
    lower, codebook = sentence.passage.lower, reading.codebook
    if not any(map(codebook.entry("milestones", "list").match.matches, reading.leads(sentence.passage.line))):
        return False
    due = any(_BY.search(lower[: date.start]) for date in dates(lower))
    return due and force(lower, found.start, found.end, codebook) == "in_place"
