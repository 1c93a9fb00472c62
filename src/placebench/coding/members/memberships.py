"""Who sits in a partnership: members named in a sentence, in a list that a line introduces, or in a table."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

import attrs

from placebench.codebook import Match, Wording
from placebench.coding.bodies import is_no_one_body
from placebench.coding.members.employers import is_of_a_portfolio
from placebench.coding.members.enumerated import (
    acts_together,
    follows_a_partnership,
    is_of_one_place,
    lists_partners,
    status_of_list,
)
from placebench.coding.members.joined_names import JoinedNames
from placebench.coding.members.list_openers import is_opener
from placebench.coding.members.member_names import is_listed_by_name, is_told_in_full
from placebench.coding.members.member_tables import LISTS
from placebench.coding.members.named_body import PARTNERSHIP as PARTNERSHIP_KIND
from placebench.coding.members.named_body import (
    earlier,
    is_of_the_system,
    named_body,
    of_partnership,
    own_meeting,
    unnamed,
)
from placebench.coding.members.roster_rows import in_columns
from placebench.coding.members.rosters import entries
from placebench.coding.members.scored_members import scored_members
from placebench.coding.members.spoken_body import (
    names_a_partnership,
    speaks_of_a_board,
    speaks_of_a_service,
    speaks_of_place_partnerships,
    speaks_of_the_system,
)
from placebench.coding.members.starts import begins_later
from placebench.coding.members.stated_members import StatedMembers
from placebench.coding.names import organisations_of
from placebench.coding.one_of_two import is_of_one_of_two
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.documents import Quote
from placebench.extract.gazetteer import PARTNERSHIP, PLACE
from placebench.extract.organisations import Organisations
from placebench.importer import Fact
from placebench.model import Membership

TABLE = "memberships"
_OWN = f"{TABLE}.own_name"
_SEVERAL = frozenset(
    f"{TABLE}.{entry}" for entry in ("links", "together", "come_together", "parties", "partners_at_work")
)
"""Rules whose words tell of members only where they name two kinds of them."""
_LISTED = frozenset({f"{TABLE}.enumerated", f"{TABLE}.acting_together"})
_ENTRY = f"{TABLE}.list"
_AHEAD = frozenset({"planned", "expected"})
"""What words behind a list of members, of the partnership's aims, must not make of them."""
_ENDS = frozenset({"", "together"})
_FEWEST_SECTORS = 3
_CONCLUDED = frozenset({f"{TABLE}.hosts", f"{TABLE}.chairs"})
_MEMBERS = Wording(
    TABLE,
    r"(?:\bmembers|\bpartners|(?:who|that) sit on (?:it|the \w+))\W*$"
    r"|\b<organisations>\b(?: (?:that|who|which))? <belong_to>"
    r" (?:it|(?:the |our |this )?(?:[\w'-]+ ){0,4}<bodies>)\W*$"
    r"|\b<made_of> (?:[\w-]+ ){0,4}<organisations>\W*$"
    r"|\b<bodies>\b[^.;]* has <how_many>\W*$",
)
_AGREEMENT = Wording(TABLE, r"\b<agreements>\b")
_WE_ARE = re.compile(r"(?:together,? )?we are ")
# Who chairs is a person, and no organisation because "Councillor" tells of a council.
_CLAUSE = re.compile(r"[.;,]| by ")
_A_PERSON = Wording(TABLE, r"(?:(?:that|as|while|since) )?<person_title>\b", re.IGNORECASE)


def code_memberships(reading: Reading) -> Iterator[Fact]:
    """Yield the members that a document names, and the hosts and chairs whose sector it names none for."""
    organisations = organisations_of(reading.profile, reading.codebook)
    stated = [*_listed(reading, organisations), *_said(reading, organisations)]
    stated += scored_members(reading, stated)
    known = {
        (row.place_id, sector) for row, _ in stated if row.status == "in_place" for sector in row.sectors
    }
    found = [*_once(stated), *_hosts_and_chairs(reading, organisations)]
    rows = [row for row, _ in found]
    for row, quote in found:
        concluded = row.rule in _CONCLUDED and all((row.place_id, sector) in known for sector in row.sectors)
        # Words without those for a member are the weaker evidence.
        by_name = row.rule in _LISTED and is_listed_by_name(reading.codebook, row, rows)
        in_full = by_name or is_told_in_full(reading.codebook, row, rows)
        if not concluded and not in_full:
            yield Fact(row, (quote,))


def _once(stated: list[tuple[Membership, Quote]]) -> Iterator[tuple[Membership, Quote]]:
    """Yield the members that the same words tell by several rules once, by the rule that asks for most."""
    plain = {quote for row, quote in stated if row.rule not in _LISTED}
    told: dict[tuple[object, ...], list[str]] = {}
    kept = [(row, quote) for row, quote in stated if row.rule not in _LISTED or quote not in plain]
    for row, quote in sorted(kept, key=lambda each: each[0].rule in (_OWN, _ENTRY)):
        name = (row.organisation or "").removeprefix("the ").lower()
        words = told.setdefault((row.place_id, name, row.status, row.body_kind), [])
        if not any(quote.text in other or other in quote.text for other in words):
            yield row, quote
        words.append(quote.text)


def _listed(reading: Reading, organisations: Organisations) -> Iterator[tuple[Membership, Quote]]:
    joined = JoinedNames(reading.codebook, organisations)
    for entry in entries(reading):
        if not (entry.sectors and entry.member):
            continue
        # A post in two councils is one seat; an entry that is but their names is two.
        alone = entry.organisation is not None and entry.holder == entry.organisation
        names = joined.two(entry.organisation or "") if alone else (entry.organisation,)
        for name in names:
            sectors = entry.sectors if name == entry.organisation else organisations.sectors(name or "")
            one = attrs.evolve(entry, organisation=name, sectors=sectors)
            yield one.as_member(organisations, _ENTRY), entry.quote


def _said(reading: Reading, organisations: Organisations) -> Iterator[tuple[Membership, Quote]]:
    for cue, sentence, found, status in reading.cued(TABLE):
        fits = _CONDITIONS.get(cue.entry)
        if is_no_one_body(reading, sentence) or (fits and not fits(reading, sentence, found)):
            continue
        counted = reading.codebook.rosters["none"]["sentence"]
        if counted.matches(sentence.passage.lower[: found.spans["members"][0]]):
            continue
        if in_columns(reading.document, sentence.passage.line):
            continue
        after = sentence.passage.text[found.spans["members"][1] : found.end]
        later = cue.entry == "becomes" and begins_later(reading, after)
        ends = sentence.passage.lower[found.spans["members"][1] : found.end]
        ahead = cue.status is None and status in _AHEAD and ends.strip(" .") in _ENDS
        listed = cue.rule in _LISTED or ahead
        told_as = status_of_list(reading, sentence, found, status, whole=not ahead) if listed else status
        told = StatedMembers(reading, organisations, cue, sentence, found, "planned" if later else told_as)
        rows = [*told.rows()]
        fewest = _FEWEST_SECTORS if cue.rule in _LISTED else 2 if cue.rule in _SEVERAL else 0
        if len({row.sectors for row in rows}) >= fewest:
            yield from ((row, reading.quote(sentence)) for row in rows)


def _told_by_a_board(reading: Reading, sentence: Located, _: Match) -> bool:
    return own_meeting(reading) or speaks_of_a_board(reading, sentence)


def _it_is_no_system(reading: Reading, sentence: Located, _: Match) -> bool:
    if not sentence.passage.lower.startswith("it "):
        return True
    return not (is_of_the_system(reading) or speaks_of_the_system(reading, sentence))


def _it_is_no_service(reading: Reading, sentence: Located, _: Match) -> bool:
    return not sentence.passage.lower.startswith("it ") or not speaks_of_a_service(reading, sentence)


def _they_are_of_places(reading: Reading, sentence: Located, _: Match) -> bool:
    return speaks_of_place_partnerships(reading, sentence)


def _it_is_a_board(reading: Reading, sentence: Located, _: Match) -> bool:
    return not sentence.passage.lower.startswith("it ") or speaks_of_a_board(reading, sentence)


def _speaks_of_members(reading: Reading, sentence: Located) -> bool:
    """Tell whether the sentence before speaks of members, so that "they" are the members."""
    return any(
        _MEMBERS.of(reading.codebook).search(before.lower()) for before in earlier(reading, sentence)[-1:]
    )


def _it_speaks_of_members(reading: Reading, sentence: Located, found: Match) -> bool:
    """Tell whether the sentence before, or this one before whom it names, is of the members of a body."""
    own = sentence.passage.text[: found.spans["members"][0]]
    named = named_body(unnamed(reading, own).lower(), reading.codebook)
    return _speaks_of_members(reading, sentence) or (named == PARTNERSHIP_KIND and " of " in own)


def _speaks_of_an_agreement(reading: Reading, sentence: Located) -> bool:
    """Tell whether a sentence before speaks of the partnership's agreement, so that it is what is signed."""
    told = (unnamed(reading, before).lower() for before in earlier(reading, sentence))
    return any(
        _AGREEMENT.of(reading.codebook).search(before)
        and named_body(before, reading.codebook) in (None, PARTNERSHIP_KIND)
        for before in told
    )


def _presents_members(reading: Reading, sentence: Located) -> bool:
    """Tell whether a sentence without a verb says who "we are": by itself, or by the heading above it."""
    headings = sentence.passage.line.block.path[-1:]
    told = any(is_opener(reading, heading) for heading in headings)
    return of_partnership(reading) and (told or _WE_ARE.match(sentence.passage.lower) is not None)


def _hosts_and_chairs(reading: Reading, organisations: Organisations) -> Iterator[tuple[Membership, Quote]]:
    """Yield the organisations that host or chair the partnership: a conclusion, and marked as one."""
    wanted = {"host": ("value", "hosts"), "co_chair": ("holders", "chairs"), "chair": ("holder", "chairs")}
    for table in ("governance", "roles"):
        for cue, sentence, found, status in reading.cued(table, entries=wanted):
            group, rule = wanted[cue.entry]
            if (
                not found.groups.get(group)
                or status != "in_place"
                or _is_chair_of_the_system(reading, sentence)
                or is_of_one_of_two(reading.codebook, sentence, found)
            ):
                continue
            derived = attrs.evolve(cue, rule=f"{TABLE}.{rule}", basis="derived")
            stated = StatedMembers(reading, organisations, derived, sentence, found, status, group)
            for row in stated.rows():
                name = row.organisation or ""
                field = is_of_a_portfolio(
                    reading.codebook, _CLAUSE.split(sentence.passage.text.partition(name)[0])[-1]
                )
                if not field and not _A_PERSON.of(reading.codebook).match(name):
                    yield row, reading.quote(sentence)


def _is_chair_of_the_system(reading: Reading, sentence: Located) -> bool:
    """Tell whether whoever hosts or chairs, on a page of the system's own body, is of no place's."""
    return is_of_the_system(reading) and all(m.name.kind != PARTNERSHIP for m in sentence.mentions)


_CONDITIONS: Mapping[str, Callable[[Reading, Located, Match], bool]] = {
    **dict.fromkeys(LISTS, lambda _reading, _sentence, _found: False),
    "attended": lambda reading, _sentence, _found: own_meeting(reading),
    "took_part": _told_by_a_board,
    "seated": _told_by_a_board,
    "signed": lambda reading, sentence, _found: _speaks_of_an_agreement(reading, sentence),
    "to_be_represented": lambda reading, sentence, found: (
        bool(found.groups.get("body")) or _told_by_a_board(reading, sentence, found)
    ),
    "own_name": names_a_partnership,
    "partners_in": lambda reading, sentence, found: names_a_partnership(reading, sentence, found, PLACE),
    "sits": _it_is_no_system,
    "set_up": _it_is_no_service,
    "collaboration_of": _it_is_no_service,
    "they_bring": _they_are_of_places,
    "links": _it_is_a_board,
    "they_are": _it_speaks_of_members,
    "together": lambda reading, sentence, _found: _presents_members(reading, sentence),
    "we_are": lambda reading, _sentence, _found: of_partnership(reading) and not is_of_the_system(reading),
    "acting_together": acts_together,
    "partners_at_work": lambda reading, sentence, _found: is_of_one_place(reading, sentence),
    "enumerated": lambda reading, sentence, found: (
        _it_is_no_service(reading, sentence, found) and lists_partners(reading, sentence, found)
    ),
    "come_together": lambda reading, sentence, _found: follows_a_partnership(reading, sentence),
}
"""What must be true for the words of a cue to speak of members of a partnership, by entry."""
