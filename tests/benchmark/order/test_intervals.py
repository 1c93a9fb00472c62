from __future__ import annotations

import polars as pl
import pytest

from placebench.benchmark.order import dominance
from placebench.benchmark.order.profiles import profiles_of
from placebench.errors import UsageError

TWO = {"alder": (3, (1, 2)), "birch": (None, 4)}


def test_profiles_are_bounds_by_place_and_theme(intervals):
    profiles = profiles_of(intervals(TWO))
    assert (profiles.place_ids, profiles.theme_ids) == (("alder", "birch"), ("t1", "t2"))
    assert profiles.low.tolist() == [[3, 1], [1, 4]]
    assert profiles.high.tolist() == [[3, 2], [4, 4]]
    assert profiles.known.tolist() == [[True, True], [False, True]]
    assert profiles.names == ["Alder", "Birch"]


def test_rows_of_several_bases_span_one_interval_and_blanks_widen_nothing(intervals):
    frame = pl.concat(
        [
            intervals({"alder": (2, None), "birch": (1, 1)}, basis="self"),
            intervals({"alder": (3, 4), "birch": (None, None)}, basis="peer"),
        ]
    )
    profiles = profiles_of(frame)
    assert profiles.low.tolist() == [[2, 4], [1, 1]]
    assert profiles.high.tolist() == [[3, 4], [1, 1]]
    assert "Where peer and self speak of one theme, the interval spans them all." in tuple(profiles.notes())


def test_readings_of_documents_do_not_stand_beside_ratings(intervals):
    frame = pl.concat([intervals(TWO, basis="self"), intervals(TWO, basis="documentary")])
    with pytest.raises(UsageError, match="readings of documents alone, found documentary and self; keep one"):
        dominance(frame)
    rated = pl.col("known") & (pl.col("basis") == "self")
    whole = {"low": pl.when(rated).then("low").otherwise(1), "high": pl.when(rated).then("high").otherwise(4)}
    nothing_read = frame.with_columns(known=rated, **whole)
    assert profiles_of(nothing_read).bases == ("self",)


def test_the_fewest_columns_do_and_blank_ends_are_open(intervals):
    frame = intervals(TWO).select("place_id", "theme_id", "low", "high", "n_stages")
    blank = frame.with_columns(
        low=pl.when(pl.col("low") > 1).then(pl.col("low")), high=pl.when(pl.col("high") < 4).then("high")
    )
    profiles = profiles_of(blank.with_columns(pl.col("low").cast(pl.Float64)))
    assert profiles.low.tolist() == [[3, 1], [1, 4]]
    assert profiles.high.tolist() == [[3, 2], [4, 4]]
    assert profiles.names == ["alder", "birch"]
    assert not profiles.known[1, 0]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (pl.col("n_stages").alias("stages"), None),
        (pl.lit(5).alias("high"), r"alder, t1: expected stages with 1 <= low <= high <= 4, found low 3 and"),
        (pl.lit(0).alias("low"), "low 0 and high 3"),
        (pl.col("low") + 0.5, "whole stage numbers, found Float64 low"),
        (pl.lit("3").alias("low"), "whole stage numbers, found String low"),
        (pl.lit(None).cast(pl.Int64).alias("n_stages"), "low 3 and high 3"),
        (pl.lit(value=False).alias("known"), "alder, t1: expected the full range where nothing is known"),
        (
            pl.Series("n_stages", [4, 4, 5, 4]),
            r"theme t1: expected one number of stages a theme, found \[4, 5\]",
        ),
        (
            pl.Series("framework_id", ["bob", "bob", "lsc", "lsc"]),
            "expected stages of one framework, found 2: bob, lsc; keep one framework_id",
        ),
        (pl.lit(None).cast(pl.String).alias("place_id"), "expected a place_id in every row, found blanks"),
    ],
)
def test_what_cannot_be_compared_is_refused(intervals, change, message):
    frame = intervals(TWO).with_columns(change)
    if message is None:
        dominance(frame)
        return
    with pytest.raises(UsageError, match=message):
        dominance(frame)


def test_a_missing_column_is_named(intervals):
    with pytest.raises(UsageError, match="expected a column n_stages, found place_id"):
        dominance(intervals(TWO).drop("n_stages"))


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"places": ["alder", "brich"]}, "expected a place of the frame, found brich; known: birch"),
        ({"themes": ["t9"]}, "expected a theme of the frame, found t9; known: t1, t2|t2, t1"),
        ({"themes": []}, "expected a theme to compare places on, found none"),
    ],
)
def test_an_unknown_name_is_an_error_with_the_nearest(intervals, asked, message):
    with pytest.raises(UsageError, match=message):
        dominance(intervals(TWO), **asked)
