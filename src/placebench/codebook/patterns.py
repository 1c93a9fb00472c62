"""Patterns of the codebook, compiled by an engine whose time is linear in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property

import attrs
import re2

OPTIONS = re2.Options()
"""How every expression of the codebook is compiled."""
OPTIONS.log_errors = False
# With the 8 MB that the library gives an expression to be fast with, a few long ones become slow.
OPTIONS.max_mem = 64 * 1024 * 1024
_MOST_KNOWN = 512
TERM = re.compile(r"(?<!\?P)<([a-z_]+)>")


@attrs.frozen
class Match:
    """Where a pattern matched, and what its named groups hold."""

    start: int
    end: int
    groups: Mapping[str, str | None] = attrs.field(hash=False)
    spans: Mapping[str, tuple[int, int]] = attrs.field(hash=False)


@attrs.frozen
class Pattern:
    """One or more expressions, any of which may match; compiled when first used."""

    expressions: tuple[str, ...]

    def search(self, text: str) -> Match | None:
        """Return the first match in a text, or None."""
        return next(self.finditer(text), None)

    def finditer(self, text: str) -> Iterator[Match]:
        """Yield the matches of every expression in turn."""
        several = len(self.expressions) > 1
        # Positions in bytes are those in characters where each character is one byte, and cost less.
        subject = text.encode() if text.isascii() else text
        for number in self._which(text) if several else range(len(self.expressions)):
            compiled, names = _compile(self.expressions[number])
            for found in compiled.finditer(subject):
                spans = {name: found.span(group) for name, group in names}
                yield Match(found.start(), found.end(), _texts(text, spans), spans)

    def count(self, text: str) -> int:
        """Return how many matches the expressions have in a text, each counted apart."""
        subject = text.encode()
        return sum(1 for n in self._which(text) for _ in _compile(self.expressions[n])[0].finditer(subject))

    def matches(self, text: str) -> bool:
        """Tell whether any expression matches somewhere in a text."""
        return bool(self.expressions) and bool(self._which(text))

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield start and end of each match of any expression, from left to right, without overlaps."""
        if self.expressions:
            yield from (found.span() for found in self._any.finditer(text))

    def holds(self, number: int, text: str) -> bool:
        """Tell whether one of the expressions, by its number, matches somewhere in a text."""
        return _compile(self.expressions[number])[0].search(text.encode()) is not None

    def remember(self, text: str, numbers: Sequence[int]) -> None:
        """Take note of which expressions match somewhere in a text, where that is known already."""
        if len(self._known) >= _MOST_KNOWN:
            self._known.clear()
        self._known[text] = numbers

    def _which(self, text: str) -> Sequence[int]:
        """Return the numbers of the expressions that match somewhere in a text, in order."""
        known = self._known.get(text)
        if known is None:
            known = sorted(self._set.Match(text.encode()) or ())
            self.remember(text, known)
        return known

    @cached_property
    def _known(self) -> dict[str, Sequence[int]]:
        # Several coders ask the same of a sentence.
        return {}

    @cached_property
    def _set(self) -> re2.Set:
        # A set tells only whether there is a match, in a fraction of the time that finding it takes.
        found = re2.Set.SearchSet(OPTIONS)
        for expression in self.expressions:
            found.Add(expression)
        found.Compile()
        return found

    @cached_property
    def _any(self) -> re2._Regexp:
        if len(self.expressions) == 1:
            return _compile(self.expressions[0])[0]
        return _compile("|".join(f"(?:{_unnamed(e)})" for e in self.expressions))[0]


def _texts(text: str, spans: Mapping[str, tuple[int, int]]) -> dict[str, str | None]:
    return {name: None if start < 0 else text[start:end] for name, (start, end) in spans.items()}


def expand(expression: str, terms: Mapping[str, str]) -> str:
    """Replace each `<name>` by the term of that name.

    Raises:
        KeyError: A name is not among the terms.
    """
    return TERM.sub(lambda found: terms[found.group(1)], expression)


def check(expression: str) -> str | None:
    """Return what is wrong with an expression, or None."""
    try:
        _compile(expression)
    except re2.error as error:
        return _decoded(error)
    return None


def _decoded(error: Exception) -> str:
    reason = error.args[0] if error.args else error
    return reason.decode() if isinstance(reason, bytes) else str(reason)


def _unnamed(expression: str) -> str:
    return re.sub(r"\?P<\w+>", "?:", expression)


@cache
def _compile(expression: str) -> tuple[re2._Regexp, tuple[tuple[str, int], ...]]:
    """Return an expression ready for use, and the names and numbers of its groups."""
    # The library's own cache is smaller than the codebook, and setting its options takes as long again.
    compiled = re2.compile(expression, OPTIONS)
    return compiled, tuple(compiled.groupindex.items())
