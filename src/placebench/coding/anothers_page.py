"""Papers of other bodies that name no partnership of a place: "the partnership" in them is their own."""

from __future__ import annotations

from functools import lru_cache

from placebench.codebook import Wording
from placebench.coding.governing.authors import is_of_another
from placebench.coding.reading import Reading
from placebench.extract.gazetteer import PARTNERSHIP, SYSTEM
from placebench.importer import Fact
from placebench.model import Governance, Membership, Priority, Role

_WORDS = "authors"
_PLACES_BODY = Wording(_WORDS, r"\b<places_body>\b")
_CALLED = Wording(_WORDS, r" (?:<in_its_name> ){0,5}<called>\b")
_LEADS_THE_BODY = frozenset({"chair", "co_chair", "vice_chair", "member_representative"})
_OF_ONE_BODY = frozenset(
    {
        "board",
        "subcommittees",
        "terms_of_reference",
        "scheme_of_delegation",
        "chairing",
        "accountable_to",
        "meeting_frequency",
        "decision_process",
        "shared_vision",
        "public_transparency",
    }
)
"""What every body has: its rules, its chair, its vision. Plans, money and teams may well be a place's."""


def is_its_authors_own(reading: Reading, fact: Fact) -> bool:
    """Tell whether a row says of a partnership what the paper of another body says of that body.

    A health and wellbeing board's page calls it "the partnership", and lists its members and priorities.
    Where such a page names the partnership of a place too, its sentences tell the two apart.
    """
    return _is_of_one_body(fact) and _speaks_of_no_partnership(reading)


def _is_of_one_body(fact: Fact) -> bool:
    row = fact.row
    if isinstance(row, Priority):
        return True
    if not isinstance(row, Governance | Membership | Role) or row.body_kind != PARTNERSHIP:
        return False
    if isinstance(row, Role):
        return row.role in _LEADS_THE_BODY
    return isinstance(row, Membership) or row.feature in _OF_ONE_BODY


@lru_cache(maxsize=4)
def _speaks_of_no_partnership(reading: Reading) -> bool:
    """Tell whether a paper is of another body's meeting, and none of it names a place's partnership."""
    if not is_of_another(reading):
        return False
    body, called = _PLACES_BODY.of(reading.codebook), _CALLED.of(reading.codebook)
    return not any(
        mention.name.kind == PARTNERSHIP
        or (mention.name.kind != SYSTEM and called.match(sentence.passage.lower, mention.end))
        for sentence in reading.sentences
        for mention in sentence.mentions
    ) and not any(body.search(sentence.passage.lower) for sentence in reading.sentences)
