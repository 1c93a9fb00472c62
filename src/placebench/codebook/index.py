"""Which patterns match a sentence, in one pass however many there are.

The words that each expression needs are looked for all at once; only expressions whose words are there are
tried, by their screens first.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

import attrs
import re2

from placebench.codebook.patterns import OPTIONS, Pattern
from placebench.codebook.screen import screen


@attrs.frozen(eq=False)
class PatternIndex:
    """Patterns, each with an owner, of which those that match a text are found together.

    Attributes:
        patterns: Pairs of owner and pattern; an owner may have several.
    """

    patterns: tuple[tuple[int, Pattern], ...]

    def owners(self, text: str) -> frozenset[int]:
        """Return the owners of the patterns that match somewhere in a text."""
        found: dict[int, list[int]] = {}
        for place in sorted(self._filter.Match(text) or ()) if self.patterns else ():
            number, expression = self._places[place]
            if place not in self._screened or self.patterns[number][1].holds(expression, text):
                found.setdefault(number, []).append(expression)
        for number, matching in found.items():
            # Whoever asks for the owner looks next for where its pattern matches.
            self.patterns[number][1].remember(text, matching)
        return frozenset(self.patterns[number][0] for number in found)

    @cached_property
    def _places(self) -> tuple[tuple[int, int], ...]:
        """Number of the pattern, and number within the pattern, of each expression."""
        return tuple(
            (number, position)
            for number, (_, pattern) in enumerate(self.patterns)
            for position in range(len(pattern.expressions))
        )

    @cached_property
    def _screened(self) -> frozenset[int]:
        """The expressions that match less than their screens do."""
        expressions = [self.patterns[number][1].expressions[position] for number, position in self._places]
        return frozenset(place for place, one in enumerate(expressions) if screen(one) != one)

    @cached_property
    def _filter(self) -> re2.Filter:
        compiled = re2.Filter()
        for number, position in self._places:
            compiled.Add(screen(self.patterns[number][1].expressions[position]), OPTIONS)
        compiled.Compile()
        return compiled


def index_of(patterns: Iterable[tuple[int, Pattern]]) -> PatternIndex:
    """Return an index of pairs of owner and pattern."""
    return PatternIndex(tuple(patterns))
