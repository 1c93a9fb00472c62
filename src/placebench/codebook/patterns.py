"""Patterns of the codebook, compiled by an engine whose time is linear in the text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import accumulate, islice
from typing import Any, TypeVar

import attrs
import re2

from placebench.codebook.lean import LIMITED, lean
from placebench.codebook.screen import screen, screen_of_lines, screen_of_parts

OPTIONS = re2.Options()
"""How every expression of the codebook is compiled."""
OPTIONS.log_errors = False
# With the 8 MB that the library gives an expression to be fast with, a few long ones become slow.
OPTIONS.max_mem = 64 * 1024 * 1024
_BACKSPACE = "\b"
_MOST_KNOWN = 256
_LONG = 4_096
Name = TypeVar("Name", bound=Hashable)
TERM = re.compile(r"(?<!\?P)<([a-z_]+)>")


@attrs.frozen
class Match:
    """Where a pattern matched, and what its named groups hold."""

    start: int
    end: int
    groups: Mapping[str, str | None] = attrs.field(hash=False)
    spans: Mapping[str, tuple[int, int]] = attrs.field(hash=False)


class _Matches:
    """The matches of one expression in a text, each looked for once and when first asked for."""

    __slots__ = ("_found", "_rest")

    def __init__(self, rest: Iterator[Match]) -> None:
        self._found: list[Match] = []
        self._rest = rest

    def __iter__(self) -> Iterator[Match]:
        number = 0
        while number < len(self._found) or self._more():
            yield self._found[number]
            number += 1

    def __bool__(self) -> bool:
        return bool(self._found) or self._more()

    def _more(self) -> bool:
        match = next(self._rest, None)
        if match is not None:
            self._found.append(match)
        return match is not None


@attrs.frozen(eq=False, slots=False)
class Family:
    """Patterns that are asked of the same texts: which expressions match is found for all at once.

    Attributes:
        patterns: The expressions of each pattern.
    """

    patterns: tuple[tuple[str, ...], ...]
    known: dict[str, dict[int, list[int]]] = attrs.field(factory=dict, init=False, repr=False)

    def screened(self, text: str) -> Mapping[int, Sequence[int]]:
        """Return the expressions whose screens match somewhere in a text, in order, by number of pattern.

        What it found for a text is in `known` as well.
        """
        _make_room(self.known, text)
        found = self.known[text] = {}
        for number in _screened(self._set, text):
            pattern, position = self._places[number]
            found.setdefault(pattern, []).append(position)
        return found

    @cached_property
    def _set(self) -> re2.Set:
        return _set_of(tuple(e for expressions in self.patterns for e in expressions))

    @cached_property
    def _places(self) -> tuple[tuple[int, int], ...]:
        """Number of the pattern, and number within the pattern, of each expression."""
        each = enumerate(self.patterns)
        return tuple((number, position) for number, one in each for position in range(len(one)))


@attrs.frozen(slots=False)
class Pattern:
    """One or more expressions, any of which may match; compiled when first used.

    Attributes:
        expressions: The expressions.
        family: Itself and the patterns that are asked of the same texts; None where there are none.
        number: Its number in the family.
    """

    expressions: tuple[str, ...]
    family: Family | None = attrs.field(default=None, eq=False, repr=False)
    number: int = attrs.field(default=0, eq=False, repr=False)
    _known: dict[str, Sequence[int]] = attrs.field(factory=dict, init=False, eq=False, repr=False)

    def search(self, text: str) -> Match | None:
        """Return the first match in a text, or None."""
        return next(self.finditer(text), None) if self.matches(text) else None

    def finditer(self, text: str) -> Iterator[Match]:
        """Yield the matches of every expression in turn."""
        for number in self._which(text):
            yield from self._matches_of(number, text)

    def count(self, text: str) -> int:
        """Return how many matches the expressions have in a text, each counted apart."""
        return sum(1 for _ in self._counted(text))

    def has(self, fewest: int, text: str) -> bool:
        """Tell whether the expressions have so many matches in a text; counted no farther than need be."""
        return sum(1 for _ in islice(self._counted(text), fewest)) == fewest

    def _counted(self, text: str) -> Iterator[re2._Match]:
        subject = text.encode()
        return (
            found for n in self._which(text) for found in _compile(self.expressions[n])[0].finditer(subject)
        )

    def matches(self, text: str) -> bool:
        """Tell whether any expression matches somewhere in a text."""
        if self.family is not None:
            asked = self.family.known.get(text)
            if asked is not None and self.number not in asked:  # as in most texts
                return False
        return bool(self._which(text))

    def among(self, texts: Sequence[str]) -> frozenset[int]:
        """Return the numbers of those of many texts in which any expression matches; most hold none.

        None of the texts has a line break in it.
        """
        subject = "\n".join(texts).encode()
        starts = [*accumulate((len(text.encode()) + 1 for text in texts), initial=0)]
        near: set[int] = set()
        for expression in self.expressions:
            for low, high in (found.span() for found in _line_screen(expression).finditer(subject)):
                near.update(range(bisect_right(starts, low) - 1, bisect_right(starts, high)))
        return frozenset(number for number in near if number < len(texts) and self.matches(texts[number]))

    def near(self, texts: Sequence[str]) -> frozenset[int]:
        """Return the numbers of those of many texts of which any expression matches in a part, and of more.

        None of the texts has a line break in it.
        """
        subject = "\n".join(texts).encode()
        starts = [*accumulate((len(text.encode()) + 1 for text in texts), initial=0)]
        near: set[int] = set()
        found = self._parts.search(subject)
        while found is not None:
            low, high = found.span()
            last = bisect_right(starts, high)
            near.update(range(bisect_right(starts, low) - 1, last))
            found = self._parts.search(subject, starts[last]) if last < len(texts) else None
        return frozenset(near)

    def holds(self, number: int, text: str) -> bool:
        """Tell whether one of the expressions, by its number, matches somewhere in a text."""
        return bool(self._matches_of(number, text))

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield start and end of each match of any expression, from left to right, without overlaps."""
        held = self._which(text)
        if held:
            # One of many that a long expression joins takes far less to be got ready than all of them.
            asked = self._any if held[1:] else _compile(self.expressions[held[0]])[0]
            yield from (found.span() for found in asked.finditer(text))

    def remember(self, text: str, numbers: Sequence[int]) -> None:
        """Take note of which expressions match somewhere in a text, where that is known already."""
        _make_room(self._known, text)
        self._known[text] = numbers

    def _which(self, text: str) -> Sequence[int]:
        """Return the numbers of the expressions that match somewhere in a text, in order."""
        known = self._known.get(text)
        if known is not None:
            return known
        if self.family is None:
            known = _screened(_set_of(self.expressions), text)
        else:
            # Several coders ask the same of a sentence.
            asked = self.family.known.get(text)
            known = (self.family.screened(text) if asked is None else asked).get(self.number)
            if known is None:  # which the family remembers
                return ()
        if known:
            known = [n for n in known if n not in self._screened or self.holds(n, text)]
        self.remember(text, known)
        return known

    def _matches_of(self, number: int, text: str) -> _Matches:
        at = number, text
        found = self._found.get(at)
        if found is None:
            _make_room(self._found, text)
            found = self._found[at] = _Matches(_matches_in(self.expressions[number], text))
        return found

    @cached_property
    def _found(self) -> dict[tuple[int, str], _Matches]:
        return {}

    @cached_property
    def _screened(self) -> frozenset[int]:
        """The numbers of the expressions that match less than their screens do."""
        return frozenset(
            n for n, expression in enumerate(self.expressions) if screen(expression) != expression
        )

    @cached_property
    def _parts(self) -> re2._Regexp:
        return re2.compile("|".join(map(screen_of_parts, self.expressions)), OPTIONS)

    @cached_property
    def _any(self) -> re2._Regexp:
        if len(self.expressions) == 1:
            return _compile(self.expressions[0])[0]
        return _compile("|".join(f"(?:{_unnamed(e)})" for e in self.expressions))[0]


def _make_room(known: dict[Any, Any], text: str) -> None:
    """Forget what was found in other texts where there are many, or where one is as long as a document."""
    if len(known) >= _MOST_KNOWN or len(text) > _LONG:
        known.clear()


def _screened(screens: re2.Set, text: str) -> Sequence[int]:
    return sorted(screens.Match(text.encode()) or ())


@cache
def _set_of(expressions: tuple[str, ...]) -> re2.Set:
    # A set tells only whether there is a match, in a fraction of the time that finding it takes.
    found = re2.Set.SearchSet(OPTIONS)
    for expression in expressions:
        found.Add(screen(expression))
    found.Compile()
    return found


def asked_together(patterns: Mapping[Name, Pattern]) -> dict[Name, Pattern]:
    """Return patterns that are asked of the same texts, as one family."""
    family = Family(tuple(pattern.expressions for pattern in patterns.values()))
    return {
        name: Pattern(pattern.expressions, family, number)
        for number, (name, pattern) in enumerate(patterns.items())
    }


def _matches_in(expression: str, text: str) -> Iterator[Match]:
    # Positions in bytes are those in characters where each character is one byte, and cost less.
    subject = text.encode() if text.isascii() else text
    compiled, names, limits = _lean(expression)
    for number, found in enumerate(compiled.finditer(subject)):
        if any(found.end(group) - found.start(group) > most for group, most in limits):
            full, names = _compile(expression)
            yield from (_match(one, names, text) for one in islice(full.finditer(subject), number, None))
            return
        yield _match(found, names, text)


def _match(found: re2._Match, names: Iterable[tuple[str, int]], text: str) -> Match:
    spans = {name: found.span(group) for name, group in names}
    return Match(found.start(), found.end(), _texts(text, spans), spans)


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
    if _BACKSPACE in expression:
        return r"a backspace, which TOML makes of \b in double quotes; use single quotes"
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


@cache
def _line_screen(expression: str) -> re2._Regexp:
    return re2.compile(screen_of_lines(expression), OPTIONS)


@cache
def _lean(
    expression: str,
) -> tuple[re2._Regexp, tuple[tuple[str, int], ...], tuple[tuple[int, int], ...]]:
    """Return a lean expression, its own groups, and those whose length is limited, with their limits."""
    compiled, groups = _compile(lean(expression))
    limited = {group: int(limit[1]) for name, group in groups if (limit := LIMITED.fullmatch(name))}
    return compiled, tuple(one for one in groups if one[1] not in limited), tuple(limited.items())
