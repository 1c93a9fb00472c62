"""Which patterns match a text, told for all of them at once.

The words that each expression needs are looked for all at once, and only expressions whose words are there
are tried, by the engine itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise

import attrs
import re2

from placebench.codebook.patterns import OPTIONS, Pattern
from placebench.codebook.screen import screen

# A filter of more forgets what its engine has worked out for one text before the next is done.
_MOST_IN_A_FILTER = 1_000


@attrs.frozen(eq=False, slots=False)
class PatternIndex:
    """Patterns, each with an owner, of which those that match a text are found together.

    Attributes:
        patterns: Pairs of owner and pattern; an owner may have several.
        shared: Expressions of another index, whose filters serve here too.
    """

    patterns: tuple[tuple[int, Pattern], ...]
    shared: tuple[str, ...] = ()

    def owners(self, text: str) -> frozenset[int]:
        """Return the owners of the patterns that match somewhere in a text."""
        return next(self.owners_of([text]))

    def owners_of(self, texts: Sequence[str]) -> Iterator[frozenset[int]]:
        """Yield the same for each of several texts, in less time."""
        # What an engine has worked out for one text serves the next while it is in the fast part of memory.
        encoded = [text.encode() for text in texts]
        passed: list[list[tuple[int, int]]] = [[] for _ in texts]
        for expressions, words in self._filters:
            for text, places in zip(encoded, passed, strict=True):
                for number in words.Match(text) or ():
                    places.extend(self._places.get(expressions[number], ()))
        return map(self._holding, texts, passed)

    def _holding(self, text: str, places: list[tuple[int, int]]) -> frozenset[int]:
        """Return the owners of those patterns whose expressions match, of some whose screens do."""
        found: dict[int, list[int]] = {}
        for number, position in sorted(places):
            if self.patterns[number][1].holds(position, text):
                found.setdefault(number, []).append(position)
        for number, matching in found.items():
            # Whoever asks for the owner looks next for where its pattern matches.
            self.patterns[number][1].remember(text, matching)
        return frozenset(self.patterns[number][0] for number in found)

    @cached_property
    def expressions(self) -> tuple[str, ...]:
        """The expressions of all patterns, each once."""
        return tuple(dict.fromkeys(e for _, pattern in self.patterns for e in pattern.expressions))

    @cached_property
    def _places(self) -> Mapping[str, Sequence[tuple[int, int]]]:
        """Number of the pattern, and number within the pattern, of each expression, wherever it stands."""
        found: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        for number, (_, pattern) in enumerate(self.patterns):
            for position, expression in enumerate(pattern.expressions):
                found[expression].append((number, position))
        return found

    @cached_property
    def _filters(self) -> Sequence[tuple[Sequence[str], re2.Filter]]:
        shared = frozenset(self.shared)
        own = tuple(expression for expression in self.expressions if expression not in shared)
        return (*_filters(self.shared), *_filters(own))


# Frames of several systems share most of their expressions, and what engines work out for them.
@lru_cache(maxsize=64)
def _filters(expressions: tuple[str, ...]) -> tuple[tuple[Sequence[str], re2.Filter], ...]:
    """Return filters by the words that expressions need, each with its expressions."""
    parts = -(-len(expressions) // _MOST_IN_A_FILTER)
    bounds = [len(expressions) * part // parts for part in range(parts + 1)] if parts else []
    return tuple(one for low, high in pairwise(bounds) for one in _filters_of(expressions[low:high]))


def _filters_of(expressions: Sequence[str]) -> Iterable[tuple[Sequence[str], re2.Filter]]:
    """Return a filter of expressions, or several, each of as many as its memory has room for."""
    words = re2.Filter()
    for expression in expressions:
        words.Add(screen(expression), OPTIONS)
    try:
        words.Compile()
    except re2.error:
        if len(expressions) == 1:
            raise
        middle = len(expressions) // 2
        return (*_filters_of(expressions[:middle]), *_filters_of(expressions[middle:]))
    return ((expressions, words),)
