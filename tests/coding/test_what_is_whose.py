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
