"""Leading posts: who chairs, directs or leads, as sentences, lists and tables say it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

import attrs

from placebench.codebook import Cue, Match, Wording
from placebench.coding.bodies import is_no_one_body
from placebench.coding.members.employers import ARTICLE, DEPARTMENTS, FIELD, employer_in
from placebench.coding.members.group_tables import tabled_chairs
from placebench.coding.members.holder_names import (
    PersonInPost,
    holder_alone,
    is_aside,
    person_in_post,
    without_lead,
)
from placebench.coding.members.led_body import LedBody
from placebench.coding.members.member_names import is_clause
from placebench.coding.members.named_body import is_of_the_system
from placebench.coding.members.people_in_posts import CHAIRS, people_in_posts
from placebench.coding.members.placed_posts import begins_with_place, posts_in_headings
from placebench.coding.members.posts_by_place import posts_by_place
from placebench.coding.members.rosters import entries
from placebench.coding.members.starts import begins_later, starting
from placebench.coding.names import organisations_of
from placebench.coding.organisations_of_places import are_organisations
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.documents import Quote
from placebench.extract.enumerations import items
from placebench.extract.gazetteer import SYSTEM
from placebench.extract.organisations import Organisations
from placebench.extract.people import IN_PLACE, NAME, is_name, leading_posts, people
from placebench.importer import Fact
from placebench.model import Role

TABLE = "roles"
_RUNS_ON = Wording(TABLE, r" (?:will|is|was|has|had|chairs?)\b| and (?=<post_behind_and>)")
_VERB = re.compile(r" [a-z]+s (?:the|its|our|their|this|an?) .*$")
_BRACKET = re.compile(r" \(([^)]+)\)$")
_CLAUSE = Wording(TABLE, r" (?:as|is|was|were|be|has|had|<leads>) ")
_TAKES = re.compile(r"\btakes $")
_SHARED = Wording(TABLE, r"\b(?:<shared>|both)\b")
_FOR_A_PLACE = Wording(TABLE, r" for (?:the )?(?P<place>.+?)(?: <area>)?$")
_TITLED = Wording("entries", r"<title>\.? [A-Z][\w'-]+")
_SAYS_WHO = re.compile(
    r"(?<!\bwe )\b(?:is|are|was|were|as|be|been|becomes?|became) (?:(?:the|an?|our|its|their) )?$"
)
_OF_ITS_OWN = re.compile(r"(?:its|our|their|the|an?) ")
_BEHIND_POST = re.compile(rf", (?P<name>{NAME})(?=[.,;]|$)")
_FIELDS = re.compile(r"[A-Z][a-z]+(?:,? (?:and|&) [A-Z][a-z]+| [A-Z][a-z]+)*(?: at .+)?$")
_AT = re.compile(r" (?:at|for|in|of) ")
# "The Director of Children, Families and Learning" has three fields and one post.
_FIELD_GOES_ON = re.compile(r"(?:, [A-Z][\w'-]+){1,2},? (?:and|&) [A-Z][\w'-]+(?=[.;]|$)")
_POST = "post"
_TWO = 2


def code_roles(reading: Reading) -> Iterator[Fact]:
    """Yield the leading posts that a document states."""
    organisations = organisations_of(reading.profile, reading.codebook)
    found = [*_listed(reading), *tabled_chairs(reading), *people_in_posts(reading, organisations)]
    known = {(row.holder, row.role, row.place_id) for row, _ in found}
    found += [
        (row, quote)
        for row, quote in posts_by_place(reading)
        if (row.holder, row.role, row.place_id) not in known
    ]
    by_quote = _by_quote(found)
    posts: dict[tuple[object, ...], tuple[Role, Quote]] = {}
    for cue, sentence, match, status in (*reading.cued(TABLE), *posts_in_headings(reading)):
        if cue.entry in CHAIRS and is_no_one_body(reading, sentence):
            continue
        later = status == IN_PLACE and _takes_over_later(reading, sentence, match)
        told = _Stated(reading, organisations, cue, sentence, match, "planned" if later else status)
        for row in told.rows():
            quote = reading.quote(sentence)
            if any(_is_told(other, row) for other in by_quote[quote]):
                continue
            if cue.entry != _POST:
                found.append((starting(reading, sentence, row), quote))
                by_quote[quote].append(found[-1][0])
            else:
                key = (row.role, row.place_id, row.applies_to)
                posts.setdefault(key, (row, quote))
    named = {(row.role, row.place_id) for row, _ in found} | {(row.role, None) for row, _ in found}
    # A post without its holder says nothing new where the document names who holds it.
    found += [(row, quote) for row, quote in posts.values() if (row.role, row.place_id) not in named]
    held = {(row.role, row.place_id) for row, _ in found if row.holder and not _is_a_bare_post(reading, row)}
    by_quote = _by_quote(found)
    kept = [
        (row, quote)
        for row, quote in found
        if not (row.holder or "").endswith(":")
        and not _is_of_the_system(reading, row, quote)
        and not (_is_a_bare_post(reading, row) and (row.role, row.place_id) in held)
        and not any(_tells_more(other, row) for other in by_quote[quote])
    ]
    rows = [row for row, _ in kept if row.organisation]
    for row, quote in kept:
        yield Fact(_with_employer(reading, row, rows), (quote,))


def _by_quote(found: Sequence[tuple[Role, Quote]]) -> dict[Quote, list[Role]]:
    rows: dict[Quote, list[Role]] = defaultdict(list)
    for row, quote in found:
        rows[quote].append(row)
    return rows


def _is_a_bare_post(reading: Reading, row: Role) -> bool:
    """Tell whether what is given as a holder is but the words for the post: "Place Director"."""
    lower = (row.holder or "").lower()
    told = leading_posts(lower, reading.codebook.posts)
    return any(role == row.role and (post.start, post.end) == (0, len(lower)) for role, post in told)


def _is_of_the_system(reading: Reading, row: Role, quote: Quote) -> bool:
    """Tell whether a chair, on a page about the system's own partnership, is of no partnership of a place."""
    if row.role not in CHAIRS or not is_of_the_system(reading):
        return False
    # "The Alpha board is chaired by the leader of Beta Council" is about a place all the same.
    return are_organisations(reading.codebook, quote.text, reading.names.mentions(quote.text))


def _takes_over_later(reading: Reading, sentence: Located, found: Match) -> bool:
    """Tell whether somebody "takes over" as chair at a time after the publication."""
    start, _ = found.spans.get("follows", (-1, -1))
    takes = start >= 0 and _TAKES.search(sentence.passage.lower[:start])
    return bool(takes) and begins_later(reading, sentence.passage.text[start:])


def _with_employer(reading: Reading, row: Role, employed: Sequence[Role]) -> Role:
    """Return a row with the organisation that the document names anywhere for its holder in this post."""
    if row.holder is None:
        return row
    office = reading.codebook.posts["office"]["match"]
    person = is_name(row.holder, reading.codebook.posts)
    same = [
        o
        for o in employed
        if (o.holder, o.role) == (row.holder, row.role) and (person or o.place_id in (row.place_id, None))
    ]
    best = min(same, key=lambda o: office.matches((o.organisation or "").lower()), default=row)
    return attrs.evolve(row, organisation=best.organisation, sector=best.sector)


def _is_told(other: Role, row: Role) -> bool:
    """Tell whether another row gives the same holder the same post, somewhere at least as near."""
    same = (other.role, other.holder) == (row.role, row.holder)
    nearer = row.role in CHAIRS and other.place_id is not None
    return same and row.holder is not None and (nearer or other.place_id == row.place_id)


def _tells_more(other: Role, row: Role) -> bool:
    """Tell whether another row of the same words gives the holder, or the holder's name alone."""
    if other is row or (other.role, other.place_id) != (row.role, row.place_id) or other.holder is None:
        return False
    return row.holder is None or (other.holder != row.holder and other.holder in row.holder)


def _listed(reading: Reading) -> Iterator[tuple[Role, Quote]]:
    for entry in entries(reading):
        for role in entry.roles:
            row = Role(
                **entry.columns,
                status="in_place" if entry.status == "absent" and entry.member else entry.status,
                rule=f"{TABLE}.{role}",
                role=role,
                holder=entry.holder,
                organisation=entry.organisation,
                sector=entry.sectors[0] if entry.sectors else None,
                body_kind=entry.body_kind,
            )
            yield row, entry.quote


def _joint(cue: Cue) -> Cue:
    return attrs.evolve(cue, entry="co_chair", rule=f"{TABLE}.co_chair")


@attrs.frozen
class _Stated:
    """A sentence that speaks of a post, and the match that says so."""

    reading: Reading
    organisations: Organisations
    cue: Cue
    sentence: Located
    found: Match
    status: str

    def rows(self) -> Iterator[Role]:
        body = LedBody(self.reading, self.cue, self.sentence, self.found).told()
        if body is None or (self.cue.entry == _POST and (self.status != IN_PLACE or self._is_said_of())):
            return
        holders = self._holders()
        if self.cue.entry == "chair" and (two := self._two(holders[0])):
            yield from attrs.evolve(self, cue=_joint(self.cue)).rows_of(two, body)
        else:
            yield from self.rows_of(holders, body)

    def _is_said_of(self) -> bool:
        """Tell whether the words for a post say who somebody is: "Jo is the place lead"."""
        start = self.found.spans.get("holder", (self.found.start, 0))[0]
        return _SAYS_WHO.search(self.sentence.passage.lower[:start]) is not None

    def _two(self, holder: str | None) -> list[str | None]:
        """Return two who chair together: "chaired by Jo Bell and the leader of the council"."""
        office = self.reading.codebook.posts["office"]["match"]
        both = re.sub(r"^both ", "", holder or "").split(" and ")
        said = [without_lead(self.reading.codebook, each) for each in both]
        told = len(said) == _TWO and all(
            is_name(each, self.reading.codebook.posts) or office.matches(each.lower()) for each in said
        )
        return list(said) if told else []

    def rows_of(self, holders: Sequence[str | None], body: tuple[str | None, str]) -> Iterator[Role]:
        for holder in holders:
            organisation, sector = self._employer(holder)
            if holder and (not self._is_holder(holder, sector) or self._is_told_apart(holder)):
                continue
            for columns in self._columns():
                yield Role(
                    **columns,
                    status=self.status,
                    rule=self.cue.rule,
                    role=self._role(holder),
                    holder=_BRACKET.sub("", holder) if holder else None,
                    organisation=organisation,
                    sector=sector,
                    body=body[0],
                    body_kind=body[1],
                )

    def _role(self, holder: str | None) -> str:
        if self.cue.entry != _POST:
            return self.cue.entry
        lower = (holder or "").lower()
        if "integrat" in lower:
            return "integration_lead"
        return "place_director" if "director" in lower else "place_lead"

    def _holders(self) -> list[str | None]:
        text, book = self.sentence.passage.text, self.reading.codebook
        if self.found.groups.get("holders"):
            start, end = self.found.spans["holders"]
            found = items(text[start:end])
            spans = self._whole([(start + low, start + high) for low, high in found])
            return [
                without_lead(book, text[low:high].strip())
                for low, high in spans
                if not is_aside(book, text, low, high)
            ]
        if self.found.groups.get("holder"):
            start, end = self.found.spans["holder"]
            said = holder_alone(book, text[start:end])
            if told := person_in_post(book, self.organisations, said):
                return [told.name]
            first = said.partition(" and ")[0]
            named = is_name(first, book.posts)
            if _CLAUSE.of(book).search(said):
                said = first if named else said.rpartition(" and ")[2]
            goes_on = _FIELD_GOES_ON.match(text, end) if FIELD.of(book).search(said) else None
            if (
                goes_on
                and not self.organisations.sectors(goes_on.group())
                and not self._is_office(goes_on.group())
            ):
                return [without_lead(book, said + goes_on.group())]
            behind = _BEHIND_POST.match(text, end)
            if behind and not named and self._is_own_post(said) and self._is_person(behind["name"]):
                said = behind["name"]
            return [without_lead(book, re.sub(r"^(?:The|the|and) | -(?: who| which)?$", "", said))]
        return [None]

    def _is_office(self, said: str) -> bool:
        return self.reading.codebook.posts["office"]["match"].matches(said.lower())

    def _is_own_post(self, said: str) -> bool:
        """Tell whether words are a post of the body itself: "its Executive Lead"."""
        office = self.reading.codebook.posts["office"]["match"]
        return _OF_ITS_OWN.match(said) is not None and office.matches(said.lower())

    def _is_person(self, name: str) -> bool:
        return is_name(name, self.reading.codebook.posts) and not self.reading.names.mentions(name)

    def _whole(self, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Return the items of a list of holders, each with its field: "Director of A and B"."""
        text, office = self.sentence.passage.text, self.reading.codebook.posts["office"]["match"]
        whole: list[tuple[int, int]] = []
        for low, high in spans:
            said = text[low:high]
            department = self.organisations.sectors(_AT.split(said)[0])[:1]
            named = re.search(NAME, said) is not None and not DEPARTMENTS.issuperset(department or (said,))
            field = not office.matches(said.lower()) and not named
            if whole and field and FIELD.of(self.reading.codebook).search(text[slice(*whole[-1])]):
                whole[-1] = (whole[-1][0], high)
            else:
                whole.append((low, high))
        return whole

    def _aside(self, holder: str) -> str | None:
        """Return the post that stands behind a name: "Jo Bell, Leader of Alpha Borough Council"."""
        posts = self.reading.codebook.posts
        if not is_name(holder, posts):
            return None
        found = re.search(rf"{re.escape(holder)}, ([^,.;]+)", self.sentence.passage.text)
        said = _RUNS_ON.of(self.reading.codebook).split(found[1])[0] if found else ""
        return said if posts["office"]["match"].matches(said.lower()) else None

    def _is_holder(self, holder: str, sector: str | None) -> bool:
        """Tell whether words are a post, an organisation or a person, and no turn of phrase."""
        if place := self.found.groups.get("place"):
            low, _ = self.found.spans["place"]
            text = self.sentence.passage.text[low:]
            if not begins_with_place(self.reading, text, len(place), whole=self.cue.entry != _POST):
                return False
        book = self.reading.codebook
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
        leads = self.cue.entry == "place_lead"
        named = re.findall(NAME, holder)
        person = any(is_name(each, book.posts) for each in named) if leads else bool(named)
        titled = _TITLED.of(book).fullmatch(holder) is not None
        led = sector is not None and not leads
        return led or book.posts["office"]["match"].matches(holder.lower()) or person or titled

    def _is_told_apart(self, holder: str) -> bool:
        """Tell whether "led by" gives somebody whose own post the sentence names."""
        posts, text = self.reading.codebook.posts, self.sentence.passage.text
        own = any(leading_posts(holder.lower(), posts)) or any(people(text, posts))
        return self.cue.entry == "place_lead" and own and " led by " in self._matched()

    def _matched(self) -> str:
        return self.sentence.passage.lower[self.found.start : self.found.end]

    def _employer(self, holder: str | None) -> tuple[str | None, str | None]:
        organisation = (
            self._employer_of_post(employer_in(self.reading.codebook, self.organisations, holder))
            if holder
            else None
        )
        aside = self._aside(holder) if holder else None
        if aside and not organisation:
            organisation = employer_in(self.reading.codebook, self.organisations, aside)
        if not aside and (told := self._person_in_post()) and told.name == holder:
            aside = told.post
            organisation = told.organisation or employer_in(self.reading.codebook, self.organisations, aside)
        bracket = _BRACKET.search(holder or "")
        # Of "Director for People (Adults, Public Health)" the brackets hold the fields.
        if bracket and "," not in bracket.group(1) and self.organisations.sectors(bracket.group(1)):
            organisation = bracket.group(1)
        if self.found.groups.get("organisation"):
            start, end = self.found.spans["organisation"]
            said = _VERB.sub("", self.sentence.passage.text[start:end].strip())
            organisation = ARTICLE.sub("", said)
        named = organisation or aside or holder or ""
        sectors = self.organisations.sectors(named) if named and self.cue.entry != _POST else ()
        return organisation, sectors[0] if sectors else None

    def _person_in_post(self) -> PersonInPost | None:
        if not self.found.groups.get("holder"):
            return None
        book, said = self.reading.codebook, self.sentence.passage.text[slice(*self.found.spans["holder"])]
        return person_in_post(book, self.organisations, holder_alone(book, said))

    def _employer_of_post(self, named: str | None) -> str | None:
        """Return the organisation that a post names; a field, "Adult Social Care", is none."""
        sectors = self.organisations.sectors(named) if named else ()
        if named is None or not sectors or sectors[0] not in DEPARTMENTS or not _FIELDS.match(named):
            return named
        return ARTICLE.sub("", named.partition(" at ")[2]) or None

    def _columns(self) -> Sequence[dict[str, Any]]:
        """Return the columns for each place that the post is of: several where they share it."""
        columns = self.reading.columns(self.sentence, self.found.start)
        places = self.sentence.scope.places
        if len(places) > 1 and _SHARED.of(self.reading.codebook).search(self.sentence.passage.lower):
            return [{**columns, "place_id": place, "applies_to": "place"} for place in places]
        named = [mention for mention in self.sentence.mentions if mention.name.kind != SYSTEM]
        if len(places) > 1 and self.found.start < named[0].start:
            columns |= {"place_id": named[0].name.id, "applies_to": "place"}
        return [columns]
