"""What something is for says neither how things are nor what will be."""

from __future__ import annotations

import pytest

PURPOSES = [
    ("milestones", "The purpose of this plan is to set out what must be achieved in Alpha during 2025-2028."),
    ("milestones", "The aim of the strategy for Alpha is to list what partners will do by March 2027."),
    ("statements", "Alpha Together is meant to take away old barriers to joint work between partners."),
    (
        "statements",
        "Alpha has a joint strategy, which is to help people start well, work well, and age well.",
    ),
]

FACTS = [
    ("milestones", "Partners in Alpha will publish a joint plan by March 2027."),
    ("milestones", "The purpose of the plan for Alpha is clear, and partners will publish it by March 2027."),
    ("milestones", "In Alpha the partnership is to publish a joint plan by March 2027."),
    ("statements", "The teams in Alpha work well together."),
    (
        "statements",
        "The record in Alpha is meant to help, but there are barriers to sharing data between partners.",
    ),
]


@pytest.mark.parametrize(("table", "sentence"), PURPOSES)
def test_a_purpose(code, table, sentence):
    assert code(sentence, table, published="2025-05-01") == []


@pytest.mark.parametrize(("table", "sentence"), FACTS)
def test_a_fact(code, table, sentence):
    assert len(code(sentence, table, published="2025-05-01")) == 1
