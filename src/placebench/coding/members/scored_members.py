"""Members in lists of organisations that no cue tells: those whose signs have points enough."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from placebench.coding.coverage import Marked
from placebench.coding.members.listings import Listing, listings
from placebench.coding.members.signs import Score, score
from placebench.coding.reading import Reading
from placebench.documents import Quote
from placebench.model import Membership

Told = Sequence[tuple[Membership, Quote]]


def scored_members(reading: Reading, told: Told) -> list[tuple[Membership, Quote]]:
    """Return the members in lists that other rules tell nothing of; their note says which signs spoke.

    Args:
        reading: What is read.
        told: The members that other rules tell.
    """
    known = {_key(row) for row, _ in told}
    found: list[tuple[Membership, Quote]] = []
    for listing, scored in scores(reading, Marked(span for _, quote in told for span in quote.spans)):
        if not scored.enough:
            continue
        for row, quote in listing.rows:
            if _key(row) not in known:
                known.add(_key(row))
                found.append((attrs.evolve(row, note=str(scored)), quote))
    return found


def scores(reading: Reading, told: Marked | None = None) -> Iterator[tuple[Listing, Score]]:
    """Yield the lists of organisations of a document with their signs, but those in parts told already."""
    return ((listing, score(reading, listing)) for listing in listings(reading, told or Marked(())))


def _key(row: Membership) -> tuple[str | None, str]:
    return row.place_id, (row.organisation or "").removeprefix("the ").lower()
