"""Sentences that say one thing of some places and another of others: "A has one, B has none"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from placebench.codebook import Codebook, Wording
from placebench.extract.gazetteer import SYSTEM, Mention
from placebench.extract.passages import Passage

# A verb between two names of places: what is said of the first is not said of both.
_SAYS = Wording(
    "places_apart",
    r" (?:has|have|had|is|are|was|were|will|does|do|did|<does>)\b"
    r"[^()]*(?:[,;:]| and| but| while| whereas| though) ",
)


def are_apart(codebook: Codebook, passage: Passage, mentions: Sequence[Mention]) -> bool:
    """Tell whether a sentence says one thing of some places and another of others: "A has, B has none"."""
    says = _SAYS.of(codebook)
    named = [m for m in mentions if m.name.kind != SYSTEM]
    return any(
        one.name.id != other.name.id and says.search(passage.lower, one.end, other.start) is not None
        for one, other in pairwise(named)
    )
