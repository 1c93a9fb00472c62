"""Things that a document says are there: what is in discussion then is their next edition or some change."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from placebench.codebook import Codebook, Wording
from placebench.importer import Fact
from placebench.model import Governance

# Of these a partnership has one by each name or kind; of teams some are at work while others are planned.
_ONE_OF_EACH = frozenset({"board", "shared_plan", "shared_vision", "terms_of_reference"})
_IN_TALKS = frozenset({"emerging", "option", "expected"})
# "To develop a plan for older people" is to make one that is not there yet.
_NEW = Wording("there_already", r"\b<makes>\w* (?:an?|one) (?:[\w'&-]+ ){0,5}<made>\b", re.IGNORECASE)


def without_talks_of_what_is_there(codebook: Codebook, facts: Sequence[Fact]) -> Iterator[Fact]:
    """Yield the facts but for those that call in discussion, or demand, what others say is in place."""
    there = {_whose(row) for row in map(_thing, facts) if row and row.status == "in_place"}
    for fact in facts:
        row = _thing(fact)
        in_talks = row is not None and row.status in _IN_TALKS and _whose(row) in there
        if not in_talks or any(_NEW.of(codebook).search(quote.text) for quote in fact.quotes):
            yield fact


def _thing(fact: Fact) -> Governance | None:
    """Return the row of a thing of which a partnership has one by its name or kind."""
    row = fact.row
    return row if isinstance(row, Governance) and row.feature in _ONE_OF_EACH else None


def _whose(row: Governance) -> tuple[str | None, str, str | None, str, str]:
    return row.place_id, row.applies_to, row.body_kind, row.feature, (row.value or "").lower()
