"""What a body is like, who serves it and what lies outside it: words of cues that name nothing of a place."""

from __future__ import annotations

import pytest

from tests.coding.conftest import Code


@pytest.mark.parametrize(
    ("text", "feature"),
    [
        ("North ICB is a broad alliance of organisations that care.", "arrangement"),
        ("The plan of Alpha would be reviewed by the East Hills Clinical Senate.", "clinical_leadership"),
        ("Options in Alpha include the co-location of acute services and staff.", "co_location"),
        ("The voluntary sector in Alpha employs around 900 full time staff.", "dedicated_staff"),
        ("Alpha Together wants a fair decision-making process for general practice.", "decision_process"),
        ("The GP Collaborative Board in Alpha meets monthly.", "meeting_frequency"),
        ("Partners in Alpha met monthly as part of the Winter Planning Group.", "meeting_frequency"),
    ],
)
def test_words_that_name_nothing_of_a_place(code: Code, text: str, feature: str) -> None:
    rows = code(f"News\n\n{text}\n", "governance")
    assert feature not in {row.feature for row in rows}  # type: ignore[attr-defined]


def test_a_council_and_the_nhs_are_an_alliance_still(code: Code) -> None:
    rows = code("News\n\nAlpha Together is an alliance of the council and the NHS.\n", "governance")
    assert "alliance" in {row.value for row in rows}  # type: ignore[attr-defined]


def test_what_agreements_may_do_delegates_nothing(code: Code) -> None:
    text = "Alpha Together has an agreement. Such arrangements enable delegation of functions."
    assert not code(text, "delegations")


@pytest.mark.parametrize(
    "text",
    [
        "Campaigners in Alpha have written of their concern that the partnership is slow to improve.",
        "Staff of Alpha discussed what was working well in the partnership.",
    ],
)
def test_outsiders_and_what_was_talked_about_state_nothing_of_maturity(code: Code, text: str) -> None:
    assert not code(text, "statements")


def test_a_group_that_advises_the_partnership_is_not_the_partnership(code: Code) -> None:
    other = "The Alpha Voices Partnership was set up in 2021 to advise Alpha Together."
    own = "Alpha Together was set up in 2021 to support people in Alpha."
    assert not code(other, "events")
    assert [row.event for row in code(own, "events")] == ["partnership_created"]  # type: ignore[attr-defined]
