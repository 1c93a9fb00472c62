"""Commitments: lists of what partnerships are for and will do."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("lead", "kind"),
    [
        ("Each place board will:", "commitment"),
        ("Place-based partnerships will:", "commitment"),
        ("The aims of the partnership are to:", "aim"),
        ("The partnership is where organisations come together to work towards:", "aim"),
        ("Partners work collectively to:", "aim"),
        ("We have some clear goals that we are working together to:", "aim"),
    ],
)
def test_each_bullet_is_a_row(code, lead, kind):
    rows = code(f"North places\n\n{lead}\n- Write a plan\n- Share what works\n", "commitments")
    assert [(row.kind, row.position, row.text) for row in rows] == [
        (kind, 1, "Write a plan"),
        (kind, 2, "Share what works"),
    ]


@pytest.mark.parametrize(
    "lead",
    [
        "The board is asked to:",
        "Members present:",
        "The partnership heard about:",
        "We met in a workshop together to:",
    ],
)
def test_lists_of_something_else(code, lead):
    assert code(f"North places\n\n{lead}\n- Write a plan\n- Share what works\n", "commitments") == []


@pytest.mark.parametrize(
    ("title", "lead"),
    [
        ("Health and Wellbeing Board", "Our aims are to:"),
        ("What is the Health and Wellbeing Board in Alpha?", "Our aims are to:"),
        ("North Integrated Care System", "The aims of the partnership are to:"),
        ("North joint forward plan", "Partners work collectively to:"),
    ],
)
def test_what_a_statutory_board_or_the_system_itself_is_for(code, title, lead):
    assert code(f"{title}\n\n{lead}\n- Write a plan\n- Share what works\n", "commitments") == []


def test_what_each_party_of_an_agreement_must_do(code):
    rows = code(
        "Alpha Together agreement\n\nEach party must:\n- share its plans;\n- name a lead.\n", "commitments"
    )
    assert [(row.kind, row.place_id) for row in rows] == [("commitment", "north/alpha")] * 2


def test_duties_of_staff_are_none_of_a_partnership(code):
    assert (
        code("Alpha\n\nEach member of staff must:\n- wear a badge;\n- lock the door.\n", "commitments") == []
    )


@pytest.mark.parametrize(
    ("lead", "rows"),
    [
        ("Alpha Together has three main objectives:", 2),
        ("The Alpha partnership will aim to:", 2),
        ("Alpha Together exists to achieve two goals:", 2),
        ("In Alpha our key objectives are to achieve:", 2),
        ("NHS North has four objectives:", 0),
        ("The Alpha strategy has four aims:", 0),
        ("The aims of the workshop in Alpha are two:", 0),
    ],
)
def test_aims_by_their_number(code, lead, rows):
    text = f"Place working in Alpha\n\n{lead}\n- Write a plan\n- Share what works\n"
    assert [row.kind for row in code(text, "commitments")] == ["aim"] * rows


@pytest.mark.parametrize(
    ("lead", "kind"),
    [
        ("The main aims of Alpha Together are as follows:", "aim"),
        ("Alpha Together brings partners together to:", "aim"),
        ("The role of the Board is to:", "aim"),
        ("Aims of the partnership", "aim"),
        ("The Board is responsible for:", "commitment"),
        ("The Committee shall:", "commitment"),
        ("Key functions of the place partnership include:", "commitment"),
        ("Place partnerships will oversee the following:", "commitment"),
        ("Our pledges to the people of Alpha:", "commitment"),
        ("What we will do", "commitment"),
        ("Each place is expected to have:", "governance_requirement"),
        ("The place director's role is to:", "leadership_requirement"),
    ],
)
def test_terms_of_reference_and_headings_introduce_lists_too(code, lead, kind):
    rows = code(
        f"Alpha Place Partnership: terms of reference\n\nThese are the rules of Alpha Together.\n\n{lead}\n\n"
        "- Write a plan\n- Share what works\n",
        "commitments",
    )
    assert [(row.kind, row.text) for row in rows] == [(kind, "Write a plan"), (kind, "Share what works")]


@pytest.mark.parametrize("title", ["Alpha Health and Wellbeing Board", "Alpha Council's scrutiny committee"])
def test_what_another_board_does_is_no_commitment_of_the_partnership(code, title):
    text = f"{title}\n\nThis page is about Alpha.\n\nThe Board shall:\n\n- Write a plan\n- Share what works\n"
    assert code(text, "commitments") == []


@pytest.mark.parametrize(
    "lead", ["Aims of the partnership:", "Responsibilities of the Board", "It is responsible for:"]
)
def test_headings_of_the_board_and_pronouns_introduce_lists(code, lead):
    text = (
        f"Alpha Place Partnership: terms of reference\n\nAbout Alpha.\n\n{lead}\n\n- Write a plan\n- Meet\n"
    )
    assert [row.text for row in code(text, "commitments")] == ["Write a plan", "Meet"]


def test_the_number_of_a_heading_is_no_part_of_it(code):
    listed = "<h2>2. Aims of the partnership</h2><ul><li>Write a plan</li><li>Meet</li></ul>"
    rows = code(
        f"<html><body><h1>Alpha Together</h1><p>About Alpha.</p>{listed}</body></html>", "commitments"
    )
    assert [row.text for row in rows] == ["Write a plan", "Meet"]
