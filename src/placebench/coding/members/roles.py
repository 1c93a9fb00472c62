"""Leading posts: who chairs, directs or leads, as sentences, lists and tables say it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

import attrs

from placebench.codebook import Cue, Match
from placebench.coding.bodies import body_of
from placebench.coding.members.named_body import (
    OTHER,
    PARTNERSHIP,
    SUBGROUP,
    earlier,
    is_foreign,
    is_of_another_place,
    named_body,
    of_partnership,
    unnamed,
)
from placebench.coding.members.people_in_posts import is_elsewhere, people_in_posts
from placebench.coding.members.rosters import entries
from placebench.coding.members.starts import begins_later, starting
from placebench.coding.names import organisations_of
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.documents import Quote
from placebench.extract.enumerations import items
from placebench.extract.gazetteer import PARTNERSHIP as NAMED_PARTNERSHIP
from placebench.extract.gazetteer import SYSTEM, Mention
from placebench.extract.organisations import Organisations
from placebench.extract.people import IN_PLACE, NAME, is_name, leading_posts, people
from placebench.importer import Fact
from placebench.model import Role

TABLE = "roles"
_OF = re.compile(r"\b(?:of|at|from|for) (?:the )?")
_DEPARTMENT = re.compile(
    r"(?:public health|adults?'?s?|children'?s?|integrat\w+|commissioning) ?", re.IGNORECASE
)
_ARTICLE = re.compile(r"^(?:and |the |both |a |an |our |its )+", re.IGNORECASE)
_BRACKET = re.compile(r" \(([^)]+)\)$")
_LEADING = re.compile(
    r"^(?:and |the |both )+|^(?:she|he|they) (?:follows?|succeeds?|replaces?|takes? over from|thanked) ",
    re.IGNORECASE,
)
_BARE = re.compile(r"(?:the |this )?(committee|group|forum)\b(?! of\b| for\b)", re.IGNORECASE)
_REPORTED = re.compile(
    r"^.* that (?=.)|^(?:in|from|since|at|on|after|under|until) [^,]{3,40}, ", re.IGNORECASE
)
_POST_OF = re.compile(
    r"\b(?:[Cc]ouncil|[Tt]rust|ICB|[Hh]ospital)'s (?=(?:[\w-]+ ){0,3}(?:[Ee]xecutive|[Dd]irector|[Oo]fficer|[Ll]eader|[Cc]hair)\b)"
)
_CHAIR_OF = re.compile(r"[Cc]hair(?:man|woman|person)? of ((?:the |our |its )?[^.,;]{3,70})")
_TAKES = re.compile(r"\btakes $")
_SHARED = re.compile(r"\b(?:shares?|between them|jointly|both|also covers|directors|leads)\b")
_CHAIRS = frozenset({"chair", "co_chair", "vice_chair"})
_GROUP = re.compile(
    r"(?:[A-Z][\w&'-]+ (?:(?:and|of|for|&) )?){1,6}(?:Group|Forum|Network|Committee|Cell|Board)\b"
)
_NAME_GOES_ON = re.compile(r" (?:NHS|Foundation|Trust|Hospitals?|Council|Academy|School)\b")
_FOR_A_PLACE = re.compile(r" for (?:the )?(?P<place>.+?)(?: (?:[Pp]lace|[Dd]istrict|[Bb]orough))?$")
_POST = "post"


def code_roles(reading: Reading) -> Iterator[Fact]:
    """Yield the leading posts that a document states."""
    organisations = organisations_of(reading.profile, reading.codebook)
    found = [*_listed(reading), *people_in_posts(reading, organisations)]
    posts: dict[tuple[object, ...], tuple[Role, Quote]] = {}
    for cue, sentence, match, status in reading.cued(TABLE):
        for row in _Stated(reading, organisations, cue, sentence, match, status).rows():
            if cue.entry != _POST:
                follows = match.spans.get("follows", (-1, -1))[0]
                if follows >= 0 and status == IN_PLACE and _TAKES.search(sentence.passage.lower[:follows]):
                    later = begins_later(reading, sentence.passage.text[follows:])
                    row = attrs.evolve(row, status="planned") if later else row
                found.append((starting(reading, sentence, row), reading.quote(sentence)))
            else:
                key = (row.role, row.place_id, row.applies_to)
                posts.setdefault(key, (row, reading.quote(sentence)))
    named = {(row.role, row.place_id) for row, _ in found} | {(row.role, None) for row, _ in found}
    # A post without its holder says nothing new where the document names who holds it.
    found += [(row, quote) for row, quote in posts.values() if (row.role, row.place_id) not in named]
    told = [
        (row, quote)
        for row, quote in found
        if not any(_tells_more(other, row) for other, where in found if where == quote)
    ]
    for row, quote in told:
        yield Fact(_with_employer(reading, row, [other for other, _ in told]), (quote,))


def _with_employer(reading: Reading, row: Role, others: Sequence[Role]) -> Role:
    """Return a row with the organisation that the document names anywhere for its holder in this post."""
    if row.holder is None:
        return row
    office = reading.codebook.posts["office"]["match"]
    same = [o for o in others if o.organisation and (o.holder, o.role) == (row.holder, row.role)]
    best = min(same, key=lambda o: office.matches((o.organisation or "").lower()), default=row)
    return attrs.evolve(row, organisation=best.organisation, sector=best.sector)


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
        body = self._body()
        if body is None or (self.cue.entry == _POST and self.status != IN_PLACE):
            return
        for holder in self._holders():
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
        return "place_lead" if "lead" in lower else "place_director"

    def _body(self) -> tuple[str | None, str] | None:
        """Return name and kind of the body that the post leads, or None where it is a stranger."""
        text, lower = self.sentence.passage.text, self.sentence.passage.lower
        name, kind = body_of(self.reading, self.sentence, self.found)
        bare = _BARE.fullmatch(name) if name else _BARE.match(lower)
        if kind != PARTNERSHIP and bare and self._of_the_partnership(bare[1].lower()):
            name, kind = None, PARTNERSHIP
        kind = self.cue.columns.get("body_kind", kind)
        if self.cue.entry not in _CHAIRS:
            return None if is_elsewhere(self.reading, text[self.found.start :]) else (name, kind)
        low, high = self.found.spans.get("body", (-1, -1))
        named = self._within(low, high)
        if named and all(mention.name.kind == SYSTEM for mention in named):
            return None
        said = (low, high) if low >= 0 else (0, self._before())
        words = unnamed(self.reading, self._without_holder(*said)).lower()
        spoken = named_body(words, self.reading.codebook) or self._meant()
        placed = self.sentence.mentions or self.sentence.scope.applies_to == "place"
        if spoken is None and low < 0 and not (placed or of_partnership(self.reading)):
            return None
        if low < 0 and self._chairs_another():
            return None
        if self.found.groups.get("follows") and not self._follows_a_chair():
            return None
        scrutiny = (
            spoken == SUBGROUP
            and "committee" in lower[said[0] : said[1]]
            and not of_partnership(self.reading)
        )
        unknown = spoken is None and low >= 0 and not self._is_own(low, high)
        longer = low >= 0 and _NAME_GOES_ON.match(text, high)
        if longer or unknown or spoken == OTHER or scrutiny or self._is_strange(text[said[0] : said[1]]):
            return None
        if spoken == SUBGROUP and kind == PARTNERSHIP:
            return self._group(text[said[0] : said[1]]), SUBGROUP
        if spoken == PARTNERSHIP and low >= 0:
            return name if kind == PARTNERSHIP else None, PARTNERSHIP
        return name, kind

    def _without_holder(self, low: int, high: int) -> str:
        """Return a range of the sentence without the words for the holder, who may be of another body."""
        text = self.sentence.passage.text
        start, end = max(self.found.spans.get(name, (-1, -1)) for name in ("holder", "holders"))
        if self.found.groups.get("body") or not low <= start < high:
            return text[low:high]
        return _POST_OF.sub("~ ", text[low:start]) + " ~ " + text[min(high, end) : high]

    def _chairs_another(self) -> bool:
        """Tell whether the words behind the post name a body that is not the partnership."""
        low, high = max(self.found.spans.get(name, (-1, -1)) for name in ("holder", "holders"))
        for found in _CHAIR_OF.finditer(self.sentence.passage.text, self.found.start):
            if found.start() <= self.found.end and not low <= found.start() < high:
                said = unnamed(self.reading, found[1]).lower()
                named = named_body(said, self.reading.codebook)
                return named == OTHER or (named is None and not _BARE.match(said))
        return False

    def _follows_a_chair(self) -> bool:
        """Tell whether the sentence before speaks of the partnership's chair, whom somebody follows."""
        before = self.reading.before(self.sentence)
        named = named_body(unnamed(self.reading, before.passage.text).lower(), self.reading.codebook)
        return before is not self.sentence and "chair" in before.passage.lower and named == PARTNERSHIP

    def _of_the_partnership(self, noun: str) -> bool:
        """Tell whether "the committee" is the partnership's: the body named before it, or by the heading."""
        told = (text.lower() for text in earlier(self.reading, self.sentence))
        before = [lower for lower in told if noun in lower]
        headings = [heading.lower() for heading in self.sentence.passage.line.block.path[-1:]]
        named = (
            named_body(text, self.reading.codebook, first=True) for text in (*reversed(before), *headings)
        )
        return next((body for body in named if body), None) == PARTNERSHIP

    def _is_strange(self, said: str) -> bool:
        """Tell whether words name a partnership that is not the one that the sentence is about."""
        places = self.sentence.scope.places
        return is_foreign(self.reading, said) or is_of_another_place(self.reading, said, places)

    def _is_own(self, low: int, high: int) -> bool:
        """Tell whether a range of the sentence names a partnership of the system."""
        within = self._within(low, high)
        return any(mention.name.kind == NAMED_PARTNERSHIP or mention.end == high for mention in within)

    def _within(self, low: int, high: int) -> list[Mention]:
        return [m for m in self.sentence.mentions if low <= m.start and m.end <= high]

    def _meant(self) -> str | None:
        """Return the kind of the body that "it" stands for: the first of the sentence before."""
        meant = named_body(self._antecedent().lower(), self.reading.codebook, first=True)
        before = (
            unnamed(self.reading, text).lower() for text in reversed(earlier(self.reading, self.sentence))
        )
        named = (named_body(lower, self.reading.codebook) for lower in before)
        return meant or next((body for body in named if body in (PARTNERSHIP, SUBGROUP)), None)

    def _antecedent(self) -> str:
        means = self.sentence.passage.lower.startswith("it ")
        return "".join(earlier(self.reading, self.sentence)[-1:]) if means else ""

    def _group(self, said: str) -> str | None:
        """Return the name of the group that a post leads, where it is written as one."""
        found = _GROUP.search(said) or _GROUP.search(self._antecedent())
        return _ARTICLE.sub("", found.group()) if found else None

    def _before(self) -> int:
        """Return where the words end that may name the body: before the verb or the post."""
        found = self.sentence.passage.lower.find("chair", self.found.start)
        return found if found >= 0 else self.found.end

    def _holders(self) -> list[str | None]:
        text = self.sentence.passage.text
        if self.found.groups.get("holders"):
            start, end = self.found.spans["holders"]
            found = items(text[start:end])
            spans = [(start + low, start + high) for low, high in found]
            return [
                _LEADING.sub("", text[low:high].strip())
                for low, high in spans
                if not self._is_aside(text, low, high)
            ]
        if self.found.groups.get("holder"):
            start, end = self.found.spans["holder"]
            said = _REPORTED.sub("", text[start:end].strip())
            said = said.rpartition(" and ")[2] if " as " in said else said
            return [_LEADING.sub("", re.sub(r"^(?:The|the|and) ", "", said))]
        return [None]

    def _aside(self, holder: str) -> str | None:
        """Return the post that stands behind a name: "Jo Bell, Leader of Alpha Borough Council"."""
        posts = self.reading.codebook.posts
        if not is_name(holder, posts):
            return None
        found = re.search(rf"{re.escape(holder)}, ([^,.;]+)", self.sentence.passage.text)
        return found[1] if found and posts["office"]["match"].matches(found[1].lower()) else None

    def _is_aside(self, text: str, low: int, high: int) -> bool:
        """Tell whether an item of a list only says who the person before it is: "Jo Bell, a local GP"."""
        said, office = text[low:high], self.reading.codebook.posts["office"]["match"]
        named = re.search(rf"{NAME}, $", text[:low]) is not None
        return named and not re.search(NAME, said.split(" of ")[0]) and office.matches(said.lower())

    def _is_holder(self, holder: str, sector: str | None) -> bool:
        """Tell whether words are a post, an organisation or a person, and no turn of phrase."""
        office = self.reading.codebook.posts["office"]["match"]
        if self.reading.codebook.posts["office"]["none"].matches(holder.lower()):
            return False
        if self.cue.entry == "place_director" and (found := _FOR_A_PLACE.search(holder)):
            place = found["place"]
            return any(m.end - m.start >= len(place) for m in self.reading.names.mentions(place))
        return sector is not None or office.matches(holder.lower()) or re.search(NAME, holder) is not None

    def _is_told_apart(self, holder: str) -> bool:
        """Tell whether "led by" gives somebody whose own post the sentence names."""
        posts, text = self.reading.codebook.posts, self.sentence.passage.text
        own = any(leading_posts(holder.lower(), posts)) or any(people(text, posts))
        return self.cue.entry == "place_lead" and own and " led by " in self._matched()

    def _matched(self) -> str:
        return self.sentence.passage.lower[self.found.start : self.found.end]

    def _employer(self, holder: str | None) -> tuple[str | None, str | None]:
        organisation = _organisation(self.organisations, holder) if holder else None
        aside = self._aside(holder) if holder else None
        if aside and not organisation:
            organisation = _organisation(self.organisations, aside)
        bracket = _BRACKET.search(holder or "")
        if bracket and self.organisations.sectors(bracket.group(1)):
            organisation = bracket.group(1)
        if self.found.groups.get("organisation"):
            start, end = self.found.spans["organisation"]
            organisation = _ARTICLE.sub("", self.sentence.passage.text[start:end].strip())
        named = organisation or aside or holder or ""
        sectors = self.organisations.sectors(named) if named and self.cue.entry != _POST else ()
        return organisation, sectors[0] if sectors else None

    def _columns(self) -> Sequence[dict[str, Any]]:
        """Return the columns for each place that the post is of: several where they share it."""
        columns = self.reading.columns(self.sentence, self.found.start)
        places = self.sentence.scope.places
        if len(places) > 1 and _SHARED.search(self.sentence.passage.lower):
            return [{**columns, "place_id": place, "applies_to": "place"} for place in places]
        named = [mention for mention in self.sentence.mentions if mention.name.kind != SYSTEM]
        if len(places) > 1 and self.found.start < named[0].start:
            columns |= {"place_id": named[0].name.id, "applies_to": "place"}
        return [columns]


def _organisation(organisations: Organisations, holder: str) -> str | None:
    named = (holder[found.end() :] for found in _OF.finditer(holder))
    found = (name for name in named if organisations.sectors(name) and not _DEPARTMENT.match(name))
    return next(found, "").strip() or _whose(organisations, holder)


def _whose(organisations: Organisations, holder: str) -> str | None:
    """Return the organisation whose post it is: "the trust's chief executive"."""
    name, possessive, _ = _ARTICLE.sub("", holder).partition("'s ")
    return name if possessive and organisations.sectors(name) else None
