"""Posts and members in brackets, in clauses that hang on a body, and in lists that only count."""

from __future__ import annotations

import pytest

from tests.coding.members.stated import members

PAGE = "Alpha Together: a place-based partnership\n\n"


def posts(code, text: str) -> set[tuple[str, str | None, str | None]]:
    return {(row.role, row.holder, row.place_id) for row in code(PAGE + text + "\n", "roles")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The chief executive of Alpha Council spoke about the Alpha Partnership (AP), which she chairs.",
            ("chair", "chief executive of Alpha Council", "north/alpha"),
        ),
        (
            "A paper on the Alpha Partnership, which Sam Hill chairs, was noted.",
            ("chair", "Sam Hill", "north/alpha"),
        ),
        (
            "Three place directors have been appointed: the post for Beta has been filled by Jo Bell.",
            ("place_director", "Jo Bell", "north/beta"),
        ),
        (
            "In Alpha Kit Moor stays; Ann Rae will be interim director for Beta and stay at Beta Council.",
            ("place_director", "Ann Rae", "north/beta"),
        ),
        (
            "Nina Grif (NG), Director of Delivery for Alpha, took members through the plan.",
            ("programme_director", "Nina Grif", "north/alpha"),
        ),
    ],
)
def test_who_holds_a_post(code, text, expected):
    assert expected in posts(code, text)


@pytest.mark.parametrize(
    "text",
    [
        "Jo Bell gave an update on the Health and Wellbeing Board, which she chairs.",
        "Kit Moor, Clinical Lead Population Health for Alpha Together, opened the day.",
        "Jo Bell, Director of Delivery for Alpha Council, took members through the plan.",
        "Apologies: Sam Hill (the place director stood in for him).",
    ],
)
def test_who_holds_none(code, text):
    assert not {name for _, name, _ in posts(code, text)} & {"Jo Bell", "Kit Moor", "Sam Hill"}


def test_what_stands_in_a_bracket_before_the_chair_is_no_holder(code):
    text = "Sorry not to be there was Cllr Bell (the interim director of place was in the chair)."
    assert not any(role == "chair" for role, _, _ in posts(code, text))


def test_who_stood_in_for_one_meeting_is_no_chair(code):
    text = (
        "Apologies came from Cllr Bell (nobody came for her; the interim director of place was in the chair)."
    )
    assert not any(role == "chair" for role, _, _ in posts(code, text))
    assert ("chair", "Jo Bell", "north/alpha") in posts(code, "Jo Bell was in the chair.")


def test_an_appointment_that_is_to_be_progressed_is_planned(code):
    rows = code(PAGE + "The council is to progress the appointment of a Place Lead.\n", "roles")
    assert [(row.role, row.status) for row in rows] == [("place_lead", "planned")]


def test_a_body_by_another_name_brings_its_members_together(code):
    text = "The alliance, known as 'Healthier Alpha', brings the hospice, Alpha Council and Mind together."
    assert [name for name, _, _ in members(code, text)] == ["Alpha Council", "Mind", "hospice"]


@pytest.mark.parametrize(("day", "count"), [("2019-05-01", 2), ("2023-05-01", 0)])
def test_the_icp_is_a_places_in_its_day(code, day, count):
    text = "The Integrated Care Partnership brings Alpha Council and the hospital trust together."
    rows = code(PAGE + text + "\n", "memberships", published=day)
    assert sum(row.body_kind == "partnership" for row in rows) == count


def test_those_who_joined_to_help_are_members(code):
    text = "In Alpha, the council, the hospital and the charity Mind have joined to support carers."
    assert [name for name, _, _ in members(code, text)] == ["Mind", "council", "hospital"]


def test_a_list_that_counts_names_no_members(code):
    assert not members(code, "Four places, 12 NHS trusts and 40 care networks come together in Alpha.")


def test_community_health_providers_are_no_care_homes(code):
    text = "The partnership involves community healthcare providers, the hospital trust and the council."
    assert ("community healthcare providers", "community", "in_place") in members(code, text)
