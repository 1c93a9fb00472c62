"""Whose an assessment is: the system and places that a document names, or better, as others declare them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

import attrs

from placebench.assessment.framework import folded
from placebench.errors import UsageError
from placebench.importer import Importer
from placebench.model import Place, System
from placebench.model.vocabularies import PLACE, SLUG
from placebench.nearest import did_you_mean

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


def chosen(known: Mapping[str, Importer], system: str, places: Sequence[str]) -> Owners:
    """Return the system and the places that somebody names.

    Args:
        known: Importers by the system that they read.
        system: Identifier or name of the system.
        places: Identifiers or names of places, with or without the system; every place that has not ended
            where there are none.

    Raises:
        UsageError: There is no such system or place.
    """
    systems = {one.system.system_id: one.system.name for one in known.values()}
    importer = known[_named(system, systems, "a system that can be read", _OTHER_SYSTEM)]
    names = {one.place_id: one.name for one in importer.places}
    current = [one.place_id for one in importer.places if one.valid_to is None]
    wanted = [_place_named(place, importer.system, names) for place in places] or current
    order = list(dict.fromkeys(wanted))
    by_id = {one.place_id: one for one in importer.places}
    return Owners(importer.system, tuple(by_id[one] for one in order))


_MOST_LISTED = 10
_OTHER_SYSTEM = "for another system give its profile with --profile; `placebench profile new` writes one"


def _place_named(text: str, system: System, names: Mapping[str, str]) -> str:
    whole = f"{system.system_id}/{text}"
    return whole if whole in names else _named(text, names, f"a place of {system.name}", None)


def _named(text: str, names: Mapping[str, str], what: str, hint: str | None) -> str:
    """Return the identifier that a text gives or names."""
    for identifier, name in names.items():
        if text == identifier or folded(text) == folded(name):
            return identifier
    near = did_you_mean(text, [*names, *names.values()])
    listed = [*list(names)[:_MOST_LISTED], *(["…"] if len(names) > _MOST_LISTED else [])]
    told = "; ".join(filter(None, (near, hint))) or None
    raise UsageError(f"{what}: {', '.join(listed)}", f"“{text}”", hint=told)
