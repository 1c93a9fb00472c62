"""Posts that a sentence speaks of: whose they are, who holds them, and for which places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

import attrs

from placebench.codebook import Wording
from placebench.coding.members.cued import Cued
from placebench.coding.members.held_by import holders_told
from placebench.coding.members.holder_employers import BRACKET, employer_told
from placebench.coding.members.holder_names import without_lead
from placebench.coding.members.led_body import body_led
from placebench.coding.members.member_names import is_clause
from placebench.coding.members.placed_posts import begins_with_place
from placebench.extract.gazetteer import SYSTEM
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


def posts_told(cued: Cued) -> Iterator[Role]:
    """Yield a row for each holder, or one without a holder where the sentence names none."""
    body = body_led(cued)
    if body is None or (cued.cue.entry == POST and (cued.status != IN_PLACE or _is_said_of(cued))):
        return
    holders = holders_told(cued)
    if cued.cue.entry == "chair" and (two := _two(cued, holders[0])):
        for row in _rows_of(cued, two, body):
            yield attrs.evolve(row, role=_JOINT, rule=f"{_TABLE}.{_JOINT}")
    else:
        yield from _rows_of(cued, holders, body)


def _is_said_of(cued: Cued) -> bool:
    """Tell whether the words for a post say who somebody is: "Jo is the place lead"."""
    start = cued.found.spans.get("holder", (cued.found.start, 0))[0]
    return _SAYS_WHO.search(cued.sentence.passage.lower[:start]) is not None


def _two(cued: Cued, holder: str | None) -> list[str | None]:
    """Return two who chair together: "chaired by Jo Bell and the leader of the council"."""
    office = cued.book.posts["office"]["match"]
    both = re.sub(r"^both ", "", holder or "").split(" and ")
    said = [without_lead(cued.book, each) for each in both]
    told = len(said) == _TWO and all(
        is_name(each, cued.book.posts) or office.matches(each.lower()) for each in said
    )
    return list(said) if told else []


def _rows_of(cued: Cued, holders: Sequence[str | None], body: tuple[str | None, str]) -> Iterator[Role]:
    for holder in holders:
        organisation, sector = employer_told(cued, holder)
        if holder and (not _is_holder(cued, holder, sector) or _is_told_apart(cued, holder)):
            continue
        for columns in _columns(cued):
            yield Role(
                **columns,
                status=cued.status,
                rule=cued.cue.rule,
                role=_role(cued, holder),
                holder=BRACKET.sub("", holder) if holder else None,
                organisation=organisation,
                sector=sector,
                body=None if _is_of_another_place(cued, body[0], columns["place_id"]) else body[0],
                body_kind=body[1],
            )


def _is_of_another_place(cued: Cued, name: str | None, place: str | None) -> bool:
    """Tell whether a body bears the name of another place than the one that a clause is about."""
    named = cued.reading.names.mentions(name) if name and place else ()
    return bool(named) and place not in {mention.name.id for mention in named}


def _role(cued: Cued, holder: str | None) -> str:
    if cued.cue.entry != POST:
        return cued.cue.entry
    lower = (holder or "").lower()
    if "integrat" in lower:
        return "integration_lead"
    return "place_director" if "director" in lower else "place_lead"


def _is_holder(cued: Cued, holder: str, sector: str | None) -> bool:
    """Tell whether words are a post, an organisation or a person, and no turn of phrase."""
    if place := cued.found.groups.get("place"):
        low, _ = cued.found.spans["place"]
        text = cued.sentence.passage.text[low:]
        if not begins_with_place(cued.reading, text, len(place), whole=cued.cue.entry != POST):
            return False
    book = cued.book
    if is_clause(book, holder) or book.posts["office"]["none"].matches(holder.lower()):
        return False
    behind = cued.sentence.passage.lower[
        cued.found.spans.get("holder", (0, cued.found.end))[1] : cued.found.end
    ]
    # Of "the director for people is the place director" the first post is for no place.
    own = cued.cue.entry == "place_director" and "director" not in behind
    if own and (found := _FOR_A_PLACE.of(book).search(holder)):
        place = found["place"]
        return any(m.end - m.start >= len(place) for m in cued.reading.names.mentions(place))
    # An organisation that leads holds no post.
    leads = cued.cue.entry in _OF_PEOPLE
    named = [name for name in re.findall(NAME, holder) if not cued.reading.names.mentions(name)]
    person = any(is_name(each, book.posts) for each in named) if leads else bool(named)
    titled = _TITLED.of(book).fullmatch(holder) is not None
    led = sector is not None and not leads
    return led or book.posts["office"]["match"].matches(holder.lower()) or person or titled


def _is_told_apart(cued: Cued, holder: str) -> bool:
    """Tell whether "led by" gives somebody whose own post the sentence names."""
    text = cued.sentence.passage.text
    matched = cued.sentence.passage.lower[cued.found.start : cued.found.end]
    own = any(leading_posts(holder.lower(), cued.book)) or any(people(text, cued.book))
    return cued.cue.entry == "place_lead" and own and " led by " in matched


def _columns(cued: Cued) -> Sequence[dict[str, Any]]:
    """Return the columns for each place that the post is of: several where they share it."""
    columns = cued.reading.columns(cued.sentence, cued.found.start)
    places = cued.sentence.scope.places
    if len(places) > 1 and _SHARED.of(cued.book).search(cued.sentence.passage.lower):
        return [{**columns, "place_id": place, "applies_to": "place"} for place in places]
    named = [mention for mention in cued.sentence.mentions if mention.name.kind != SYSTEM]
    if len(places) > 1 and cued.found.start < named[0].start:
        columns |= {"place_id": named[0].name.id, "applies_to": "place"}
    return [columns]
