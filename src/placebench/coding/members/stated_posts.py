"""Posts that a sentence speaks of: whose they are, who holds them, and for which places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

import attrs

from placebench.codebook import Codebook, Cue, Match, Wording
from placebench.coding.members.held_by import HeldBy
from placebench.coding.members.holder_employers import BRACKET, HolderEmployers
from placebench.coding.members.holder_names import without_lead
from placebench.coding.members.led_body import LedBody
from placebench.coding.members.member_names import is_clause
from placebench.coding.members.placed_posts import begins_with_place
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.extract.gazetteer import SYSTEM
from placebench.extract.organisations import Organisations
from placebench.extract.people import IN_PLACE, NAME, is_name, leading_posts, people
from placebench.model import Role

_TABLE = "roles"
_SHARED = Wording(_TABLE, r"\b(?:<shared>|both)\b")
_FOR_A_PLACE = Wording(_TABLE, r" for (?:the )?(?P<place>.+?)(?: <area>)?$")
_TITLED = Wording("entries", r"<title>\.? [A-Z][\w'-]+")
_SAYS_WHO = re.compile(
    r"(?<!\bwe )\b(?:is|are|was|were|as|be|been|becomes?|became) (?:(?:the|an?|our|its|their) )?$"
)
POST = "post"
"""The entry of posts that are spoken of without a holder."""
_OF_PEOPLE = frozenset({"place_lead", "member_representative"})
_JOINT = "co_chair"
_TWO = 2


@attrs.frozen
class StatedPost:
    """A sentence that speaks of a post, and the match that says so.

    Attributes:
        reading: The document.
        organisations: What is known of organisations.
        cue: The cue that says so.
        sentence: The sentence.
        found: The match of the cue.
        status: Whether the post is held.
    """

    reading: Reading
    organisations: Organisations
    cue: Cue
    sentence: Located
    found: Match
    status: str

    @property
    def _book(self) -> Codebook:
        return self.reading.codebook

    def rows(self) -> Iterator[Role]:
        """Yield a row for each holder, or one without a holder where the sentence names none."""
        body = LedBody(self.reading, self.cue, self.sentence, self.found).told()
        if body is None or (self.cue.entry == POST and (self.status != IN_PLACE or self._is_said_of())):
            return
        holders = HeldBy(self.reading, self.organisations, self.sentence, self.found).told()
        if self.cue.entry == "chair" and (two := self._two(holders[0])):
            for row in self._rows_of(two, body):
                yield attrs.evolve(row, role=_JOINT, rule=f"{_TABLE}.{_JOINT}")
        else:
            yield from self._rows_of(holders, body)

    def _is_said_of(self) -> bool:
        """Tell whether the words for a post say who somebody is: "Jo is the place lead"."""
        start = self.found.spans.get("holder", (self.found.start, 0))[0]
        return _SAYS_WHO.search(self.sentence.passage.lower[:start]) is not None

    def _two(self, holder: str | None) -> list[str | None]:
        """Return two who chair together: "chaired by Jo Bell and the leader of the council"."""
        office = self._book.posts["office"]["match"]
        both = re.sub(r"^both ", "", holder or "").split(" and ")
        said = [without_lead(self._book, each) for each in both]
        told = len(said) == _TWO and all(
            is_name(each, self._book.posts) or office.matches(each.lower()) for each in said
        )
        return list(said) if told else []

    def _rows_of(self, holders: Sequence[str | None], body: tuple[str | None, str]) -> Iterator[Role]:
        employers = HolderEmployers(self.reading, self.organisations, self.cue, self.sentence, self.found)
        for holder in holders:
            organisation, sector = employers.of(holder)
            if holder and (not self._is_holder(holder, sector) or self._is_told_apart(holder)):
                continue
            for columns in self._columns():
                yield Role(
                    **columns,
                    status=self.status,
                    rule=self.cue.rule,
                    role=self._role(holder),
                    holder=BRACKET.sub("", holder) if holder else None,
                    organisation=organisation,
                    sector=sector,
                    body=body[0],
                    body_kind=body[1],
                )

    def _role(self, holder: str | None) -> str:
        if self.cue.entry != POST:
            return self.cue.entry
        lower = (holder or "").lower()
        if "integrat" in lower:
            return "integration_lead"
        return "place_director" if "director" in lower else "place_lead"

    def _is_holder(self, holder: str, sector: str | None) -> bool:
        """Tell whether words are a post, an organisation or a person, and no turn of phrase."""
        if place := self.found.groups.get("place"):
            low, _ = self.found.spans["place"]
            text = self.sentence.passage.text[low:]
            if not begins_with_place(self.reading, text, len(place), whole=self.cue.entry != POST):
                return False
        book = self._book
        if is_clause(book, holder) or book.posts["office"]["none"].matches(holder.lower()):
            return False
        behind = self.sentence.passage.lower[
            self.found.spans.get("holder", (0, self.found.end))[1] : self.found.end
        ]
        # Of "the director for people is the place director" the first post is for no place.
        own = self.cue.entry == "place_director" and "director" not in behind
        if own and (found := _FOR_A_PLACE.of(book).search(holder)):
            place = found["place"]
            return any(m.end - m.start >= len(place) for m in self.reading.names.mentions(place))
        # An organisation that leads holds no post.
        leads = self.cue.entry in _OF_PEOPLE
        named = [name for name in re.findall(NAME, holder) if not self.reading.names.mentions(name)]
        person = any(is_name(each, book.posts) for each in named) if leads else bool(named)
        titled = _TITLED.of(book).fullmatch(holder) is not None
        led = sector is not None and not leads
        return led or book.posts["office"]["match"].matches(holder.lower()) or person or titled

    def _is_told_apart(self, holder: str) -> bool:
        """Tell whether "led by" gives somebody whose own post the sentence names."""
        posts, text = self._book.posts, self.sentence.passage.text
        matched = self.sentence.passage.lower[self.found.start : self.found.end]
        own = any(leading_posts(holder.lower(), posts)) or any(people(text, posts))
        return self.cue.entry == "place_lead" and own and " led by " in matched

    def _columns(self) -> Sequence[dict[str, Any]]:
        """Return the columns for each place that the post is of: several where they share it."""
        columns = self.reading.columns(self.sentence, self.found.start)
        places = self.sentence.scope.places
        if len(places) > 1 and _SHARED.of(self._book).search(self.sentence.passage.lower):
            return [{**columns, "place_id": place, "applies_to": "place"} for place in places]
        named = [mention for mention in self.sentence.mentions if mention.name.kind != SYSTEM]
        if len(places) > 1 and self.found.start < named[0].start:
            columns |= {"place_id": named[0].name.id, "applies_to": "place"}
        return [columns]
