"""What a document as a whole says is there, where one of its sentences leaves that open.

What a sentence takes for granted is there unless another is yet to make it; and of what one sentence says is
there, others can only discuss the next edition or some change.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import attrs

from placebench.codebook import Codebook, Wording
from placebench.importer import Fact
from placebench.model import Governance

_TO_MAKE = frozenset({"planned", "emerging", "option", "expected", "shadow"})
# Of these a partnership has one by each name or kind; of teams some are at work while others are planned.
_ONE_OF_EACH = frozenset({"board", "shared_plan", "shared_vision", "terms_of_reference"})
_IN_TALKS = frozenset({"emerging", "option", "expected"})
# "To develop a plan for older people" is to make one that is not there yet.
_MAKES_ONE = Wording(
    "status", r"\b(?:<makes>|<writes>)\w* (?:an?|one) (?:[\w'&-]+ ){0,5}<one_of_each>\b", re.IGNORECASE
)


def with_the_granted(told: Iterable[tuple[Fact, bool]]) -> Iterator[Fact]:
    """Yield facts, of which those that are taken for granted are in place unless others are yet to make them.

    Args:
        told: Facts of one document, each with whether its sentence takes the thing for granted.
    """
    facts = list(told)
    to_make = {_to_make(fact) for fact, granted in facts if not granted} - {None}
    for fact, granted in facts:
        row = fact.row
        if granted and isinstance(row, Governance) and _to_make(fact) not in to_make:
            yield attrs.evolve(fact, row=attrs.evolve(row, status="in_place"))
        else:
            yield fact


def without_talks_of_what_is_there(codebook: Codebook, facts: Sequence[Fact]) -> Iterator[Fact]:
    """Yield the facts but for those that call in discussion, or demand, what others say is in place."""
    there = {_whose(row) for row in map(_one_of_each, facts) if row and row.status == "in_place"}
    for fact in facts:
        row = _one_of_each(fact)
        in_talks = row is not None and row.status in _IN_TALKS and _whose(row) in there
        if not in_talks or any(_MAKES_ONE.of(codebook).search(quote.text) for quote in fact.quotes):
            yield fact


def _to_make(fact: Fact) -> tuple[str | None, str, str | None] | None:
    """Return what is to come by a fact: of which place, feature and value."""
    row = fact.row
    if not isinstance(row, Governance) or row.status not in _TO_MAKE:
        return None
    return row.place_id, row.feature, row.value


def _one_of_each(fact: Fact) -> Governance | None:
    """Return the row of a thing of which a partnership has one by its name or kind."""
    row = fact.row
    return row if isinstance(row, Governance) and row.feature in _ONE_OF_EACH else None


def _whose(row: Governance) -> tuple[str | None, str, str | None, str, str]:
    return row.place_id, row.applies_to, row.body_kind, row.feature, (row.value or "").lower()
