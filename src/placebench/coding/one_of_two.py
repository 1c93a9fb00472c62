"""What is said of "the former" or "the latter": of which of two things, only the words before tell."""

from __future__ import annotations

from placebench.codebook import Codebook, Match, Wording
from placebench.coding.scope import Located
from placebench.extract.sentences import clause_at

_WORDS = "one_of_two"
_ONE_OF_TWO = Wording(_WORDS, r"\bthe (?:former|latter)(?=,| <does>\b)")


def is_of_one_of_two(codebook: Codebook, sentence: Located, found: Match) -> bool:
    """Tell whether a clause has one of two things as its subject, neither of which may be a partnership.

    Args:
        codebook: The coding frame.
        sentence: The sentence.
        found: The match of a cue there, whose clause it is.
    """
    lower = sentence.passage.lower
    if " former" not in lower and " latter" not in lower:
        return False
    low, high = clause_at(lower, found.start, found.end)
    return _ONE_OF_TWO.of(codebook).search(lower, low, max(high, found.end)) is not None
