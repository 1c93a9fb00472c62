"""Rows that give the same post: which of them tells more, and what one tells of another's holder."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from placebench.codebook import Wording
from placebench.coding.members.cell_posts import CHAIR
from placebench.coding.members.people_in_posts import CHAIRS
from placebench.coding.reading import Reading
from placebench.extract.people import is_name, leading_posts
from placebench.model import Role

_OF_A_PLACE = re.compile(r" (?:for|of|in|at) (?:the )?$|, $")
_SURNAME_ALONE = re.compile(
    r"(?:Dr|Mr|Mrs|Ms|Miss|Mx|Prof(?:essor)?|Cllr|Councillor|Sir|Dame|Lord|Lady)\.? (?P<surname>[^ ]+)"
)
_RANKS = Wording("people", "(?:<rank> )*")


def is_a_bare_post(reading: Reading, row: Role) -> bool:
    """Tell whether what is given as a holder is but the words for the post: "Place Director"."""
    holder = (row.holder or "").removeprefix("The ").removeprefix("the ")
    for mention in reading.names.mentions(holder)[-1:]:
        holder = _OF_A_PLACE.sub("", holder[: mention.start]) if mention.end == len(holder) else holder
    lower = holder.lower()
    if row.role in CHAIRS and CHAIR.fullmatch(lower):
        return True
    ranked, told = _RANKS.of(reading.codebook), leading_posts(lower, reading.codebook)
    return any(
        role == row.role and post.end == len(lower) and ranked.fullmatch(lower, 0, post.start)
        for role, post in told
    )


def with_employer(reading: Reading, row: Role, employed: Sequence[Role]) -> Role:
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


def is_told(other: Role, row: Role) -> bool:
    """Tell whether another row gives the same holder the same post, somewhere at least as near."""
    same = (other.role, other.holder) == (row.role, row.holder)
    nearer = row.role in CHAIRS and other.place_id is not None
    return same and row.holder is not None and (nearer or other.place_id == row.place_id)


def tells_more(other: Role, row: Role) -> bool:
    """Tell whether another row of the same words gives the holder, or the holder's name alone."""
    if other is row or (other.role, other.place_id) != (row.role, row.place_id) or other.holder is None:
        return False
    return row.holder is None or (other.holder != row.holder and other.holder in row.holder)


def with_first_name(row: Role, others: Sequence[Role]) -> Role:
    """Return a row of "Dr Bell" as that of the one Dr Jo Bell who holds the same post by another sentence."""
    short = _SURNAME_ALONE.fullmatch(row.holder or "")
    if short is None:
        return row
    same = [o for o in others if _of_one_post(o, row) and _SURNAME_ALONE.fullmatch(o.holder or "") is None]
    whole = [other for other in same if (other.holder or "").endswith(f" {short['surname']}")]
    return whole[0] if len({other.holder for other in whole}) == 1 else row


def _of_one_post(other: Role, row: Role) -> bool:
    post = ("role", "place_id", "applies_to", "status", "body_kind")
    return all(getattr(other, column) == getattr(row, column) for column in post)
