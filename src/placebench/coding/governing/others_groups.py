"""Groups under a partnership elsewhere: "the forum reports to the Severell Integrated Care Partnership".

"Integrated Care Partnership" is the statutory committee of a system, and once was a place's partnership. One
whose name holds neither a place of the system nor a partnership's own name has no group of a place under it.
"""

from __future__ import annotations

from placebench.codebook import Cue, Match, Wording
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.extract.gazetteer import SYSTEM

_WORDS = "others_groups"
_MASTER = Wording(
    _WORDS,
    r"\b(?:(?:in)?to|under|beneath|below|of|by|for) (?:the )?"
    r"(?P<name>(?:[A-Z][\w'&-]+,? (?:(?:and|of|for|&) )?){1,7}?<committee_of_a_system>)(?! <own>\b)",
)
_PROPER = Wording(_WORDS, r"(?!<common>\b)\b[A-Z][\w'&-]+")


def answers_to_others(reading: Reading, cue: Cue, sentence: Located, found: Match) -> bool:
    """Tell whether the group that a match names is under a committee of the system, or of another one."""
    if cue.entry != "subcommittees" or "value" not in found.spans:
        return False
    text, codebook = sentence.passage.text, reading.codebook
    master = _MASTER.of(codebook).search(text, found.spans["value"][1])
    if master is None:
        return False
    low, high = master.span("name")
    within = [m for m in sentence.mentions if low <= m.start and m.end <= high]
    if any(m.name.kind != SYSTEM for m in within):
        return False
    return bool(within) or _PROPER.of(codebook).search(text, low, high) is not None
