from __future__ import annotations

import polars as pl
import pytest

from placebench.benchmark.order import dominance

# Over all completions of the fixture `five`, by enumeration.
CERTAIN = {"ab", "ac", "ae"}
POSSIBLE = {"ab", "ac", "ad", "ae", "bc", "bd", "cd", "ec", "ed"}


def row(result, one, other):
    return result.frame.row(
        by_predicate=(pl.col("place_id") == one) & (pl.col("other_id") == other), named=True
    )


def pairs_where(result, column):
    return {one + other for one, other in result.frame.filter(column).select("place_id", "other_id").rows()}


def test_certain_and_possible_dominance_with_blanks(intervals, five):
    result = dominance(intervals(five))
    assert pairs_where(result, "certain") == CERTAIN
    assert pairs_where(result, "possible") == POSSIBLE
    assert result.frame.height == 20


def test_equal_places_are_at_least_each_other_and_neither_is_above(intervals, five):
    result = dominance(intervals(five))
    said = row(result, "b", "e")
    assert (said["relation"], said["at_least"], said["certain"], said["possible"]) == (
        "equal",
        True,
        False,
        False,
    )
    assert "B, E: equal on every theme." in result.notes


def test_a_place_of_which_nothing_is_stated_is_above_nobody(intervals, five):
    result = dominance(intervals({**five, "f": (None, None, None)}))
    assert not any("f" in pair for pair in pairs_where(result, "certain"))
    assert result.denominators == {"places": 6, "places_stated": 5, "themes": 3, "pairs": 15}
    assert "Nothing is stated of F; so every stage is possible there." in result.notes


def test_a_place_without_a_row_on_a_theme_is_as_one_with_a_blank(intervals, five):
    whole = intervals(five)
    blank_left_out = whole.filter(pl.col("known"))
    kept = ["place_id", "other_id", "certain", "possible", "relation"]
    assert dominance(blank_left_out).frame.select(kept).equals(dominance(whole).frame.select(kept))


def test_the_order_of_rows_does_not_matter(intervals, five):
    frame = intervals(five)
    assert dominance(frame.sample(fraction=1, shuffle=True, seed=3)).frame.equals(dominance(frame).frame)


def test_a_pair_leads_to_the_facts_and_dates_of_both_places(intervals, five):
    result = dominance(intervals(five))
    assert row(result, "c", "d")["fact_ids"] == ["c-t2", "c-t3", "d-t1", "d-t3"]
    assert len(result.fact_ids) == 13
    assert all(str(day) == "2024-03-01" for day in result.dates)


def test_only_the_places_and_themes_that_were_asked_for(intervals, five):
    result = dominance(intervals(five), places=["d", "a"], themes=["t1", "t3"])
    assert row(result, "a", "d")["relation"] == "above"
    assert result.frame.height == 2


@pytest.mark.parametrize(
    ("places", "nothing"), [({}, "0 places"), ({"a": (None,), "b": (None,)}, "2 places")]
)
def test_nothing_stated_is_said(intervals, five, places, nothing):
    frame = intervals(places) if places else intervals(five).clear()
    assert f"No place states a stage on any theme; {nothing} were looked at." in dominance(frame).notes
