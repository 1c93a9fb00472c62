"""The coding frame as the coders ask it: cues, force, topics, sectors and the words that they share."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

import attrs

from placebench.codebook.coders_own import CODERS_OWN, OF_ANY_SENTENCE
from placebench.codebook.index import PatternIndex
from placebench.codebook.patterns import Pattern, expand
from placebench.codebook.signs import Signs


@attrs.frozen
class Cue:
    """Words that signal a fact.

    Attributes:
        entry: Name of the entry: a feature, a role, a kind.
        rule: `<table>.<entry>`, as the `rule` column gives it.
        match: What the sentence must hold.
        value: A fixed value.
        codes: Pattern and code, in order, for what the group `value` holds.
        status: How far it is there, when the words themselves say so.
        needs: What the sentence, or what introduces its list, must hold as well.
        unless: What the sentence must not hold.
        lead: What the words that introduce the list must hold.
        case: Whether capitals count.
        body: Name of the body, when the words say whose it is.
        body_kind: Kind of that body.
        basis: `derived` when the row draws a conclusion.
        columns: Further columns with fixed values.
    """

    entry: str
    rule: str
    match: Pattern
    value: str | None = None
    codes: tuple[tuple[Pattern, str], ...] = ()
    status: str | None = None
    needs: Pattern | None = None
    unless: Pattern | None = None
    lead: Pattern | None = None
    case: bool = False
    body: str | None = None
    body_kind: str | None = None
    basis: str = "stated"
    columns: Mapping[str, Any] = attrs.field(factory=dict, hash=False)

    def code(self, text: str) -> str | None:
        """Return the code for a captured value, or the text itself where the cue has no codes."""
        if not self.codes:
            return text
        return next((code for pattern, code in self.codes if pattern.matches(text.lower())), None)


@attrs.frozen
class ForceMarker:
    """Words that say how far a thing is there."""

    status: str
    match: Pattern | None
    before: Pattern | None
    after: Pattern | None
    words: int


@attrs.frozen
class Coded:
    """A code and the pattern that signals it."""

    code: str
    match: Pattern
    unless: tuple[str, ...] = ()


@attrs.frozen
class SharedName:
    """Words by which bodies of several levels go.

    Attributes:
        match: The words.
        kind: Kind of body that they stand for.
        until: Day up to which they stood for another; None where they did not.
        before: That other kind.
    """

    match: Pattern
    kind: str
    until: dt.date | None = None
    before: str | None = None

    def kind_on(self, day: dt.date | None) -> str:
        """Return the kind of body that the words stand for on a day; today's where the day is not known."""
        earlier = self.before if day and self.until and day < self.until else None
        return earlier or self.kind


@attrs.frozen(eq=False, slots=False)
class Codebook:
    """The coding frame.

    Attributes:
        cues: Cues by table.
        force: Markers of force, in the order in which they count.
        force_mask: Words that look like a marker and are none.
        topics: Priority topics.
        sectors: Sectors, in the order in which they count.
        bodies: Kinds of body other than the partnership.
        shared_names: Words by which bodies of several levels go.
        reading: What tells whom a sentence speaks of, and what is no statement of the source's own.
        reading_unless: What takes that back.
        scales: Names of the stages of maturity frameworks, lowest first.
        remits: Patterns of remit tables, by group and name.
        identify: Patterns that tell what a document is about, by group and name.
        posts: Patterns of leading posts and of what joins them to people, by group and name.
        rosters: Patterns of lists and tables of members, by group and name.
        signs: Signs that a list of organisations is one of members.
        wording: Words of the coders' own expressions, by group and name; see `Wording`.
        england: Names in England by kind: `systems` and `places`, which are council areas.
        terms: Expressions that patterns share.
        digest: sha256 of all files, 64 hex digits.
        base: The frame that this one adds to; None where it adds to none.
    """

    cues: Mapping[str, tuple[Cue, ...]] = attrs.field(hash=False)
    force: tuple[ForceMarker, ...]
    force_mask: Pattern
    topics: tuple[Coded, ...]
    sectors: tuple[Coded, ...]
    bodies: tuple[Coded, ...]
    shared_names: tuple[SharedName, ...]
    reading: Mapping[str, Pattern] = attrs.field(hash=False)
    reading_unless: Mapping[str, Pattern] = attrs.field(hash=False)
    scales: tuple[tuple[str, ...], ...]
    remits: Mapping[str, Mapping[str, Pattern]] = attrs.field(hash=False)
    identify: Mapping[str, Mapping[str, Pattern]] = attrs.field(hash=False)
    posts: Mapping[str, Mapping[str, Pattern]] = attrs.field(hash=False)
    rosters: Mapping[str, Mapping[str, Pattern]] = attrs.field(hash=False)
    signs: Signs
    wording: Mapping[str, Mapping[str, tuple[str, ...]]] = attrs.field(hash=False)
    england: Mapping[str, tuple[str, ...]] = attrs.field(hash=False)
    terms: Mapping[str, str] = attrs.field(hash=False)
    digest: str
    base: Codebook | None = attrs.field(default=None, repr=False)

    @cached_property
    def compiled(self) -> dict[object, re.Pattern[str]]:
        """The coders' own expressions with the words of this frame, as far as they were used."""
        return {}

    def cues_in(self, text: str, lower: str) -> Mapping[str, tuple[Cue, ...]]:
        """Return the cues whose words a sentence holds, by table, in the order of the files.

        Words that are the coders' own are none; see `coders_own`.

        Args:
            text: The folded sentence, case kept.
            lower: The same in lower case.
        """
        return next(self.cues_in_each([text], [lower]))

    def cues_in_each(
        self, texts: Sequence[str], lower: Sequence[str], *, of_statements: bool = True
    ) -> Iterator[Mapping[str, tuple[Cue, ...]]]:
        """Yield the same for each of several sentences, in less time.

        Args:
            texts: The folded sentences, case kept.
            lower: The same in lower case.
            of_statements: Whether the cues are wanted that only a statement can hold; see `OF_ANY_SENTENCE`.
        """
        asked = self._indices if of_statements else self._indices[:2]
        found = (index.owners_of(lower if number % 2 else texts) for number, index in enumerate(asked))
        return (self._by_table(frozenset().union(*owners)) for owners in zip(*found, strict=True))

    def _by_table(self, numbers: Iterable[int]) -> Mapping[str, tuple[Cue, ...]]:
        found: dict[str, list[Cue]] = {}
        for number in sorted(numbers):
            table, cue = self._numbered[number]
            found.setdefault(table, []).append(cue)
        return {table: tuple(cues) for table, cues in found.items()}

    @cached_property
    def _marker_index(self) -> PatternIndex:
        return PatternIndex(
            tuple(
                (number, pattern)
                for number, marker in enumerate(self.force)
                for pattern in (marker.match, marker.before, marker.after)
                if pattern is not None
            )
        )

    @cached_property
    def _numbered(self) -> tuple[tuple[str, Cue], ...]:
        return tuple((table, cue) for table, cues in self.cues.items() for cue in cues)

    @cached_property
    def _indices(self) -> tuple[PatternIndex, ...]:
        """The cues of any sentence, those for which capitals count before the others, then of statements."""
        cues = [
            (number, table, cue)
            for number, (table, cue) in enumerate(self._numbered)
            if cue.entry not in CODERS_OWN.get(table, ())
        ]
        kinds = ((True, True), (True, False), (False, True), (False, False))
        shared = self.base.expressions_of_cues if self.base else ((),) * len(kinds)
        return tuple(
            PatternIndex(
                tuple(
                    (number, cue.match)
                    for number, table, cue in cues
                    if (table in OF_ANY_SENTENCE, cue.case) == kind
                ),
                expressions,
            )
            for kind, expressions in zip(kinds, shared, strict=True)
        )

    @property
    def expressions_of_cues(self) -> tuple[tuple[str, ...], ...]:
        """The expressions of each index of cues."""
        return tuple(index.expressions for index in self._indices)

    def markers_in(self, clause: str) -> tuple[ForceMarker, ...]:
        """Return the markers of force whose words a clause holds, in the order in which they count."""
        return tuple(self.force[number] for number in sorted(self._marker_index.owners(clause)))

    def topics_in(self, lower: str) -> tuple[Coded, ...]:
        """Return the topics whose words a folded text in lower case holds, in the order of the file."""
        return tuple(self.topics[number] for number in sorted(self._topic_index.owners(lower)))

    @cached_property
    def _topic_index(self) -> PatternIndex:
        return PatternIndex(tuple((number, topic.match) for number, topic in enumerate(self.topics)))

    def entry(self, table: str, name: str) -> Cue:
        """Return what a table has under a name, as one cue: words that its coder asks for by that name."""
        return self._by_name.get((table, name)) or Cue(name, f"{table}.{name}", Pattern(()))

    @cached_property
    def _by_name(self) -> dict[tuple[str, str], Cue]:
        found: dict[tuple[str, str], Cue] = {}
        for table, cue in self._numbered:
            first = found.setdefault((table, cue.entry), cue)
            if first is not cue:
                both = Pattern(tuple(dict.fromkeys((*first.match.expressions, *cue.match.expressions))))
                found[table, cue.entry] = attrs.evolve(first, match=both)
        return found

    def pattern(self, *expressions: str) -> Pattern:
        """Return a pattern with the codebook's terms filled in."""
        return Pattern(tuple(expand(expression, self.terms) for expression in expressions))
