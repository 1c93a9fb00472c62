"""Things that a sentence on what is to come takes for granted, and things that it says are to be made."""

from __future__ import annotations

import pytest

from tests.coding.conftest import Code
from tests.coding.governing.rows import of_alpha, shown


@pytest.mark.parametrize(
    ("sentence", "feature"),
    [
        ("Through the Alpha Provider Alliance we will bring care closer to home.", "arrangement:alliance"),
        (
            "Alpha GPs take part in the discussions held within the Alpha Provider Alliance.",
            "arrangement:alliance",
        ),
        ("A business case may be brought by the Alpha Provider Alliance.", "arrangement:alliance"),
        ("Proposals for a falls service were put to the Alpha Provider Alliance.", "arrangement:alliance"),
        ("The Alpha Joint Committee will hear the appeal.", "arrangement:joint_committee"),
        (
            "Savings would be brought to the joint committee of Alpha's council.",
            "arrangement:joint_committee",
        ),
        (
            "The board would keep watch over the section 75 pooled budget in Alpha.",
            "pooled_budget:section_75",
        ),
        ("Alpha's integrated neighbourhood teams will be joined by pharmacists.", "integrated_teams:"),
        ("Plans will be shown on the Alpha shared care record.", "shared_care_record:"),
        (
            "Work that was set out in the Alpha Place Plan would be tested in shadow form first.",
            "shared_plan:",
        ),
        ("As partners in Alpha we will keep learning and will refresh our place plan.", "shared_plan:"),
        ("The focus will not hold back the growth of work within Alpha's shared vision.", "shared_vision:"),
    ],
)
def test_what_is_taken_for_granted_is_in_place(code: Code, sentence: str, feature: str) -> None:
    assert shown(code(of_alpha(sentence), "governance")) == f"{feature}:in_place"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The joint committee would have twelve members from Alpha.", "arrangement:joint_committee:planned"),
        ("Alpha will move to the lead provider model by April.", "arrangement:lead_provider:planned"),
        ("A joint committee for Alpha will be set up in April.", "arrangement:joint_committee:planned"),
        ("Integrated neighbourhood teams will be set up across Alpha.", "integrated_teams::planned"),
        (
            "The council approved principles for the creation of integrated neighbourhood teams in Alpha.",
            "integrated_teams::planned",
        ),
        ("The Alpha Place Plan is out for consultation as a draft.", "shared_plan::emerging"),
        ("Alpha Place Partnership will publish its first place plan next spring.", "shared_plan::planned"),
        (
            "In Alpha there is a need for staff and leaders to have a shared vision.",
            "shared_vision::expected",
        ),
    ],
)
def test_what_is_to_be_made_is_not(code: Code, sentence: str, expected: str) -> None:
    assert shown(code(of_alpha(sentence), "governance")) == expected


def test_a_document_that_says_that_it_is_to_be_made_means_that_one(code: Code) -> None:
    told = "A joint committee for Alpha will be set up in April. Savings would be put to the joint committee."
    assert shown(code(of_alpha(told), "governance")) == "arrangement:joint_committee:planned"


@pytest.mark.parametrize(
    "sentence",
    [
        "The vision for Alpha was co-produced by partners.",
        "Alpha's design was a co-production between public health and primary care.",
        "The university won a grant to codesign a tool with partners in Alpha.",
    ],
)
def test_what_partners_make_among_themselves_involves_no_residents(code: Code, sentence: str) -> None:
    assert "resident_involvement" not in shown(code(of_alpha(sentence), "governance"))


def test_what_is_made_with_residents_involves_them(code: Code) -> None:
    sentence = "The vision for Alpha was co-produced with residents."
    assert "resident_involvement::in_place" in shown(code(of_alpha(sentence), "governance"))


def test_one_closed_meeting_says_nothing_of_the_others(code: Code) -> None:
    sentence = "Please note that this meeting of the Alpha Place Board is not open to the public."
    assert "public_transparency" not in shown(code(of_alpha(sentence), "governance"))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Integrated neighbourhood teams in Alpha aim to improve health.", "integrated_teams::in_place"),
        ("Alpha's integrated neighbourhood teams want to reach more people.", "integrated_teams::in_place"),
        (
            "Partners in Alpha wrote a place plan setting out how staff could work together.",
            "shared_plan::in_place",
        ),
        ("The next phase of the work in Alpha includes developing a place plan.", "shared_plan::planned"),
        (
            "That the following budgets of Alpha be pooled under a section 75 agreement with the ICB.",
            "pooled_budget:section_75:planned",
        ),
    ],
)
def test_hopes_of_a_team_leave_it_in_place_and_resolutions_do_not(
    code: Code, sentence: str, expected: str
) -> None:
    assert shown(code(of_alpha(sentence), "governance")) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("There is no voting in Alpha: members decide by consensus.", "decision_process::in_place"),
        ("A joint post of director of commissioning in Alpha is being advertised.", "joint_posts::planned"),
    ],
)
def test_what_is_denied_of_votes_is_not_denied_of_decisions(code: Code, sentence: str, expected: str) -> None:
    assert expected in shown(code(of_alpha(sentence), "governance")).split()


def test_a_decision_that_is_awaited_has_not_been_taken(code: Code) -> None:
    sentence = "A decision on the joint committee of Alpha's council and ICB is expected by March 2026."
    assert "arrangement:joint_committee:in_place" not in shown(code(of_alpha(sentence), "governance")).split()
