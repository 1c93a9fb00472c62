"""The cues whose words sentences hold, looked for in all of them together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

import attrs

from placebench.codebook import Codebook, Cue, Match
from placebench.coding.proper_names import TABLES, in_plain_words, matches_in, unlike_a_partnership
from placebench.extract.gazetteer import Gazetteer
from placebench.extract.passages import Passage
from placebench.extract.sentences import clause_at

_Cues = Mapping[str, tuple[Cue, ...]]


@attrs.frozen(eq=False)
class HeldCues:
    """The cues that the sentences of a document hold.

    Attributes:
        codebook: The coding frame.
        names: The names of the system, its places and partnerships.
        passages: The sentences.
    """

    codebook: Codebook
    names: Gazetteer
    passages: tuple[Passage, ...]

    def by_table(self, passage: Passage) -> _Cues:
        """Return the cues whose words a sentence holds, whether they say something there or not."""
        held = self._held.get((passage.line.index, passage.start))
        return self.codebook.cues_in(passage.text, passage.lower) if held is None else held

    def plain(self, passage: Passage) -> str | None:
        """Return a sentence in plain words where it names a partnership by a name that does not say so."""
        return self._plain.get((passage.line.index, passage.start))

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
        plain = self.plain(passage)
        if not found and plain is not None and not cue.case and table in TABLES:
            found = list(_once_a_clause(matches_in(cue, plain, passage), passage, clauses=clauses))
        yield from found

    @cached_property
    def _held(self) -> Mapping[tuple[int, int], _Cues]:
        """The cues by line and start of the sentence."""
        texts, lower = [one.text for one in self.passages], [one.lower for one in self.passages]
        held = self.codebook.cues_in_each(texts, lower)
        return {
            (one.line.index, one.start): self._with_plain(one, cues)
            for one, cues in zip(self.passages, held, strict=True)
        }

    def _with_plain(self, passage: Passage, held: _Cues) -> _Cues:
        """Return cues with those of a sentence in plain words, of entries that it has no own cue of."""
        plain = self.plain(passage)
        if plain is None:
            return held
        more = {
            table: tuple(cue for cue in cues if cue.entry not in {own.entry for own in held.get(table, ())})
            for table, cues in self.codebook.cues_in("", plain).items()
            if table in TABLES
        }
        return dict(held) | {table: (*held.get(table, ()), *cues) for table, cues in more.items() if cues}

    @cached_property
    def _plain(self) -> Mapping[tuple[int, int], str]:
        unlike = unlike_a_partnership(self.names, self.codebook)
        asked = self.passages if unlike else ()
        told = ((one, in_plain_words(one, self.names, self.codebook, unlike)) for one in asked)
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
