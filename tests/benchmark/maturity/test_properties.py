"""What holds of intervals whatever the ratings are."""

from __future__ import annotations

from itertools import product
from statistics import median_high, median_low

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from placebench.benchmark.maturity import SCHEMA, pooled
from placebench.benchmark.maturity.distribution import distributed, summarised
from placebench.benchmark.maturity.intervals import bounded_intervals, completed, rated_intervals

N_STAGES, N_THEMES = 3, 2
PLACES = ("a", "b", "c", "d")
STAGES = pl.DataFrame({"stage": range(1, N_STAGES + 1), "stage_name": ["low", "mid", "high"]})
RATING = pl.Schema(
    {
        "place_id": pl.String,
        "theme_id": pl.String,
        "basis": pl.String,
        "assessor": pl.String,
        "low": pl.Int64,
        "high": pl.Int64,
        "as_of": pl.Date,
        "fact_id": pl.String,
    }
)
BOUND = pl.Schema(
    {
        "place_id": pl.String,
        "theme_id": pl.String,
        "at_least": pl.Int64,
        "at_most": pl.Int64,
        "rule": pl.String,
        "fact_ids": pl.List(pl.String),
        "as_of_first": pl.Date,
        "as_of_last": pl.Date,
    }
)
stage = st.integers(1, N_STAGES)
theme = st.sampled_from([str(n + 1) for n in range(N_THEMES)])
place = st.sampled_from(PLACES)
ends = st.tuples(stage, stage).map(sorted)
ratings = st.lists(st.tuples(place, theme, st.sampled_from("AB"), ends), max_size=8)
bounds = st.lists(st.tuples(place, theme, st.booleans(), stage), max_size=8)


def intervals(rated=(), bounded=(), basis=("self",), places=PLACES, themes=range(N_THEMES)):
    """Return the intervals frame of some ratings and bounds."""
    rows = [(p, t, "self", who, low, high, None, f"r{n}") for n, (p, t, who, (low, high)) in enumerate(rated)]
    drawn = [
        (p, t, s if below else None, None if below else s, f"rule{n}", [f"b{n}"], None, None)
        for n, (p, t, below, s) in enumerate(bounded)
    ]
    return completed(
        [
            rated_intervals(pl.DataFrame(rows, RATING, orient="row")),
            bounded_intervals(pl.DataFrame(drawn, BOUND, orient="row"), N_STAGES),
        ],
        pl.DataFrame({"place_id": list(places), "place": list(places)}),
        pl.DataFrame(
            {"theme_id": [str(n + 1) for n in themes], "theme_number": [n + 1 for n in themes]}
        ).with_columns(pl.col("theme_id").alias("theme")),
        framework_id="f",
        n_stages=N_STAGES,
        basis=basis,
    )


def spans(frame):
    """Return low and high by place and theme."""
    rows = frame.select("place_id", "theme_id", "low", "high").iter_rows()
    return {(place, theme): (low, high) for place, theme, low, high in rows}


@given(ratings, st.permutations(PLACES), st.permutations(range(N_THEMES)), st.randoms())
def test_the_order_of_places_themes_and_ratings_changes_nothing(rated, places, themes, random):
    shuffled = [*enumerate(rated)]
    random.shuffle(shuffled)
    one, other = intervals(rated), intervals([row for _, row in shuffled], places=places, themes=themes)
    assert one.drop("fact_ids").equals(other.drop("fact_ids"))
    assert summarised(one, 1).drop("fact_ids").equals(summarised(other, 1).drop("fact_ids"))


@given(ratings)
def test_the_interval_holds_every_rating_and_what_is_unknown_has_the_full_range(rated):
    found = spans(intervals(rated))
    for place, theme, _, (low, high) in rated:
        assert found[place, theme][0] <= low <= high <= found[place, theme][1]
    silent = set(found) - {(place, theme) for place, theme, *_ in rated}
    assert all(found[cell] == (1, N_STAGES) for cell in silent)


@given(ratings, place, theme, ends)
def test_filling_a_blank_never_widens(rated, place, theme, filled):
    rated = [row for row in rated if row[:2] != (place, theme)]
    before, after = spans(intervals(rated)), spans(intervals([*rated, (place, theme, "A", filled)]))
    assert all(before[cell][0] <= after[cell][0] <= after[cell][1] <= before[cell][1] for cell in before)


@given(bounds, bounds)
def test_another_bound_never_widens_unless_it_contradicts(first, more):
    before = intervals((), first, ("documentary",))
    after = intervals((), [*first, *more], ("documentary",))
    for old, new in zip(before.to_dicts(), after.to_dicts(), strict=True):
        if new["conflict"]:
            assert (new["low"], new["high"]) == (1, N_STAGES)
            assert new["at_least"] > new["at_most"]
        else:
            assert old["low"] <= new["low"] <= new["high"] <= old["high"]


@given(ratings, bounds)
def test_bounds_from_documents_leave_ratings_as_they_are(rated, bounded):
    both = intervals(rated, bounded, ("self", "documentary"))
    assert both.filter(basis="self").equals(intervals(rated))
    assert both.filter(basis="documentary").equals(intervals((), bounded, ("documentary",)))
    assert both.schema == SCHEMA


@given(ratings)
def test_pooling_one_basis_changes_nothing(rated):
    frame = intervals(rated)
    assert pooled(frame).equals(frame)


@given(ratings)
def test_counts_medians_and_spread_hold_in_every_completion(rated):
    frame = intervals(rated)
    counts, summary = distributed(frame, STAGES, 1), summarised(frame, 1)
    for row in summary.filter(pl.col("n_known") > 0).to_dicts():
        known = frame.filter(pl.col("theme_id") == row["theme_id"], "known")
        stages = [range(low, high + 1) for low, high in known.select("low", "high").iter_rows()]
        completions = [*product(*stages)]
        spreads = [max(stage) - min(stage) for stage in completions]
        assert row["median_low"] == min(median_low(stage) for stage in completions)
        assert row["median_high"] == max(median_high(stage) for stage in completions)
        assert (row["spread_low"], row["spread_high"]) == (min(spreads), max(spreads))
        for count in counts.filter(theme_id=row["theme_id"]).to_dicts():
            found = [stage.count(count["stage"]) for stage in completions]
            assert (count["certain"], count["possible"]) == (min(found), max(found))
