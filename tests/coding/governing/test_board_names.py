"""Boards told by the form of their names, wherever a document writes them."""

from __future__ import annotations

import pytest

from placebench.codebook import load_codebook
from placebench.coding.governing.board_names import is_of_others

NAMED = [
    ("The paper went to the Alpha Partnership Board.", ["Alpha Partnership Board"]),
    ("Decisions are made at the Alpha Cares System Board.", ["Alpha Cares System Board"]),
    ("The Alpha Committee of NHS North ICB met.", ["Alpha Committee of NHS North ICB"]),
    ("The Alpha Together Board met.", ["Alpha Together Board"]),
    ("The Alpha Executive Partnership (AEP) is new. Its AEP Board met.", ["AEP Board"]),
    ("The Alpha Locality Board met. The Locality Board heard of Alpha's plans.", ["Alpha Locality Board"]),
    (
        "Alpha has made the Integrated Care Alliance (ICA) Partnership Board its own.",
        ["Integrated Care Alliance (ICA) Partnership Board"],
    ),
    ("A paper on the Theme Boards and Alpha Locality Board was heard.", ["Alpha Locality Board"]),
    ("The Alpha Forum is the new strategic partnership board of Alpha.", ["Alpha Forum"]),
    ("The group in Alpha is a partnership committee of councils and the NHS.", []),
    ("The Alpha Youth Partnership Board met in Alpha.", []),
    ("The Alpha Health and Wellbeing Board met in Alpha.", []),
    ("The Alpha Integrated Commissioning Committee of the council met.", []),
    ("Ann Lee, Alpha Locality Board Secretary, took the notes.", []),
    ("The board of Alpha Hospitals Trust met.", []),
]
TITLED = [
    (
        "Minutes of the Alpha Health and Care Board, 3 May 2023\n\nPresent: Ann Lee",
        "Alpha Health and Care Board",
    ),
    (
        "Agenda and minutes\n\nPlace Board - Monday, 4th September, 2023\n\nAlpha was there.",
        "Place Board",
    ),
    ("Alpha Partnership Board: key messages, May\n\nThe winter was long.", "Alpha Partnership Board"),
    (
        "How we work\n\nThe Alpha Place Board\n\nThe Board is chaired by Ann Lee of Alpha.",
        "Alpha Place Board",
    ),
]


def boards(rows):
    return [row.value for row in rows if row.feature == "board"]


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_a_board_is_a_places_where_its_name_says_so(code, text, expected):
    assert sorted(set(boards(code(text, "governance")))) == expected


@pytest.mark.parametrize(("text", "expected"), TITLED)
def test_a_title_or_a_heading_names_the_board_that_the_text_is_of(code, text, expected):
    assert expected in boards(code(text, "governance"))


def test_a_heading_alone_says_nothing_of_a_board(code):
    assert not boards(code("Alpha news\n\nAlpha Place Board\n\nThe clinic opened in Alpha.", "governance"))


@pytest.mark.parametrize(
    ("meeting", "expected"),
    [
        (
            "Meeting-in-common of two boards",
            {"Alpha Integrated Commissioning Board", "Beta Integrated Commissioning Board"},
        ),
        ("Minutes of a meeting", {"Alpha Integrated Commissioning Board"}),
    ],
)
def test_boards_that_meet_in_common_are_all_in_the_title(code, meeting, expected):
    named = [f"{place} Integrated Commissioning Board" for place in ("Alpha", "Beta")]
    text = f"{named[0]}\n\n{meeting}\n\n{named[1]}\n\nThe NHS sent apologies.\n"
    assert set(boards(code(text, "governance"))) == expected


def test_a_page_on_one_place_has_no_board_of_the_system(code):
    text = "Care in Alpha\n\nThe North Health and Care Partnership Board agreed a paper on Alpha."
    assert not boards(code(text, "governance"))


def test_a_committee_keeps_its_longest_name(code):
    text = "The Alpha Committee of the North ICB met in Alpha. The Alpha Committee adjourned."
    assert set(boards(code(text, "governance"))) == {"Alpha Committee of the North ICB"}


def test_a_board_named_for_the_system_is_the_systems(code):
    (row,) = [
        r
        for r in code("The North Health and Care Partnership Board met.", "governance")
        if r.feature == "board"
    ]
    assert (row.body_kind, row.place_id, row.applies_to) == ("system", None, "system")


def test_a_board_that_was_disbanded_is_not_in_place_as_well(code):
    text = "Alpha's alliance board held the pool. In 2016 the alliance board was disbanded in Alpha."
    rows = [row for row in code(text, "governance") if row.feature == "board"]
    assert {row.status for row in rows} == {"ended"}


def test_numbered_options_are_forms_on_offer(code):
    text = "Alpha Place\n\nOption 1 Consultative forum\n\nOption 2 Committee of the Integrated Care Board\n"
    rows = [row for row in code(text, "governance") if row.feature == "arrangement"]
    assert {(row.value, row.status) for row in rows} == {
        ("consultative_forum", "option"),
        ("icb_committee", "option"),
    }


def test_what_nobody_agreed_to_is_not_there(code):
    text = (
        "Place working in Alpha\n\nA risk-sharing agreement was written. The partners have not signed it.\n"
    )
    (row,) = code(text, "governance")
    assert (row.feature, row.status) == ("risk_sharing", "emerging")


@pytest.mark.parametrize(
    ("name", "after", "expected"),
    [
        ("Executive Board", " met", True),
        ("Alpha Growth Partnership Board", " met", True),
        ("Partnership Board", " of the council", True),
        ("Partnership Board", " met", False),
    ],
)
def test_boards_of_themes_and_of_other_bodies_are_not_the_partnerships(name, after, expected):
    assert is_of_others(load_codebook(), name, after) is expected


def test_the_board_of_anothers_minutes_is_not_the_partnerships(code):
    text = (
        "Alpha Health and Wellbeing Board\n\nMinutes, 4 May 2023\n\n"
        "The Board agreed its revised terms of reference. The Board meets quarterly in public.\n\n"
        "The Place Director said that the partnership meets monthly.\n"
    )
    rows = code(text, "governance")
    assert [(row.feature, row.value) for row in rows] == [("meeting_frequency", "monthly")]


def test_the_board_of_its_own_minutes_is(code):
    text = "Alpha Place Board\n\nMinutes, 4 May 2023\n\nThe Board agreed its revised terms of reference.\n"
    assert ("terms_of_reference", "refreshed") in {
        (row.feature, row.value) for row in code(text, "governance")
    }


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("What is required will be decided by the chair of the Alpha Locality Board.", "in_place"),
        (
            "Alpha Locality Board members should tell of interests before a conflict becomes apparent.",
            "in_place",
        ),
        ("Minutes of the Alpha Locality Board could be replaced by notes.", "in_place"),
        ("The Alpha Locality Board is developing its priorities.", "in_place"),
        ("The Alpha Locality Board is being developed.", "emerging"),
        ("Members of the new Alpha Locality Board will be appointed.", "planned"),
        ("It is proposed that the Alpha Locality Board becomes a joint committee.", "in_place"),
        ("The Alpha Locality Board could be made a formal committee of the ICB.", "in_place"),
        ("It is proposed that a new Alpha Locality Board becomes a joint committee.", "emerging"),
    ],
)
def test_a_board_that_has_members_or_work_is_there(code, sentence, status):
    rows = code(f"Place working in Alpha\n\n{sentence}\n", "governance")
    assert {row.status for row in rows if row.feature == "board"} == {status}


def test_a_sentence_that_ends_as_a_title_does_is_no_name(code):
    told = "The paper is one of two, along with the Locality Board Terms of Reference."
    rows = code(f"{told}\n\nThe Alpha Locality Board met.\n", "governance")
    assert {row.value for row in rows if row.feature == "board"} == {"Alpha Locality Board"}
