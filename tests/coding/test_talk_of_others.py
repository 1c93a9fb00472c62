"""Talk of all systems, of national papers, of other bodies and of the future gives no rows of a place."""

from __future__ import annotations

import pytest

from tests.coding.conftest import Code


def rows(code: Code, text: str, table: str, title: str = "Alpha news") -> list[object]:
    return list(code(f"{title}\n\n{text}\n", table, title=title, published="2023-05-01"))


@pytest.mark.parametrize(
    ("text", "table"),
    [
        ("ICSs are partnerships that bring NHS trusts and councils together.", "memberships"),
        (
            "An Integrated Care Board (ICB) is a partnership that brings councils and GPs together.",
            "memberships",
        ),
        ("The Model Blueprint suggests that population health management should grow.", "governance"),
    ],
)
def test_what_is_said_of_any_system_is_no_places(code: Code, text: str, table: str) -> None:
    assert not rows(code, text, table)


def test_its_focus_is_that_of_the_national_paper_before(code: Code) -> None:
    paper = "The Model Blueprint was written by a few leaders.\n\nIts focus is on prevention and frailty."
    own = "Alpha Together was set up by partners.\n\nIts focus is on prevention and frailty."
    assert not rows(code, paper, "priorities")
    assert rows(code, own, "priorities")


def test_below_a_heading_on_all_systems_a_sentence_without_names_is_of_none(code: Code) -> None:
    page = "<html><title>{0}</title><body><h1>{0}</h1><p>Partners share a common vision.</p></body></html>"
    assert not code(page.format("All about integrated care systems"), "governance")
    assert code(page.format("How North works"), "governance")


def test_aims_that_the_law_gives_every_system_are_no_commitments(code: Code) -> None:
    lead = "Alpha Together\n\nThe partnership aims to:\n\n"
    law = "- improve outcomes in population health\n- enhance productivity and value for money\n"
    assert not code(lead + law, "commitments")
    assert code(lead + "- help people to stay well\n- tackle waits\n", "commitments")


@pytest.mark.parametrize(
    "text",
    [
        "Alpha will consult on its plan following the submission of the bid in June 2024.",
        "Alpha aims to be ready for change, including a rise in the number of people aged over 80 by 2035.",
        "Alpha plans to adapt to what is coming; a doubling of demand by 2035.",
        "These integrated care systems are to be in place by April 2024.",
        "ICSs will have to be in place by April 2024.",
    ],
)
def test_dates_of_other_things_are_no_milestones(code: Code, text: str) -> None:
    assert not rows(code, text, "milestones")


@pytest.mark.parametrize(
    "text",
    [
        "Following a review of its aims, Alpha will publish its plan by June 2024.",
        "There are many views; the board of Alpha will publish its plan by June 2024.",
    ],
)
def test_dates_of_what_is_promised_are(code: Code, text: str) -> None:
    assert len(rows(code, text, "milestones")) == 1


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The Kind Streets Programme in Alpha identified plans for 2024.", "in_place"),
        ("The Kind Streets programme aimed to develop better ways of caring in Alpha.", "in_place"),
        ("Alpha plans to launch the Kind Streets programme.", "planned"),
        ("The Kind Streets programme will be launched in Alpha.", "planned"),
    ],
)
def test_a_programme_that_plans_is_there_and_one_that_is_planned_is_not(
    code: Code, text: str, status: str
) -> None:
    assert {row.status for row in rows(code, text, "programmes")} == {status}  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "text",
    [
        "Money came from the Government's Warm Homes Initiative to help people in Alpha.",
        "Last year saw an Integrated Neighbourhood Team in Alpha, a youth pilot, and more.",
    ],
)
def test_the_governments_schemes_and_teams_are_no_programmes(code: Code, text: str) -> None:
    assert not rows(code, text, "programmes")


def test_a_bracket_tells_the_new_name_of_what_stands_before_it(code: Code) -> None:
    other = "Partners are the council and Alpha Nursing Services (now known as Brightcare)."
    own = "Partners work in the Alpha Health Partnership (now known as Alpha Together)."
    assert not rows(code, other, "events")
    assert [row.event for row in rows(code, own, "events")] == ["renamed"]  # type: ignore[attr-defined]


def test_the_year_in_which_the_system_was_set_up_is_not_the_partnerships(code: Code) -> None:
    text = "Alpha has a newly formed partnership in the integrated care system that was established in 2022."
    assert {row.date for row in rows(code, text, "events")} <= {None}  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "text",
    [
        "RESOLVED: To approve as a correct record the minutes of 3 May.",
        "DECISION: To consider any items that the Chair has agreed to have submitted as urgent.",
        "Members were asked to consider proposals to refresh the JHOSC terms of reference.",
    ],
)
def test_routine_and_the_scrutineers_own_rules_are_no_recommendations(code: Code, text: str) -> None:
    assert not rows(code, text, "recommendations", "Alpha scrutiny committee")
