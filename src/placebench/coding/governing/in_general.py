"""What is said of such things anywhere: "good partnerships need a shared vision", "teams can help"."""

from __future__ import annotations

import re

from placebench.codebook import Cue, Match, Wording
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.extract.sentences import clause_at

_WORDS = "in_general"
_SPOKEN_OF = frozenset(
    {
        "shared_vision",
        "shared_plan",
        "integrated_teams",
        "co_location",
        "joint_posts",
        "pooled_budget",
        "shared_care_record",
        "population_health_management",
        "risk_sharing",
    }
)
"""What people praise without saying that a place has it. Boards and meetings are always somebody's."""

# "Strong partnerships need ...", "Place-based working built on ... can lead to ..."
_OF_ALL = Wording(
    _WORDS, r"^\W*(?:<good>,? (?:and )?)*<work_in_general>\b(?! (?:has|have|had|is now|was|were)\b)"
)
_NEEDS = Wording(_WORDS, r"\b(?:<needs>|<is_able>)\b")
# "A shared vision is essential", "integrated teams can help": the thing itself, with no owner.
_NO_OWNER = Wording(_WORDS, r"^\W*(?:(?:<good>|having|an?|any|integrated|joint|shared),? )*$")
_IS_NEEDED = Wording(
    _WORDS, r"[^.;,]{0,60}? (?:<is_able> (?:\w+ )?<help>|(?:is|are) (?:[\w-]+ )?<essential>)\b"
)
_OURS = re.compile(r"\b(?:our|we|us|here|locally)\b")


def is_said_in_general(reading: Reading, cue: Cue, sentence: Located, found: Match) -> bool:
    """Tell whether words are about such a thing anywhere, and none that a place has.

    Args:
        reading: The document.
        cue: The cue that found the words.
        sentence: The sentence.
        found: The words for the thing.
    """
    lower, codebook = sentence.passage.lower, reading.codebook
    if cue.entry not in _SPOKEN_OF or sentence.mentions or _OURS.search(lower):
        return False
    low, high = clause_at(lower, found.start, found.end)
    opened = _OF_ALL.of(codebook).match(lower)
    if opened and opened.end() <= found.start and _NEEDS.of(codebook).search(lower, opened.end()):
        return True
    bare = _NO_OWNER.of(codebook).match(lower[low : found.start])
    return bool(bare and _IS_NEEDED.of(codebook).match(lower, found.end, high))
