from __future__ import annotations

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from placebench.benchmark.agreement import Bootstrap, alpha
from placebench.benchmark.agreement.krippendorff import LEVELS, alpha_of_matrix
from placebench.errors import UsageError

# Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, section C prints three digits
PUBLISHED = {
    "nominal": (0.743, 0.7434210526315790),
    "ordinal": (0.815, 0.8153875037548811),
    "interval": (0.849, 0.8491071428571428),
    "ratio": (0.797, 0.7974027747116121),
}
NO_INTERVAL = Bootstrap(resamples=0)

matrices = arrays(
    np.float64,
    st.tuples(st.integers(1, 8), st.integers(1, 5)),
    elements=st.sampled_from([np.nan, 0.0, 1.0, 2.0, 5.0]),
)


@pytest.mark.parametrize("level", LEVELS)
def test_reproduces_the_published_alpha(reliability_data, level):
    printed, exact = PUBLISHED[level]
    row = alpha(reliability_data, level, bootstrap=NO_INTERVAL).frame.row(0, named=True)
    assert row["value"] == pytest.approx(exact, abs=1e-12)
    assert round(row["value"], 3) == printed
    assert (row["n_units"], row["n_units_used"], row["n_ratings"]) == (12, 11, 40)


@given(matrices, st.sampled_from(LEVELS), st.randoms(use_true_random=False))
def test_the_order_of_units_and_raters_changes_nothing(matrix, level, random):
    rows, columns = [*range(matrix.shape[0])], [*range(matrix.shape[1])]
    random.shuffle(rows)
    random.shuffle(columns)
    value, again = alpha_of_matrix(matrix, level), alpha_of_matrix(matrix[rows][:, columns], level)
    assert again == (None if value is None else pytest.approx(value, abs=1e-9))


@given(matrices, st.sampled_from(LEVELS))
def test_raters_who_always_agree_have_alpha_1(matrix, level):
    alike = np.repeat(matrix[:, :1], 3, axis=1)
    varies = len(np.unique(alike[~np.isnan(alike)])) > 1
    assert alpha_of_matrix(alike, level) == (pytest.approx(1) if varies else None)


@given(matrices, st.sampled_from(LEVELS))
def test_never_nan_and_never_above_1(matrix, level):
    value = alpha_of_matrix(matrix, level)
    assert value is None or value <= 1


@given(arrays(np.float64, (6, 3), elements=st.integers(0, 60).map(float)), st.sampled_from(LEVELS))
def test_many_values_give_the_same_as_few(matrix, level):
    """A matrix of many values is counted in another way than one of few."""
    few = alpha_of_matrix(np.vstack([matrix]), level)
    alone = np.column_stack([np.arange(100.0, 140.0), np.full((40, 2), np.nan)])
    assert alpha_of_matrix(np.vstack([matrix, alone]), level) == (None if few is None else pytest.approx(few))


@pytest.mark.parametrize("level", LEVELS)
def test_an_interval_holds_alpha_and_comes_again_from_the_seed(reliability_data, level):
    first, again = (alpha(reliability_data, level).frame.row(0, named=True) for _ in range(2))
    assert first == again
    assert first["low"] < first["value"] <= first["high"]
    assert alpha(reliability_data, level, bootstrap=Bootstrap(seed=1)).frame["low"][0] != first["low"]


def test_an_interval_does_not_depend_on_the_order_of_rows(reliability_data):
    shuffled = reliability_data.sample(fraction=1.0, shuffle=True, seed=3)
    assert alpha(shuffled).frame.equals(alpha(reliability_data).frame)


def test_one_unit_again_and_again_has_an_interval_of_no_width(long):
    ratings = long({"A": [1, 1, 2, 2], "B": [1, 1, 2, 2]})
    row = alpha(ratings).frame.row(0, named=True)
    assert (row["low"], row["high"]) == (1, 1)


def test_samples_without_variation_are_counted(long):
    notes = alpha(long({"A": [1, 2], "B": [1, 2]})).notes
    assert any("left out of the intervals, because nothing varies" in note for note in notes)


def test_few_units_are_warned_of(long):
    notes = alpha(long({"A": [1, 2, 3], "B": [1, 2, 2]})).notes
    assert "Below 10 units" in notes[0]


@pytest.mark.parametrize(
    ("raters", "reason"),
    [
        ({"A": [2, 2, 2], "B": [2, None, 2]}, "no variation: every rating is 2"),
        ({"A": [1, None, 2], "B": [None, 3, None]}, "no unit has two ratings"),
        ({"A": [1, 2, 3]}, "no unit has two ratings"),
        ({"A": [None, None], "B": [None, None]}, "no unit has two ratings"),
        ({"A": [], "B": []}, "no unit has two ratings"),
    ],
)
def test_what_is_not_defined_is_null_with_the_reason(long, raters, reason):
    row = alpha(long(raters)).frame.row(0, named=True)
    assert (row["value"], row["low"], row["high"], row["reason"]) == (None, None, None, reason)


def test_words_are_ordered_as_the_reader_says(long):
    ratings = long({"A": ["low", "high", "middle", "low"], "B": ["low", "high", "high", "middle"]})
    numbers = long({"A": [1, 3, 2, 1], "B": [1, 3, 3, 2]})
    ordered = alpha(ratings, order=["low", "middle", "high"], bootstrap=NO_INTERVAL)
    assert ordered.frame["value"][0] == alpha(numbers, bootstrap=NO_INTERVAL).frame["value"][0]
    enum = ratings.with_columns(pl.col("value").cast(pl.Enum(["low", "middle", "high"])))
    assert alpha(enum, bootstrap=NO_INTERVAL).frame.equals(ordered.frame)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda frame: frame.rename({"rater": "raters"}), "expected a column 'rater'"),
        (lambda frame: pl.concat([frame, frame.head(1)]), "several of 1 by A"),
        (lambda frame: frame.with_columns(pl.col("value") / 0), "found NaN or infinity"),
        (lambda frame: frame.with_columns(unit=None), "a name in every row of 'unit'"),
    ],
)
def test_ratings_that_cannot_be_read_are_named(reliability_data, change, message):
    with pytest.raises(UsageError, match=message):
        alpha(change(reliability_data))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"level": "ordnal"}, "did you mean ordinal"),
        ({"level": "interval", "values": ["a", "b"]}, "ratings that are numbers"),
        ({"level": "ratio", "values": [-1, 2]}, "numbers from 0 on, found -1"),
        ({"order": [1, 2]}, "a value of the scale, found 3"),
    ],
)
def test_what_cannot_be_asked_is_named(long, arguments, message):
    values = arguments.pop("values", [1, 3])
    with pytest.raises(UsageError, match=message):
        alpha(long({"A": values, "B": values}), **arguments)


@pytest.mark.parametrize("arguments", [{"resamples": -1}, {"confidence": 95}])
def test_an_impossible_bootstrap_is_refused(arguments):
    with pytest.raises(UsageError):
        Bootstrap(**arguments)
