"""Wordings that tell of members and posts by their construction, and what only looks like them."""

from __future__ import annotations

import pytest

PAGE = "Alpha Together\n\n"


def names(code, text: str) -> set[str]:
    return {row.organisation for row in code(PAGE + text, "memberships") if row.body_kind == "partnership"}


def posts(code, text: str) -> set[tuple[str, str | None]]:
    return {(row.role, row.holder) for row in code(PAGE + text, "roles")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The main partners in the Joined-up Alpha programme are Alpha Council and NHS North.",
            {"Alpha Council", "NHS North"},
        ),
        (
            "Alpha Council and Alpha Hospice are the founding members of Alpha Together.",
            {"Alpha Council", "Alpha Hospice"},
        ),
        ("The board will be widened to include housing associations.", {"housing associations"}),
        (
            "It replaces two groups, with the council and the hospice each party to the partnership.",
            {"council", "hospice"},
        ),
        (
            "In Alpha, the council, the hospital and Healthwatch have come together and agreed one plan.",
            {"council", "hospital", "Healthwatch"},
        ),
        (
            "Alpha Council works with Oxleas, Alpha Hospital and GPs as the Alpha Partnership.",
            {"Alpha Council", "Oxleas", "Alpha Hospital", "GPs"},
        ),
        ("Jo Bell joins the board for Alpha Hospice.", {"Alpha Hospice"}),
        (
            "Alpha Together brings together Voluntary, Community & Faith groups and Barts Health.",
            {"Voluntary, Community & Faith groups", "Barts Health"},
        ),
    ],
)
def test_members_are_told_by_construction(code, text, expected):
    assert names(code, text) >= expected


@pytest.mark.parametrize(
    "text",
    [
        "Alpha Council is a member of the joint committee of the four CCGs.",
        "The board discussed the finances of Alpha Council, NHS North, the hospital and Age UK Alpha.",
        "Alpha Together joins up the work of GPs, nurses, care homes, hospitals and charities.",
    ],
)
def test_bodies_of_others_and_their_work_give_no_members(code, text):
    assert not names(code, text)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Alpha Health and Wellbeing Board",
            "It brings together the council, NHS North, Age UK and the police.",
        ),
        ("Safer Alpha Partnership Board", "The board includes the council, the police and probation."),
        ("Alpha news", "The North Cancer Alliance includes Alpha Hospital, hospices and charities."),
        ("Health in North", "An alliance which includes councils, hospitals and Mind was set up in 2020."),
    ],
)
def test_pages_of_other_bodies_give_no_members(code, title, text):
    assert not code(f"{title}\n\n{text}", "memberships", title=title)


def test_a_post_behind_an_organisation_is_no_part_of_its_name(code):
    text = "Members of the board:\n\n- Jo Bell, Elm NHS Trust and Place Lead\n- Sam Reed, Alpha Council\n"
    assert names(code, text) >= {"Elm NHS Trust", "Alpha Council"}


def test_members_are_of_the_place_whose_partnership_is_named(code):
    text = "Jo Bell of Alpha Hospital is in the Gamma partnership, which unites GPs, Alpha Council and Mind."
    assert {row.place_id for row in code(f"News\n\n{text}", "memberships")} == {"north/gamma"}


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("Chairing the board will be Jo Bell.", ("chair", "Jo Bell")),
        ("Co-chairing the board are Jo Bell and Sam Reed.", ("co_chair", "Sam Reed")),
        ("Jo Bell, leader of the council, has agreed to chair the board.", ("chair", "Jo Bell")),
        ("The board, which the council set up, is chaired by Jo Bell.", ("chair", "Jo Bell")),
        ("The board elected Jo Bell and Sam Reed as co-chairs.", ("co_chair", "Jo Bell")),
        ("The board has two co-chairs, Jo Bell and Sam Reed.", ("co_chair", "Jo Bell")),
        ("The board is chaired by Jo Bell, with Dr Sam Reed as her deputy.", ("vice_chair", "Dr Sam Reed")),
        ("Jo Bell succeeds Sam Reed as chair of the Alpha partnership.", ("chair", "Jo Bell")),
        ("The board met in May. Dr Jo Bell is its chair.", ("chair", "Dr Jo Bell")),
        (
            "The partnership is hosted by the council and chaired by its director of communities.",
            ("chair", "its director of communities"),
        ),
        ("The Alpha Place Director presented the report.", ("place_director", "Place Director")),
    ],
)
def test_posts_are_told_by_construction(code, text, post):
    assert post in posts(code, text)
