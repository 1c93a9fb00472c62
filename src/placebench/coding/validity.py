"""Which places a system had when a document was published."""

from __future__ import annotations

import datetime as dt

from placebench.codebook import SystemProfile
from placebench.documents import Document
from placebench.extract.dates import parse_date
from placebench.model import Place

_TALKED_OF_BEFORE = dt.timedelta(days=730)
_LAST_DAY = {"day": 0, "month": 30, "year": 365}


def places_at(profile: SystemProfile, document: Document) -> tuple[Place, ...]:
    """Return the places that a system had when a document was published; all where that is not known."""
    published = parse_date(document.metadata.get("published", ""))
    if published is None:
        return profile.places
    first, precision = published
    last = first + dt.timedelta(days=_LAST_DAY[precision])
    there = tuple(place for place in profile.places if _was_there(place, first, last))
    return there or profile.places


def places_unheard_of(profile: SystemProfile, document: Document) -> frozenset[str]:
    """Return the places that nobody can have spoken of yet when a document was published.

    Their names may then be those of towns and of organisations, and no place of the system.
    """
    published = parse_date(document.metadata.get("published", ""))
    if published is None:
        return frozenset()
    last = published[0] + dt.timedelta(days=_LAST_DAY[published[1]]) + _TALKED_OF_BEFORE
    return frozenset(p.place_id for p in profile.places if p.valid_from is not None and p.valid_from > last)


def _was_there(place: Place, first: dt.date, last: dt.date) -> bool:
    begun = place.valid_from is None or place.valid_from <= last
    return begun and (place.valid_to is None or place.valid_to >= first)
