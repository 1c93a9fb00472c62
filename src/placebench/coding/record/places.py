"""The places and partnerships that a document names, as evidence for the profile's own rows."""

from __future__ import annotations

from collections.abc import Iterator

from placebench.coding.reading import Reading
from placebench.importer import Fact


def code_places(reading: Reading) -> Iterator[Fact]:
    """Yield each place and partnership with the first words that name it."""
    places = {place.place_id: place for place in reading.profile.places}
    partnerships = {
        name: partnership
        for partnership in reading.profile.partnerships
        for name in (partnership.name, *partnership.aliases)
    }
    seen: set[str] = set()
    for sentence in reading.sentences:
        for mention in sentence.mentions:
            quote = reading.document.quote(sentence.passage.part(mention.start, mention.end))
            place = places.get(mention.name.id)
            if place is not None and place.place_id not in seen:
                seen.add(place.place_id)
                yield Fact(place, (quote,))
            partnership = partnerships.get(mention.name.text)
            if partnership is not None and partnership.partnership_id not in seen:
                seen.add(partnership.partnership_id)
                yield Fact(partnership, (quote,))
