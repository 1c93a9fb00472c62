"""Which cues a sentence holds, in one pass however many cues there are.

The words that each expression needs are looked for all at once; only expressions whose words are there are
tried.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

import attrs
import re2

from placebench.codebook.patterns import OPTIONS


@attrs.frozen(eq=False)
class ExpressionIndex:
    """Expressions, each with an owner, of which those that match a text are found together.

    Attributes:
        expressions: Pairs of owner and expression; an owner may have several.
    """

    expressions: tuple[tuple[int, str], ...]

    def owners(self, text: str) -> frozenset[int]:
        """Return the owners of the expressions that match somewhere in a text."""
        if not self.expressions:
            return frozenset()
        return frozenset(self.expressions[number][0] for number in self._filter.Match(text) or ())

    @cached_property
    def _filter(self) -> re2.Filter:
        compiled = re2.Filter()
        for _, expression in self.expressions:
            compiled.Add(expression, OPTIONS)
        compiled.Compile()
        return compiled


def index_of(expressions: Iterable[tuple[int, str]]) -> ExpressionIndex:
    """Return an index of pairs of owner and expression."""
    return ExpressionIndex(tuple(expressions))
