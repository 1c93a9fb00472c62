"""Rows that say a thing once: one status where two cues hold the same words, one body, one board."""

from __future__ import annotations

import pytest

from tests.coding.governing.rows import of_alpha, shown


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The new office will help the Alpha partnership to deliver our vision and aims.",
            "shared_vision::in_place",
        ),
        ("Our operational plan tells what the Alpha partnership does.", "shared_plan:operational:in_place"),
        (
            "In Alpha the Better Care Fund is a pooled budget of council and ICB.",
            "pooled_budget:better_care_fund:in_place",
        ),
        (
            "Alpha partners scrapped the old scheme and created one, with ten members, over a pooled fund.",
            "pooled_budget::in_place",
        ),
    ],
)
def test_the_cue_that_says_more_speaks_for_the_other(code, sentence, expected):
    rows = [row for row in code(of_alpha(sentence), "governance") if f"{row.feature}:" in expected]
    assert shown(rows) == expected


def test_money_pooled_with_the_systems_board_is_pooled_by_the_place(code):
    sentence = "Alpha Council has pooled its budget for care with North Integrated Care Board."
    rows = [row for row in code(of_alpha(sentence), "governance") if row.feature == "pooled_budget"]
    assert shown(rows) == "pooled_budget::in_place"


def test_a_plan_of_the_partnership_that_a_page_names_is_one_plan(code):
    text = of_alpha(
        "Alpha Together has launched its health and care plan. The health and care plan is for five years."
    )
    plans = [row for row in code(text, "governance") if row.feature == "shared_plan"]
    assert {row.body for row in plans} == {"Alpha Together"}


def test_the_systems_board_is_no_places_for_the_sake_of_who_chairs_it(code):
    text = (
        "The North Partnership Board met in May.\n\n"
        "Our system is led by the Partnership Board across North.\n\n"
        "The leader of Alpha Council will be chair of the Partnership Board.\n"
    )
    boards = [row for row in code(text, "governance") if row.feature == "board"]
    assert {row.place_id for row in boards} == {None}


@pytest.mark.parametrize(
    ("sentence", "hosts"),
    [
        ("In June staff transfer to Alpha Hospital as host for Alpha Together.", ["Alpha Hospital"]),
        ("The council agreed that the pooled fund for Alpha Together be hosted by Alpha Council.", []),
    ],
)
def test_who_hosts_a_team_and_not_a_fund(code, sentence, hosts):
    rows = code(of_alpha(sentence), "governance")
    assert [row.value for row in rows if row.feature == "host"] == hosts


def test_a_partnership_board_of_older_days_was_no_places(code):
    page = of_alpha("The Alpha Partnership Board met in public and adopted its terms of reference.")
    assert code(page, "governance", published="2015-03-01")
    assert not code(page, "governance", published="2006-03-01")


def test_a_plan_that_is_in_work_is_not_there_yet(code):
    text = of_alpha("The partnership heard an update on the development of the Alpha Place Plan.")
    plans = [row for row in code(text, "governance") if row.feature == "shared_plan"]
    assert {row.status for row in plans} == {"emerging"}
