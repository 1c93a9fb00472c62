"""Groups under a partnership elsewhere: "the forum reports to the Severell Integrated Care Partnership".

"Integrated Care Partnership" is the statutory committee of a system, and once was a place's partnership. One
whose name holds neither a place of the system nor a partnership's own name has no group of a place under it.
"""

from __future__ import annotations

import re

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
_ARTICLE = re.compile(r"(?:the|an?) $")
_PROPER = Wording(_WORDS, r"(?!<common>\b)\b[A-Z][\w'&-]+")
# Whom a partnership only hears or asks is under it where it is called its own.
_HEARD = Wording(_WORDS, r"\b<heard> $")
_OF_THOSE_ASKED = Wording(_WORDS, r"\b<of_those_asked>\b")


def is_only_heard(reading: Reading, cue: Cue, sentence: Located, found: Match) -> bool:
    """Tell whether a reference group is named in passing: "heard from the Carers Reference Group"."""
    if cue.entry != "subcommittees" or "value" not in found.spans:
        return False
    text, (low, high) = sentence.passage.text, found.spans["value"]
    before = _ARTICLE.sub("", text[:low])
    asked = _OF_THOSE_ASKED.of(reading.codebook).search(text, low, high)
    return asked is not None and _HEARD.of(reading.codebook).search(before) is not None


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
