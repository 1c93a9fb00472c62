"""Of what level a feature is: the system's own bodies have features that are no place's."""

from __future__ import annotations

import re

from placebench.codebook import Codebook, Match, Wording
from placebench.coding.one_of_two import is_of_one_of_two
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.coding.shared_names import shared_names
from placebench.extract.gazetteer import PARTNERSHIP, SYSTEM
from placebench.model import Governance

_SUBJECT = 12
_WORDS = "levels"
_SYSTEMS_NAME = Wording(_WORDS, r"(?:The )?(?:NHS )?<system>\b")
_THROUGHOUT = Wording(_WORDS, r"\b<throughout> (?:the )?(?:whole of )?$")
_BARE_BOARD = Wording(_WORDS, "<board>")
_WITHIN = Wording(_WORDS, r" (?:in|of|within|at|for|across) the (?:new |wider |whole )?<system>\b")
_OF_IT = re.compile(r"(?:[\w-]+)? (?:in|of|for|across) (?:the )?")
_IS_ONE = re.compile(r"\b(?:is|are) (?:an?|one) (?:[\w-]+ ){0,3}?alliance of ")
_IS_THE_ONE = Wording(
    _WORDS, r"\b<board_or_partnership>(?: \([^)]*\))? is (?:an?|the|one) (?:[\w-]+,? ){0,4}$"
)
_OF_A_PLACE = Wording("authors", r"\b(?:<places_body>|<ours>)\b")
_SEVERAL = 2
_NEAR = 120
# What a group within a partnership reports to is the partnership's own board.
_OWN_BOARD = Wording(
    _WORDS, r"(?:the |our |its )?(?:(?:<own_board>) )+(?:executive |leadership )?(?:board|committee)"
)
_OF_SOME_BODY = frozenset(
    {"accountable_to", "chairing", "decision_process", "host", "meeting_frequency", "public_transparency"}
)
_THE_BOARD = re.compile(r"(?:the |our |its |this )?board")
_GROUP_BEFORE = Wording(_WORDS, r"\b<group_within>\b")
# "between the ICB, Alpha Council (AC) and Beta Council": others may stand before the places, initials behind.
_OF = re.compile(r" (?:of|between) (?:the )?(?:(?:[\w&'-]+ ){0,5}[\w&'-]+, (?:the )?)?")
_LISTS = re.compile(r"(?: [\w&'-]+){0,4}(?: \([^)]{1,14}\))?(?:,? and |, | )(?:the )?")
_WHAT_A_PLACE_HAS_TOO = frozenset({"arrangement", "shared_plan", "shared_vision"})
_OF_ALL_PARTNERS = frozenset({"shared_plan", "shared_vision"})


def is_board_of_the_system(codebook: Codebook, sentence: Located, found: Match) -> bool:
    """Tell whether a board's name, or what it works across, is the system's: "the ICS Partnership Board"."""
    name = found.groups.get("value") or ""
    if _SYSTEMS_NAME.of(codebook).match(name):
        return True
    of_places = any(mention.name.kind != SYSTEM for mention in sentence.mentions)
    bare = _BARE_BOARD.of(codebook).fullmatch(name) is not None
    return bare and not of_places and _works_across_the_system(codebook, sentence)


def _works_across_the_system(codebook: Codebook, sentence: Located) -> bool:
    lower = sentence.passage.lower
    systems = (mention for mention in sentence.mentions if mention.name.kind == SYSTEM)
    return any(_THROUGHOUT.of(codebook).search(lower[: mention.start]) for mention in systems)


def has_a_system_as_subject(reading: Reading, sentence: Located) -> bool:
    """Tell whether a sentence begins with a body of the system by a name that several levels share."""
    return any(start < _SUBJECT and kind == SYSTEM for start, _, kind in shared_names(reading, sentence))


def is_within_the_system(codebook: Codebook, sentence: Located, found: Match) -> bool:
    """Tell whether the words behind a match say that it is within a body of the system: "... in the ICB"."""
    if _WITHIN.of(codebook).match(sentence.passage.text, found.end) is not None:
        return True
    return any(
        m.name.kind == SYSTEM and _OF_IT.fullmatch(sentence.passage.lower, found.end, m.start)
        for m in sentence.mentions
    )


def is_of_several_places(sentence: Located, found: Match) -> bool:
    """Tell whether a form is of several places at once: "a joint committee of Alpha and Beta councils"."""
    behind = [m for m in sentence.mentions if m.start >= found.end and m.name.kind != SYSTEM]
    if len({mention.name.id for mention in behind}) < _SEVERAL:
        return False
    text = sentence.passage.lower
    listed = _LISTS.fullmatch(text, behind[0].end, behind[1].start) is not None
    return listed and _OF.fullmatch(text, found.end, behind[0].start) is not None


def is_of_nobody(codebook: Codebook, sentence: Located, found: Match, row: Governance) -> bool:
    """Tell whether a row would be of no partnership and no system, though its words are those of a cue.

    Args:
        codebook: The coding frame.
        sentence: The sentence.
        found: The match of the cue there.
        row: What it would give.
    """
    if _is_of_unclear_level(sentence, row) or _is_of_one_partner(row):
        return True
    if row.feature == "strategy_alignment" and row.body_kind == "partner":
        # That a council's strategies go with each other says nothing of a partnership.
        named = any(mention.name.kind == PARTNERSHIP for mention in sentence.mentions)
        return not (named or _OF_A_PLACE.of(codebook).search(sentence.passage.lower))
    if row.feature in _OF_SOME_BODY and is_of_one_of_two(codebook, sentence, found):
        return True
    if row.feature == "accountable_to" and _answers_to_itself(codebook, sentence, found, row):
        return True
    return _is_a_manner_of_speaking(codebook, sentence, found, row)


def _answers_to_itself(codebook: Codebook, sentence: Located, found: Match, row: Governance) -> bool:
    """Tell whether the partnership would answer to its own board: a group within it does so.

    "The Board" alone may be another's, unless a group is what the words before speak of.
    """
    if row.value is None or row.body_kind != PARTNERSHIP:
        return False
    value = row.value.lower()
    start = found.spans["value"][0] if found.groups.get("value") else found.start
    told = sentence.passage.line.folded.lower[: sentence.passage.start + start]
    if _THE_BOARD.fullmatch(value):
        return _GROUP_BEFORE.of(codebook).search(told[-_NEAR:]) is not None
    named = [m for m in sentence.mentions if m.name.kind != SYSTEM and m.name.text.lower() in value]
    return _OWN_BOARD.of(codebook).fullmatch(value) is not None or (
        bool(named) and value.removeprefix("the ") == f"{named[0].name.text.lower()} board"
    )


def _is_of_one_partner(row: Governance) -> bool:
    """Tell whether what partners share would be that of one of them, as of a health and wellbeing board.

    So too whether it is a partner's of no place that the words name.
    """
    return row.body_kind == "partner" and (row.feature in _OF_ALL_PARTNERS or row.applies_to == SYSTEM)


def _is_a_manner_of_speaking(codebook: Codebook, sentence: Located, found: Match, row: Governance) -> bool:
    """Tell whether words say what a body is like and name no form or board of it.

    "The ICS is an alliance of organisations", "The Alpha Board is the one partnership board for the county".
    """
    lower = sentence.passage.lower
    if row.value == "alliance":
        return row.body_kind == SYSTEM and _IS_ONE.search(lower[: found.end + len(" of ")]) is not None
    if (
        row.feature != "board"
        or row.value is None
        or not row.value.islower()
        or not found.groups.get("value")
    ):
        return False
    start, end = found.spans["value"]
    named = lower.startswith((" called", " known", " named"), end)
    return not named and _IS_THE_ONE.of(codebook).search(lower[:start]) is not None


def _is_of_unclear_level(sentence: Located, row: Governance) -> bool:
    """Tell whether a system's body would give a place what a place has itself: a plan, a vision, a form.

    Of which of the two it is said is then unclear, and no row is better than a wrong one.
    """
    if row.body_kind != SYSTEM or row.feature not in _WHAT_A_PLACE_HAS_TOO:
        return False
    scope = sentence.scope
    return scope.applies_to == "place" or (scope.applies_to == "each_place" and not scope.named)
