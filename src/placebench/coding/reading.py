"""`Reading`: a document read for one system, shared by the coders of all tables."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from typing import Any

import attrs

from placebench.codebook import Cue, Match
from placebench.coding.hearing import Heard, hear
from placebench.coding.held_cues import HeldCues
from placebench.coding.located_text import LocatedText
from placebench.coding.places_in_general import is_of_places_in_general
from placebench.coding.scope import Located
from placebench.coding.unstated import why_unstated
from placebench.documents import Quote
from placebench.extract.gazetteer import SYSTEM
from placebench.extract.passages import Passage
from placebench.importer import Fact
from placebench.model import FactRow, Framework


@attrs.frozen(eq=False, slots=False)
class Reading(LocatedText):
    """A document, or the claimed parts of one, read for one system: what its coders ask and answer with.

    Attributes:
        document: The document.
        spans: The parts that are read.
        profile: The system.
        names: The names of the system, its places and partnerships.
        codebook: The coding frame.
        frameworks: The maturity frameworks that are known by name.
    """

    frameworks: tuple[Framework, ...] = ()

    @cached_property
    def statements(self) -> tuple[Located, ...]:
        """The sentences in which the source itself states something about its own system.

        Questions, words of others and the cells of matrices and remit tables are none.
        """
        return tuple(sentence for sentence in self.sentences if self.unstated(sentence) is None)

    def unstated(self, sentence: Located) -> str | None:
        """Return why a sentence is no statement of the source's own, or None if it is one; see `reasons`."""
        return why_unstated(self, sentence)

    def cued(
        self, table: str, *, entries: Collection[str] = (), clauses: bool = False
    ) -> Iterator[tuple[Cue, Located, Match, str]]:
        """Yield each cue of a table with its sentence, its match and the status that it has there.

        Args:
            table: The table.
            entries: The entries whose cues are asked for; all where none is named.
            clauses: Whether each clause of a sentence may hold the cue; else its first match counts.
        """
        for sentence in self._cued_statements.get(table, ()):
            yield from self.cued_in(table, sentence, entries=entries, clauses=clauses)

    def cued_in(
        self, table: str, sentence: Located, *, entries: Collection[str] = (), clauses: bool = False
    ) -> Iterator[tuple[Cue, Located, Match, str]]:
        """Yield the cues of a table that one sentence holds and that say something there."""
        if not self.cues.of(table, sentence.passage):  # as most
            return
        for heard in self.heard(table, sentence, entries=entries, clauses=clauses):
            if heard.found is not None and heard.status is not None and heard.reason is None:
                near = sentence.told_of_system(heard.found.start)
                near = near.at_end_of(heard.found.start, heard.found.end)
                for narrowed in near.narrowed(_speaks_at(sentence, heard.found)):
                    yield heard.cue, narrowed, heard.found, heard.status

    def heard(
        self, table: str, sentence: Located, *, entries: Collection[str] = (), clauses: bool = False
    ) -> Iterator[Heard]:
        """Yield the cues of a table that one sentence holds, and why each that says nothing does not."""
        return hear(self, self.cues, table, sentence, entries=entries, clauses=clauses)

    def held(self, passage: Passage) -> Mapping[str, tuple[Cue, ...]]:
        """Return the cues whose words a sentence holds, by table, whether they say something there or not."""
        return self.cues.by_table(passage)

    @cached_property
    def cues(self) -> HeldCues:
        """The cues that the sentences hold."""
        others = tuple(one.passage for one in self.sentences if self.unstated(one) is not None)
        statements = tuple(one.passage for one in self.statements)
        return HeldCues(self.codebook, self.names, statements, others, self.frameworks)

    def columns(self, sentence: Located, position: int = 0) -> dict[str, Any]:
        """Return the columns that say whom a row is about."""
        place = sentence.place_near(position)
        return {
            "system_id": self.profile.system.system_id,
            "place_id": place,
            "applies_to": "place" if place else sentence.scope.applies_to,
        }

    def partnership_columns(self, sentence: Located, position: int, body_kind: str) -> dict[str, Any]:
        """Return the columns for a row about a body; what holds of partnerships holds of each place.

        Words on no place, and on none in general, are the system's, whoever acts in them.
        """
        columns = self.columns(sentence, position)
        of_none = columns["applies_to"] == "system" and body_kind in ("partnership", "partner")
        if of_none and is_of_places_in_general(self, sentence):
            columns["applies_to"] = "each_place"
        return columns

    def quote(self, sentence: Located) -> Quote:
        """Return the sentence as a quote."""
        return self.document.quote(sentence.passage.span)

    def fact(self, row: FactRow, sentence: Located) -> Fact:
        """Return a row with the sentence that states it."""
        return Fact(row, (self.quote(sentence),))

    @cached_property
    def _cued_statements(self) -> Mapping[str, tuple[Located, ...]]:
        """The statements that hold a cue, by table."""
        found: dict[str, list[Located]] = {}
        for sentence in self.statements:
            for table in self.held(sentence.passage):
                found.setdefault(table, []).append(sentence)
        return {table: tuple(sentences) for table, sentences in found.items()}


def _speaks_at(sentence: Located, found: Match) -> int:
    """Return where a match says what place it is about: at a body, owner or place in it, or its start."""
    for group in ("body", "who", "place"):
        low, high = found.spans.get(group, (0, 0))
        if any(low <= m.start < high for m in sentence.mentions if m.name.kind != SYSTEM):
            return high
    return found.start
