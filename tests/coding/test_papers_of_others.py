"""What papers of councils, scrutiny and health and wellbeing boards say that is of no place's partnership."""

from __future__ import annotations

import pytest

from placebench.coding import SystemImporter
from placebench.documents import read_document
from placebench.importer import Fact

HWB = """Health and Wellbeing Board

The Alpha Health and Wellbeing Board is a partnership that plans for health in Alpha.

Led by a cabinet member, the partnership brings together councillors, GPs, Healthwatch and charities.

The board's three priorities are:

- tobacco
- damp homes
- loneliness
"""
TITLE = "Alpha Health and Wellbeing Board"


@pytest.fixture
def rows(profile):
    def coded(text: str, **metadata: str) -> list:
        document = read_document(text.encode("utf-8"), "paper.txt", metadata)
        importer = SystemImporter("north", "1", profile)
        claims = list(importer.identify(document))
        return [one.row for c in claims for one in importer.extract(document, c) if isinstance(one, Fact)]

    return coded


def test_a_board_that_calls_itself_a_partnership_is_no_places(rows):
    told = {type(row).__name__ for row in rows(HWB, title=TITLE)}
    assert not told & {"Membership", "Priority", "Role"}


@pytest.mark.parametrize("name", ["place partnership", "Place Based Improvement Partnership"])
def test_the_same_page_may_speak_of_the_partnership_of_the_place(rows, name):
    more = f"The Alpha {name} brings together Alpha Council, Alpha Hospital and Healthwatch.\n"
    told = {r.organisation for r in rows(f"{HWB}\n{more}", title=TITLE) if type(r).__name__ == "Membership"}
    assert "Alpha Council" in told


@pytest.mark.parametrize(
    ("sentence", "table", "count"),
    [
        ("That Councillor Pat Doe be appointed as chair of the Alpha Partnership.", "memberships", 0),
        ("Cllr Doe declared an interest, since she works for Alpha's Home First scheme.", "programmes", 0),
        ("Alpha heard of clinical and professional leadership in the ICB.", "governance", 0),
        ("Jo Doe introduced the Alpha Integrated Neighbourhood Teams report.", "governance", 0),
        ("Jo Doe, Director for Joint Care and Integrated Teams in Alpha, spoke.", "governance", 0),
        ("Pat Doe will be leaving the Alpha board in May 2031.", "milestones", 0),
        ("Pat Doe - Locality Director, NHS England, for Alpha", "roles", 0),
        ("Nominations were taken to elect a vice-chair of the Alpha Partnership.", "roles", 0),
        (
            "In Alpha there were examples of delegation of functions between the NHS and care.",
            "delegations",
            0,
        ),
        ("Pat Doe, co-chair of the Mental Health Board, spoke for Alpha.", "governance", 0),
        ("The Alpha Partners' update included the council, the hospital trust and Age UK.", "memberships", 0),
        ("Jo Doe said that Alpha has three Integrated Neighbourhood Teams.", "governance", 1),
        ("Alpha heard of the delivery plan, which was published by NHS England.", "governance", 0),
    ],
)
def test_what_states_nothing_of_a_place(code, sentence, table, count):
    assert len(code(sentence, table)) == count


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Will Doe, director, presented a report on the Alpha place plan.", "in_place"),
        ("The previous leader of the council signed the Alpha place plan.", "in_place"),
        ("The Alpha Partnership will agree its delivery plan in June.", "planned"),
    ],
)
def test_names_and_predecessors_are_no_words_of_time(code, sentence, status):
    assert {r.status for r in code(sentence, "governance") if r.feature == "shared_plan"} == {status}


def test_a_chair_in_minutes_of_another_body_is_that_of_the_meeting(rows):
    told = "The Alpha place partnership told the board of its work with the NHS."
    said = f"Minutes\n\n{told}\n\nElections\n\n{{}}\n"
    chair = "Councillor Pat Doe is the chair of the board."
    led = [type(row).__name__ for row in rows(said.format(chair), title=TITLE)]
    assert "Role" not in led
    locality = "The Alpha Locality Board is chaired by Pat Doe."
    assert "Role" in {type(row).__name__ for row in rows(said.format(locality), title=TITLE)}


def test_a_committee_of_several_places_is_the_systems(code):
    said = "The three boroughs formed a joint committee of Alpha Council, Beta Council and Gamma Council."
    rows = [row for row in code(said, "governance") if row.value == "joint_committee"]
    assert {(row.place_id, row.body_kind) for row in rows} <= {(None, "system")}


def test_a_plan_that_is_named_for_the_system_is_no_places(code):
    heading = "The North Strategy Delivery Plan was published in May.\n\n"
    text = f"{heading}The Alpha Partnership met in June. The delivery plan has been agreed by its members.\n"
    plans = [row for row in code(text, "governance") if row.feature == "shared_plan"]
    assert "partnership" not in {row.body_kind for row in plans}


def test_points_raised_in_a_discussion_are_as_they_say(code):
    text = "Key points raised in the discussion in Alpha:\n\n- the Warm Homes Programme cut waits\n- costs\n"
    assert {row.status for row in code(text, "programmes")} == {"in_place"}


def test_the_portfolio_of_a_councillor_is_no_organisation(code):
    said = "The Alpha Partnership is chaired by the Portfolio Holder for Schools and Education."
    rows = code(said, "memberships")
    assert "Education" not in {row.organisation for row in rows}


def test_a_boards_strategy_is_no_plan_of_the_partnership(code):
    strategy = (
        "The Alpha Health and Wellbeing Strategy was agreed. It has three key priorities:\n\n- a\n- b\n- c\n"
    )
    assert code(strategy.replace("- a", "- tobacco"), "priorities") == []
    plan = "Our place plan follows the Alpha Health and Wellbeing Strategy. It has two key priorities:\n\n"
    assert len(code(f"{plan}- falls\n- dementia\n", "priorities")) == 2


def test_an_employer_with_and_in_its_name(code):
    (row,) = code("Jo Doe, Place Director for Alpha, NHS North Integrated Care Board, spoke.", "roles")
    assert row.organisation == "NHS North Integrated Care Board"


def test_the_partnership_agreement_of_section_75_names_no_partnership(code):
    text = "The Section 75 Lead Commissioning and Pooled Funds Partnership Agreement covers Alpha.\n"
    rows = code(text, "governance")
    assert {(row.feature, row.body) for row in rows} == {("pooled_budget", None)}
    of_place = "Members signed the Alpha Wellbeing Partnership Agreement in May.\n"
    assert {row.body for row in code(of_place, "governance")} == {"Alpha Wellbeing Partnership"}


@pytest.mark.parametrize(
    ("whose", "members"),
    [("Alpha Health and Wellbeing Board", 0), ("Alpha Place Partnership Board", 3)],
)
def test_who_met_as_another_board_is_no_member_of_the_partnership(rows, whose, members):
    met = "Board members: Pat Doe, Alpha Council; Jo Roe, NHS North; Sam Poe, Healthwatch Alpha."
    text = f"{whose}\n\nAttendance\n\n{met}\n\nThe work of the Alpha place partnership was noted.\n"
    told = [row for row in rows(text) if type(row).__name__ == "Membership"]

    assert len(told) == members


def test_apologies_to_the_meeting_of_another_board_make_no_members(code):
    sent = "Apologies came from Alpha Council, Sound PCN, Healthwatch Alpha and Alpha NHS Foundation Trust."
    for title in ("Alpha Health and Wellbeing Formal Board", "Alpha Together and its partners"):
        assert code(f"{title}\n\nMembers declared their interests.\n\n{sent}\n", "memberships") == []
