"""Which places a system had when a document was published."""

from __future__ import annotations

import datetime as dt

from placebench.codebook import SystemProfile
from placebench.documents import Document
from placebench.extract.dates import parse_date
from placebench.model import Place

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


def _was_there(place: Place, first: dt.date, last: dt.date) -> bool:
    begun = place.valid_from is None or place.valid_from <= last
    return begun and (place.valid_to is None or place.valid_to >= first)
