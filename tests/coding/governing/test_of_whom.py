"""Features of other bodies than the partnership: groups under it, schemes of the nation, one of two."""

from __future__ import annotations

import pytest

from tests.coding.conftest import Code
from tests.coding.governing.rows import of_alpha, shown


def values(code: Code, sentence: str, feature: str) -> list[str | None]:
    return [row.value for row in code(of_alpha(sentence), "governance") if row.feature == feature]


@pytest.mark.parametrize(
    ("sentence", "masters"),
    [
        ("The Frailty Delivery Group is accountable to the Partnership Board.", []),
        ("Its delivery group is accountable to the Board.", []),
        ("The Discharge Group is accountable to the Alpha Together Board for what it spends.", []),
        (
            "The Partnership Board is accountable to the North Integrated Care Board.",
            ["North Integrated Care Board"],
        ),
        (
            "The Alpha partnership is accountable to the Health and Wellbeing Board.",
            ["Health and Wellbeing Board"],
        ),
    ],
)
def test_a_group_that_answers_to_the_board_is_not_the_partnership(
    code: Code, sentence: str, masters: list
) -> None:
    assert values(code, sentence, "accountable_to") == masters


@pytest.mark.parametrize(
    "sentence",
    [
        "The Better Care Fund is a national programme under which councils and the NHS pool budgets.",
        "The Disabled Facilities scheme is a government scheme with a pooled budget.",
        "Section 75 of the NHS Act 2006 enables councils and the NHS to pool budgets.",
        "The national Better Care Fund helps local areas to run integrated teams.",
    ],
)
def test_what_a_national_scheme_is_tells_nothing_of_the_place(code: Code, sentence: str) -> None:
    assert code(of_alpha(sentence), "governance") == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The Better Care Fund is a pooled budget in Alpha.", "pooled_budget:better_care_fund:in_place"),
        (
            "The ICB manages the pooled Better Care Fund budget, and the partnership oversees it.",
            "pooled_budget:better_care_fund:in_place",
        ),
        (
            "NHS North pays into the Better Care Fund pooled budget, which is overseen by the partnership.",
            "pooled_budget:better_care_fund:in_place",
        ),
    ],
)
def test_a_fund_that_the_partnership_watches_over_is_the_places(
    code: Code, sentence: str, expected: str
) -> None:
    assert expected in shown(code(of_alpha(sentence), "governance")).split()


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The place has a pooled budget and a shop; the former is run by the council.",
            "pooled_budget::in_place",
        ),
        (
            "There are a Place Board and a forum. The former meets monthly, the latter weekly.",
            "board:Place_Board:in_place",
        ),
        (
            "The former Place Board met monthly until 2022.",
            "board:Place_Board:ended meeting_frequency:monthly:ended",
        ),
    ],
)
def test_the_first_of_two_has_not_ended(code: Code, sentence: str, expected: str) -> None:
    assert shown(code(of_alpha(sentence), "governance")) == expected


def test_whoever_acts_in_anothers_place_speaks_of_no_place(code: Code) -> None:
    text = "Committees\n\nNHS North has delegated its budget to the committee that sits in her place.\n"

    assert code(text, "delegations") == []
