"""Constructions in which pages state posts: each post in each form of the sentence, and who else is named."""

from __future__ import annotations

import pytest

HEAD = "Alpha Together: health and care in Alpha\n\n"
POSTS = {
    "chair of Alpha Together": "chair",
    "Chair of the Alpha Together Board": "chair",
    "independent chair for Alpha Together": "chair",
    "chair of Alpha's place-based partnership": "chair",
    "co-chair of Alpha Together": "co_chair",
    "deputy chair of the Alpha Together Board": "vice_chair",
    "place director for Alpha": "place_director",
    "Director of Alpha Together": "place_director",
    "place lead for Alpha": "place_lead",
    "Place Convenor for Alpha": "place_lead",
    "executive lead for Alpha Together": "place_lead",
    "senior responsible officer for Alpha Together": "place_lead",
    "Clinical Director for Alpha Together": "clinical_lead",
    "programme director for Alpha Together": "programme_director",
}
FORMS = (
    '{name}, {post}, said: "Good."',
    "{name} is the {post}.",
    "{name} has been appointed {post}.",
    "{name} has taken on the role of {post}.",
    "The appointment of {name} as {post} was announced.",
    "{name}, Chief Executive of Alpha Council and {post}, spoke.",
    "{name}, {post} and Chief Executive of Alpha Council, spoke.",
    "{name} introduced herself as {post}.",
    "The {post}, {name}, spoke.",
    "{name} - {post}",
)


def roles(code, text, head=HEAD):
    return {(row.role, row.holder, row.status) for row in code(head + text, "roles")}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("post", "role"), POSTS.items())
def test_who_holds_a_post(code, post, role, form):
    assert roles(code, form.format(name="Jo Bell", post=post)) == {(role, "Jo Bell", "in_place")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Alpha Together Chair Jo Bell spoke.", {("chair", "Jo Bell", "in_place")}),
        ("Jo Bell - who chairs Alpha Together - spoke.", {("chair", "Jo Bell", "in_place")}),
        ("Ms Bell became chair of the Alpha HCP in May.", {("chair", "Ms Bell", "in_place")}),
        (
            "The board is chaired by Dr Jo Bell and the leader of the council.",
            {("co_chair", "Dr Jo Bell", "in_place"), ("co_chair", "leader of the council", "in_place")},
        ),
        (
            "Dr Jo Bell & Cllr Kit Moor, Alpha Together Co-Chairs",
            {("co_chair", "Dr Jo Bell", "in_place"), ("co_chair", "Cllr Kit Moor", "in_place")},
        ),
        (
            "Alpha Together welcomes the appointment of Jo Bell, Leader of Alpha Council, as its new chair.",
            {("chair", "Jo Bell", "in_place")},
        ),
        (
            "Jo Bell chairs Alpha Together; Kit Moor is her deputy.",
            {("chair", "Jo Bell", "in_place"), ("vice_chair", "Kit Moor", "in_place")},
        ),
        (
            "Alpha Together is chaired by Jo Bell, deputised by Dr Kit Moor.",
            {("chair", "Jo Bell", "in_place"), ("vice_chair", "Dr Kit Moor", "in_place")},
        ),
        (
            "Jo Bell is the place director for Alpha and Kit Moor is her deputy.",
            {("place_director", "Jo Bell", "in_place")},
        ),
        ("Jo Bell, Chair, Alpha Care Alliance attended with a plan.", {("chair", "Jo Bell", "in_place")}),
        ("This follows the previous chair Kit Moor, who left in May.", {("chair", "Kit Moor", "ended")}),
        ("Resolved - That Jo Bell, Place Director, be thanked.", {("place_director", "Jo Bell", "in_place")}),
        (
            "Jo Bell, Place Director for Alpha at the ICB and Kit Moor, a nurse, gave a talk.",
            {("place_director", "Jo Bell", "in_place")},
        ),
        (
            "The partnership is chaired by the Director of Adults and Health.",
            {("chair", "Director of Adults and Health", "in_place")},
        ),
    ],
)
def test_further_forms(code, text, expected):
    assert roles(code, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The trust announced the appointment of Jo Bell as its new chair.",
        "Our previous chair, Kit Moor, left.",
        "Jo Bell, Chair, Alpha Choral Society attended.",
        "We bring together the council and GPs. Jo Bell, director of the choir, sang.",
        "Jo Bell, lead for the bake sale, spoke.",
        "Jo Bell, clinical director of the trust, spoke.",
        "Jo Bell, assistant place convenor for Alpha, spoke.",
    ],
)
def test_posts_of_others(code, text):
    assert roles(code, text, head="Alpha Hospital Trust: news\n\n") == set()


def test_a_chair_of_two_bodies_chairs_this_partnership_alone(code):
    rows = code(f"{HEAD}Jo Bell, Chair of Gamma CCG and Chair of Alpha Together, spoke.", "roles")
    assert [(row.role, row.place_id, row.organisation) for row in rows] == [
        ("chair", "north/alpha", "Gamma CCG")
    ]


def test_the_employer_is_the_one_of_the_other_post(code):
    rows = code(
        f"{HEAD}Jo Bell, chair of Alpha Together and Chief Executive of Alpha Council, spoke.", "roles"
    )
    assert [row.organisation for row in rows] == ["Alpha Council"]


def test_those_present_who_run_on_in_a_paragraph_hold_no_posts(code):
    people = "Jo Bell Chief Officer, Alpha Hospice Kit Moor Leader, Alpha Council Ann Dale Manager, Sound PCN"
    text = f"Alpha Together board\n\nMinutes of 3 May\n\nPresent:\n{people} (Chair) {people} {people}\n"
    assert [row for row in code(text, "roles") if len(row.holder or "") > len("Jo Bell Chief")] == []
