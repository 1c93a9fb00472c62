"""Labels of list items, and lists that run in a sentence."""

from __future__ import annotations

import pytest

from placebench.codebook import load_codebook
from placebench.extract.labels import label_of, listed


@pytest.mark.parametrize(
    ("item", "label"),
    [
        ("Children and young people: including school readiness", "Children and young people"),
        ("and the health of carers;", "health of carers"),
        ("Frailty - fewer falls", "Frailty"),
        ("Neighbourhood working The group had asked for more", "Neighbourhood working"),
        ("to reduce waits in order to save money", "reduce waits"),
    ],
)
def test_the_head_of_an_item(item, label):
    assert label_of(item) == label


@pytest.mark.parametrize(
    ("text", "count", "parts"),
    [
        ("falls, dementia and oral health", None, ["falls", "dementia", "oral health"]),
        ("falls, and drugs and alcohol", None, ["falls", "drugs and alcohol"]),
        ("urgent and emergency care and frailty", 2, ["urgent and emergency care", "frailty"]),
        ("beds and flow, and work", 2, ["beds and flow", "work"]),
        ("a, b; c and d; and e", None, ["a, b", "c and d", "e"]),
        ("frailty (falls and bones) and jobs", None, ["frailty (falls and bones)", "jobs"]),
        ("frailty", None, ["frailty"]),
        ("", None, []),
    ],
)
def test_the_parts_of_a_running_list(text, count, parts):
    assert [text[start:end] for start, end in listed(load_codebook(), text, count)] == parts
