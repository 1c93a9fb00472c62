"""What a list of organisations is, by points for and against that it is one of a partnership's members."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import attrs

from placebench.codebook.signs import Sign
from placebench.coding.members.enumerated import follows_a_partnership
from placebench.coding.members.listings import Listing
from placebench.coding.members.named_body import (
    OTHER,
    PARTNERSHIP,
    is_of_the_system,
    named_body,
    of_partnership,
    own_meeting,
    unnamed,
)
from placebench.coding.members.spoken_body import speaks_of_a_service
from placebench.coding.reading import Reading
from placebench.extract.gazetteer import SYSTEM

_NHS = frozenset({"acute", "nhs_trust", "community", "mental_health", "icb", "primary_care"})
_FEW = 0.4


@attrs.frozen
class Score:
    """The signs of a list that are met.

    Attributes:
        spoke: The signs.
        threshold: How many points are asked for.
    """

    spoke: tuple[Sign, ...]
    threshold: int

    @property
    def points(self) -> int:
        """The sum of the points."""
        return sum(sign.points for sign in self.spoke)

    @property
    def enough(self) -> bool:
        """Whether the list is one of members."""
        return self.points >= self.threshold

    def __str__(self) -> str:
        told = ", ".join(f"{sign.name} {sign.points:+d}" for sign in self.spoke)
        return f"{self.points} points of {self.threshold}: {told}"


def score(reading: Reading, listing: Listing) -> Score:
    """Return the signs of the coding frame that a list has."""
    signs = reading.codebook.signs
    return Score(tuple(sign for sign in signs.signs if _is_met(reading, listing, sign)), signs.threshold)


def _is_met(reading: Reading, listing: Listing, sign: Sign) -> bool:
    if sign.match is not None:
        texts = [getattr(listing, part) for part in sign.parts]
        if not any(map(sign.match.matches, texts)) or (sign.unless and any(map(sign.unless.matches, texts))):
            return False
    counted = all(_COUNTED[what](listing) >= fewest for what, fewest in sign.least.items())
    return counted and all(_ASKED[asked](reading, listing) for asked in sign.when)


def _body_before(reading: Reading, listing: Listing) -> str | None:
    """Return the kind of the body that introduces a list."""
    told = listing.located.passage.text[: len(listing.before)]
    return named_body(unnamed(reading, listing.lead if listing.lines else told).lower(), reading.codebook)


def _body_behind(reading: Reading, listing: Listing) -> str | None:
    text = listing.located.passage.text
    told = text[len(text) - len(listing.after) :]
    return named_body(unnamed(reading, told).lower(), reading.codebook, first=True)


def _names_the_system_alone(listing: Listing) -> bool:
    kinds = {mention.name.kind for mention in listing.located.mentions}
    return kinds == {SYSTEM}


def _has_all_kinds(listing: Listing) -> bool:
    """Tell whether the council, the health service and the voluntary sector stand in a list."""
    return {"local_authority", "vcse"} <= listing.sectors and bool(_NHS & listing.sectors)


_COUNTED: Mapping[str, Callable[[Listing], int]] = {
    "organisations": lambda listing: len({row.organisation for row, _ in listing.rows}),
    "sectors": lambda listing: len(listing.sectors),
    "people": lambda listing: listing.people,
    "common": lambda listing: sum((row.organisation or "")[1:].islower() for row, _ in listing.rows),
}
_ASKED: Mapping[str, Callable[[Reading, Listing], bool]] = {
    "page_of_partnership": lambda reading, _: of_partnership(reading),
    "page_of_others": lambda reading, _: not of_partnership(reading),
    "page_of_system": lambda reading, _: is_of_the_system(reading),
    "record_of_meeting": lambda reading, _: own_meeting(reading),
    "one_place": lambda reading, _: len(reading.default.places) == 1,
    "no_place": lambda _, listing: listing.located.scope.applies_to == "system",
    "partnership_before": lambda reading, listing: _body_before(reading, listing) == PARTNERSHIP,
    "partnership_behind": lambda reading, listing: (
        not listing.lines and _body_behind(reading, listing) == PARTNERSHIP
    ),
    "other_body_before": lambda reading, listing: _body_before(reading, listing) == OTHER,
    "behind_partnership": lambda reading, listing: follows_a_partnership(reading, listing.located),
    "system_named": lambda _, listing: _names_the_system_alone(listing),
    "not_yet": lambda _, listing: any(row.status != "in_place" for row, _ in listing.rows),
    "it_is_a_service": lambda reading, listing: (
        listing.before.startswith("it ") and speaks_of_a_service(reading, listing.located)
    ),
    "in_lines": lambda _, listing: listing.lines > 0,
    "few_lines": lambda _, listing: len(listing.rows) < _FEW * listing.lines,
    "all_kinds": lambda _, listing: _has_all_kinds(listing),
}
