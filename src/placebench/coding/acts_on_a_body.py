"""Sentences in which a system acts on the partnership of a text: what they tell is the partnership's."""

from __future__ import annotations

from placebench.codebook import Codebook, Wording
from placebench.coding.scope import Located
from placebench.extract.gazetteer import SYSTEM, Mention
from placebench.extract.passages import Passage

_WORDS = "acts_on_a_body"
# "NHS North has delegated the budget to the joint committee", "... agreed that the partnership will ...".
_ACTS_ON = Wording(
    _WORDS,
    r"(?: (?:icb|ics|integrated care (?:board|system)))?(?: \([^)]{2,12}\))?(?:'s (?:board|governing body))?"
    r"(?: (?:has|have|had|will|would|is|are|also|now|formally|to|recently|already))*"
    r" (?:<acts>|<settles>(?! (?:its|their)\b))"
    r"[^.;:]{0,110}? (?:the|our|a(?= joint )) (?:(?!system|wider|other)[\w-]+ ){0,2}?<own_body>\b"
    r"(?! of the <of_system>\b)",
)
_RIGHT_BEHIND = Wording(_WORDS, r" (?:of|for|with|to|by) (?:the|our) (?:[\w-]+ ){0,2}?<own_body>\b")


def acts_on_its_body(codebook: Codebook, passage: Passage, mentions: tuple[Mention, ...]) -> bool:
    """Tell whether the system is the subject of a sentence, and does something to "the partnership"."""
    return _end_of(codebook, passage, mentions) is not None


def is_done_to_its_body(codebook: Codebook, sentence: Located, end: int) -> bool:
    """Tell whether a system acts on the partnership before the end of some words, or right behind them.

    Args:
        codebook: The coding frame.
        sentence: The sentence.
        end: Where they end.
    """
    told = _end_of(codebook, sentence.passage, sentence.mentions)
    if told is None:
        return False
    return told <= end or _RIGHT_BEHIND.of(codebook).match(sentence.passage.lower, end) is not None


def _end_of(codebook: Codebook, passage: Passage, mentions: tuple[Mention, ...]) -> int | None:
    """Return where the words for the partnership end on which a sentence says that the system acts."""
    first = next((m for m in mentions if m.name.kind == SYSTEM), None)
    found = _ACTS_ON.of(codebook).match(passage.lower, first.end) if first else None
    return found.end() if found else None
