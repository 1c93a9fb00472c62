"""Things that begin on a day to come or ended until lately, as the present and past tense say it."""

from __future__ import annotations

import pytest

from tests.coding.conftest import Code
from tests.coding.governing.rows import of_alpha, shown


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "What follows, to be called the Alpha Place Board, has its first meeting in June.",
            "board",
        ),
        ("The Alpha Delivery Board holds its inaugural meeting next month.", "board"),
        ("An integrated neighbourhood team for Alpha goes live in November.", "integrated_teams"),
        ("A shared care record for Alpha is therefore to be bought.", "shared_care_record"),
        ("This is about to change: a pooled budget for Alpha's equipment starts up.", "pooled_budget"),
    ],
)
def test_what_begins_on_a_day_to_come_is_planned(code: Code, sentence: str, expected: str) -> None:
    rows = code(of_alpha(sentence), "governance")
    assert [(row.feature, row.status) for row in rows] == [(expected, "planned")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Until last spring the Alpha partnership met every week.", "meeting_frequency:weekly:ended"),
        ("Alpha's partnership had two co-chairs until the end of last year.", "chairing:joint:ended"),
        ("The Alpha locality plan was short. It ran out in 2021.", "shared_plan::ended"),
        ("Partners in Alpha had a shared vision. It was dropped when trusts merged.", "shared_vision::ended"),
    ],
)
def test_what_was_so_until_lately_has_ended(code: Code, sentence: str, expected: str) -> None:
    assert shown(code(of_alpha(sentence), "governance")) == expected


def test_an_alliance_goes_on_though_its_host_does_not(code: Code) -> None:
    sentence = "Until this summer the Alpha Care Alliance was hosted by Ford Council."
    assert shown(code(of_alpha(sentence), "governance")) == (
        "arrangement:alliance:in_place host:Ford_Council:ended"
    )


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("You will work with two integrated neighbourhood teams in Alpha.", "in_place"),
        ("You will set up integrated neighbourhood teams across Alpha.", "planned"),
    ],
)
def test_what_readers_of_an_advert_will_join_is_there(code: Code, sentence: str, status: str) -> None:
    assert shown(code(of_alpha(sentence), "governance")) == f"integrated_teams::{status}"


@pytest.mark.parametrize(
    "sentence",
    [
        "The Alpha delivery plan, agreed in July, tells who is going to do what.",
        "The Alpha delivery plan 2021-24 says what will be done about damp homes.",
    ],
)
def test_what_a_plan_says_of_days_to_come_leaves_it_in_place(code: Code, sentence: str) -> None:
    assert shown(code(of_alpha(sentence), "governance")) == "shared_plan:delivery:in_place"


def test_a_relative_clause_says_nothing_of_what_stands_before_it(code: Code) -> None:
    sentence = "Alpha's council and ICB pay into a single pot, from which either may draw."
    assert shown(code(of_alpha(sentence), "governance")) == "pooled_budget::in_place"


@pytest.mark.parametrize(
    "text",
    [
        "The pooled budget in Alpha buys equipment. It ended the year with a small saving.",
        "The pooled budget in Alpha buys equipment. It dropped from nine lines to five.",
    ],
)
def test_what_ended_otherwise_goes_on(code: Code, text: str) -> None:
    assert shown(code(of_alpha(text), "governance")) == "pooled_budget::in_place"
