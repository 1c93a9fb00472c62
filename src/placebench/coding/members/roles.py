"""Leading posts: who chairs, directs or leads, as sentences, lists and tables say it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

import attrs

from placebench.codebook import Match, Wording
from placebench.coding.bodies import is_no_one_body
from placebench.coding.members.cued import Cued
from placebench.coding.members.group_tables import tabled_chairs
from placebench.coding.members.named_body import PARTNERSHIP, is_of_the_system
from placebench.coding.members.open_posts import open_posts
from placebench.coding.members.people_in_posts import CHAIRS, people_in_posts
from placebench.coding.members.place_tables import chairs_by_place
from placebench.coding.members.placed_posts import posts_in_headings
from placebench.coding.members.posts_by_place import posts_by_place
from placebench.coding.members.rosters import entries
from placebench.coding.members.rows_of_posts import (
    is_a_bare_post,
    is_told,
    tells_more,
    with_employer,
    with_first_name,
)
from placebench.coding.members.starts import begins_later, starting, until_then
from placebench.coding.members.stated_posts import POST, posts_told
from placebench.coding.names import organisations_of
from placebench.coding.organisations_of_places import are_organisations
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.documents import Quote
from placebench.extract.people import IN_PLACE
from placebench.importer import Fact
from placebench.model import Role

TABLE = "roles"
_THE = re.compile(r"^[Tt]he ")
_TAKES = re.compile(r"\btakes $")
# "Elected chair for the meeting": whoever chairs it otherwise.
_ONCE = Wording(TABLE, r"[^.;]{0,40}\b<this_meeting>\b")
# Leading posts of a system are its own, unlike those who direct or lead its places.
_OF_ANY_BODY = frozenset({"programme_director", "clinical_lead"})


def code_roles(reading: Reading) -> Iterator[Fact]:
    """Yield the leading posts that a document states."""
    organisations = organisations_of(reading.profile, reading.codebook)
    found = [*_listed(reading), *tabled_chairs(reading), *chairs_by_place(reading)]
    found += people_in_posts(reading, organisations)
    found += open_posts(reading)
    known = {(row.holder, row.role, row.place_id) for row, _ in found}
    by_place = list(posts_by_place(reading))
    found = [(row, quote) for row, quote in found if not _is_paired(row, by_place)]
    found += [(row, quote) for row, quote in by_place if (row.holder, row.role, row.place_id) not in known]
    by_quote = _by_quote(found)
    posts: dict[tuple[object, ...], tuple[Role, Quote]] = {}
    for cue, sentence, match, status in (*reading.cued(TABLE, clauses=True), *posts_in_headings(reading)):
        if cue.entry in CHAIRS and (
            is_no_one_body(reading, sentence) or _chairs_once(reading, sentence, match)
        ):
            continue
        later = status == IN_PLACE and _takes_over_later(reading, sentence, match)
        cued = Cued(reading, organisations, cue, sentence, match, "planned" if later else status)
        for row in posts_told(cued):
            quote = reading.quote(sentence)
            if any(is_told(other, row) for other in by_quote[quote]):
                continue
            if cue.entry != POST:
                found.append((starting(reading, sentence, until_then(reading, row)), quote))
                by_quote[quote].append(found[-1][0])
            else:
                key = (row.role, row.place_id, row.applies_to)
                posts.setdefault(key, (row, quote))
    named = {(row.role, row.place_id) for row, _ in found} | {(row.role, None) for row, _ in found}
    # A post without its holder says nothing new where the document names who holds it.
    found += [(row, quote) for row, quote in posts.values() if (row.role, row.place_id) not in named]
    held = {(row.role, row.place_id) for row, _ in found if row.holder and not is_a_bare_post(reading, row)}
    by_quote = _by_quote(found)
    kept = [
        (row, quote)
        for row, quote in found
        if not (row.holder or "").endswith(":")
        and not _is_of_the_system(reading, row, quote)
        and not (is_a_bare_post(reading, row) and (row.role, row.place_id) in held)
        and not any(tells_more(other, row) for other in by_quote[quote])
    ]
    rows = [row for row, _ in kept]
    employed = [row for row in rows if row.organisation]
    for row, quote in kept:
        whole = with_first_name(row, rows)
        yield Fact(with_employer(reading, _of_its_body(whole), employed), (quote,))


def _is_paired(row: Role, by_place: Sequence[tuple[Role, Quote]]) -> bool:
    """Tell whether a text that pairs holders with places says more than a row: its place or post."""
    same = [other for other, _ in by_place if other.holder == row.holder]
    if row.place_id is None:
        return any(other.role == row.role for other in same)
    of_place = [other.role for other in same if other.place_id == row.place_id]
    return row.role == "place_director" and bool(of_place) and row.role not in of_place


def _by_quote(found: Sequence[tuple[Role, Quote]]) -> dict[Quote, list[Role]]:
    rows: dict[Quote, list[Role]] = defaultdict(list)
    for row, quote in found:
        rows[quote].append(row)
    return rows


def _is_of_the_system(reading: Reading, row: Role, quote: Quote) -> bool:
    """Tell whether a chair is of no place's partnership, as of one said of the system, or on its own page."""
    if row.role in CHAIRS and row.applies_to == "system" and row.body_kind == PARTNERSHIP:
        return True
    if row.role not in CHAIRS or not is_of_the_system(reading):
        return False
    # "The Alpha board is chaired by the leader of Beta Council" is about a place all the same.
    return are_organisations(reading.codebook, quote.text, reading.names.mentions(quote.text))


def _chairs_once(reading: Reading, sentence: Located, found: Match) -> bool:
    """Tell whether somebody is elected to chair no more than the meeting."""
    return _ONCE.of(reading.codebook).match(sentence.passage.lower, found.end) is not None


def _of_its_body(row: Role) -> Role:
    """Return a post with the system for its body where it is said of the system, and of no place."""
    of_system = row.role in _OF_ANY_BODY and row.applies_to == "system" and row.body_kind == PARTNERSHIP
    return attrs.evolve(row, body_kind="system") if of_system else row


def _takes_over_later(reading: Reading, sentence: Located, found: Match) -> bool:
    """Tell whether somebody "takes over" as chair at a time after the publication."""
    start, _ = found.spans.get("follows", (-1, -1))
    takes = start >= 0 and _TAKES.search(sentence.passage.lower[:start])
    return bool(takes) and begins_later(reading, sentence.passage.text[start:])


def _listed(reading: Reading) -> Iterator[tuple[Role, Quote]]:
    for entry in entries(reading):
        for role in entry.roles:
            row = Role(
                **entry.columns,
                status="in_place" if entry.status == "absent" and entry.member else entry.status,
                rule=f"{TABLE}.{role}",
                role=role,
                holder=_THE.sub("", entry.holder) if entry.holder else None,
                organisation=_THE.sub("", entry.organisation) if entry.organisation else None,
                sector=entry.sectors[0] if entry.sectors else None,
                body_kind=entry.body_kind,
            )
            yield row, entry.quote
