"""Members that a sentence names: the items of its list, with the body that they sit in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

import attrs

from placebench.codebook import Wording
from placebench.coding.bodies import body_of
from placebench.coding.members.cued import Cued
from placebench.coding.members.named_body import (
    OTHER,
    PARTNERSHIP,
    earlier,
    is_foreign,
    is_of_another_place,
    is_of_the_system,
    named_body,
    unnamed,
)
from placebench.coding.members.other_bodies import (
    belongs_to_others,
    is_of_another_body,
    is_that_of_the_title,
)
from placebench.coding.members.running_members import Named, RunningMembers
from placebench.coding.members.spoken_body import names_a_partnership, speaks_of_a_board
from placebench.coding.scope import Located
from placebench.coding.shared_names import shared_names
from placebench.extract.gazetteer import PLACE, SYSTEM, Mention
from placebench.model import Membership

_WORDS = "stated_members"
_PLURAL = Wording(_WORDS, "<bodies>s$")
_BODIES = Wording(_WORDS, r"\bplace(?:[- ]based)? (?:[\w-]+ ){0,4}?<of_places>\b")
_OF_EACH = Wording(_WORDS, r"\b<of_places>,? (?:in|for|across|at) each\b")
_EACH_HAS = Wording(
    _WORDS,
    r"\b(?:each|every|all)(?: of (?:the|our|its))? (?:[\w-]+ ){0,4}?<areas>\b[^.;:]{0,40}?"
    r" (?:has|have|with)(?: its own| an?)? (?:[\w-]+ ){0,4}?<of_places>\b",
)
_BARE = Wording(_WORDS, r"(?:the|our|this) (?:partnership )?<bodies>")
_IT = frozenset({"it", "them"})
_THEY = frozenset({"they", "these"})
_EACH = ("each ", "every ")
_AND = frozenset({", ", " and ", ", and ", " & "})
_BEHIND_BODIES = re.compile(r" (?:of|in|for|across|at|covering|serving) (?:both )?")
_ANOTHER_NOUN = re.compile(r" (?:by|for|from|with|to|at|run|that|which|who)\b")
_ONE = Wording(
    _WORDS,
    r"\b(?:an?|this|one) (?:[\w-]+ ){0,4}<one_body>"
    r" (?:which|that|is|was|has|of|between|<has_members>)\b",
)
_PRONOUNS = re.compile(r"^(?:they|these|it)$")
_REPORTED = Wording(
    _WORDS,
    r".*\b<reported>(?: (?:the )?(?:board|committee|members|panel))? that (?=.)"
    r"|.*, where (?=(?:the|our|its|local) )",
    re.IGNORECASE,
)
_QUORUM = Wording(_WORDS, r"\b<quorum>\b")
# "The hospices attend but do not" ends before what they have not.
_DENIED = re.compile(r"\b(?:do|does|did|will|would|can|should|may|must)(?: not|n't)$")
_AREA = Wording(
    _WORDS,
    r"\b<area_of>\b (?:for|in|across|serving|covering) (?:the )?"
    r"(?!(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber|Spring|Autumn)"
    r"(?P<area>[A-Z][\w'-]*(?: (?:and |of |& )?[A-Z][\w'-]*)*)",
)


@attrs.frozen
class StatedMembers(Cued):
    """A sentence that names members, with what there is of any cue in its sentence.

    Attributes:
        group: The group of the match that lists them: `members`, or people in posts, for their organisations.
    """

    group: str = "members"

    def rows(self) -> Iterator[Membership]:
        """Yield a row for each member that the sentence names."""
        body = self._body()
        # Who must be there for a vote says nothing of who else is a member.
        before = self.sentence.passage.lower[: self.found.spans[self.group][0]]
        if body is None or _QUORUM.of(self.book).search(before) or self._is_denied:
            return
        posts = self.group != "members"
        members = RunningMembers(
            self.reading.names, self.book, self.organisations, posts, posts and self.cue.basis == "derived"
        )
        for sentence, text, start in self._lists():
            for member in members.read(text):
                yield from self._row(sentence, member, *body, start + member.start)

    @property
    def _is_denied(self) -> bool:
        """Whether a negated verb stands between those who are named and what a cue says that they have."""
        named = self.found.groups.get(self.group) or ""
        return self.status == "in_place" and _DENIED.search(named.rstrip()) is not None

    def _row(
        self, sentence: Located, member: Named, body: str | None, kind: str, position: int
    ) -> Iterator[Membership]:
        for columns in self._each_of(self._columns(sentence, position, kind), kind):
            yield from self._rows_of(columns, member, body, kind)

    def _each_of(self, columns: dict[str, Any], kind: str) -> list[dict[str, Any]]:
        """Return the columns for each place that is named behind bodies: "the boards of Alpha and Beta"."""
        places = self._places_behind_bodies() if kind == PARTNERSHIP else ()
        return [{**columns, "place_id": place, "applies_to": "place"} for place in places] or [columns]

    def _places_behind_bodies(self) -> tuple[str, ...]:
        spoken, text = self.found.groups.get("body") or "", self.sentence.passage.text
        if not spoken or not self._speaks_of_several(spoken) or self._places_in_body():
            return ()
        end = self.found.spans["body"][1]
        named: list[Mention] = []
        for mention in self.sentence.mentions:
            between = text[named[-1].end if named else end : mention.start]
            follows = between in _AND if named else _BEHIND_BODIES.fullmatch(between) is not None
            if mention.name.kind == PLACE and mention.start >= end and follows:
                named.append(mention)
        return tuple(mention.name.id for mention in named)

    def _rows_of(
        self, columns: Mapping[str, Any], member: Named, body: str | None, kind: str
    ) -> Iterator[Membership]:
        # "The partnership" of a text that speaks of no place and of none in general is the system.
        of_system = kind == PARTNERSHIP and columns["applies_to"] == SYSTEM
        if not self._is_nobodys(columns, kind):
            yield Membership(
                **columns,
                status=self.status,
                basis=self.cue.basis,
                rule=self.cue.rule,
                partnership=body,
                organisation=member.organisation,
                organisation_id=self.organisations.id(member.organisation),
                sectors=member.sectors,
                body_kind=SYSTEM if of_system else kind,
            )

    def _body(self) -> tuple[str | None, str] | None:
        """Return name and kind of the body, or None where it is neither the partnership nor a group."""
        passage = self.sentence.passage
        before, places = self._without_members(), self.sentence.scope.places
        foreign = is_foreign(self.reading, before) or is_of_another_place(self.reading, before, places)
        if self.group == "members":
            foreign = foreign or is_of_another_body(self.reading, self.sentence, before)
        if foreign or self._is_of_an_area_elsewhere(before):
            return None
        name, kind = body_of(self.reading, self.sentence, self.found)
        if kind == SYSTEM and self.group == "members" and _OF_EACH.of(self.book).search(before.lower()):
            name, kind = None, PARTNERSHIP
        if self.group == "members" and _EACH_HAS.of(self.book).search(before.lower()):
            name, kind = None, PARTNERSHIP
        spoken = self.found.groups.get("body")
        if self.group == "members":
            if spoken and self._is_stranger(spoken):
                return None
            if kind == SYSTEM and spoken and self._places_in_body():
                name, kind = None, PARTNERSHIP
            if self.cue.body_kind is not None and spoken is not None:
                return passage.text[slice(*self.found.spans["body"])], self.cue.body_kind
            return name, self.cue.body_kind or (
                SYSTEM if kind == PARTNERSHIP and self._is_the_systems() else kind
            )
        chaired = spoken or passage.lower[: self.found.spans[self.group][0]]
        if self.cue.rule.endswith("chairs") and named_body(chaired, self.book) not in (
            None,
            PARTNERSHIP,
        ):
            return None
        return (None, kind) if kind == PARTNERSHIP else None

    def _is_the_systems(self) -> bool:
        """Tell whether "our partners", on a page of the system's own partnership, are the system's."""
        spoken = self.found.groups.get("body") or ""
        before = self.sentence.passage.lower[: self.found.spans["members"][0]]
        if _OF_EACH.of(self.book).search(before):
            return False
        if self._is_one_across_places(before):
            return True
        if self.sentence.systems_partnership or self._names_a_body_of_the_system():
            return True
        if self._is_named_after_the_system(spoken):
            return True
        several = self._speaks_of_several(spoken) or _BODIES.of(self.book).search(before)
        named = bool(spoken) and not _BARE.of(self.book).fullmatch(spoken)
        return is_of_the_system(self.reading) and not (self.sentence.scope.places or named or several)

    def _is_one_across_places(self, before: str) -> bool:
        """Tell whether "a partnership of" its members is one, and works "in" several places of the system."""
        if (
            self.reading.default.places
            or self.found.groups.get("body")
            or not _ONE.of(self.book).search(before)
        ):
            return False
        end, text = self.found.spans["members"][0], self.sentence.passage.text
        places = [m for m in self.sentence.mentions if m.name.kind == PLACE and m.start > end]
        return any(
            text[one.end : other.start] in _AND and one.name.id != other.name.id
            for one, other in pairwise(places)
        )

    def _is_named_after_the_system(self, spoken: str) -> bool:
        """Tell whether the only names in the words for one body are the system's: "the NHS North board"."""
        low, high = self.found.spans.get("body", (0, 0))
        within = [m for m in self.sentence.mentions if low <= m.start and m.end <= high]
        named = bool(within) and all(m.name.kind == SYSTEM for m in within)
        return named and not self._speaks_of_several(spoken)

    def _names_a_body_of_the_system(self) -> bool:
        """Tell whether the words beside the members name a body of the system by a name that levels share."""
        low, high = self.found.spans[self.group]
        return any(
            kind == SYSTEM
            and self.found.start <= start < self.found.end
            and not low <= start < high
            and not self.sentence.passage.lower.endswith("s", start, end)
            for start, end, kind in shared_names(self.reading, self.sentence)
        )

    def _is_of_an_area_elsewhere(self, before: str) -> bool:
        """Tell whether words behind the body name an area that is none of the system's."""
        area = _AREA.of(self.book).search(before)
        return area is not None and not self.reading.names.mentions(area["area"])

    def _without_members(self) -> str:
        """Return the sentence up to the end of the match without its members, who may be alliances."""
        text, (low, high) = self.sentence.passage.text, self.found.spans.get(self.group, (0, 0))
        return f"{text[:low]}~ {text[high : self.found.end]}" if low < high else text[: self.found.end]

    def _is_stranger(self, spoken: str) -> bool:
        """Tell whether the words for the body are of something that is no partnership, or of another's."""
        text, (low, high) = self.sentence.passage.text, self.found.spans["body"]
        if spoken in _IT:
            return not speaks_of_a_board(self.reading, self.sentence)
        if is_that_of_the_title(self.reading, self.sentence, spoken):
            return True
        unknown = spoken.endswith("together") and not names_a_partnership(
            self.reading, self.sentence, self.found
        )
        named = named_body(unnamed(self.reading, text[low:high]).lower(), self.book)
        if named == OTHER and self._is_a_places_by_its_day(low, high):
            named = PARTNERSHIP
        no_body = text.startswith("'s", high) or _ANOTHER_NOUN.search(text[low:high]) is not None
        if unknown or no_body or named == OTHER:
            return True
        return belongs_to_others(self.book, spoken, text[high:])

    def _is_a_places_by_its_day(self, low: int, high: int) -> bool:
        """Tell whether a name that levels share means a place's body on the day: "the ICP" in 2019."""
        return any(
            kind == PARTNERSHIP and low <= start and end <= high
            for start, end, kind in shared_names(self.reading, self.sentence)
        )

    def _lists(self) -> Iterator[tuple[Located, str, int]]:
        """Yield each text that lists members, with its sentence; a pronoun stands for the sentence before."""
        start, end = self.found.spans.get(self.group, (-1, -1))
        if start < 0:
            return
        text = self.sentence.passage.text[start:end]
        if not _PRONOUNS.match(text.strip().lower()):
            told = _REPORTED.of(self.book).match(text)
            skipped = told.end() if told else 0
            yield self.sentence, text[skipped:], start + skipped
            return
        for before in earlier(self.reading, self.sentence)[-1:]:
            subject = re.split(r" (?:will|may|can|could|are|is|attends?|were|was|have|has) ", before)[0]
            if subject != before:
                yield self.sentence, subject, 0

    def _columns(self, sentence: Located, position: int, kind: str) -> dict[str, Any]:
        """Return whom a row is about: names of places and systems among the members do not say it."""
        spoken = self.found.groups.get("body") or ""
        several = self._speaks_of_several(spoken) and not self._places_in_body()
        if kind == PARTNERSHIP and (several or self._is_of_several()):
            columns = self.reading.partnership_columns(sentence, position, kind)
            return columns | {"place_id": None, "applies_to": "each_place"}
        low, high = self.found.spans.get(self.group, (0, 0))
        if self.group == "members" and sentence is self.sentence:
            # The names of places that members have do not say whose members they are.
            position = low
        aside = all(low <= mention.start < high for mention in sentence.mentions)
        if sentence.mentions and aside and self.group == "members" and kind == PARTNERSHIP:
            before = self.reading.before(sentence).scope
            scope = before if before.applies_to == "place" else self.reading.default
            if len(scope.places) == 1:
                sentence = attrs.evolve(sentence, scope=scope)
        return self.reading.partnership_columns(sentence, position, kind)

    def _is_nobodys(self, columns: Mapping[str, Any], kind: str) -> bool:
        """Tell whether one partnership is spoken of on a page that names no place whose it could be."""
        if self.group != "members" or kind != PARTNERSHIP:
            return False
        if columns["place_id"] is not None:
            return self._is_placed_by_members_alone()
        before = self._without_members().lower().partition("~")[0]
        return self.sentence.scope.applies_to == "system" and _ONE.of(self.book).search(before) is not None

    def _is_placed_by_members_alone(self) -> bool:
        """Tell whether the places of a sentence stand in its members' names, on a page of no place."""
        low, high = self.found.spans.get("members", (0, 0))
        named = [m for m in self.sentence.mentions if m.name.kind != SYSTEM]
        if self.reading.default.places or not named or not all(low <= m.start < high for m in named):
            return False
        headings = " ".join(self.sentence.passage.line.block.path)
        placed = any(m.name.kind != SYSTEM for m in self.reading.names.mentions(headings))
        return not placed and self.reading.before(self.sentence).scope.applies_to != "place"

    def _is_of_several(self) -> bool:
        """Tell whether a list without words for its body stands behind "the four partnerships"."""
        end = self.found.spans["members"][0] if self.found.groups.get("members") else 0
        if self.sentence.passage.lower.startswith(_EACH) and not self.sentence.scope.places:
            return True
        if _EACH_HAS.of(self.book).search(self.sentence.passage.lower[:end]):
            return True
        if not self.found.groups.get("body") and _OF_EACH.of(self.book).search(
            self.sentence.passage.lower[:end]
        ):
            return True
        nouns = (
            _BODIES.of(self.book).findall(self.sentence.passage.lower[:end])
            if not self.found.groups.get("body")
            else []
        )
        placed = any(m.end <= end and m.name.kind != SYSTEM for m in self.sentence.mentions)
        return bool(nouns) and nouns[-1].endswith("s") and not placed

    def _speaks_of_several(self, spoken: str) -> bool:
        """Tell whether words for the body are of several: "they", "each partnership", "the alliances"."""
        named = _PLURAL.of(self.book).search(spoken) is not None
        of_each = spoken.startswith(_EACH) and not self.sentence.scope.places
        return named or spoken in _THEY or of_each

    def _places_in_body(self) -> bool:
        """Tell whether the words for the body name a place."""
        low, high = self.found.spans["body"]
        return any(low <= m.start < high for m in self.sentence.mentions if m.name.kind != SYSTEM)
