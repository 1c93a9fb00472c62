"""Plans that are told in the passive or are each organisation's own, and what somebody is merely open to."""

from __future__ import annotations

import pytest

from tests.coding.conftest import Code
from tests.coding.governing.rows import of_alpha, shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The ICB is open to forming a joint committee with partners.",
            "arrangement:joint_committee:emerging",
        ),
        ("The five year strategy was published last week by the Alpha Partnership.", "shared_plan::in_place"),
        ("Work has begun on the partnership's five year strategy.", "shared_plan::in_place"),
        (
            "A Health and Wellbeing Strategy has been launched by the Alpha Partnership.",
            "shared_plan::in_place",
        ),
        ("Care is joined up, as set out in the borough's 'Well at Home' plan.", "shared_plan::in_place"),
        ("We are using technology and sharing digital care records.", "shared_care_record::in_place"),
        ("The model lets the board help residents to shape decisions.", "resident_involvement::in_place"),
        ("Partners came together to write a plan for frailty.", "shared_plan::in_place"),
        ("The partnership board meets every month in private.", "public_transparency::absent"),
        (
            "It answers to a shadow board; that board in turn will be accountable to the ICB.",
            "accountable_to:ICB:shadow",
        ),
    ],
)
def test_what_is_there_or_may_be(code: Code, text: str, expected: str) -> None:
    assert expected in shown(code(of_alpha(text), "governance"))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "feature"),
    [
        ("Every trust has to submit a financial plan each year.", "shared_plan"),
        ("NHS organisations must write an annual operational plan.", "shared_plan"),
        ("The joint forward plan was written by the ICB with partners in Alpha.", "shared_plan"),
        ("Partners worked together on a recovery plan for the hospital.", "shared_plan"),
        ("Several strategies are listed, and it brings those plans under one vision.", "shared_vision"),
        ("The voluntary sector has a Voluntary Community Sector Assembly.", "resident_involvement"),
        ("The app enables patients to shape decisions about their own care.", "resident_involvement"),
        ("Members heard how delivery of the Alpha Health and Wellbeing Strategy went.", "strategy_alignment"),
        ("The council's 'Well at Home' plan for care was agreed.", "shared_plan"),
        ("Next comes sharing care records with patients.", "shared_care_record"),
        ("The children's board is in turn accountable to the council.", "accountable_to"),
    ],
)
def test_what_is_no_partnerships(code: Code, text: str, feature: str) -> None:
    assert feature not in {row.feature for row in code(of_alpha(text), "governance")}  # type: ignore[attr-defined]


def test_a_meeting_open_to_the_public_is_held(code: Code) -> None:
    rows = shown(code(of_alpha("Meetings of the partnership board are open to the public."), "governance"))  # type: ignore[arg-type]
    assert "public_transparency::in_place" in rows


def test_a_team_developed_in_one_place_is_that_places(code: Code) -> None:
    text = "Alpha, Beta and Gamma saw a pilot and an Integrated Neighbourhood Team developed in Beta."
    rows = [row for row in code(f"News\n\n{text}\n", "governance") if row.feature == "integrated_teams"]  # type: ignore[attr-defined]
    assert [row.place_id for row in rows] == ["north/beta"]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The discussions of the spring led to a pooled budget.", "in_place"),
        ("The council is in discussions on a pooled budget.", "emerging"),
    ],
)
def test_what_came_of_talks_is_there(code: Code, text: str, status: str) -> None:
    assert f"pooled_budget::{status}" in shown(code(of_alpha(text), "governance"))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "line",
    [
        "Meeting | Board meeting in public | 6 June 2024",
        "Committee: NHS North ICB Board meeting held in public",
        "Report to: Board Meeting in Public, 6 June 2024",
        "Name of meeting: Integrated Care Board meeting in public",
        "Board meeting in public (Part 1)",
        "Enclosure 7: Governing body meeting in public",
    ],
)
def test_the_meeting_that_a_paper_goes_to_opens_no_partnership(code: Code, line: str) -> None:
    rows = code(f"Alpha Together: report\n\n{line}\n\nAlpha Together has a plan.\n", "governance")
    assert not [row for row in rows if row.feature == "public_transparency"]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "line",
    [
        "The Alpha Together board meets in public.",
        "Alpha Together board: meeting in public on 6 June",
        "Every third board meeting is held in public.",
        "The board's meetings in public are livestreamed.",
    ],
)
def test_the_partnerships_own_meetings_in_public_are_told(code: Code, line: str) -> None:
    rows = code(f"Alpha Together: report\n\n{line}\n", "governance")
    assert [row for row in rows if row.feature == "public_transparency"]  # type: ignore[attr-defined]
