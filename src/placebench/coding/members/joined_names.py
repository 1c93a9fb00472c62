"""Names that a list joins: several that share a noun, one that holds commas, two in one entry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import attrs

from placebench.codebook import Codebook, Wording
from placebench.extract.organisations import Organisations

_WORDS = "joined_names"
_AND = r",? (?:and|&) "
_SPLIT = re.compile(rf"{_AND}|, ")
_NAME = r"[A-Z][\w'-]*(?: [A-Z][\w'-]*){0,3}"
# "The acute, community and mental health trusts"; with "trust" it would be one that does it all.
_KINDS = Wording(
    _WORDS,
    rf"(?<![\w'-])(?P<names><care>(?:, <care>)*{_AND}<care>) (?P<noun>(?:nhs )?<several>)\b",
    re.IGNORECASE,
)
# "Education and county council representatives".
_FIELDS = Wording(
    _WORDS,
    rf"(?<![\w'-])(?P<names><field>(?:, <field>)*{_AND}(?:[a-z-]+ ){{0,2}}[a-z-]+) (?P<noun><people>)\b",
)
# "Voluntary and statutory organisations", "providers of mental health and community services".
_SIDES = Wording(
    _WORDS, rf"(?<![\w'-])(?P<names><side>(?:, <side>)*{_AND}<side>) (?P<noun><of_sides>)\b", re.IGNORECASE
)
_PROVIDERS = Wording(
    _WORDS,
    rf"(?<![\w'-])(?P<lead>providers of )(?P<names>(?:health|<care>)(?:, (?:health|<care>))*{_AND}<care>)"
    r" (?P<noun>services|care)\b",
)
# "Alpha and Beta County Councils".
_AREAS = Wording(_WORDS, rf"(?<![\w'&-])(?P<names>{_NAME}(?:, {_NAME})*{_AND}{_NAME}) (?P<noun><bodies>)\b")
_SHARED = (_KINDS, _FIELDS, _SIDES, _PROVIDERS)
_TIER = Wording(_WORDS, r"(?P<area>.*?)(?P<tier>(?:(?:^| )<tier>)*)")
_NO_AREA = Wording(_WORDS, r"(?:(?:^| )<no_area>)+")
# "NHS Alpha, Beta & Gamma Clinical Commissioning Group" is one body of three areas.
_OF_AREAS = Wording(_WORDS, rf"(?<![\w'-])NHS {_NAME}(?:, {_NAME})+{_AND}{_NAME} <one_body>(?![\w'-])")
_TWO = Wording(_WORDS, rf"(?P<one>[A-Z][\w' &-]*\b<ends_name>){_AND}(?P<two>[A-Z].*)")
_ENDS = Wording(_WORDS, r"[A-Z].*\b<ends_name>")
_LONGER_BEFORE = re.compile(r"(?:[A-Z][\w'-]*|and|&) $")
_ONE = ((re.compile(r"ies$"), "y"), (re.compile(r"s$"), ""))


@attrs.frozen
class JoinedNames:
    """Finds in the words of a list the names that it joins.

    Attributes:
        codebook: The coding frame.
        organisations: What is known of organisations.
    """

    codebook: Codebook
    organisations: Organisations

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield start and end of what is no list of its own: names with a shared noun, a name with commas."""
        for wording in _SHARED:
            yield from (found.span() for found in wording.of(self.codebook).finditer(text))
        for found in _AREAS.of(self.codebook).finditer(text):
            if self._of_areas(found) and not _LONGER_BEFORE.search(text[: found.start()]):
                yield found.span()
        for found in _OF_AREAS.of(self.codebook).finditer(text):
            areas = _SPLIT.split(found.group().removeprefix("NHS "))[:-1]
            if not any(map(self.organisations.sectors, areas)):
                yield found.span()

    def each(self, said: str) -> tuple[str, ...]:
        """Return the names that words join, each with their common noun; the words where they are one."""
        for wording in _SHARED:
            found = wording.of(self.codebook).fullmatch(said)
            if found is not None:
                lead = found.groupdict().get("lead", "")
                return tuple(f"{lead}{name} {found['noun']}" for name in _SPLIT.split(found["names"]))
        found = _AREAS.of(self.codebook).fullmatch(said)
        return (found and self._of_areas(found)) or (said,)

    def two(self, name: str) -> tuple[str, ...]:
        """Return both organisations that an entry names, "Alpha Trust and Beta Trust", or the one."""
        found = _TWO.of(self.codebook).fullmatch(name)
        if found is None:
            return self.each(name)
        both = (found["one"], found["two"])
        return both if all(map(self.organisations.sectors, both)) else (name,)

    def ends_name(self, line: str) -> bool:
        """Tell whether a line holds a name up to its end: "Alpha NHS Trust", not "Alpha Hospitals NHS"."""
        return _ENDS.of(self.codebook).fullmatch(line) is not None

    def _of_areas(self, found: re.Match[str]) -> tuple[str, ...]:
        """Return the bodies of several areas that share a noun in the plural; nothing where they do not."""
        noun = found["noun"]
        plural, ending = next(each for each in _ONE if each[0].search(noun))
        tier = _TIER.of(self.codebook)
        areas = [area for name in _SPLIT.split(found["names"]) if (area := tier.fullmatch(name))]
        shared = "" if any(area["tier"] for area in areas[:-1]) else areas[-1]["tier"]
        names = [area["area"] for area in areas]
        if not all(names) or any(_NO_AREA.of(self.codebook).fullmatch(name) for name in names):
            return ()
        joined = {f"{a} and {b}" for a, b in pairwise(names)}
        if joined & set(self.codebook.england["places"]) or any(map(self.organisations.sectors, names)):
            return ()
        return tuple(f"{area['area']}{area['tier'] or shared} {plural.sub(ending, noun)}" for area in areas)
