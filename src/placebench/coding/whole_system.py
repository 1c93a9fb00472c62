"""Sentences on a whole system that name places of it only by the way."""

from __future__ import annotations

from collections.abc import Sequence

from placebench.codebook import Codebook, Wording
from placebench.coding.organisations_of_places import is_organisation
from placebench.extract.gazetteer import SYSTEM, Mention
from placebench.extract.passages import Passage

_WORDS = "whole_system"
# "Members come from all parts of North": the words before the system's name.
_ALL_OF = Wording(
    _WORDS, r"\b(?:all|every|each)(?: [\w-]+)?(?: <parts>)? of (?:the )?$|\b<whole> (?:of )?(?:the )?$"
)
# "Four partnerships, one in Alpha and three in Beta": the words before each place's name.
_COUNTED = Wording(
    _WORDS, r"\b<count>(?: <of_them>)?(?: (?:is|are|covers?|serves?))? (?:in|for|from) (?:the )?$"
)
_SEVERAL_BODIES = Wording(_WORDS, r"\b<bodies>\b")
_DRAWN_FROM = Wording(_WORDS, r"\b<drawn_from>\b")
_COUNCIL = Wording(_WORDS, r"\b<council>\b")
_SEVERAL = 2


def names_the_whole(codebook: Codebook, passage: Passage, mentions: Sequence[Mention]) -> bool:
    """Tell whether a sentence speaks of all of a system: "all parts of North", "throughout North"."""
    systems = (m for m in mentions if m.name.kind == SYSTEM)
    return any(_ALL_OF.of(codebook).search(passage.lower[: m.start]) for m in systems)


def are_counted(codebook: Codebook, passage: Passage, mentions: Sequence[Mention]) -> bool:
    """Tell whether places are named only to say where bodies are: "one in Alpha, three in Beta"."""
    places = [m for m in mentions if m.name.kind != SYSTEM]
    counted = _COUNTED.of(codebook)
    if not places or not _SEVERAL_BODIES.of(codebook).search(passage.lower[: places[0].start]):
        return False
    return all(counted.search(passage.lower[: m.start]) for m in places)


def draws_on_several_councils(codebook: Codebook, passage: Passage, mentions: Sequence[Mention]) -> bool:
    """Tell whether places are named only in those of several councils that send members to one body."""
    places = [m for m in mentions if m.name.kind != SYSTEM]
    drawn = _DRAWN_FROM.of(codebook).search(passage.lower)
    if drawn is None or not places or places[0].start < drawn.end():
        return False
    councils = _COUNCIL.of(codebook).findall(passage.lower[drawn.end() :])
    return len(councils) >= _SEVERAL and all(is_organisation(codebook, passage.text, m) for m in places)
