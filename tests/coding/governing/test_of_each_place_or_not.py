"""Words that name all places, or places by the way, and tell of one, of the system or of its authors."""

from __future__ import annotations

import pytest

from placebench.model import Governance, Membership
from tests.coding.conftest import Code


@pytest.mark.parametrize(
    "text",
    [
        "What Alpha, Beta and Gamma achieved last year includes an integrated neighbourhood team in Beta.",
        "Across Alpha, Beta and Gamma partners now have an integrated neighbourhood team in Beta, and more.",
    ],
)
def test_a_thing_is_of_the_place_right_behind_it_though_all_are_named(code: Code, text: str) -> None:
    rows = governance(code, text)
    assert {(row.place_id, row.applies_to) for row in rows} == {("north/beta", "place")}


def test_without_a_place_behind_it_it_is_of_all_that_are_named(code: Code) -> None:
    rows = governance(code, "Alpha, Beta and Gamma each have an integrated neighbourhood team.")
    assert {(row.place_id, row.applies_to) for row in rows} == {(None, "each_place")}


def test_we_after_a_sentence_on_the_icb_and_its_places_are_not_those_places(code: Code) -> None:
    text = "The split of duties between the ICB and all three places is slow. We have an engagement strategy."
    assert {row.applies_to for row in governance(code, text)} <= {"system"}


def test_they_are_the_places_still(code: Code) -> None:
    text = "The ICB works with all three places. They have an engagement strategy."
    assert {row.applies_to for row in governance(code, text)} <= {"each_place"}


def test_a_partners_team_of_no_place_is_nobodys(code: Code) -> None:
    text = "A joint health and wellbeing board would sit above a single management team."
    assert not governance(code, text)


def test_members_of_the_systems_own_partnership_are_those_of_no_place(code: Code) -> None:
    text = "Partners in our health and care partnership come from the NHS, local government and Healthwatch."
    rows = [r for r in code(f"About North\n\n{text}", "memberships") if isinstance(r, Membership)]
    assert rows
    assert {(row.applies_to, row.body_kind) for row in rows} == {("system", "system")}


def governance(code: Code, text: str) -> list[Governance]:
    rows = code(f"North at work\n\n{text}\n", "governance", title="North at work")
    return [row for row in rows if isinstance(row, Governance)]
