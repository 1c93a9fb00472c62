from __future__ import annotations

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from placebench.benchmark.order import pairs, rank_probabilities, ranks
from tests.benchmark.order.completing import bounds, completions, ranks_with_ties

# Two themes of three stages: the nine profiles that parsec 1.2.7 ranks, counted from the lowest.
NINE = {f"{a}{b}": (a, b) for a in (1, 2, 3) for b in (1, 2, 3)}
EXPECTED_HEIGHTS = {"11": 1, "21": 110 / 42, "31": 5, "22": 5, "32": 310 / 42, "33": 9}


def frame_of(low, high):
    cells = [
        {"place_id": f"p{place}", "theme_id": f"t{theme}", "low": int(low[place, theme])}
        | {"high": int(high[place, theme]), "n_stages": 3}
        for place, theme in np.ndindex(low.shape)
    ]
    return pl.DataFrame(cells)


def of(result, place):
    return result.frame.row(by_predicate=pl.col("place_id") == place, named=True)


class TestRanks:
    @pytest.mark.parametrize(("place", "height"), EXPECTED_HEIGHTS.items())
    def test_expected_ranks_are_the_published_heights_counted_from_the_top(self, intervals, place, height):
        found = of(ranks(intervals(NINE, 3)), place)
        assert found["expected_rank"] == pytest.approx(10 - height, abs=1e-9)
        assert found["standard_error"] == 0

    def test_a_range_ends_at_the_places_certainly_above_and_below(self, intervals):
        found = of(ranks(intervals(NINE, 3)), "31")
        assert (found["rank_low"], found["rank_high"], found["n"]) == (3, 7, 9)

    def test_a_place_of_which_nothing_is_stated_can_stand_anywhere_and_has_no_expected_rank(self, intervals):
        result = ranks(intervals({**NINE, "none": (None, None)}, 3))
        found = of(result, "none")
        assert (found["rank_low"], found["rank_high"], found["n"], found["n_known"]) == (1, 9, 10, 0)
        assert (found["expected_rank"], found["standard_error"]) == (None, None)
        assert any(note.startswith("1 of 10 places have nothing stated") for note in result.notes)

    def test_nobody_is_under_a_place_on_the_first_stage(self, intervals):
        # whatever `none` turns out to be, 11 is not above it: so its worst rank is 9 of 10
        result = ranks(intervals({"11": (1, 1), "none": (None, None)}, 3))
        assert of(result, "none")["rank_high"] == 1
        assert of(result, "11")["rank_high"] == 2

    def test_equal_places_share_a_rank_and_both_count_for_others(self, intervals):
        result = ranks(intervals({"a": (3, 3), "b": (3, 3), "c": (1, 2)}))
        said = result.frame.select("rank_low", "rank_high", "expected_rank").rows()
        assert said == [(1, 1, 1.0), (1, 1, 1.0), (3, 3, 3.0)]

    def test_one_place_alone(self, intervals):
        assert of(ranks(intervals({"a": (2, None)})), "a")["expected_rank"] == 1

    def test_no_places(self, intervals):
        result = ranks(intervals(NINE, 3).clear())
        assert result.frame.is_empty()
        assert result.notes[0].startswith("No place states a stage")

    @settings(max_examples=60, deadline=None)
    @given(bounds(places=4, themes=2, stages=3))
    def test_a_range_is_that_of_all_completions_and_extensions(self, ends):
        low, high = ends
        frame = ranks(frame_of(low, high)).frame
        for place in range(len(low)):
            seen = [ranks_with_ties(stages, place) for stages in completions(low, high)]
            assert frame["rank_low"][place] == 1 + min(fewest for fewest, _ in seen)
            assert frame["rank_high"][place] == 1 + max(most for _, most in seen)

    @given(bounds(places=5, themes=3))
    def test_an_expected_rank_lies_in_its_range(self, ends):
        frame = ranks(frame_of(*ends)).frame.drop_nulls("expected_rank")
        assert (frame["expected_rank"] >= frame["rank_low"] - 1e-9).all()
        assert (frame["expected_rank"] <= frame["rank_high"] + 1e-9).all()

    @given(bounds(places=5, themes=3), st.integers(0, 99))
    def test_the_order_of_rows_does_not_matter(self, ends, seed):
        frame = frame_of(*ends)
        mixed = frame.sample(fraction=1, shuffle=True, seed=seed)
        assert ranks(mixed).frame.equals(ranks(frame).frame)


class TestPairs:
    @pytest.mark.parametrize(
        ("one", "other", "relation", "mrp"),
        [
            ("12", "21", "incomparable", 1 / 2),
            ("13", "21", "incomparable", 37 / 42),
            ("12", "31", "incomparable", 5 / 42),
            ("11", "33", "below", 0),
        ],
    )
    def test_mutual_ranking_probabilities_of_parsec(self, intervals, one, other, relation, mrp):
        frame = pairs(intervals(NINE, 3)).frame
        found = frame.row(
            by_predicate=(pl.col("place_id") == one) & (pl.col("other_id") == other), named=True
        )
        assert found["relation"] == relation
        assert found["mrp"] == pytest.approx(mrp, abs=1e-9)
        assert found["standard_error"] == 0

    def test_no_share_for_equal_places_nor_where_nothing_is_stated(self, intervals):
        frame = pairs(intervals({"a": (3, 2), "b": (3, 2), "c": (None, None), "d": (2, 3)})).frame
        said = {one + other: mrp for one, other, mrp in frame.select("place_id", "other_id", "mrp").rows()}
        assert said.pop("ad") == said.pop("bd") == 0.5
        assert set(said.values()) == {None}


class TestRankProbabilities:
    def test_shares_at_each_rank_of_parsec(self, intervals):
        frame = rank_probabilities(intervals(NINE, 3)).frame.filter(pl.col("place_id") == "21")
        assert frame["rank"].to_list() == [6, 7, 8]
        assert frame["probability"].to_list() == pytest.approx([5 / 42, 16 / 42, 21 / 42], abs=1e-9)

    def test_equal_places_are_one_profile(self, intervals):
        result = rank_probabilities(intervals({"a": (3, 3), "b": (3, 3), "c": (1, 2)}))
        said = result.frame.select("place_id", "rank", "probability", "n_profiles").rows()
        assert said == [("a", 1, 1.0, 2), ("b", 1, 1.0, 2), ("c", 2, 1.0, 2)]

    def test_a_place_of_which_nothing_is_stated_has_no_row(self, intervals):
        frame = rank_probabilities(intervals({"a": (3, 3), "b": (None, None)})).frame
        assert set(frame["place_id"]) == {"a"}


def test_drawn_ranks_say_so_and_stay_within_their_error_of_the_exact_ones(intervals, monkeypatch):
    frame = intervals({f"p{a}{b}{c}": (a, b, c) for a in (1, 2) for b in (1, 2, 3) for c in (1, 2, 3)}, 3)
    exact = ranks(frame).frame
    monkeypatch.setattr("placebench.benchmark.order.extensions.down_sets", lambda *_: None)
    result = ranks(frame, draws=1000, seed=5)
    apart = (result.frame["expected_rank"] - exact["expected_rank"]).abs()
    assert (apart <= 4 * result.frame["standard_error"]).all()
    assert result.frame["standard_error"].max() > 0
    note = (
        "Estimated from 1000 linear extensions, drawn uniformly with seed 5; the standard error of a share is"
    )
    assert any(said.startswith(note) for said in result.notes)
    assert result.frame.select("rank_low", "rank_high").equals(exact.select("rank_low", "rank_high"))
