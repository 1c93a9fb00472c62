"""Exercises: maturity frameworks and reviews, offered, adopted, done or repeated."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("sentence", "kind", "step"),
    [
        ("Members of Alpha Together filled in the maturity matrix in May.", "self", "done"),
        ("Alpha Together carried out a self-assessment in 2023.", "self", "done"),
        ("In Alpha we assessed ourselves in 2022 and again in 2023.", "self", "repeated"),
        ("Alpha Together adopted a maturity matrix in the spring.", "self", "adopted"),
        ("The maturity matrix may be used by Alpha Together to self-assess.", "self", "offered"),
        ("A peer review of Alpha Together took place in 2023.", "peer", "done"),
        ("In Alpha, colleagues from Beta reviewed our assessment as critical friends.", "peer", "done"),
    ],
)
def test_an_exercise(code, sentence, kind, step):
    assert [(row.kind, row.step, row.place_id) for row in code(sentence, "exercises")] == [
        (kind, step, "north/alpha")
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Neither Alpha nor Beta has completed a self-assessment.",
        "Patients in Alpha completed a self-assessment of their wellbeing.",
        "Whether Alpha Together should carry out a self-assessment was asked.",
    ],
)
def test_no_exercise_was_held(code, sentence):
    assert [row for row in code(sentence, "exercises") if row.status == "in_place"] == []


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("Alpha Together assesses itself every year against the framework.", [("repeated", "in_place")]),
        ("In Alpha partners will score themselves against the matrix in June.", [("done", "planned")]),
        (
            "Alpha Together read the self-assessment it completed in 2021. It agreed to repeat the exercise.",
            [("done", "in_place"), ("repeated", "planned")],
        ),
        ("Alpha Together held a fire drill. It agreed to repeat the exercise.", []),
        ("Staff in Alpha assess themselves each year against a code of conduct.", []),
    ],
)
def test_an_exercise_that_comes_again(code, text, steps):
    assert [(row.step, row.status) for row in code(text, "exercises")] == steps


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "Every place carried out a self-assessment. The Alpha partnership chose not to do so.",
            ["beta", "gamma"],
        ),
        ("All places have completed a maturity self-assessment, except Alpha.", ["beta", "gamma"]),
        (
            "Alpha opted out of the self-assessment.\n\nEach place partnership completed a self-assessment.",
            ["beta", "gamma"],
        ),
        ("Each place partnership assessed itself against the matrix. One did not take part.", []),
        ("Each place partnership assessed itself against the matrix. Alpha learnt a lot.", [None]),
    ],
    ids=["the next sentence", "an exception", "a sentence before", "nobody knows who", "all"],
)
def test_what_each_place_did_is_not_said_of_one_that_was_left_out(code, text, places):
    rows = [
        row for row in code(f"Place partnerships in North\n\n{text}", "exercises") if row.status == "in_place"
    ]
    assert [row.place_id and row.place_id.removeprefix("north/") for row in rows] == places


@pytest.mark.parametrize("reviewer", ["by the Local Government Association", "by neighbours"])
def test_a_review_by_an_association_of_councils_is_no_plan_of_the_government(code, reviewer):
    rows = code(
        f"Alpha Together\n\nThe place plan was agreed; a peer review {reviewer} will follow.\n", "exercises"
    )

    assert [(row.kind, row.status) for row in rows] == [("peer", "planned")]
