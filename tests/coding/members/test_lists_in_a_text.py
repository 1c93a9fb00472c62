"""Lists of members that a text sets out in groups, behind labels, or in columns, and what only looks so."""

from __future__ import annotations

import pytest

from tests.coding.members.stated import MINUTES, members

GROUPED = """Alpha Together: our partners

NHS
Alpha Hospitals NHS Trust
Sound GP Federation

Councils
Alpha Borough Council

Charities and faith groups
Alpha Interfaith Forum
"""


def named(rows):
    return {name for name, _, _ in rows}


def test_what_stands_over_a_group_is_no_member(code):
    told = members(code, GROUPED, head="")
    assert named(told) == {
        "Alpha Hospitals NHS Trust",
        "Sound GP Federation",
        "Alpha Borough Council",
        "Alpha Interfaith Forum",
    }
    assert ("Alpha Interfaith Forum", "vcse", "in_place") in told


def test_kinds_alone_are_members_where_nothing_stands_in_groups(code):
    text = "Members of Alpha Together\n\nCouncils\nHousing\nPrimary care\n"
    assert {sector for _, sector, _ in members(code, text, head="")} == {
        "local_authority",
        "housing",
        "primary_care",
    }


def test_several_members_behind_the_label_of_their_kind(code):
    text = (
        "Alpha Together partners at a glance\n\n"
        "NHS: Alpha Hospitals NHS Trust, Sound GP Federation\n"
        "Local government: Alpha Borough Council\n"
    )
    assert named(members(code, text, head="")) == {
        "Alpha Hospitals NHS Trust",
        "Sound GP Federation",
        "Alpha Borough Council",
    }


@pytest.mark.parametrize(
    ("head", "row"),
    [
        ("Name | Organisation | Attended", "Supt. Jo Bell | Sound Police | Apologies"),
        ("Member | Organisation | Present", "Rev Jo Bell | Sound Police | Yes"),
        ("Organisation | Seats | Voting", "Sound Police | 2 | Yes"),
    ],
)
def test_heads_of_columns_that_tell_of_members(code, head, row):
    text = f"Alpha Together Board: members' attendance\n\n{head}\n{row}\n"
    assert members(code, text, head="") == [("Sound Police", "police", "in_place")]


def test_who_came_to_something_else_is_no_member(code):
    text = "Alpha Together: training\n\nName | Organisation | Attended\nJo Bell | Sound Police | Yes\n"
    assert members(code, text, head="") == []


def test_a_person_with_organisation_and_post_in_brackets(code):
    present = "Cllr Ann Dale (Alpha Borough Council, Chair), Omar Bell (Sound GP Federation)"
    told = members(code, f"{MINUTES}Present: {present}\n", head="")
    assert named(told) == {
        "Alpha Borough Council",
        "Sound GP Federation",
    }


def test_the_list_of_a_places_board_in_a_paper_of_the_system(code):
    opener = "4. Membership\n\n4.1 The voting members of the Alpha Together Board are:\n"
    text = f"{opener}(a) the police;\n(b) Healthwatch.\n"
    told = members(code, text, head="", publisher="North Integrated Care System")
    assert {sector for _, sector, _ in told} == {"police", "healthwatch"}


def test_seats_on_the_boards_of_several_places_are_seats_in_each(code):
    rows = code("Sound Police belongs to the place partnerships of Alpha and Beta.\n", "memberships")
    assert {row.place_id for row in rows} == {"north/alpha", "north/beta"}
