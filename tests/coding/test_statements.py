"""Statements on maturity, and named programmes."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("sentence", "direction", "speaker"),
    [
        ("Members of Alpha Together felt that relationships were strong.", "strength", "author"),
        ("Members felt that relationships in Alpha were strong.", "strength", "self"),
        ("In Alpha the use of data is a strength.", "strength", "author"),
        ("In Alpha sharing of data needs most work.", "development_area", "author"),
        ("Alpha Together has further to go in hearing from residents.", "development_area", "author"),
    ],
)
def test_a_statement(code, sentence, direction, speaker):
    assert [(row.direction, row.speaker) for row in code(sentence, "statements")] == [(direction, speaker)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Alpha Together met in May.",
        "Strengths and weaknesses of Alpha were discussed.",
        "Relationships in Alpha are not strong.",
        "The plan for Alpha was noted.",
    ],
)
def test_no_strength(code, sentence):
    assert [row for row in code(sentence, "statements") if row.direction == "strength"] == []


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Healthy Hearts, a programme in ten wards, helps people in Alpha.", ["Healthy Hearts"]),
        ("Alpha takes part in the New Hospitals Programme.", []),
        ("However, a programme of work in Alpha has begun.", []),
        ("Partners in Alpha deliver the Healthy Hearts programme.", ["Healthy Hearts"]),
    ],
)
def test_a_programme_has_a_name_of_its_own(code, sentence, names):
    assert [row.name for row in code(sentence, "programmes")] == names
