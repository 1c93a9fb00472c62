"""Which systems and places a document speaks of, whoever reads it."""

from __future__ import annotations

from collections import Counter

import attrs

from placebench.coding.names import names_of
from placebench.coding.system_importer import SystemImporter
from placebench.documents import Document
from placebench.extract.gazetteer import PARTNERSHIP, PLACE, SYSTEM, Gazetteer, Name, gazetteer
from placebench.extract.passages import lines
from placebench.importer import Importer


@attrs.frozen
class Spoken:
    """How often a document names something.

    Attributes:
        kind: `system`, `place` or `partnership`.
        id: system_id of a system, else place_id.
        count: Number of mentions in title and text.
    """

    kind: str
    id: str
    count: int


def spoken_of(document: Document, importer: Importer) -> tuple[Spoken, ...]:
    """Return what a document names of an importer's system, the system first, then by number."""
    names = names_of_importer(importer)
    texts = [line.text for line in lines(document)]
    title = document.metadata.get("title", "")
    # A title may be a heading of the text, which is counted already.
    texts += [] if title in texts else [title]
    counts = Counter((m.name.kind, m.name.id) for text in texts for m in names.mentions(text))
    found = [Spoken(kind, identifier, count) for (kind, identifier), count in counts.items()]
    return tuple(sorted(found, key=lambda one: (one.kind != SYSTEM, -one.count, one.id, one.kind)))


def names_of_importer(importer: Importer) -> Gazetteer:
    """Return the names that an importer declares: all of a profile, else those of its rows."""
    if isinstance(importer, SystemImporter):
        return names_of(importer.profile, importer.codebook)
    system = importer.system
    named = [Name(system.name, SYSTEM, system.system_id)]
    named += [Name(place.name, PLACE, place.place_id) for place in importer.places]
    for partnership in getattr(importer, "partnerships", ()):
        texts = (partnership.name, *partnership.aliases)
        named += [Name(text, PARTNERSHIP, partnership.place_id) for text in texts]
    return gazetteer(named)
