"""Names of systems, places and partnerships found in text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

import attrs

_SHORT = 3

PLACE = "place"
SYSTEM = "system"
PARTNERSHIP = "partnership"


@attrs.frozen
class Name:
    """One way to write the name of something.

    Attributes:
        text: The name as it is written, case matters.
        kind: `place`, `system` or `partnership`.
        id: place_id of a place or of the place that a partnership is for; system_id of a system.
    """

    text: str
    kind: str
    id: str


@attrs.frozen
class Mention:
    """A name where it stands in a folded text."""

    name: Name
    start: int
    end: int


@attrs.frozen
class Gazetteer:
    """All names of one system, found in one pass, the longest first, in capitals too."""

    names: tuple[Name, ...]

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Return every mention in a folded text, in order; mentions do not overlap."""
        return tuple(
            Mention(self._by_text[_key(match.group())], match.start(), match.end())
            for match in self._pattern.finditer(text)
        )

    @cached_property
    def _by_text(self) -> dict[str, Name]:
        exact = {_key(name.text): name for name in self.names}
        return {_key(name.text).upper(): name for name in self.names if len(name.text) > _SHORT} | exact

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        ordered = sorted(self._by_text, key=len, reverse=True)
        alternatives = "|".join(_pattern_of(text) for text in ordered)
        # Most characters of a text begin no name; the class tells so without trying the alternatives.
        first = "".join(sorted({re.escape(text[0]) for text in ordered}))
        return re.compile(rf"(?=[{first}])(?<![\w-])(?:{alternatives})(?![\w])" if ordered else r"(?!)")


def gazetteer(names: Iterable[Name]) -> Gazetteer:
    """Return a gazetteer of names; of names written alike the first counts."""
    unique: dict[str, Name] = {}
    for name in names:
        unique.setdefault(_key(name.text), name)
    return Gazetteer(tuple(unique.values()))


def _key(text: str) -> str:
    joined = " AND " if text.isupper() else " and "
    return text.replace("-", " ").replace(" & ", joined)


def _pattern_of(key: str) -> str:
    """Return an expression for a name, with spaces or hyphens, and with "and" or "&"."""
    spaced = re.escape(key).replace(r"\ ", "[ -]")
    return re.sub(r"(?i)\[ -\](and)\[ -\]", r"[ -](?:\1|&)[ -]", spaced)
