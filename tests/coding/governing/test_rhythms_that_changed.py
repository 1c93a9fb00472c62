"""Of a rhythm that changes, the new one is told as far as it is there, and the old one never as in place."""

from __future__ import annotations

import pytest

from tests.coding.conftest import Code


def rhythms(code: Code, text: str) -> dict[str, str]:
    rows = code(f"Alpha Together: report\n\n{text}\n", "governance", published="2024-05-01")
    return {row.value: row.status for row in rows if row.feature == "meeting_frequency"}  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "new", "status", "old"),
    [
        ("It agreed to meet every month instead of every two months.", "monthly", "planned", "bimonthly"),
        ("The board has moved from bimonthly to monthly meetings.", "monthly", "in_place", "bimonthly"),
        ("The board will now meet monthly rather than quarterly.", "monthly", "planned", "quarterly"),
        ("The board meets monthly, having previously met quarterly.", "monthly", "in_place", "quarterly"),
        ("The board meets every month, no longer every quarter.", "monthly", "in_place", "quarterly"),
        ("Previously the board met monthly; it now meets quarterly.", "quarterly", "in_place", "monthly"),
        ("The board, which formerly met monthly, now meets quarterly.", "quarterly", "in_place", "monthly"),
        ("The board meets quarterly instead of every six weeks.", "quarterly", "in_place", "bimonthly"),
        ("The board agreed to change from monthly to quarterly meetings.", "quarterly", "planned", "monthly"),
        (
            "Members agreed to reduce board meetings from monthly to bi-monthly.",
            "bimonthly",
            "planned",
            "monthly",
        ),
        ("The board should meet quarterly in place of monthly.", "quarterly", "expected", "monthly"),
    ],
)
def test_the_new_rhythm_is_told_and_the_old_is_over(
    code: Code, text: str, new: str, status: str, old: str
) -> None:
    found = rhythms(code, text.replace("It agreed", "The board agreed"))
    assert found.pop(new) == status
    assert found in ({}, {old: "ended"})


@pytest.mark.parametrize(
    "text",
    [
        "The board agreed to meet the costs of the pilot every month.",
        "The board agreed to meet its savings target every quarter.",
    ],
)
def test_costs_and_targets_that_are_met_are_no_meetings(code: Code, text: str) -> None:
    assert not rhythms(code, text)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The board meets every month.", "in_place"),
        ("The board meets every month in place of a newsletter.", "in_place"),
        ("The board has agreed to meet monthly.", "planned"),
    ],
)
def test_a_rhythm_that_replaces_none_is_as_it_was(code: Code, text: str, status: str) -> None:
    assert rhythms(code, text) == {"monthly": status}
