"""Lists of what somebody will do: "they will begin by doing this; doing that; and doing a third thing"."""

from __future__ import annotations

import re

from placebench.codebook import Match
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.extract.sentences import clause_at

_ITEM = re.compile(r"; (?:and )?(?!during|including|according|regarding|being\b|having\b)[a-z-]+ing ")


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
