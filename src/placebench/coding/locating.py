"""Whom each sentence of a document speaks of, in order: what one leaves open, those before it have told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import attrs

from placebench.codebook import Codebook, Wording
from placebench.coding.acts_on_a_body import acts_on_its_body
from placebench.coding.board_owners import BoardOwners
from placebench.coding.organisations_of_places import (
    OPENING,
    are_organisations,
    are_trusts,
    is_in_passing,
    without_others,
)
from placebench.coding.places_apart import are_apart
from placebench.coding.places_left_out import left_out
from placebench.coding.scope import Located, places_in
from placebench.coding.subjects import Scope, Subjects
from placebench.coding.whole_system import are_counted, draws_on_several_councils, names_the_whole
from placebench.documents import HEADING, ITEM
from placebench.extract.gazetteer import SYSTEM, Gazetteer, Mention
from placebench.extract.passages import Line, Passage, passages
from placebench.extract.people import people

_WORDS = "scope"
# Who acts with "the other four partnerships" speaks of one.
_OTHER_PLACES = Wording(
    _WORDS,
    r"\b(?:with|alongside|from|like|by|of) (?:the |all |our )*other (?:[\w-]+ )?(?:place[- ](?:based )?)?"
    r"<other_places>\b",
)
_ANAPHOR = Wording(
    _WORDS,
    r"^(?:the (?:<spoken_of>|new)|it|its|they|their|this|these|we|our|both|however|since|in addition"
    r"|<goes_on>|a )\b",
)
# A system that is itself called a partnership: what "the partnership" then stands for.
_IS_A_PARTNERSHIP = Wording(_WORDS, r" (?:\([^)]*\) )?is (?:an? |the )(?:[\w-]+ ){0,3}?<system_called>\b")
_TAKES_UP = Wording(_WORDS, r"^(?:the <spoken_of>|its?|they|their|this|these)\b")
_SAME_SUBJECT = re.compile(r"^(?:it|its|we|our|you)\b")
_IT = re.compile(r"^(?:it|its)\b")
_AUTHORS = re.compile(r"^(?:we|our)\b")
_ITS_BODY = Wording(_WORDS, r"\b<body_of_system>\b")
_SAID = Wording(_WORDS, r"^(?:<title> )?([A-Z][\w'-]+(?: [A-Z][\w'-]+)?)(?:, [^:\"]{3,80},?)? <said>\b")
_ONE_BODY = Wording(_WORDS, r"^(?:the <one_body>|it|its)\b")
# Of the names of all places one may be misspelt: "our place partnerships in Alpha, Beta, Gamma and Detla".
_IS = Wording(_WORDS, r" <is_or_has>\b")
_OPENS_WITH = Wording(_WORDS, r"^<opening_phrase> [^,;]{2,120}, (?:the )?$")
# "This programme (which is wider than the ICS)" is not about the system.
_ASIDE = re.compile(r" \([^()]* [^()]*\)")
_MANY = 3
_TWO = 2
_WORDS_BEFORE_SUBJECT = 6


def locate(
    lines: Sequence[Line],
    names: Gazetteer,
    places: Sequence[str],
    codebook: Codebook,
    subjects: Subjects,
) -> Iterator[Located]:
    """Yield every sentence of the lines with its subject, in order."""
    return _Locator(names, tuple(places), codebook, subjects.default, subjects.sections).run(lines)


@attrs.define
class _Locator:
    names: Gazetteer
    places: tuple[str, ...]
    codebook: Codebook
    default: Scope
    sections: Mapping[tuple[str, ...], Scope]
    by_line: dict[int, Scope] = attrs.field(factory=dict)
    by_heading: dict[str, Scope | None] = attrs.field(factory=dict)
    speakers: dict[str, str] = attrs.field(factory=dict)
    sticky: Scope | None = None
    before: Scope | None = None
    beside_places: bool = False
    named: list[tuple[str, ...]] = attrs.field(factory=list)
    after_item: bool = False
    system_is_partnership: bool = False
    named_one: bool = False
    left_out: tuple[Mention, ...] = ()
    boards: BoardOwners = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self.boards = BoardOwners(self.codebook)

    def run(self, lines: Sequence[Line]) -> Iterator[Located]:
        self._meet_speakers(lines)
        for line in lines:
            if line.block.kind == HEADING:
                self.before = None
                self.named.clear()
            if line.block.kind != ITEM:
                self.sticky = None
            yield from self._line(line)
            self.after_item = line.block.kind == ITEM

    def _meet_speakers(self, lines: Sequence[Line]) -> None:
        """Learn which people speak for a place: later "X said: we ..." speaks of that place."""
        for line in lines:
            for person in people(line.text, self.codebook):
                places = places_in(self.names.mentions(person.text))
                if len(places) == 1:
                    for name in (person.name, person.name.split()[0], person.name.split()[-1]):
                        self.speakers.setdefault(name, places[0])

    def _spoken(self, passage: Passage) -> Scope | None:
        said = _SAID.of(self.codebook).match(passage.text)
        place = self.speakers.get(said.group(1)) if said else None
        return Scope((place,), "place") if place else None

    def _line(self, line: Line) -> Iterator[Located]:
        carried, home = self._inherited(line), self._home(line)
        for passage in passages(line):
            mentions = self.names.mentions(passage.text)
            if self._returns(passage, carried, home):
                carried = home
            carried = self._authors_of(passage, carried, home)
            two = () if places_in(mentions) else self._two_of_more(passage)
            spoken = Scope(two, "place", named=True) if two else None
            self.left_out = ()
            scope = spoken or self._own(passage, mentions, self._spoken(passage) or carried)
            self.named_one = scope.named and len(scope.places) == 1
            self.beside_places = _ITS_BODY.of(self.codebook).search(passage.lower) is not None
            if scope.named and scope.places:
                self.named.append(scope.places)
            self._meet_system(passage, mentions)
            board = 0 if scope.applies_to == "place" else self.boards.systems(passage.lower)
            self.boards.meet(passage.text, mentions)
            if line.block.kind == ITEM and passage.first and self._is_prefix(passage, mentions):
                self.sticky = scope
            if not (
                carried.applies_to == "place" and self._keeps_subject(passage) and not board
            ) and not self._only_partners(passage, mentions):
                carried = self._told_of(passage, mentions, scope, home)
            self.by_line[line.index] = carried
            self.before = carried
            yield Located(passage, scope, mentions, board, self._called_one(scope), self.left_out)

    def _meet_system(self, passage: Passage, mentions: tuple[Mention, ...]) -> None:
        """Take notice of a sentence that calls the system a partnership, until one names a place's."""
        first = mentions[0] if mentions else None
        if first is None:
            return
        opens = first.name.kind == SYSTEM and OPENING.fullmatch(passage.text[: first.start]) is not None
        called = _IS_A_PARTNERSHIP.of(self.codebook).match(passage.lower, first.end)
        self.system_is_partnership = opens and called is not None

    def _called_one(self, scope: Scope) -> bool:
        return self.system_is_partnership and scope.applies_to == "system"

    def _told_of(self, passage: Passage, mentions: tuple[Mention, ...], scope: Scope, home: Scope) -> Scope:
        """Return of whom a sentence leaves a text to speak: its subject, whatever else is said of that."""
        of_system = scope.applies_to == "system" and scope.named and not mentions
        if of_system and home.applies_to == "place" and self._is_on_the_system_by_the_way(passage):
            return home
        if scope.applies_to == "each_place" and mentions and mentions[0].name.kind == SYSTEM:
            before = passage.lower[: mentions[0].start]
            generic = self.codebook.reading["each_place"].matches(before)
            if not generic and OPENING.fullmatch(passage.text[: mentions[0].start]):
                return Scope((), "system")
        return attrs.evolve(scope, named=False) if scope.named else scope

    def _is_on_the_system_by_the_way(self, passage: Passage) -> bool:
        """Tell whether a sentence only ends on the system: "joined by clinicians from across the system"."""
        spans = self.codebook.reading["system"].spans(passage.lower)
        first = min((start for start, _ in spans), default=0)
        late = passage.text[:first].count(" ") > _WORDS_BEFORE_SUBJECT
        return late and not passage.text.endswith(":")

    def _only_partners(self, passage: Passage, mentions: tuple[Mention, ...]) -> bool:
        """Tell whether a sentence of a paper about a system names places only in organisations' names."""
        of_places = [m for m in mentions if m.name.kind != SYSTEM]
        return bool(of_places) and self.default.applies_to == "system" and self._is_aside(passage, mentions)

    def _returns(self, passage: Passage, carried: Scope, home: Scope) -> bool:
        """Tell whether a sentence after one on the system speaks of the place's own partnership again."""
        if home.applies_to != "place" or carried.applies_to == "place" or self.boards.systems(passage.lower):
            return False
        if self._called_one(carried) or self._begins_with("system", passage):
            return False
        own = "own_partnership" if carried.applies_to == "system" else "own_area"
        return self.codebook.reading[own].matches(passage.lower)

    def _authors_of(self, passage: Passage, carried: Scope, home: Scope) -> Scope:
        """Return whom "we" are after a sentence on all places: the page's, or the system named there."""
        if carried.applies_to != "each_place" or not _AUTHORS.match(passage.lower):
            return carried
        return Scope((), "system") if self.beside_places else home

    def _keeps_subject(self, passage: Passage) -> bool:
        """Tell whether a sentence goes on about its subject, whatever else it names."""
        return bool(_SAME_SUBJECT.match(passage.lower)) or self._begins_with_own_body(passage)

    def _own(self, passage: Passage, mentions: tuple[Mention, ...], carried: Scope) -> Scope:
        mentions = tuple(m for m in mentions if not is_in_passing(self.codebook, passage.lower[: m.start]))
        if carried.applies_to == "place":
            mentions = without_others(self.codebook, passage.text, mentions, carried.places)
        of_place = carried.applies_to == "place"
        self.left_out = left_out(self.codebook, passage, mentions, of_place=of_place)
        mentions = tuple(m for m in mentions if m not in self.left_out)
        found = places_in(mentions)
        lower = _OTHER_PLACES.of(self.codebook).sub("~", passage.lower)
        generic = self.codebook.reading["each_place"].matches(lower)
        if self.named_one and carried.applies_to == "place" and _IT.match(lower):
            # "Alpha is a place. It has nine neighbourhood partnerships" speaks of Alpha still.
            generic = False
        aside = bool(found) and self._is_aside(passage, mentions)
        if (self._are_all(found) and not are_apart(self.codebook, passage, mentions)) or (
            generic and len(found) >= max(_MANY, len(self.places) - 1)
        ):
            # "The Partnership works across Alpha, Beta and Gamma": on a page about all it is theirs together.
            one_body = self.default.applies_to == "system" and (aside or self._begins_with_own_body(passage))
            return Scope((), "system" if one_body else "each_place", named=True)
        of_place = carried.applies_to == "place"
        # A chair's council makes no board of the system the board of that council's place.
        systems = aside and self.boards.systems(passage.lower, of_place=of_place)
        opens = aside and mentions[0].name.kind == SYSTEM
        opens = opens and OPENING.fullmatch(passage.text[: mentions[0].start]) is not None
        one_of = of_place and not found and self.codebook.reading["one_of_places"].matches(passage.lower)
        of_system = aside and self._is_of_the_system(passage, mentions, carried)
        if systems or one_of or of_system or (aside and (of_place or opens)):
            return Scope((), "system", named=True) if systems or opens else carried
        counted = are_counted(self.codebook, passage, mentions)
        generic = generic or counted
        if found and not (generic and (aside or counted)):
            return Scope(tuple(found), "place", named=True)
        if generic and not (of_place and self._only_singular(passage)):
            others = self._others() if self.left_out else ()
            return Scope(others, "place" if others else "each_place", named=True)
        own = of_place and (
            self._begins_with_own_body(passage) or acts_on_its_body(self.codebook, passage, mentions)
        )
        if self._speaks_of_system(passage, mentions) and not _is_listed(passage) and not own:
            return Scope((), "system", named=True)
        return carried

    def _is_of_the_system(self, passage: Passage, mentions: tuple[Mention, ...], carried: Scope) -> bool:
        """Tell whether a sentence of a text on the system names but trusts, or who chairs its partnership."""
        if {carried.applies_to, self.default.applies_to} != {"system"}:
            return False
        trusts = are_trusts(self.codebook, passage.text, mentions)
        sent = draws_on_several_councils(self.codebook, passage, mentions)
        return trusts or sent or self._begins_with_own_body(passage)

    def _others(self) -> tuple[str, ...]:
        """Return the places of which a sentence on all speaks that leaves some out."""
        out = places_in(self.left_out)
        return tuple(place for place in self.places if place not in out)

    def _two_of_more(self, passage: Passage) -> tuple[str, ...]:
        """Return whom "both places" are in a system with more: the two that its section named last."""
        if len(self.places) <= _TWO or not self.codebook.reading["both_places"].matches(passage.lower):
            return ()
        last: dict[str, None] = {}
        for places in reversed(self.named or [self.default.places]):
            last.update(dict.fromkeys(places))
            if len(last) >= _TWO:
                break
        return tuple(last) if len(last) == _TWO else ()

    def _are_all(self, found: Sequence[str]) -> bool:
        return len(found) >= max(2, len(self.places)) or (len(found) > 1 and len(found) == len(self.places))

    def _begins_with_own_body(self, passage: Passage) -> bool:
        """Tell whether the partnership is the subject: "The Board brings together the council, ..."."""
        return self._begins_with("own_partnership", passage) and not self._begins_with("system", passage)

    def _begins_with(self, words: str, passage: Passage) -> bool:
        return any(start == 0 for start, _ in self.codebook.reading[words].spans(passage.lower))

    def _only_singular(self, passage: Passage) -> bool:
        return " a place-based partnership" in f" {passage.lower}" and "partnerships" not in passage.lower

    def _speaks_of_system(self, passage: Passage, mentions: tuple[Mention, ...]) -> bool:
        if names_the_whole(self.codebook, passage, mentions):
            return True
        first = next((m for m in mentions if m.name.kind == SYSTEM), None)
        # "At two million people, North is among the largest": the subject is behind the comma.
        opened = first and _OPENS_WITH.of(self.codebook).match(passage.lower[: first.start])
        if first and opened and _IS.of(self.codebook).match(passage.lower, first.end):
            return True
        if first is not None and passage.text[: first.start].count(" ") <= _WORDS_BEFORE_SUBJECT:
            preceding = passage.lower[: first.start].split()
            return not {"to", "by", "from", "of", "with"} & set(preceding[-3:])
        return self.codebook.reading["system"].matches(_ASIDE.sub("", passage.lower))

    def _inherited(self, line: Line) -> Scope:
        if line.block.kind == ITEM:
            if self.sticky is not None:
                return self.sticky
            if line.lead is not None and line.lead in self.by_line:
                return self.by_line[line.lead]
        home = self._home(line)
        if self.before is None or not self._goes_on(line):
            above = self.by_line.get(line.parent) if line.parent is not None else None
            return above if above is not None and above.applies_to == "place" else home
        # No board or partnership is that of several places at once.
        if len(self.before.places) > 1 and _ONE_BODY.of(self.codebook).match(line.folded.lower):
            return home
        if self._called_one(self.before):
            return self.before
        # Under a place's own heading only another place is spoken of further.
        return home if home is not self.default and self.before.applies_to != "place" else self.before

    def _home(self, line: Line) -> Scope:
        """Return the subject of the nearest heading that names a place, or of the document."""
        path = line.block.path
        scopes = (
            self._of_heading(path[depth - 1]) or self.sections.get(path[:depth])
            for depth in range(len(path), 0, -1)
        )
        return next((scope for scope in scopes if scope is not None), self.default)

    def _goes_on(self, line: Line) -> bool:
        """Tell whether a line speaks of what the line before it spoke of."""
        numbered = any(character.isdigit() for character in line.block.label or "")
        if line.block.kind == ITEM:
            # What stands beside an item on one place is of that place only where it takes the item up.
            if self.after_item:
                return _TAKES_UP.of(self.codebook).match(line.folded.lower) is not None
            return not numbered or self._continues(line)
        return self.after_item or self._continues(line)

    def _continues(self, line: Line) -> bool:
        return _ANAPHOR.of(self.codebook).match(line.folded.lower) is not None

    def _is_aside(self, passage: Passage, mentions: tuple[Mention, ...]) -> bool:
        """Tell whether the only names are of organisations that carry a place's name."""
        return are_organisations(self.codebook, passage.text, mentions)

    def _of_heading(self, heading: str) -> Scope | None:
        if heading not in self.by_heading:
            found = places_in(self.names.mentions(" ".join(heading.split())))
            self.by_heading[heading] = Scope(tuple(found), "place") if len(found) == 1 else None
        return self.by_heading[heading]

    def _is_prefix(self, passage: Passage, mentions: tuple[Mention, ...]) -> bool:
        if not mentions or mentions[0].start > 0:
            return False
        behind = passage.text[mentions[0].end :].lstrip(" *")
        # What stands behind "Alpha: a joint team" is all that the item says of the place.
        return behind.startswith((":", "- ", "- ")) and not behind.strip(" :*-\u2013")


def _is_listed(passage: Passage) -> bool:
    """Tell whether a sentence is an item whose list says whom it is about, such as an organisation."""
    return passage.line.block.kind == ITEM and passage.line.lead is not None
