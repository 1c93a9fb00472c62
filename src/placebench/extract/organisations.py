"""The sectors of an organisation or a group of people, from a list of known ones or from its form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property

import attrs

from placebench.codebook import Coded, Pattern
from placebench.codebook.index import PatternIndex

COMMA = "\x1f"
"""What stands for a comma that is part of a name."""
_MOST_KNOWN = 1_024
_WORD = re.compile(r"\w+")
_BRACKET = re.compile(r" ?\([^)]*\)$")


@attrs.frozen(slots=False)
class Known:
    """An organisation that a profile names.

    Attributes:
        expression: Its names, as an expression.
        id: Its ODS or GSS code.
        sectors: Its sectors.
        names: Its names in lower case, one of which stands in whole words wherever the pattern matches; none
            where that is not known.
        flags: How the expression is compiled.
    """

    expression: str
    id: str | None
    sectors: tuple[str, ...]
    names: tuple[str, ...] = ()
    flags: re.RegexFlag = re.NOFLAG

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The expression, compiled when first used: a document names few of those that a profile knows."""
        return re.compile(self.expression, self.flags)


@attrs.frozen(slots=False)
class Organisations:
    """Known organisations, and the forms by which others tell their sector.

    Attributes:
        known: Organisations that a profile names; they count before any form.
        forms: Sector patterns in the order in which they count.
    """

    known: tuple[Known, ...]
    forms: tuple[Coded, ...]

    def sectors(self, name: str) -> tuple[str, ...]:
        """Return the sectors of an organisation, or nothing where its form tells none."""
        told = self._told.get(name)
        if told is None:
            if len(self._told) >= _MOST_KNOWN:
                self._told.clear()
            told = self._told[name] = self._sectors(name)
        return told

    def _sectors(self, name: str) -> tuple[str, ...]:
        found = self.find(name)
        if found is not None:
            return found.sectors
        base = _BRACKET.sub("", name)
        told = self.sectors(base) if base != name else ()
        # Brackets may tell more than that a name is one of a company.
        if told and told != _BY_FORM:
            return told
        first = min(self._form_index.owners(name.lower()), default=None)
        return told if first is None else (self.forms[first].code,)

    @cached_property
    def _told(self) -> dict[str, tuple[str, ...]]:
        # Several coders ask for the same names, and documents name the same partners.
        return {}

    @cached_property
    def _form_index(self) -> PatternIndex:
        return _index_of(self.forms)

    def id(self, name: str) -> str | None:
        """Return the ODS or GSS code of an organisation, where a profile is sure of it."""
        found = self.find(name)
        return found.id if found else None

    def whole(self, text: str) -> str:
        """Return a text in which the commas within known names are masked, so that a list keeps the names."""
        for known in self._near(text) if "," in text else ():
            text = known.pattern.sub(lambda found: found.group().replace(",", COMMA), text)
        return text

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where a folded text holds a known name, or words that tell a sector."""
        for known in self._near(text):
            yield from (found.span() for found in known.pattern.finditer(text))
        lower = text.lower()
        for number in self._form_index.owners(lower):
            yield from ((found.start, found.end) for found in self.forms[number].match.finditer(lower))

    def named_in(self, texts: Sequence[str]) -> frozenset[int]:
        """Return the numbers of those of many folded texts that may name organisations, and of some more.

        Of the others no part holds a known name or words that tell a sector. None has a line break in it.
        """
        lower = [text.lower() for text in texts]
        whole = "\n".join(lower)
        known = [name for name in self._names if name in whole]
        return (
            _any_of(self.forms)
            .near(lower)
            .union(
                number
                for number, text in enumerate(lower)
                if not text.isascii() or any(name in text for name in known)
            )
        )

    @cached_property
    def _names(self) -> frozenset[str]:
        """The known names; the empty text, which stands in each, for one whose names are not known."""
        return frozenset(name for known in self.known for name in known.names or ("",))

    def find(self, name: str) -> Known | None:
        """Return the known organisation that a name is of, or None."""
        return next((known for known in self._near(name) if known.pattern.search(name)), None)

    def _near(self, text: str) -> Sequence[Known]:
        """Return those whose names may stand in a text; a plain search tells it sooner than an expression."""
        # Other letters may match without regard to case though they differ in lower case.
        if not text.isascii():
            return self.known
        lower = text.lower()
        words = self._names_by_word.keys() & {"", *_WORD.findall(lower)}
        near = {number for word in words for name, number in self._names_by_word[word] if name in lower}
        return [self.known[number] for number in sorted(near)] if near else ()

    @cached_property
    def _names_by_word(self) -> Mapping[str, Sequence[tuple[str, int]]]:
        """The names, each with the number of its organisation, by their first words; "" for what has none."""
        found: dict[str, list[tuple[str, int]]] = {}
        for number, known in enumerate(self.known):
            # The empty text stands in each.
            for name in known.names or ("",):
                first = _WORD.match(name)
                found.setdefault(first.group() if first else "", []).append((name, number))
        return found


_BY_FORM = ("other",)


@cache
def _any_of(forms: tuple[Coded, ...]) -> Pattern:
    return Pattern(tuple(expression for form in forms for expression in form.match.expressions))


@cache
def _index_of(forms: tuple[Coded, ...]) -> PatternIndex:
    # Each document may name organisations of its own; the forms are those of the coding frame.
    return PatternIndex(tuple((number, form.match) for number, form in enumerate(forms)))
