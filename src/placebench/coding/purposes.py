"""What words say a thing is for: a purpose is no fact about how things are or when they will be."""

from __future__ import annotations

from placebench.codebook import Match
from placebench.coding.reading import Reading
from placebench.coding.scope import Located


def is_purpose(reading: Reading, sentence: Located, found: Match) -> bool:
    """Tell whether the words at a match say what something is for: "is meant to take away barriers"."""
    lower = sentence.passage.lower
    spans = reading.codebook.reading["purpose"].spans(lower)
    told = (lower[start : found.start] for start, _ in spans if start <= found.start)
    return any(not reading.codebook.reading["purpose_ends"].matches(words) for words in told)
