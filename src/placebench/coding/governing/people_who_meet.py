"""People by their posts who meet: "the chief executives meet monthly" tells of them alone."""

from __future__ import annotations

import re

from placebench.codebook import Wording
from placebench.coding.reading import Reading
from placebench.coding.scope import Located

_WORDS = "people_who_meet"
_WHO = Wording(
    _WORDS,
    r"^\W*(?:the |our |all )*"
    r"((?:(?:<rank>|and|partners\x27|place) )*<posts>(?:(?:,| and) (?:<rank> )*<posts>)*)"
    r"(?: (?:of|from|in|across|at) (?!(?:the |our )?(?:[\w\x27-]+ ){0,4}?<body>\b)[^.;,]{3,60}?)?"
    r",? (?:(?:\w+ly|now|also|all|both|then|still|will|regularly) )*<meet>\b",
    re.IGNORECASE,
)


def people_who_meet(reading: Reading, sentence: Located) -> str | None:
    """Return how a sentence names the people by post who meet in it; None where others do, or a body."""
    found = _WHO.of(reading.codebook).match(sentence.passage.text)
    return found.group(1) if found else None
