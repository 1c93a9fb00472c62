"""`LocatedText`: the sentences of a document, each with its subject and with what introduces it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any, TypeVar

import attrs

from placebench.codebook import Codebook, SystemProfile, Wording
from placebench.coding.ahead import begins_later
from placebench.coding.document_scope import subjects_of
from placebench.coding.locating import locate
from placebench.coding.rules_in_force import has_rules_in_force
from placebench.coding.scope import Located
from placebench.coding.subjects import Scope, Subjects
from placebench.coding.validity import places_at
from placebench.documents import HEADING, ITEM, Document, Span
from placebench.extract.dates import parse_date
from placebench.extract.force import force
from placebench.extract.gazetteer import Gazetteer
from placebench.extract.matrix import Matrix, matrices
from placebench.extract.passages import Line, lines
from placebench.extract.people import NAME
from placebench.extract.rating_tables import RatingsTable, ratings_tables
from placebench.extract.remit_tables import RemitTable, remit_tables
from placebench.model import Place

T = TypeVar("T")

# "Jo Bell to update the terms of reference", "JB and SR to ...": an action of minutes, still to be done.
_WHO = rf"(?:{NAME}|[A-Z]{{2,3}})"
_TO_DO = re.compile(
    rf"(?:(?:Action|ACTION)[sS]? ?[\w.]{{0,4}}[:.-]? )?{_WHO}(?:(?: and|,|/) ?{_WHO})* to [a-z]"
)
# "The secretary to update ...": a post or a body, where the sentence has no verb of its own.
_POST_TO_DO = Wording(
    "ahead",
    r"(?:actions? ?[\w.]{0,4}[:.-]? )?(?:the |all |both )?(?:[\w&'-]+ ){0,4}?<doer>"
    r"(?: and (?:the )?(?:[\w'-]+ ){0,3}?<doer>)? to (?!<no_action>\b|\w+ (?:is|was|are|were)\b)[a-z]",
)
_HAS_VERB = Wording("ahead", r" <finite>\b")


@attrs.frozen(eq=False, slots=False)
class LocatedText:
    """The lines, tables and sentences of a document, or of the claimed parts of one.

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
    _kept: dict[tuple[object, ...], Any] = attrs.field(factory=dict, init=False, repr=False)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """All lines of the document; `lead` and `parent` of a line are indices into it."""
        return lines(self.document)

    @cached_property
    def own_lines(self) -> tuple[Line, ...]:
        """The lines in the parts that are read."""
        return tuple(line for line in self.lines if self.reads(line.block.span))

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
        found = matrices(self.document, self.codebook.scales, self._is_title_of_maturity)
        return tuple(matrix for matrix in found if self.reads(matrix.span))

    @cached_property
    def ratings_tables(self) -> tuple[RatingsTable, ...]:
        """The tables of stages in the parts that are read."""
        found = ratings_tables(self.document, self.codebook.scales)
        return tuple(table for table in found if self.reads(table.span))

    @cached_property
    def remit_tables(self) -> tuple[RemitTable, ...]:
        """The remit tables in the parts that are read."""
        found = remit_tables(self.document, self.codebook.remits)
        return tuple(table for table in found if self.reads(table.span))

    @property
    def default(self) -> Scope:
        """The subject of the document, and so of sentences that name none."""
        return self._subjects.default

    @cached_property
    def sentences(self) -> tuple[Located, ...]:
        """Every sentence of the parts that are read, with its subject."""
        places = [place.place_id for place in self.places]
        return tuple(locate(self.own_lines, self.names, places, self.codebook, self._subjects))

    @cached_property
    def _subjects(self) -> Subjects:
        return subjects_of(self.document, self.own_lines, self.names, self.codebook)

    @cached_property
    def tables(self) -> tuple[Span, ...]:
        """Where matrices, ratings and remit tables stand, whose cells are read as such."""
        stages = (*(m.span for m in self.matrices), *(t.span for t in self.ratings_tables))
        return (*stages, *(t.span for t in self.remit_tables))

    def kept(self, what: tuple[object, ...], find: Callable[[], T]) -> T:
        """Return what was found when it was first asked for; see `once`.

        Args:
            what: What is asked for, and of which part of the text.
            find: Finds it.
        """
        if what not in self._kept:
            self._kept[what] = find()
        found: T = self._kept[what]
        return found

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

    def reads(self, span: Span) -> bool:
        """Tell whether a span stands in the parts that are read."""
        return any(span in own for own in self.spans)

    def leads(self, line: Line) -> tuple[str, ...]:
        """Return what introduces the list that a line stands in, nearest first, in lower case."""
        if line.lead is None:
            return ()
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
        if told == "planned" and self._is_recommended(passage.line):
            return "expected"
        if told != "in_place":
            return told
        later = (
            _TO_DO.match(passage.text)
            or self._is_to_be_done(passage.text)
            or self._is_to_come(passage.line)
            or begins_later(self.codebook, passage.lower, start, end, self.published)
        )
        return "planned" if later else told

    @cached_property
    def has_rules_in_force(self) -> bool:
        """Whether it is the terms of reference of a body, and no draft of them."""
        return has_rules_in_force(self.document, self.own_lines, self.codebook)

    def _is_to_be_done(self, text: str) -> bool:
        """Tell whether a sentence gives a post or a body something to do: "Chair to write to partners"."""
        if not _POST_TO_DO.of(self.codebook).match(text.lower()):
            return False
        return _HAS_VERB.of(self.codebook).search(text) is None

    def _is_recommended(self, line: Line) -> bool:
        """Tell whether a line is an item below "Recommendations": others advise it, and nobody decided it."""
        over = (head.lower() for head in line.block.path[-1:])
        return line.block.kind == ITEM and any(map(self.codebook.reading["recommended"].matches, over))

    def _is_to_come(self, line: Line) -> bool:
        """Tell whether a line is an item below words such as "Outcomes to be achieved"."""
        if line.block.kind != ITEM:
            return False
        to_come = self.codebook.reading["to_come"]
        headings = (head.lower() for head in line.block.path[-1:])
        return any(map(to_come.matches, (*self.leads(line), *headings)))

    def _is_title_of_maturity(self, lower: str) -> bool:
        unless = self.codebook.reading_unless["title_of_maturity"]
        return self.codebook.reading["title_of_maturity"].matches(lower) and not unless.matches(lower)

    def _last_sentence(self, line: Line) -> str:
        sentences = self.by_line.get(line.index)
        return sentences[-1].passage.lower if sentences else line.folded.lower
