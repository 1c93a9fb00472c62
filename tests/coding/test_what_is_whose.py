"""What a clause says of one partnership is not said of another; an action of minutes is still to do."""

from __future__ import annotations

import pytest

HEAD = "How our places are run\n\nNorth has three places.\n\n"


@pytest.mark.parametrize("verb", ["remains", "became", "continues as", "operates as"])
def test_what_another_place_is_now_is_its_own(code, verb):
    first = "Alpha Together became a committee of the ICB in 2030"
    text = f"{HEAD}{first}; Beta Health and Care Partnership {verb} a forum.\n"
    forms = [row for row in code(text, "governance") if row.feature == "arrangement"]
    assert {(row.place_id, row.value) for row in forms} >= {("north/alpha", "icb_committee")}
    assert all(row.place_id == "north/alpha" for row in forms if row.value == "icb_committee")
    assert "Alpha Together" not in {row.body for row in forms if row.place_id == "north/beta"}


@pytest.mark.parametrize(
    "action",
    [
        "Mo Farrow to update the terms of reference by 30 November.",
        "Action: PA to revise the terms of reference.",
        "PA and TE to review the terms of reference.",
        "The secretary to update the terms of reference by May.",
        "Action 7: programme lead and clerk to revise the terms of reference.",
    ],
)
def test_an_action_is_still_to_be_done(code, action):
    text = f"Alpha Together board: minutes\n\n{action}\n"
    told = [row.status for row in code(text, "governance") if row.feature == "terms_of_reference"]
    assert told == ["planned"]


def test_what_somebody_came_to_do_is_done(code):
    text = "Alpha Together board\n\nThe board met to agree its terms of reference, and has done so.\n"
    assert "planned" not in [
        row.status for row in code(text, "governance") if row.feature == "terms_of_reference"
    ]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "All places but Gamma have a pooled budget.",
            {"alpha": "in_place", "beta": "in_place", "gamma": "absent"},
        ),
        (
            "With the exception of Beta and Gamma, every partnership has a pooled budget.",
            {"alpha": "in_place", "beta": "absent", "gamma": "absent"},
        ),
        ("Unlike Gamma, Alpha and Beta have a pooled budget.", {"alpha": "in_place", "beta": "in_place"}),
        ("Beta, like Gamma, has a pooled budget.", {"beta": "in_place", "gamma": "in_place"}),
        (
            "Alpha has a pooled budget. The same holds for Beta, but not for Gamma.",
            {"alpha": "in_place", "beta": "in_place", "gamma": "absent"},
        ),
        (
            "Alpha has a pooled budget, and so do Beta and Gamma.",
            {"alpha": "in_place", "beta": "in_place", "gamma": "in_place"},
        ),
        (
            "Alpha has a pooled budget. Neither Beta nor Gamma does.",
            {"alpha": "in_place", "beta": "absent", "gamma": "absent"},
        ),
        ("Neither place has a pooled budget.", {}),
    ],
)
def test_of_which_places_a_sentence_speaks(code, sentence, told):
    rows = code(f"{HEAD}{sentence}\n", "governance")
    found = {row.place_id: row.status for row in rows if row.feature == "pooled_budget"}
    assert found == {f"north/{place}": status for place, status in told.items()}


@pytest.mark.parametrize(
    "opening", ["Unlike Beta,", "As in Beta,", "Like Beta and Gamma,", "In contrast to those in Gamma,"]
)
def test_a_place_that_ones_own_is_likened_to_is_not_spoken_of(code, opening):
    rows = code(
        f"Alpha Together\n\nWe are a partnership.\n\n{opening} we publish our papers.\n", "governance"
    )
    assert {row.place_id for row in rows if row.feature == "public_transparency"} == {"north/alpha"}


def test_each_clause_names_who_chairs_its_partnership(code):
    told = "Alpha Together is chaired by Ida Moss; Beta's board is chaired by a pharmacist."
    rows = [row for row in code(f"{HEAD}{told}\n", "roles") if row.role == "chair"]
    assert [(row.place_id, row.holder, row.body) for row in rows] == [
        ("north/alpha", "Ida Moss", "Alpha Together"),
        ("north/beta", "a pharmacist", None),
    ]
