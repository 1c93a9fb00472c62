"""A sentence with whom it speaks of: one place, each place of the system, or the system itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from placebench.coding.subjects import Scope
from placebench.extract.gazetteer import SYSTEM, Mention
from placebench.extract.passages import Passage

# Between two names of a list there may be one that no profile has, such as a name that is misspelt.
_LISTED = re.compile(
    r",? (?:and |& |nor )?(?:in |for |the |both )?|, and (?:in |for )?|,"
    r"|,? (?:like|as well as|along with|together with) (?:in )?"
    r"|, (?:[A-Z][\w'-]+(?: [A-Z][\w'-]+)?)(?:,|,? and|,? &) "
)
# What is right behind words for a thing tells where that is: "a team in Alpha".
_BEHIND = re.compile(r" (?:[a-z]+ed |set up )?(?:in|for|at|within) (?:the )?$")
# "Alpha is part of North, which has agreed to delegate": what the clause tells is the system's, unless it is
# done to the place or with it.
_WHICH = re.compile(r"(?: \([^()]{2,14}\))?,? (?:which|whose) ")
_TO_IT = re.compile(
    r"\b(?:to|with|for|by|in|at|across|from) "
    r"(?:it|us|them|here|the (?:[\w-]+ )?(?:partnership|board|place|borough))\b"
)


@attrs.frozen
class Located:
    """A sentence with its subject and the names in it.

    Attributes:
        passage: The sentence.
        scope: Its subject.
        mentions: The names in it.
        systems_board: Where the words for a board end that begin it, where that is the system's; else 0.
        systems_partnership: Whether "the partnership" is the system, which the text has just called one.
        left_out: The names of places of which it does not speak: "all but Alpha", "unlike Beta".
    """

    passage: Passage
    scope: Scope
    mentions: tuple[Mention, ...]
    systems_board: int = 0
    systems_partnership: bool = False
    left_out: tuple[Mention, ...] = ()

    def place_near(self, position: int) -> str | None:
        """Return the place that a position of the sentence speaks of, or None."""
        return next(iter(self._places_near(position)), None)

    def narrowed(self, position: int) -> Iterator[Located]:
        """Yield the sentence once for each place that a position of it speaks of: "A and B have agreed"."""
        if len(self.scope.places) <= 1:
            yield self
            return
        for place in self._places_near(position):
            yield attrs.evolve(self, scope=attrs.evolve(self.scope, places=(place,)))

    def at_end_of(self, start: int, end: int) -> Located:
        """Return the sentence with the one place that stands in or right behind a range of it as its subject.

        What "Alpha, Beta and Gamma saw" includes "a hub in Beta", which is none of the others'.
        """
        if self.scope.applies_to != "each_place":
            return self
        named = [m for m in self.mentions if m.name.kind != SYSTEM]
        listed = {n for n in range(1, len(named)) if self._are_listed(named[n - 1], named[n])}
        behind = {
            m.name.id
            for n, m in enumerate(named)
            if start <= m.start
            and not listed & {n, n + 1}
            and (m.start < end or _BEHIND.fullmatch(self.passage.lower[end : m.start]))
            and _BEHIND.search(self.passage.lower[: m.start])
        }
        return attrs.evolve(self, scope=Scope((*behind,), "place", named=True)) if len(behind) == 1 else self

    def told_of_system(self, start: int) -> Located:
        """Return the sentence as one on the system where a position stands in what it tells of that aside."""
        named = [m for m in self.mentions if m.end <= start]
        lower = self.passage.lower
        aside = bool(named) and named[-1].name.kind == SYSTEM and _WHICH.match(lower, named[-1].end)
        if not aside or re.search("[,;.]", lower[aside.end() : start]) or self.scope.applies_to != "place":
            return self
        clause = re.match("[^,;.]*", lower[aside.end() :])
        if clause and (
            _TO_IT.search(clause.group()) or self._names_place(aside.end(), aside.end() + clause.end())
        ):
            return self
        return attrs.evolve(self, scope=Scope((), "system", named=True))

    def _names_place(self, start: int, end: int) -> bool:
        return any(start <= m.start < end for m in self.mentions if m.name.kind != SYSTEM)

    def listed_with(self, mention: Mention) -> tuple[Mention, ...]:
        """Return the names of places that stand in one list with another, right before it."""
        named = [m for m in self.mentions if m.name.kind != SYSTEM]
        last = first = named.index(mention)
        while first and self._are_listed(named[first - 1], named[first]):
            first -= 1
        return tuple(named[first:last])

    def _places_near(self, position: int) -> list[str]:
        if len(self.scope.places) <= 1:
            return list(self.scope.places)
        named = [m for m in self.mentions if m.name.kind != SYSTEM and m not in self.left_out]
        if not named:
            return list(self.scope.places)
        last = max((n for n, m in enumerate(named) if m.start <= position), default=0)
        first = last
        while first and self._are_listed(named[first - 1], named[first]):
            first -= 1
        # What is said before any place is named is said of all that the list names then.
        while (
            position < named[0].start and last + 1 < len(named) and self._are_listed(*named[last : last + 2])
        ):
            last += 1
        return list(dict.fromkeys(m.name.id for m in named[first : last + 1]))

    def _are_listed(self, one: Mention, other: Mention) -> bool:
        return _LISTED.fullmatch(self.passage.text[one.end : other.start]) is not None


def places_in(mentions: Sequence[Mention]) -> list[str]:
    """Return the place_ids of names, each once, without those of systems."""
    return list(dict.fromkeys(m.name.id for m in mentions if m.name.kind != SYSTEM))
