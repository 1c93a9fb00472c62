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
