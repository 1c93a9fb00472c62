"""Names of systems, places and partnerships found in text."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import accumulate

import attrs

_SHORT = 3
_COMPASS = re.compile(r"\b(?:(?:North|East|South|West|Central|Mid)(?:ern)?(?: and | ))+(?=[A-Z])")
# "Alpha and the Isle of Beta" is the same as without the article.
_THE_BEHIND = re.compile(r" (and|AND) (?:the|THE|The) ")
_MOST_KNOWN = 512

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
        until: Last day of a partnership that has ended.
    """

    text: str
    kind: str
    id: str
    until: dt.date | None = None

    def was_in_use(self, day: dt.date | None) -> bool:
        """Tell whether what it names was still there on a day; it was where the day is not known."""
        return self.until is None or day is None or day <= self.until


@attrs.frozen
class Mention:
    """A name where it stands in a folded text."""

    name: Name
    start: int
    end: int


@attrs.frozen(cache_hash=True, slots=False)
class Gazetteer:
    """All names of one system, found in one pass, the longest first.

    A name may stand in capitals, and points of the compass in it in small letters.

    Attributes:
        names: The names.
        apart: Longer names of somewhere else: "North Alpha", another area, does not name "Alpha".
    """

    names: tuple[Name, ...]
    apart: tuple[str, ...] = ()

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Return every mention in a folded text, in order; mentions do not overlap."""
        known = self._known.get(text)
        if known is None:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            known = self._known[text] = tuple(
                Mention(name, match.start(), match.end())
                for match in self._pattern.finditer(text)
                if (name := self._by_text[_key(match.group())]) is not None
            )
        return known

    def among(self, texts: Sequence[str]) -> Mapping[int, tuple[Mention, ...]]:
        """Return the mentions in those of many texts that hold any, by number; no name has a line break."""
        starts = [*accumulate((len(text) + 1 for text in texts), initial=0)]
        found: dict[int, list[Mention]] = {}
        for match in self._pattern.finditer("\n".join(texts)):
            name = self._by_text[_key(match.group())]
            if name is not None:
                number = bisect_right(starts, match.start()) - 1
                start, end = match.start() - starts[number], match.end() - starts[number]
                found.setdefault(number, []).append(Mention(name, start, end))
        return {number: tuple(mentions) for number, mentions in found.items()}

    @cached_property
    def _known(self) -> dict[str, tuple[Mention, ...]]:
        # Several coders ask for the names in a sentence.
        return {}

    @cached_property
    def _by_text(self) -> dict[str, Name | None]:
        exact: dict[str, Name | None] = dict.fromkeys(map(_key, self.apart))
        exact |= {_key(name.text): name for name in self.names}
        capitals = {key.upper(): name for key, name in exact.items() if len(key) > _SHORT}
        small = {_small_compass(key): name for key, name in exact.items()}
        return small | capitals | exact

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        ordered = sorted(self._by_text, key=len, reverse=True)
        by_first: dict[str, list[str]] = {}
        for text in ordered:
            by_first.setdefault(re.escape(text[0]), []).append(_expression(text[1:]))
        # Most characters of a text begin no name. The engine skips them where each alternative begins with a
        # letter, so that what must not stand before a name is looked at behind its first.
        alternatives = "|".join(
            rf"{letter}(?<![\w-].)(?:{'|'.join(rest)})(?!\w)" for letter, rest in by_first.items()
        )
        return re.compile(alternatives or r"(?!)", re.DOTALL)


def gazetteer(names: Iterable[Name]) -> Gazetteer:
    """Return a gazetteer of names; of names written alike the first counts."""
    unique: dict[str, Name] = {}
    for name in names:
        unique.setdefault(_key(name.text), name)
    return Gazetteer(tuple(unique.values()))


def _small_compass(key: str) -> str:
    """Return a name as prose has it: "north east London" for "North East London"."""
    return _COMPASS.sub(lambda found: found.group().lower(), key)


def _expression(key: str) -> str:
    """Return an expression for a name: spaces or hyphens, "and" or "&", and "the" behind that or not."""
    spaced = re.escape(key).replace(r"\ ", "[ -]")
    return re.sub(r"(?i)\[ -\](and)\[ -\]", r"[ -](?:\1|&)[ -](?:(?i:the)[ -])?", spaced)


def _key(text: str) -> str:
    joined = " AND " if text.isupper() else " and "
    return _THE_BEHIND.sub(r" \1 ", text.replace("-", " ").replace(" & ", joined))
