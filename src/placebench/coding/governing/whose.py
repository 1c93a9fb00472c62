"""Whose a feature of governance is: the partnership's, the system's or another body's."""

from __future__ import annotations

import re

from placebench.codebook import Cue, Match, Wording
from placebench.coding.acts_on_a_body import is_done_to_its_body
from placebench.coding.bodies import body_of, is_no_one_body
from placebench.coding.governing.levels import (
    has_a_system_as_subject,
    is_board_of_the_system,
    is_of_several_places,
)
from placebench.coding.governing.people_who_meet import people_who_meet
from placebench.coding.governing.values import NAME_BEFORE, written
from placebench.coding.places_in_general import is_of_places_in_general
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.coding.shared_names import shared_names
from placebench.extract.gazetteer import PARTNERSHIP, SYSTEM
from placebench.model import Governance

_WORDS = "whose"
OF_A_BODY = frozenset(
    {"scheme_of_delegation", "subcommittees", "meeting_frequency", "chairing", "public_transparency"}
)
# What each body has for itself: where nobody names the place, the system's own is the system's.
_OF_EACH_BODY = OF_A_BODY | {
    "board",
    "clinical_leadership",
    "communications_plan",
    "decision_process",
    "executive_team",
    "leadership_development",
    "learning_network",
    "resident_involvement",
}
_OF_THE_PARTNERSHIP = frozenset({"icb_committee", "joint_committee", "lead_provider"})
_OF_ITS_TEAM = frozenset({"dedicated_staff", "host"})
# With whom a council pools money, and to what it contributes, is no body whose pool it is.
_POOLS_WITH = Wording(_WORDS, r"\bwith (?:the |nhs )?(?:[\w']+ ){0,7}?<pools_with>\b|'s contribution to\b")
# Who holds a fund is not whose it is where the partnership watches over it.
_OVERSEEN = Wording(
    _WORDS,
    r"\b<overseen> by (?:the|our|its) (?:[\w-]+ ){0,2}?<own>\b|\bthe (?:\w+ )?<own>(?: board)? <oversees>\b",
)
_NAMES_IT = frozenset({"clinical_leadership", "executive_team"})
# In a list that its lead calls groups, names need not say so: "four boards: Start Well, Age Well".
_OF_ITS_OWN = Wording(_WORDS, r"<own>\b")
_WITH_ITS_COUNCIL = Wording(
    _WORDS,
    r"^(?:the|our) <council> and\b|^[\w' ]{3,60} and (?:the|our) <council>\b"
    r"|\b(?:the|our) (?:\w+ )?<council> and (?:the )?(?:[\w']+ ){0,4}?<nhs_of_place>\b"
    r"|\b<nhs> and (?:the|our) (?:\w+ )?<council>\b",
)
_SYSTEMS_PLAN = Wording(_WORDS, r"\b<systems_plan>\b")
# "A committee in common between the ICB and NHS providers" is no place's, whatever the page is about.
_OF_OTHERS = Wording(
    _WORDS,
    r"[^.;,]{0,30}? (?:between|of) (?:the )?<system_body> and (?:(?:the|its|all|nhs) )*<its_providers>\b",
)
_SYSTEM_NAMED = Wording(_WORDS, r"\b<system_named>\b")
_THE_ONE = re.compile(r"\b(?:the|this|our) $")
_ITS_INITIALS = re.compile(r" \([A-Z]{2,6}\) ")


def row_of(
    reading: Reading, cue: Cue, sentence: Located, found: Match, status: str, value: str | None
) -> Governance:
    """Return the row that a cue gives, with whose the feature is.

    Args:
        reading: The document.
        cue: The cue.
        sentence: The sentence that holds it.
        found: Its match there.
        status: How far the feature is there.
        value: What is said of it.
    """
    body, kind = _body_of(reading, cue, sentence, found, value)
    aligned = kind in (SYSTEM, PARTNERSHIP) and _is_aligned_with_it(reading, cue, sentence, found)
    if aligned and kind == SYSTEM:
        body, kind = None, PARTNERSHIP
    several = is_of_several_places(sentence, found)
    systems_plan = cue.entry == "shared_plan" and _names_the_systems(reading, sentence, found)
    overseen = cue.entry == "pooled_budget" and _is_overseen(reading, sentence)
    of_others = cue.entry == "arrangement" and _is_of_system_and_providers(reading, sentence, found)
    of_system = several or systems_plan or of_others or (not aligned and _is_no_places(reading, sentence))
    if kind == PARTNERSHIP and of_system and not overseen:
        kind = SYSTEM
    columns = reading.partnership_columns(sentence, found.start, kind)
    of_document = overseen or aligned or _is_the_documents(reading, cue, sentence, found)
    if columns["place_id"] is None and of_document:
        columns |= {"place_id": reading.default.places[0], "applies_to": "place"}
    if value == "provider_collaborative" and _is_the_systems_by_name(sentence, found):
        columns |= {"place_id": None, "applies_to": "system"}
    unnamed = not sentence.scope.named and sentence.scope.applies_to != "each_place"
    of_itself = cue.entry in OF_A_BODY or (cue.entry in _OF_EACH_BODY and unnamed)
    if kind == SYSTEM and (several or of_others or cue.entry == "board" or of_itself):
        columns |= {"place_id": None, "applies_to": "system"}
    return Governance(
        **columns,
        status=status,
        rule=cue.rule,
        feature=cue.entry,
        value=value,
        body=cue.body or written(sentence, found, "body") or body,
        body_kind=kind,
    )


def _body_of(
    reading: Reading, cue: Cue, sentence: Located, found: Match, value: str | None
) -> tuple[str | None, str]:
    """Return name and kind of the body that a feature is of."""
    if cue.entry == "board":
        return None, cue.body_kind or _kind_of_board(reading, sentence, found)
    body, kind = body_of(reading, sentence, found)
    own = cue.case or _OF_ITS_OWN.of(reading.codebook).match(sentence.passage.lower, found.start)
    names_it = cue.entry in _NAMES_IT and (kind == "subgroup" or (own and kind == "partner"))
    own_form = value in _OF_THE_PARTNERSHIP and not has_a_system_as_subject(reading, sentence)
    if names_it or (own_form and kind in ("system", "partner", "subgroup")):
        body, kind = None, PARTNERSHIP
    if cue.entry in _OF_ITS_TEAM and kind in ("system", "partner", "programme"):
        body, kind = None, PARTNERSHIP
    of_place = kind == "system" and bool(sentence.scope.places)
    if of_place and is_done_to_its_body(reading.codebook, sentence, found.end):
        body, kind = None, PARTNERSHIP
    if body is None and kind == PARTNERSHIP and cue.entry == "meeting_frequency":
        who = people_who_meet(reading, sentence)
        body, kind = (who, "subgroup") if who else (body, kind)
    if kind in ("system", "partner") and cue.entry == "pooled_budget" and _is_pooled_with(reading, sentence):
        body, kind = None, PARTNERSHIP
    return body, cue.body_kind or kind


def _is_aligned_with_it(reading: Reading, cue: Cue, sentence: Located, found: Match) -> bool:
    """Tell whether a page on one place names the system only as the other side of an alignment."""
    if cue.entry != "strategy_alignment" or len(reading.default.places) != 1 or not found.groups.get("value"):
        return False
    start = found.spans["value"][0]
    headed = reading.names.mentions(" . ".join(sentence.passage.line.block.path))
    before = [m for m in sentence.mentions if m.start < start]
    named = any(mention.name.kind == SYSTEM for mention in (*headed, *before))
    lower = sentence.passage.lower
    return not named and _SYSTEM_NAMED.of(reading.codebook).search(lower[:start]) is None


def _is_of_system_and_providers(reading: Reading, sentence: Located, found: Match) -> bool:
    return _OF_OTHERS.of(reading.codebook).match(sentence.passage.lower, found.end) is not None


def _kind_of_board(reading: Reading, sentence: Located, found: Match) -> str:
    of_system = (
        _is_named_for_the_system(reading, sentence, found)
        or is_board_of_the_system(reading.codebook, sentence, found)
        or _is_no_places(reading, sentence)
    )
    return SYSTEM if of_system else PARTNERSHIP


def _is_the_documents(reading: Reading, cue: Cue, sentence: Located, found: Match) -> bool:
    """Tell whether words that name no place are of the one that the document is about."""
    if len(reading.default.places) != 1:
        return False
    its_council = _WITH_ITS_COUNCIL.of(reading.codebook).search(sentence.passage.lower) is not None
    return its_council or (cue.entry == "board" and _is_the_one(sentence, found))


def _is_no_places(reading: Reading, sentence: Located) -> bool:
    """Tell whether a body is none of a place's: no words around it speak of a place or of each."""
    if is_no_one_body(reading, sentence):
        return True
    scope = sentence.scope
    if scope.applies_to != "system" or is_of_places_in_general(reading, sentence):
        return False
    of_place = bool(reading.default.places)
    return not (of_place and _WITH_ITS_COUNCIL.of(reading.codebook).search(sentence.passage.lower))


def _names_the_systems(reading: Reading, sentence: Located, found: Match) -> bool:
    """Tell whether the matched words are of a plan that systems write by law: "the joint forward plan"."""
    told = sentence.passage.lower[found.start : found.end]
    return _SYSTEMS_PLAN.of(reading.codebook).search(told) is not None


def _is_pooled_with(reading: Reading, sentence: Located) -> bool:
    """Tell whether a text on a place names another body only as one with which money is pooled."""
    of_place = sentence.scope.applies_to == "place" or len(reading.default.places) == 1
    with_others = of_place and _POOLS_WITH.of(reading.codebook).search(sentence.passage.lower) is not None
    return with_others or _is_overseen(reading, sentence)


def _is_overseen(reading: Reading, sentence: Located) -> bool:
    """Tell whether a text on one place says that its partnership watches over a fund, whoever holds it."""
    of_place = len(reading.default.places) == 1
    return of_place and _OVERSEEN.of(reading.codebook).search(sentence.passage.lower) is not None


def _is_the_systems_by_name(sentence: Located, found: Match) -> bool:
    """Tell whether a body is named for the system, in a sentence that names no place of its own."""
    named = any(m.name.kind == SYSTEM and m.end <= found.end for m in sentence.mentions)
    return named and not sentence.scope.named


def _is_named_for_the_system(reading: Reading, sentence: Located, found: Match) -> bool:
    """Tell whether a board is named for the system or a body of the system: it is not a place's."""
    if found.groups.get("value") is None:
        return False
    start, end = found.spans["value"]
    if start < sentence.systems_board:
        return True
    if any(
        kind == SYSTEM and start <= low < high < end for low, high, kind in shared_names(reading, sentence)
    ):
        return True
    text = sentence.passage.text
    longer = NAME_BEFORE.search(text[:start])
    start = longer.start() if longer else start
    named = [m for m in sentence.mentions if start < m.end and m.start < end]
    just_before = (
        m for m in sentence.mentions if m.end <= start and _ITS_INITIALS.fullmatch(text[m.end : start])
    )
    named = named or list(just_before)
    return bool(named) and named[0].name.kind == SYSTEM


def _is_the_one(sentence: Located, found: Match) -> bool:
    """Tell whether a board needs no place's name to be known: "it passed to the Locality Board"."""
    start = found.spans["value"][0] if found.groups.get("value") else found.start
    return bool(_THE_ONE.search(sentence.passage.lower[:start]))
