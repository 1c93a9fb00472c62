"""`Reading`: a document read for one system, shared by the coders of all tables."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, TypeVar

import attrs

from placebench.codebook import Codebook, Cue, Match, SystemProfile
from placebench.coding import reasons
from placebench.coding.ahead import begins_later
from placebench.coding.elsewhere import strangers
from placebench.coding.proper_names import TABLES, in_plain_words, matches_in, unlike_a_partnership
from placebench.coding.scope import Located, Scope, default_scope, locate
from placebench.coding.validity import places_at
from placebench.documents import HEADING, Document, Quote, Span
from placebench.extract.dates import parse_date
from placebench.extract.force import NOTHING, force
from placebench.extract.gazetteer import Gazetteer
from placebench.extract.matrix import Matrix, matrices
from placebench.extract.passages import Line, Passage, lines
from placebench.extract.remit_tables import RemitTable, remit_tables
from placebench.extract.sentences import clause_at
from placebench.importer import Fact
from placebench.model import FactRow, Place

T = TypeVar("T")

_RETOLD = re.compile(
    r"^(?:it|this|the guidance|the document|the report) "
    r"(?:states|says|stated|said|asks|requires|expects|recommends|describes)\b"
)

# What is done "in line with national guidance" is done here.
_BY_RULE = re.compile(
    r"\b(?:as per|in (?:line|accordance|keeping) with|consistent with|following|according to|under"
    r"|(?:as )?(?:required|outlined|set out) (?:by|in|within)) (?:the |new |current )*$"
)
_OPENINGS = frozenset({"in ", "across "})
_OUR_OWN = re.compile(r";|\b(?:here|our|we|us)\b")


@attrs.frozen
class Heard:
    """A cue whose words a sentence holds.

    Attributes:
        cue: The cue.
        reason: Why it says nothing there, a key of `reasons.REASONS`; None where it says something.
        found: Where its words stand; None where a condition of the cue is not met.
        status: How far the thing is there, as the sentence says.
    """

    cue: Cue
    reason: str | None
    found: Match | None = None
    status: str | None = None


@attrs.frozen(eq=False)
class Reading:
    """A document, or the claimed parts of one, read for one system.

    Attributes:
        document: The document.
        spans: The parts that are read.
        profile: The system.
        names: The names of the system, its places and partnerships.
        codebook: The coding frame.
    """

    document: Document
    spans: tuple[Span, ...]
    profile: SystemProfile
    names: Gazetteer
    codebook: Codebook
    _found: dict[tuple[str, int, int, tuple[str, ...]], Any] = attrs.field(
        factory=dict, init=False, repr=False
    )

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """All lines of the document; `lead` and `parent` of a line are indices into it."""
        return lines(self.document)

    @cached_property
    def own_lines(self) -> tuple[Line, ...]:
        """The lines in the parts that are read."""
        return tuple(line for line in self.lines if self._reads(line.block.span))

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """The places that the system had when the document was published; all where the date is not known."""
        return places_at(self.profile, self.document)

    @cached_property
    def published(self) -> tuple[dt.date, str] | None:
        """The first day of the period in which the document was published, and how exactly it is known."""
        return parse_date(self.document.metadata.get("published", ""))

    @cached_property
    def matrices(self) -> tuple[Matrix, ...]:
        """The stage matrices in the parts that are read."""
        found = matrices(self.document, self.codebook.scales)
        return tuple(matrix for matrix in found if self._reads(matrix.span))

    @cached_property
    def remit_tables(self) -> tuple[RemitTable, ...]:
        """The remit tables in the parts that are read."""
        found = remit_tables(self.document, self.codebook.remits)
        return tuple(table for table in found if self._reads(table.span))

    @cached_property
    def default(self) -> Scope:
        """The subject of sentences that name none."""
        return default_scope(self.document, self.own_lines, self.names)

    @cached_property
    def sentences(self) -> tuple[Located, ...]:
        """Every sentence of the parts that are read, with its subject."""
        return tuple(locate(self.own_lines, self.names, len(self.places), self.codebook, self.default))

    @cached_property
    def statements(self) -> tuple[Located, ...]:
        """The sentences in which the source itself states something about its own system.

        Questions, words of others and the cells of matrices and remit tables are none.
        """
        return tuple(sentence for sentence in self.sentences if self.unstated(sentence) is None)

    def once(self, what: str, sentence: Located, find: Callable[[], T]) -> T:
        """Return what is found of a sentence and its subject, as it was found when first asked for.

        Args:
            what: What is asked for; each has a name of its own.
            sentence: The sentence.
            find: Finds it.
        """
        at = (what, sentence.passage.line.index, sentence.passage.start, sentence.scope.places)
        if at not in self._found:
            self._found[at] = find()
        found: T = self._found[at]
        return found

    def unstated(self, sentence: Located) -> str | None:
        """Return why a sentence is no statement of the source's own, or None if it is one; see `reasons`."""
        return self.once("unstated", sentence, lambda: self._why_unstated(sentence))

    def _why_unstated(self, sentence: Located) -> str | None:
        block = sentence.passage.line.block
        if block.kind == HEADING:
            return reasons.HEADED
        if any(block.span.overlaps(span) for span in self._tables):
            return reasons.TABLE
        if block.path and self._matches("rejected", block.path[-1].lower()):
            return reasons.REJECTED
        raised = any(self._matches("raised", lead) for lead in self.leads(sentence.passage.line)[:1])
        if raised or self._matches("question", sentence.passage.lower):
            return reasons.QUESTION
        if self._matches("request", sentence.passage.lower):
            return reasons.REQUEST
        return reasons.QUOTED if self._quoted(sentence) else None

    @cached_property
    def by_line(self) -> Mapping[int, tuple[Located, ...]]:
        """Sentences by the index of their line."""
        found: dict[int, list[Located]] = {}
        for sentence in self.sentences:
            found.setdefault(sentence.passage.line.index, []).append(sentence)
        return {index: tuple(group) for index, group in found.items()}

    def before(self, sentence: Located) -> Located:
        """Return the sentence before one, in its own line or the one above; itself where there is none."""
        line, start = sentence.passage.line.index, sentence.passage.start
        earlier = [told for told in self.by_line[line] if told.passage.start < start]
        before = (earlier or self.by_line.get(line - 1, ()))[-1:]
        spoken = [told for told in before if told.passage.line.block.kind != HEADING]
        return spoken[0] if spoken else sentence

    def leads(self, line: Line) -> tuple[str, ...]:
        """Return what introduces the list that a line stands in, nearest first, in lower case."""
        found: list[str] = []
        seen: set[int] = set()
        while line.lead is not None and line.lead not in seen:
            seen.add(line.lead)
            line = self.lines[line.lead]
            if line.block.kind != HEADING:
                found.append(self._last_sentence(line))
        return tuple(found)

    def status(self, sentence: Located, start: int, end: int) -> str:
        """Return how far a sentence says that the thing at a range of it is there."""
        passage = sentence.passage
        told = force(passage.lower, start, end, self.codebook, self.leads(passage.line))
        later = told == "in_place" and begins_later(passage.lower, start, end, self.published)
        return "planned" if later else told

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
        for heard in self.heard(table, sentence, entries=entries, clauses=clauses):
            if heard.found is not None and heard.status is not None and heard.reason is None:
                for narrowed in sentence.narrowed(heard.found.start):
                    yield heard.cue, narrowed, heard.found, heard.status

    def heard(
        self, table: str, sentence: Located, *, entries: Collection[str] = (), clauses: bool = False
    ) -> Iterator[Heard]:
        """Yield the cues of a table that one sentence holds, and why each that says nothing does not."""
        for cue in self.held(sentence.passage).get(table, ()):
            if entries and cue.entry not in entries:
                continue
            unmet = self._unmet(cue, sentence)
            if unmet is not None:
                yield Heard(cue, unmet)
                continue
            for found in self._found_of(table, cue, sentence.passage, clauses=clauses):
                if self._of_others(sentence, found):
                    yield Heard(cue, reasons.ELSEWHERE)
                    continue
                status = cue.status or self.status(sentence, found.start, _trigger_end(found))
                yield Heard(cue, reasons.NEGATED if status == NOTHING else None, found, status)

    def columns(self, sentence: Located, position: int = 0) -> dict[str, Any]:
        """Return the columns that say whom a row is about."""
        place = sentence.place_near(position)
        return {
            "system_id": self.profile.system.system_id,
            "place_id": place,
            "applies_to": "place" if place else sentence.scope.applies_to,
        }

    def partnership_columns(self, sentence: Located, position: int, body_kind: str) -> dict[str, Any]:
        """Return the columns for a row about a body; what holds of partnerships holds of each place."""
        columns = self.columns(sentence, position)
        if columns["place_id"] is None and body_kind in ("partnership", "partner"):
            columns["applies_to"] = "each_place"
        return columns

    def quote(self, sentence: Located) -> Quote:
        """Return the sentence as a quote."""
        return self.document.quote(sentence.passage.span)

    def fact(self, row: FactRow, sentence: Located) -> Fact:
        """Return a row with the sentence that states it."""
        return Fact(row, (self.quote(sentence),))

    def held(self, passage: Passage) -> Mapping[str, tuple[Cue, ...]]:
        """Return the cues whose words a sentence holds, by table, whether they say something there or not."""
        held = self._held.get((passage.line.index, passage.start))
        return self.codebook.cues_in(passage.text, passage.lower) if held is None else held

    @cached_property
    def _held(self) -> Mapping[tuple[int, int], Mapping[str, tuple[Cue, ...]]]:
        """The cues that the sentences hold, by line and start, looked for in all of them together."""
        passages = [sentence.passage for sentence in self.sentences]
        held = self.codebook.cues_in_each([one.text for one in passages], [one.lower for one in passages])
        found: dict[tuple[int, int], Mapping[str, tuple[Cue, ...]]] = {}
        for one, cues in zip(passages, held, strict=True):
            found[one.line.index, one.start] = self._with_plain(one, cues)
        return found

    def _with_plain(
        self, passage: Passage, held: Mapping[str, tuple[Cue, ...]]
    ) -> Mapping[str, tuple[Cue, ...]]:
        """Return cues with those of a sentence in plain words, of entries that it has no own cue of."""
        plain = self._plain.get((passage.line.index, passage.start))
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
        """The sentences that name a partnership by a name that does not say so, in plain words."""
        unlike = unlike_a_partnership(self.names)
        passages = [sentence.passage for sentence in self.sentences] if unlike else []
        told = ((one, in_plain_words(one, self.names, unlike)) for one in passages)
        return {(one.line.index, one.start): plain for one, plain in told if plain is not None}

    def _found_of(self, table: str, cue: Cue, passage: Passage, *, clauses: bool) -> Iterator[Match]:
        """Yield the matches of a cue in a sentence, or where there is none in the same in plain words."""
        own = cue.match.finditer(passage.text if cue.case else passage.lower)
        found = list(_once_a_clause(own, passage, clauses=clauses))
        plain = self._plain.get((passage.line.index, passage.start))
        if not found and plain is not None and not cue.case and table in TABLES:
            found = list(_once_a_clause(matches_in(cue, plain, passage), passage, clauses=clauses))
        yield from found

    @cached_property
    def _cued_statements(self) -> Mapping[str, tuple[Located, ...]]:
        """The statements that hold a cue, by table."""
        found: dict[str, list[Located]] = {}
        for sentence in self.statements:
            for table in self.held(sentence.passage):
                found.setdefault(table, []).append(sentence)
        return {table: tuple(sentences) for table, sentences in found.items()}

    @cached_property
    def _tables(self) -> tuple[Span, ...]:
        return (*(m.span for m in self.matrices), *(t.span for t in self.remit_tables))

    def _reads(self, span: Span) -> bool:
        return any(span in own for own in self.spans)

    def _unmet(self, cue: Cue, sentence: Located) -> str | None:
        """Return which condition of a cue a sentence does not meet, or None if it meets all."""
        passage = sentence.passage
        if cue.unless is not None and cue.unless.matches(passage.lower):
            return reasons.UNLESS
        if cue.lead is None and cue.needs is None:
            return None
        introduced = " ".join(self.leads(passage.line))
        if cue.lead is not None and not cue.lead.matches(introduced):
            return reasons.LEAD
        plain = self._plain.get((passage.line.index, passage.start), "")
        met = cue.needs is None or any(map(cue.needs.matches, (f"{passage.lower} {introduced}", plain)))
        return None if met else reasons.NEEDS

    def _of_others(self, sentence: Located, found: Match) -> bool:
        """Tell whether the words are of a national body or a place elsewhere, named before or among them."""
        strange, elsewhere = self.once("others", sentence, lambda: self._others(sentence.passage))
        if not strange and not elsewhere:
            return False
        lower = sentence.passage.lower
        low, high = clause_at(lower, found.start, _trigger_end(found))
        for start in strange:
            between = [m for m in sentence.mentions if start < m.start < found.end]
            reach = high if lower[:start].endswith((" in ", " across ")) else found.end
            opens = lower[:start] in _OPENINGS and not _OUR_OWN.search(lower[start : found.start])
            told = low <= start or opens or lower.startswith(", where", low)
            if told and start < reach and not between:
                return True
        return any(start < max(high, found.start) for start in elsewhere)

    def _others(self, passage: Passage) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Return where a sentence begins to speak of places elsewhere, and of national bodies."""
        spans = self.codebook.reading["elsewhere"].spans(passage.lower)
        elsewhere = tuple(start for start, _ in spans if not _BY_RULE.search(passage.lower[:start]))
        return tuple(strangers(passage.text, self.names, self.codebook)), elsewhere

    def _quoted(self, sentence: Located) -> bool:
        """Tell whether a sentence quotes or retells guidance that the one before it announces."""
        line = sentence.passage.line
        if _RETOLD.match(sentence.passage.lower):
            told = line.folded.lower[: sentence.passage.start]
            return self._matches("elsewhere", told[told.rstrip(" .").rfind(". ") + 1 :])
        if not line.text.startswith('"') or line.index == 0:
            return False
        before = self.lines[line.index - 1]
        return self._matches("quotation", before.folded.lower.strip())

    def _matches(self, name: str, text: str) -> bool:
        unless = self.codebook.reading_unless.get(name)
        return self.codebook.reading[name].matches(text) and not (unless and unless.matches(text))

    def _last_sentence(self, line: Line) -> str:
        sentences = self.by_line.get(line.index)
        return sentences[-1].passage.lower if sentences else line.folded.lower


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


def _trigger_end(found: Match) -> int:
    """Return where the words end that say something; a list that follows them has its own clauses."""
    return next((found.spans[name][0] for name in ("items", "members") if found.groups.get(name)), found.end)
