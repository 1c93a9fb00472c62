"""The names by which a system's documents call it, its places, partnerships and organisations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import attrs

from placebench.codebook import Codebook, SystemProfile, Wording
from placebench.extract.gazetteer import PARTNERSHIP, PLACE, SYSTEM, Gazetteer, Name, gazetteer
from placebench.extract.organisations import Known, Organisations

_MOST_KNOWN = 32
_WORD = re.compile(r"[A-Za-z][\w']*")
# The end of a partnership's name that papers shorten: "Eastern Local Care Partnership" is "the Eastern LCP".
_KIND_OF_BODY = Wording("names", r"(?P<own>.+) (?P<kind><shortened>)")


@lru_cache(maxsize=_MOST_KNOWN)
def names_of(profile: SystemProfile, codebook: Codebook) -> Gazetteer:
    """Return the names of a system, its places and their partnerships."""
    system = profile.system
    found = [Name(text, SYSTEM, system.system_id) for text in (system.name, *profile.aliases)]
    found += [Name(text, SYSTEM, system.system_id) for text in _by_initials(system.name, codebook)]
    for place in profile.places:
        found += [
            Name(t, PLACE, place.place_id) for t in (place.name, *profile.place_aliases[place.place_id])
        ]
    for partnership in profile.partnerships:
        places = [name.text for name in found if name.id == partnership.place_id]
        for text in (partnership.name, *partnership.aliases):
            written = (text, *_as_prose(text, places), *_with_kind_in_short(text, codebook))
            found += [Name(t, PARTNERSHIP, partnership.place_id, partnership.valid_to) for t in written]
    return gazetteer(name for name in found if name.text)


@lru_cache(maxsize=_MOST_KNOWN)
def names_without(profile: SystemProfile, codebook: Codebook, places: frozenset[str]) -> Gazetteer:
    """Return the names of a system without those of some of its places and their partnerships."""
    return Gazetteer(tuple(name for name in names_of(profile, codebook).names if name.id not in places))


@lru_cache(maxsize=_MOST_KNOWN)
def among_others(names: Gazetteer, codebook: Codebook) -> Gazetteer:
    """Return names of a system that are not found in the longer names of areas that are none of its own."""
    own = [name.text for name in names.names]
    apart = (
        area
        for area in codebook.england["apart"]
        if any(_holds(area, name) for name in own) and not any(_holds(name, area) for name in own)
    )
    return attrs.evolve(names, apart=tuple(apart))


def _holds(longer: str, name: str) -> bool:
    return re.search(rf"\b{re.escape(name)}\b", longer) is not None


def _by_initials(name: str, codebook: Codebook) -> Iterator[str]:
    """Yield what bodies of a system are called by its initials: "the NCL Health and Care Partnership"."""
    initials = _initials(name)
    if len(initials) > 1:
        bodies = (*codebook.england["boards"], *codebook.england["other_bodies"])
        yield from (f"{initials} {body}" for body in bodies)


def _initials(name: str) -> str:
    return "".join(word[0] for word in _WORD.findall(name) if word[0].isupper())


def _as_prose(text: str, places: list[str]) -> Iterator[str]:
    """Yield a partnership's name with several words behind its place in small letters."""
    for place in places:
        behind = text.removeprefix(f"{place} ")
        if behind != text and " " in behind:
            yield f"{place} {behind.lower()}"


def _with_kind_in_short(name: str, codebook: Codebook) -> Iterator[str]:
    """Yield the name of a partnership with the initials of the kind of body that it is."""
    found = _KIND_OF_BODY.of(codebook).fullmatch(name)
    if found is not None:
        kind = "".join(word[0] for word in _WORD.findall(found["kind"]) if word != "and")
        yield f"{found['own']} {kind.upper()}"


@lru_cache(maxsize=_MOST_KNOWN)
def initials_of(profile: SystemProfile, codebook: Codebook) -> frozenset[str]:
    """Return the initials by which papers call places and partnerships whose names have several words."""
    own = (name.text for name in names_of(profile, codebook).names if name.kind != SYSTEM)
    found = map(_initials, own)
    return frozenset(initials for initials in found if len(initials) > 1)


@lru_cache(maxsize=_MOST_KNOWN)
def organisations_of(profile: SystemProfile, codebook: Codebook) -> Organisations:
    """Return what is known of organisations: those of the profile, and the form of any other."""
    known = tuple(
        Known(
            _expression((o.name, *o.aliases)),
            o.organisation_id if o.ods_code or o.gss_code else None,
            o.sectors,
            _in_lower_case((o.name, *o.aliases)),
            re.IGNORECASE,
        )
        for o in profile.organisations
    )
    return Organisations((*known, _board(profile, codebook)), codebook.sectors)


def _board(profile: SystemProfile, codebook: Codebook) -> Known:
    """Return the system's integrated care board: "NHS" and the system's name, where no trust follows."""
    names, boards = (profile.system.name, *profile.aliases), codebook.england["boards"]
    own = {name for name in names if name.startswith("NHS ") or name.endswith(boards)}
    for name in names:
        own |= set() if name.startswith("NHS ") else {f"NHS {name}"}
        own |= set() if name.endswith(boards) else {f"{name} {board}" for board in boards}
    return Known(
        rf"{_expression(tuple(own))}(?! (?:[\w&'-]+ ){{0,5}}(?:Trust|NHS))",
        None,
        ("icb",),
        _in_lower_case(tuple(own)),
    )


def _in_lower_case(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return names in lower case; none where one has letters whose case is not plain."""
    return tuple(name.lower() for name in names) if all(map(str.isascii, names)) else ()


def _expression(names: tuple[str, ...]) -> str:
    alternatives = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    longer = r"(?! (?:of|for) (?:voluntary|community)\b)"
    return rf"(?<!\w)(?:{alternatives})(?!\w){longer}"
