"""Counts of areas that are not the places of the system: three of its ten boroughs, those of a trust."""

from __future__ import annotations

import re

from placebench.codebook import Codebook, Match, Wording
from placebench.coding.members.rosters import entries
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.extract.gazetteer import PLACE, SYSTEM

_WORDS = "footprints"
# Partnerships and places are counted as such; a borough or a locality is a place only where it is one of all.
_AREAS = Wording(_WORDS, r"\b<kind_of_area>\b")
_THE_SYSTEM = Wording(_WORDS, r"(?:(?:in|across|within) )?(?:the |our )?(?:[\w'&-]+ ){0,3}?<whole_system>\b")
_DEFINITE = re.compile(r"\b(?:the|all|these) $")
_ALL = re.compile(r"\ball (?:of )?(?:the |its |our )?$")
_OF_IT = Wording(_WORDS, r" (?:(?:that|which) )?<of_the_whole> (?:the )?")
_MADE_OF = re.compile(r" (?:of which|(?:that|which) (?:make up|form))\b")
_NAMES_FOLLOW = re.compile(r"(?: \([\w' ]{2,12}\))?(?: - |: |, | \()(?P<names>[^.;()]+)")
_AND = re.compile(r",? (?:and|&) |, ")
_NEAR = 12


def are_others(reading: Reading, sentence: Located, found: Match, count: int) -> bool:
    """Tell whether a count that is not the profile's is of other areas than the places of the system.

    Args:
        reading: The document.
        sentence: The sentence with the count.
        found: Where its words stand.
        count: How many there are.
    """
    known = {len(reading.places), len(reading.profile.places)}
    if not reading.places or count in known:
        return False
    areas = _AREAS.of(reading.codebook).search(sentence.passage.lower, found.start, found.end)
    if areas and not _is_of_the_whole(reading.codebook, sentence, found, areas.end()):
        return True
    return _are_named_otherwise(sentence, found, count)


def are_members(reading: Reading, sentence: Located) -> bool:
    """Tell whether a line that counts networks or teams stands in a list of the partnership's members."""
    span = sentence.passage.span
    quoted = (each for entry in entries(reading) if entry.member for each in entry.quote.spans)
    return any(each.start < span.end and span.start < each.end for each in quoted)


def _is_of_the_whole(codebook: Codebook, sentence: Located, found: Match, end: int) -> bool:
    """Tell whether the sentence begins with the system, or the system stands right behind all of them."""
    lower, start = sentence.passage.lower, found.spans["count"][0]
    systems = [m for m in sentence.mentions if m.name.kind == SYSTEM]
    if _ALL.search(lower[:start]) or any(start <= m.start < end for m in systems):
        return True
    if any(m.start <= _NEAR and m.end <= start for m in systems) or _THE_SYSTEM.of(codebook).match(lower):
        return True
    if not _DEFINITE.search(lower[:start]):
        return False
    within = (m.start for m in systems if m.start >= end)
    return _MADE_OF.match(lower, end) is not None or any(
        _OF_IT.of(codebook).fullmatch(lower, end, low) for low in within
    )


def _are_named_otherwise(sentence: Located, found: Match, count: int) -> bool:
    """Tell whether the words behind a count name as many, and most of them are no places of the system."""
    told = _NAMES_FOLLOW.match(sentence.passage.lower, found.end)
    if told is None or len(_AND.split(told["names"].strip())) != count:
        return False
    low, high = told.span("names")
    ours = {m.name.id for m in sentence.mentions if m.name.kind == PLACE and low <= m.start < high}
    return 2 * len(ours) < count
