"""Lists that run inside a sentence."""

from __future__ import annotations

import pytest

from placebench.codebook import Pattern
from placebench.extract.enumerations import clauses, items


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the council, GPs and Age UK", ["the council", "GPs", "Age UK"]),
        ("the council as well as the police", ["the council", "the police"]),
        ("trusts including the ambulance trust", ["trusts", "the ambulance trust"]),
        ("the council (county, district), GPs", ["the council (county, district)", "GPs"]),
        ("the trust, which runs the wards, and GPs", ["the trust", "GPs"]),
    ],
)
def test_items(text, expected):
    assert [text[low:high] for low, high in items(text)] == expected


@pytest.mark.parametrize("keep", [frozenset({"health and care"}), Pattern(("health and care",))])
def test_kept_words_stay_whole(keep):
    text = "health and care and housing"
    assert [text[low:high] for low, high in items(text, keep)] == ["health and care", "housing"]


def test_examples_may_stay_with_what_they_are_examples_of():
    text = "services including dentists"
    assert [text[low:high] for low, high in items(text, examples=False)] == [text]


def test_clauses_are_parted_by_semicolons():
    text = "one, two; three; and four."
    assert [text[low:high] for low, high in clauses(text)] == ["one, two", "three", "four"]
