"""Counts, medians and spread of stages as bounds, and coverage; nothing below three places."""

from __future__ import annotations

import pytest

from placebench.benchmark.maturity import (
    coverage_of_places,
    coverage_of_themes,
    distribution,
    maturity,
    medians,
)
from placebench.errors import UsageError


@pytest.fixture
def four(rated, rating):
    """Three places rated on Vision, one of them split, two on Governance; Dale is silent on both."""
    return maturity(
        rated(
            rating("alder", 1, 1),
            rating("birch", 1, 2),
            rating("cedar", 1, 2),
            rating("cedar", 1, 4, assessor="B"),
            rating("alder", 2, 3),
            rating("birch", 2, 3),
            rating("dale", 2, 3, status="planned"),
        ),
        basis="self",
    )


class TestDistribution:
    def test_places_are_counted_certain_and_possible_by_stage_with_unknown_apart(self, four):
        vision = distribution(four).frame.filter(theme_number=1)
        columns = ("stage", "stage_name", "certain", "possible", "unknown", "n_known", "n_places")
        assert vision.select(columns).rows() == [
            (1, "Emerging", 1, 1, 1, 3, 4),
            (2, "Developing", 1, 2, 1, 3, 4),
            (3, "Maturing", 0, 1, 1, 3, 4),
            (4, "Thriving", 0, 1, 1, 3, 4),
        ]

    def test_a_stage_keeps_the_facts_of_the_places_that_may_have_it(self, four):
        vision = distribution(four).frame.filter(theme_number=1)
        assert vision["fact_ids"].list.len().to_list() == [1, 3, 2, 2]
        assert vision["as_of_last"].null_count() == 0

    def test_below_three_known_there_is_no_figure_but_the_reason(self, four):
        governance = distribution(four).frame.filter(theme_number=2)
        assert governance.select("certain", "possible").unique().rows() == [(None, None)]
        assert set(governance["reason"]) == {"known of 2 places, fewer than 3"}
        assert set(governance["n_known"]) == {2}
        said = "No self figures on 1 theme, since fewer than 3 places have something known there."
        assert said in distribution(four).notes

    def test_the_least_number_can_be_set_but_is_never_none(self, four):
        assert distribution(four, 2).frame.filter(theme_number=2)["certain"].to_list() == [0, 0, 2, 0]
        with pytest.raises(UsageError, match="at least 1 place"):
            distribution(four, 0)


class TestMedians:
    def test_median_and_spread_are_bounds(self, four):
        columns = ("median_low", "median_high", "spread_low", "spread_high", "n_known", "reason")
        assert medians(four).frame.select(columns).rows() == [
            (2, 2, 1, 3, 3, None),
            (None, None, None, None, 2, "known of 2 places, fewer than 3"),
        ]

    @pytest.mark.parametrize(
        ("stages", "median", "spread"),
        [
            ([(1, 1), (2, 2), (3, 3), (4, 4)], (2, 3), (3, 3)),
            ([(1, 1), (1, 1), (4, 4), (4, 4)], (1, 4), (3, 3)),
            ([(1, 4), (2, 2), (2, 2)], (2, 2), (0, 2)),
            ([(1, 4), (1, 4), (1, 4)], (1, 4), (0, 3)),
            ([(2, 3), (3, 3), (3, 4), (3, 3)], (3, 3), (0, 2)),
        ],
    )
    def test_of_an_even_number_both_middle_stages_are_given_and_none_is_averaged(
        self, rated, rating, stages, median, spread
    ):
        places = ("alder", "birch", "cedar", "dale")
        rows = [rating(place, 1, *stage) for place, stage in zip(places, stages, strict=False)]
        row = medians(maturity(rated(*rows), basis="self")).frame.row(0, named=True)
        assert (row["median_low"], row["median_high"]) == median
        assert (row["spread_low"], row["spread_high"]) == spread

    def test_a_single_place_spreads_over_no_step(self, rated, rating):
        found = medians(maturity(rated(rating("alder", 1, 1, 4)), basis="self"), minimum=1)
        assert found.frame.select("spread_low", "spread_high").row(0) == (0, 0)


class TestCoverage:
    def test_of_themes(self, four):
        columns = ("theme", "n_known", "n", "n_points", "n_ranges", "n_conflicts", "n_assessors")
        assert coverage_of_themes(four).frame.select(columns).rows() == [
            ("Vision", 3, 4, 2, 1, 1, 2),
            ("Governance", 2, 4, 2, 0, 0, 1),
        ]

    def test_of_places(self, four):
        assert coverage_of_places(four).frame.select("place_id", "n_known", "n").rows() == [
            ("north/alder", 2, 2),
            ("north/birch", 2, 2),
            ("north/cedar", 1, 2),
            ("south/dale", 0, 2),
        ]


@pytest.mark.parametrize("method", [distribution, medians, coverage_of_themes, coverage_of_places])
def test_without_a_framework_each_is_empty_and_says_why(tables, method, tmp_path):
    found = method(maturity(tables()))
    assert found.frame.is_empty()
    assert found.notes[0].startswith("No source holds a maturity framework")
    assert found.to_csv(tmp_path).name == f"{found.name}.csv"
