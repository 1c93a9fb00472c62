"""Which body the words before a cue speak of, and whether it is the system's own."""

from __future__ import annotations

import re

from placebench.codebook import Codebook
from placebench.coding.reading import Reading

_NAME = re.compile(r"(?:[A-Z][\w&'-]+ (?:(?:and|of|for|&|in|with) )*)+(?:Partnership|Alliance|Board)\b")
_HEAD_LINES = 8
OTHER = "other"
PARTNERSHIP = "partnership"
SUBGROUP = "subgroup"


def named_body(lower: str, codebook: Codebook, *, first: bool = False) -> str | None:
    """Return what kind of body a folded text in lower case names last, or first, or None where it names none.

    Returns:
        `partnership`, `subgroup`, `other` for a body that is neither, or None.
    """
    patterns = codebook.rosters["body"]
    for found in patterns["none"].finditer(lower):
        lower = lower[: found.start] + "~" * (found.end - found.start) + lower[found.end :]
    candidates = [
        (found.start if first else -found.end, rank, kind)
        for rank, kind in enumerate((OTHER, SUBGROUP, PARTNERSHIP))
        for found in patterns[kind].finditer(lower)
    ]
    return min(candidates)[2] if candidates else None


def is_foreign(reading: Reading, text: str) -> bool:
    """Tell whether a text names, last of all, a partnership of a place that is not the system's."""
    names = list(_NAME.finditer(text))
    if not names:
        return False
    name = names[-1].group()
    if reading.names.mentions(name) or name.lower() in head(reading):
        return False
    generic = reading.codebook.rosters["name"]["generic"]
    return not all(generic.matches(word.lower()) for word in name.split())


def head(reading: Reading) -> str:
    """Return the title and first lines of a document, folded, in lower case."""
    first = " ".join(line.text for line in reading.lines[:_HEAD_LINES])
    return f"{reading.document.metadata.get('title', '')} {first}".lower()


def of_partnership(reading: Reading) -> bool:
    """Tell whether the title and first line of a document name no committee, cabinet or board of others."""
    first = reading.lines[0].text if reading.lines else ""
    title = f"{reading.document.metadata.get('title', '')} {first}".lower()
    return not reading.codebook.rosters["meeting"]["other"].matches(title)


def own_meeting(reading: Reading) -> bool:
    """Tell whether a document is the record of a meeting of the partnership itself."""
    patterns, words = reading.codebook.rosters["meeting"], head(reading)
    recorded = patterns["own"].matches(words) and patterns["record"].matches(words)
    return recorded and of_partnership(reading)
