"""Counts of further places that leave out what they count: "Alpha has three neighbourhoods and Beta five"."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from placebench.codebook import Match, Wording
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.extract.gazetteer import SYSTEM
from placebench.extract.quantities import number
from placebench.model import Footprint

_WORDS = "footprints"
_AND = r"(?:,|;|,? and|,? while|,? whereas)"
_THEN_PLACE = re.compile(rf"{_AND} (?:in )?(?:the )?$")
_THEN_COUNT = Wording(_WORDS, r",? (?:(?:<has_parts>) )?(?P<count><number>)(?=[.,;]|$| and\b| while\b)")
_COUNT_BEFORE = Wording(_WORDS, rf"{_AND} (?P<count><number>) (?:in|for|across) (?:the )?$")
_NUMBER = Wording(_WORDS, r"\b(?:<number>|one|a|an)\b")


def counts_beside(reading: Reading, sentence: Located, found: Match, row: Footprint) -> Iterator[Footprint]:
    """Yield the counts of the same parts that a sentence gives further places behind a match.

    Args:
        reading: The reading of the document.
        sentence: The sentence.
        found: The first count, with what it counts.
        row: Its row.
    """
    lower, told, other = sentence.passage.lower, found.end, _NUMBER.of(reading.codebook)
    count_behind, count_before = _THEN_COUNT.of(reading.codebook), _COUNT_BEFORE.of(reading.codebook)
    for mention in sentence.mentions:
        if mention.start < told or mention.name.kind == SYSTEM or mention.name.id == row.place_id:
            continue
        between = lower[told : mention.start]
        before = count_before.search(between)
        behind = count_behind.match(lower, mention.end) if _THEN_PLACE.search(between) else None
        # "Three neighbourhoods and twelve practices, Beta five" leaves open what five are.
        if other.search(between, 0, before.start() if before else len(between)):
            break
        count = number((before or behind or {"count": ""})["count"])
        if count is None:
            continue
        told = behind.end() if behind else mention.end
        yield attrs.evolve(row, place_id=mention.name.id, applies_to="place", count=int(count))
