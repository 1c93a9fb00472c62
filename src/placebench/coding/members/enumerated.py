"""Sentences that list organisations without words of membership: whose partners they are."""

from __future__ import annotations

import re

from placebench.codebook import Match, Wording
from placebench.coding.members.named_body import PARTNERSHIP as PARTNERSHIP_KIND
from placebench.coding.members.named_body import is_of_the_system, named_body, of_partnership, unnamed
from placebench.coding.members.other_bodies import is_of_another_body
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.extract.force import NOTHING, force
from placebench.extract.gazetteer import PARTNERSHIP, PLACE

_WORDS = "enumerated"
_OF_PLACES = Wording(_WORDS, r"\b[Pp]lace(?:[- ]based)? (?:[\w-]+ ){0,4}?<of_places>\b")
_THIS = re.compile(r"(?:This|It|They|These)\b")
_OF_PARTNERS = Wording(_WORDS, r"\b<partners>\b")
_CALLED = Wording(_WORDS, r"(?: (?:[A-Z][\w'-]*|and|&))* <called>\b")
_PROPER = Wording(_WORDS, r"\b[A-Z][\w'&-]+ (?:[\w'&-]+ )*?<organisation>\b|\b<one_word>\b")
_FEWEST_PROPER = 2
_BEHIND_LIST = Wording(
    "enumerated", r",? (?:which|who|that) | (?:to )?<come_together>\b|,? (?:so that|in order) "
)


def lists_partners(reading: Reading, sentence: Located, found: Match) -> bool:
    """Tell whether a sentence that lists organisations names the partnership, or its partners on its page."""
    if "members" not in found.spans or _is_of_other_things(reading, sentence, found):
        return False
    start, end = found.spans["members"]
    before = sentence.passage.text[:start]
    placed = sentence.scope.places or reading.default.places
    if is_of_the_system(reading) or not placed:
        return _OF_PLACES.of(reading.codebook).search(before) is not None
    if any(mention.name.kind == PARTNERSHIP for mention in sentence.mentions):
        return True
    spoken = named_body(unnamed(reading, before).lower(), reading.codebook)
    if _THIS.match(before) and follows_a_partnership(reading, sentence):
        return True
    listed = _OF_PARTNERS.of(reading.codebook).search(before.lower()) is not None
    if spoken == PARTNERSHIP_KIND or (spoken is None and listed and of_partnership(reading)):
        return True
    return spoken is None and _is_joint_work_of_organisations(reading, sentence, sentence.passage.text[:end])


def acts_together(reading: Reading, sentence: Located, found: Match) -> bool:
    """Tell whether organisations that act together are those of the one place that a page is about."""
    if "members" not in found.spans or _is_of_other_things(reading, sentence, found):
        return False
    if reading.codebook.rosters["none"]["together"].matches(sentence.passage.lower):
        return False
    if is_of_another_body(reading, sentence, sentence.passage.text):
        return False
    return is_of_one_place(reading, sentence)


def is_of_one_place(reading: Reading, sentence: Located) -> bool:
    """Tell whether a sentence goes on about the one place that a page is about."""
    one = len(reading.default.places) == 1 and sentence.scope.places in ((), reading.default.places)
    return one and not is_of_the_system(reading)


def status_of_list(
    reading: Reading, sentence: Located, found: Match, status: str, *, whole: bool = True
) -> str:
    """Return how far the words up to the end of a list say that its members are there.

    Args:
        reading: What is read.
        sentence: The sentence.
        found: The match that says who they are.
        status: The status that the whole sentence gives them.
        whole: Whether all words of the list count; else those up to a clause or a purpose behind it.
    """
    start, end = found.spans["members"]
    lower = sentence.passage.lower
    behind = None if whole else _BEHIND_LIST.of(reading.codebook).search(lower, start, end)
    lead = reading.leads(sentence.passage.line)
    told = force(lower[: behind.start() if behind else end], found.start, start, reading.codebook, lead)
    return status if told == NOTHING else told


def follows_a_partnership(reading: Reading, sentence: Located) -> bool:
    """Tell whether the sentence before names a partnership of a place."""
    before = reading.before(sentence)
    called = _CALLED.of(reading.codebook)
    named = any(
        m.name.kind == PARTNERSHIP or (m.name.kind == PLACE and called.match(before.passage.text, m.end))
        for m in before.mentions
    )
    return (
        before is not sentence
        and named
        and before.scope.places == (sentence.scope.places or before.scope.places)
    )


def _is_of_other_things(reading: Reading, sentence: Located, found: Match) -> bool:
    """Tell whether words up to the end of a list say what else it is one of; what follows is its purpose."""
    told = sentence.passage.lower[: found.spans["members"][1]]
    return reading.codebook.rosters["none"]["enumeration"].matches(told)


def _is_joint_work_of_organisations(reading: Reading, sentence: Located, text: str) -> bool:
    """Tell whether a page of one place lists organisations by name as those who do joint work there."""
    if len(reading.default.places) != 1 or sentence.scope.places != reading.default.places:
        return False
    joint = reading.codebook.identify["identify"]["joint_working"].matches(sentence.passage.lower)
    return joint and len(_PROPER.of(reading.codebook).findall(text)) >= _FEWEST_PROPER
