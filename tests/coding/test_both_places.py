"""Two places of a system with more: "both places" are those that the text has just named."""

from __future__ import annotations

import pytest

BOTH = "Both places will carry out a maturity self-assessment in May."


@pytest.mark.parametrize(
    ("before", "places"),
    [
        ("Beta has come far. Alpha has most to do about money.", {"north/alpha", "north/beta"}),
        ("Gamma waits for next year. Alpha and Beta took part.", {"north/alpha", "north/beta"}),
        ("Alpha, Beta and Gamma took part.", set()),
        ("Work goes on.", set()),
    ],
    ids=["one by one", "together", "three", "none"],
)
def test_both_places_are_those_named_last(code, before, places):
    rows = code(f"Place partnerships in North\n\n{before} {BOTH}", "exercises")
    assert {row.place_id for row in rows if row.status == "planned"} == places


def test_a_heading_begins_anew(code):
    text = f"Place partnerships in North\n\nAlpha and Beta took part.\n\nNext steps\n\n{BOTH}"
    assert code(text, "exercises") == []


def test_each_of_two_places_has_one_row(code):
    rows = code("Alpha and Beta plan to repeat the self-assessment in May.", "exercises")
    assert [row.place_id for row in rows] == ["north/alpha", "north/beta"]
