"""How far one thing has come says nothing of another that the sentence names beside it."""

from __future__ import annotations

import pytest

BOARDS = [
    ("In Alpha we wrote a draft constitution and took it to the Alpha Partnership Board.", "in_place"),
    ("NHS North wrote a draft strategy and took it to the North Partnership Board.", "in_place"),
    ("An Alpha Partnership Board will be constituted.", "planned"),
    ("Proposals for a shadow Alpha Partnership Board were taken to the council.", "shadow"),
]
TERMS = [
    (
        "The draft terms of reference of the Alpha Committee (which the ICB approved in July 2022) be noted.",
        "in_place",
    ),
    ("That the draft terms of reference of the Alpha Partnership be noted.", "emerging"),
]


@pytest.mark.parametrize(("sentence", "status"), BOARDS)
def test_a_board(code, sentence, status):
    rows = code(sentence, "governance")
    assert {row.status for row in rows if row.feature == "board"} == {status}


@pytest.mark.parametrize(("sentence", "status"), TERMS)
def test_terms_of_reference(code, sentence, status):
    rows = code(sentence, "governance")
    assert {row.status for row in rows if row.feature == "terms_of_reference"} == {status}


@pytest.mark.parametrize(
    ("lead", "rows"),
    [
        ("In Alpha the issues with the most responses were:", 0),
        ("The themes that respondents in Alpha raised:", 0),
        ("In Alpha partners agreed, after a consultation:", 1),
    ],
)
def test_topics_of_a_consultation_state_nothing(code, lead, rows):
    text = f"{lead}\n\n- the size of the team\n- delegating the ICB's functions to our places\n"
    assert len(code(text, "delegations")) == rows
