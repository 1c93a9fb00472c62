"""What "we" and "our" stand for on a page that one organisation, or one strategy, speaks for itself."""

from __future__ import annotations

import re

from placebench.codebook import Codebook, Match, Wording
from placebench.coding.authors import names_a_places_body
from placebench.coding.reading import Reading
from placebench.extract.sentences import clause_at

_WORDS = "authors"
# One organisation that publishes for itself; a council or a system also publishes for its partnership.
_PUBLISHES = Wording(_WORDS, r"\b<publisher>\b")
_OF_A_TRUST = Wording(_WORDS, r"\b<of_a_trust>\b")
_BESIDE_A_TRUST = Wording(_WORDS, r"\b<beside_a_trust>\b")
_STRATEGY = Wording("priorities", r"\b<of_the_board>\b")
_WE = re.compile(r"(?:our|we)\b")
_OUR = re.compile(r"\bour\b")


def is_its_publishers(reading: Reading, lower: str, found: Match) -> bool:
    """Tell whether "our" plan is that of the organisation or of the strategy whose page it is.

    Args:
        reading: The document.
        lower: A folded sentence in lower case.
        found: What a cue found in it.
    """
    ours = _OUR.search(lower, *clause_at(lower, found.start, found.end))
    # "Our strategy is aligned to the partnership's" is ours all the same; what "we" do may be done in it.
    told = lower[min(ours.start(), found.start) : max(ours.end(), found.end)] if ours else lower
    return (
        bool(ours or _WE.match(lower))
        and _is_of_one(reading)
        and not names_a_places_body(reading.codebook, told)
    )


def _is_of_one(reading: Reading) -> bool:
    book = reading.codebook
    publisher, title = (reading.document.metadata.get(key, "").lower() for key in ("publisher", "title"))
    if names_a_places_body(book, title):
        return False
    published = _PUBLISHES.of(book).search(publisher) is not None
    return published or _STRATEGY.of(book).search(title) is not None or _is_titled_for_a_trust(book, title)


def _is_titled_for_a_trust(codebook: Codebook, title: str) -> bool:
    """Tell whether a title names a trust and nobody with whom it could share what is its own."""
    named = _OF_A_TRUST.of(codebook).search(title) is not None
    return named and not _BESIDE_A_TRUST.of(codebook).search(title)
