"""The cues whose words sentences hold, looked for in all of them together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cached_property

import attrs

from placebench.codebook import Codebook, Cue, Match
from placebench.codebook.coders_own import OF_ANY_SENTENCE
from placebench.coding import given_frameworks
from placebench.coding.proper_names import TABLES, in_plain_words, matches_in, unlike_a_partnership
from placebench.extract.gazetteer import Gazetteer
from placebench.extract.passages import Passage
from placebench.extract.sentences import clause_at
from placebench.model import Framework

_Cues = Mapping[str, tuple[Cue, ...]]


@attrs.frozen(eq=False, slots=False)
class HeldCues:
    """The cues that the sentences of a document hold.

    Attributes:
        codebook: The coding frame.
        names: The names of the system, its places and partnerships.
        statements: The sentences in which the source states something of its own.
        others: The other sentences, of which most are asked for the cues of few tables.
        frameworks: The maturity frameworks that are known by name.
    """

    codebook: Codebook
    names: Gazetteer
    statements: tuple[Passage, ...]
    others: tuple[Passage, ...]
    frameworks: tuple[Framework, ...] = ()

    def by_table(self, passage: Passage) -> _Cues:
        """Return the cues whose words a sentence holds, whether they say something there or not."""
        place = passage.line.index, passage.start
        if place not in self._held:
            found = self.codebook.cues_in(passage.text, passage.lower)
            self._held[place] = self._with_plain(passage, found)
        return self._held[place]

    def of(self, table: str, passage: Passage) -> tuple[Cue, ...]:
        """Return the cues of one table whose words a sentence holds."""
        place = passage.line.index, passage.start
        held = self._held.get(place)
        if held is None and table in OF_ANY_SENTENCE:
            held = self._of_any.get(place)
        return (self.by_table(passage) if held is None else held).get(table, ())

    def plain(self, table: str, passage: Passage) -> str | None:
        """Return a sentence in plain words where a name in it does not say what it is.

        For cues of exercises it is that of a framework; for those of some others, that of a partnership.
        """
        at = passage.line.index, passage.start
        return next((texts.get(at) for tables, texts in self._plain if table in tables), None)

    def matches(self, table: str, cue: Cue, passage: Passage, *, clauses: bool) -> Iterator[Match]:
        """Yield the matches of a cue in a sentence, or where there is none in the same in plain words.

        Args:
            table: Table of the cue.
            cue: The cue.
            passage: The sentence.
            clauses: Whether each clause may hold the cue; else its first match counts.
        """
        own = cue.match.finditer(passage.text if cue.case else passage.lower)
        found = list(_once_a_clause(own, passage, clauses=clauses))
        plain = self.plain(table, passage)
        if not found and plain is not None and not cue.case:
            found = list(_once_a_clause(matches_in(cue, plain, passage), passage, clauses=clauses))
        yield from found

    @cached_property
    def _held(self) -> dict[tuple[int, int], _Cues]:
        """The cues by line and start of the sentence, of statements and of others that were asked for."""
        texts, lower = [one.text for one in self.statements], [one.lower for one in self.statements]
        held = self.codebook.cues_in_each(texts, lower)
        return {
            (one.line.index, one.start): self._with_plain(one, cues)
            for one, cues in zip(self.statements, held, strict=True)
        }

    @cached_property
    def _of_any(self) -> Mapping[tuple[int, int], _Cues]:
        """The cues of the tables that are asked for in every sentence, of those that are no statements."""
        texts, lower = [one.text for one in self.others], [one.lower for one in self.others]
        held = self.codebook.cues_in_each(texts, lower, of_statements=False)
        return {(one.line.index, one.start): cues for one, cues in zip(self.others, held, strict=True)}

    def _with_plain(self, passage: Passage, held: _Cues) -> _Cues:
        """Return cues with those of a sentence in plain words, of entries that it has no own cue of."""
        at = passage.line.index, passage.start
        found = dict(held)
        for tables, texts in self._plain:
            plain = self.codebook.cues_in("", texts[at]) if at in texts else {}
            for table, cues in plain.items():
                known = {cue.entry for cue in held.get(table, ())}
                more = tuple(cue for cue in cues if cue.entry not in known)
                if table in tables and more:
                    found[table] = (*held.get(table, ()), *more)
        return found

    @cached_property
    def _plain(self) -> tuple[tuple[AbstractSet[str], Mapping[tuple[int, int], str]], ...]:
        """The sentences in plain words, with the tables whose cues they are for."""
        book, unlike = self.codebook, unlike_a_partnership(self.names, self.codebook)
        asked = (*self.statements, *self.others)
        of_bodies = ((one, in_plain_words(one, self.names, book, unlike)) for one in asked if unlike)
        of_frameworks = (
            (one, given_frameworks.in_plain_words(one, self.frameworks, book))
            for one in asked
            if self.frameworks
        )
        return (TABLES, _by_place(of_bodies)), (given_frameworks.TABLES, _by_place(of_frameworks))


def _by_place(told: Iterable[tuple[Passage, str | None]]) -> Mapping[tuple[int, int], str]:
    return {(one.line.index, one.start): plain for one, plain in told if plain is not None}


def _once_a_clause(matches: Iterable[Match], passage: Passage, *, clauses: bool) -> Iterator[Match]:
    """Yield the first match of a cue in a sentence, or in each of its clauses."""
    seen: set[int] = set()
    for found in matches:
        clause, _ = clause_at(passage.lower, found.start, found.end)
        if clause not in seen:
            seen.add(clause)
            yield found
        if not clauses:
            return
