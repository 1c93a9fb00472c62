"""Whose an assessment is: the system and places that a document names, or better, as others declare them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import attrs

from placebench.importer import Importer
from placebench.model import Place, System
from placebench.model.vocabularies import PLACE, SLUG

is_system_id = re.compile(SLUG.expression).fullmatch
is_place_id = re.compile(PLACE.expression).fullmatch


@attrs.frozen
class Owners:
    """A system and its places."""

    system: System
    places: tuple[Place, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """Identifiers of the places."""
        return tuple(place.place_id for place in self.places)


def owners(system: System, places: Iterable[Place], known: Mapping[str, Importer]) -> Owners:
    """Return a system and its places: as the importer of that system declares them, else as a document does.

    Args:
        system: The system that a document names.
        places: The places that it names; those that are not of the system are left out.
        known: Importers by the system that they read.
    """
    better = known.get(system.system_id)
    if better is not None:
        return Owners(better.system, better.places)
    own = {one.place_id: one for one in places if one.place_id.startswith(f"{system.system_id}/")}
    return Owners(system, tuple(one for one in own.values() if is_place_id(one.place_id)))
