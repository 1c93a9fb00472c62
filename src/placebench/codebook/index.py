"""Which patterns match which texts, found together however many there are of both.

The words that each expression needs are looked for all at once, and only expressions whose words are there
are tried. Each is tried on all such texts in one go: what an engine has worked out for one text serves the
next only as long as it stays in the fast part of the memory.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate

import attrs
import re2

from placebench.codebook.patterns import OPTIONS, Pattern
from placebench.codebook.screen import screen, screen_of_lines


@attrs.frozen(eq=False)
class PatternIndex:
    """Patterns, each with an owner, of which those that match a text are found together.

    Attributes:
        patterns: Pairs of owner and pattern; an owner may have several.
    """

    patterns: tuple[tuple[int, Pattern], ...]

    def owners(self, text: str) -> frozenset[int]:
        """Return the owners of the patterns that match somewhere in a text."""
        return self._holding(text, sorted(self._places_in(text, potential=False)))

    def owners_of(self, texts: Sequence[str]) -> list[frozenset[int]]:
        """Return the same for each of several texts, none of which has a line break in it."""
        if not self.patterns:
            return [frozenset()] * len(texts)
        encoded = [text.encode() for text in texts]
        allowed: defaultdict[int, list[int]] = defaultdict(list)
        for number, text in enumerate(encoded):
            for place in self._places_in(text, potential=True):
                allowed[place].append(number)
        tried: list[list[int]] = [[] for _ in texts]
        for place in sorted(allowed):
            for number in self._passing(place, allowed[place], encoded):
                tried[number].append(place)
        return [self._holding(text, places) for text, places in zip(texts, tried, strict=True)]

    def _passing(self, place: int, numbers: Sequence[int], texts: Sequence[bytes]) -> Iterable[int]:
        """Return which texts the screen of an expression lets through, of those that have its words."""
        chosen = [texts[number] for number in numbers]
        matches = [found.span() for found in self._line_screen(place).finditer(b"\n".join(chosen))]
        if len(chosen) == 1 or not matches:  # mostly none
            return numbers if matches else ()
        starts = [*accumulate([len(text) + 1 for text in chosen], initial=0)]
        passing: dict[int, None] = {}
        for start, end in matches:
            first = bisect_right(starts, start) - 1
            passing.update(dict.fromkeys(numbers[first : bisect_right(starts, end)]))
        return passing

    def _holding(self, text: str, places: Iterable[int]) -> frozenset[int]:
        """Return the owners of those patterns whose expressions match, of some that may."""
        found: dict[int, list[int]] = {}
        for place in places:
            number, expression = self._places[place]
            if self.patterns[number][1].holds(expression, text):
                found.setdefault(number, []).append(expression)
        for number, matching in found.items():
            # Whoever asks for the owner looks next for where its pattern matches.
            self.patterns[number][1].remember(text, matching)
        return frozenset(self.patterns[number][0] for number in found)

    def _line_screen(self, place: int) -> re2._Regexp:
        known = self._line_screens.get(place)
        if known is None:
            number, position = self._places[place]
            expression = screen_of_lines(self.patterns[number][1].expressions[position])
            known = self._line_screens[place] = re2.compile(expression, OPTIONS)
        return known

    @cached_property
    def _line_screens(self) -> dict[int, re2._Regexp]:
        return {}

    @cached_property
    def _places(self) -> tuple[tuple[int, int], ...]:
        """Number of the pattern, and number within the pattern, of each expression."""
        return tuple(
            (number, position)
            for number, (_, pattern) in enumerate(self.patterns)
            for position in range(len(pattern.expressions))
        )

    def _places_in(self, text: str | bytes, *, potential: bool) -> Iterator[int]:
        """Yield the places of expressions whose words a text has, and, unless `potential`, their screens."""
        for first, words in self._filters:
            yield from (first + place for place in words.Match(text, potential=potential) or ())

    @cached_property
    def _filters(self) -> tuple[tuple[int, re2.Filter], ...]:
        """Filters by the words that expressions need, each with the place of its first expression."""
        return tuple(self._filters_of(0, len(self._places)))

    def _filters_of(self, low: int, high: int) -> Iterator[tuple[int, re2.Filter]]:
        """Yield filters of a stretch of expressions, each of as many as its memory has room for."""
        if low == high:
            return
        words = re2.Filter()
        for number, position in self._places[low:high]:
            words.Add(screen(self.patterns[number][1].expressions[position]), OPTIONS)
        try:
            words.Compile()
        except re2.error:
            if high - low == 1:
                raise
            middle = (low + high) // 2
            yield from self._filters_of(low, middle)
            yield from self._filters_of(middle, high)
        else:
            yield low, words
