"""Which leading post of the partnership the words of a cell give."""

from __future__ import annotations

import re

from placebench.coding.members.named_body import PARTNERSHIP, named_body, unnamed
from placebench.coding.reading import Reading
from placebench.extract.people import leading_posts

CHAIR = re.compile(
    r"(?:the )?(?:independent |interim )?(?:(?P<deputy>vice|deputy)[- ]|(?P<joint>joint |co-))?"
    r"chair(?:man|woman|person)?\b"
)
"""Words for a chair, in lower case."""
AND_CHAIR = re.compile(r"(?:,|/| and| &) " + CHAIR.pattern + r"(?= of the (?:partnership |place )?board\b|$)")
"""The post in the partnership behind another: "leader of the council and chair of the board"."""


def role_of(reading: Reading, post: str) -> str | None:
    """Return the code of the leading role that a post is, or None where it is none or leads another body."""
    lower = unnamed(reading, post).lower()
    chair = CHAIR.match(lower) or AND_CHAIR.search(lower)
    if chair is None:
        return next((role for role, _ in leading_posts(lower, reading.codebook)), None)
    led = named_body(lower[chair.end() :], reading.codebook)
    kind = "vice_" if chair["deputy"] else "co_" if chair["joint"] else ""
    return f"{kind}chair" if led in (None, PARTNERSHIP) else None
