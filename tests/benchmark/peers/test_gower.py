from __future__ import annotations

import itertools

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from placebench.benchmark.peers import Feature, gower
from placebench.errors import UsageError

# The table `dummy` of R's FD (Laliberté & Legendre 2010) and what its gowdis() gives, in eight digits
TRAITS = pl.DataFrame(
    {
        "num1": [9.0, 8.1, None, 3.2, 5.8, 3.4, 7.5, 4.3],
        "num2": [4.5, 6.0, 2.3, 5.4, 1.2, 8.5, 2.1, 6.5],
        "fac1": ["A", "A", "C", "B", "C", "C", "B", None],
        "fac2": ["X", "Z", "Y", "Z", "X", "Y", "X", "Z"],
        "ord1": [3, None, 5, 1, 2, 2, 3, 1],
        "ord2": [2, 1, 3, 7, 6, 1, 2, 3],
        "bin1": [0, 0, 1, 0, None, 1, 1, 0],
        "bin2": [1, 1, 1, 0, 0, 1, 0, 1],
    }
)
CLASSIC = """
.23009312 .55495760 .69249429 .54815890 .63709947 .44842348 .42871201
          .66780822 .56100277 .80068100 .59325865 .69824212 .20394426
                    .84637965 .51122527 .28799739 .51581866 .59589041
                              .51527881 .72405920 .57626260 .26290573
                                        .59482759 .32138921 .59466357
                                                  .64586778 .46606834
                                                            .72444722
"""
PODANI = """
.21818836 .52400522 .67374429 .52911128 .61001614 .44842348 .40728344
          .66780822 .56100277 .81456988 .59325865 .68633736 .20394426
                    .82257012 .48622527 .27847358 .48486628 .59589041
                              .48432643 .70739254 .55751260 .23909621
                                        .60673235 .30234159 .55855246
                                                  .61878444 .44702072
                                                            .70301865
"""
PRINTED = 5e-9 + 1e-12


def traits(ordinal):
    kinds = ("interval", "interval", "nominal", "nominal", ordinal, ordinal, "symmetric", "symmetric")
    return [Feature(name, kind) for name, kind in zip(TRAITS.columns, kinds, strict=True)]


@pytest.mark.parametrize(("ordinal", "printed"), [("ordinal", CLASSIC), ("podani", PODANI)])
def test_reproduces_the_published_distances(ordinal, printed):
    found = gower(TRAITS, traits(ordinal))
    upper = found.distance[np.triu_indices(8, 1)]
    np.testing.assert_allclose(upper, [float(value) for value in printed.split()], rtol=0, atol=PRINTED)
    assert (found.distance == found.distance.T).all()
    assert (found.distance.diagonal() == 0).all()
    assert found.n_shared[0].tolist() == [8, 7, 7, 8, 7, 8, 8, 7]


def one(kind, values, **declared):
    """Compare places on one feature."""
    return gower(pl.DataFrame({"x": values}, strict=False), [Feature("x", kind, **declared)])


@pytest.mark.parametrize(
    ("kind", "values", "declared", "distance"),
    [
        ("interval", [1, 3], {"low": 0, "high": 8}, 0.25),
        ("interval", [1, 3], {}, 1),
        ("interval", [2, 2], {}, 0),
        ("ratio", [0, 5], {"low": 0, "high": 10}, 0.5),
        ("nominal", ["a", "b"], {}, 1),
        ("nominal", ["a", "a"], {}, 0),
        ("symmetric", [0, 0], {}, 0),
        ("symmetric", [True, False], {}, 1),
        ("asymmetric", [1, 1], {}, 0),
        ("asymmetric", [1, 0], {}, 1),
        ("asymmetric", [0, 0], {}, np.nan),
        ("ordinal", ["low", "middle"], {"levels": ("low", "middle", "high")}, 0.5),
        ("ordinal", [1, 4], {"levels": (1, 2, 3, 4)}, 1),
        ("podani", [1, 4], {}, 1),
        ("interval", [1, None], {}, np.nan),
    ],
)
def test_each_kind_of_feature(kind, values, declared, distance):
    found = one(kind, values, **declared)
    np.testing.assert_allclose(found.distance[0, 1], distance)
    assert found.n_shared[0, 1] == (not np.isnan(distance))


def test_weights_count():
    frame = pl.DataFrame({"x": ["a", "b"], "y": ["a", "a"]})
    found = gower(frame, [Feature("x", "nominal", weight=3), Feature("y", "nominal")])
    assert found.distance[0, 1] == pytest.approx(0.75)


def test_bounds_hold_a_value_that_is_known_between_two():
    frame = pl.DataFrame({"x_low": [0, 2, None], "x_high": [0, 3, 4]})
    found = gower(frame, [Feature("x", "bounds", low=0, high=4)])
    assert np.isnan(found.distance[0, 1])
    assert (found.low[0, 1], found.high[0, 1]) == (0.5, 0.75)
    assert (found.low[0, 2], found.high[0, 2]) == (0, 1)
    assert (found.low[1, 2], found.high[1, 2]) == (0, 0.75)


def test_bounds_that_are_points_give_the_distance():
    frame = pl.DataFrame({"x_low": [0, 3], "x_high": [0, 3]})
    found = gower(frame, [Feature("x", "bounds", low=0, high=4)])
    assert found.distance[0, 1] == found.low[0, 1] == found.high[0, 1] == 0.75


def test_ranks_have_bounds_only_where_all_is_stated():
    assert one("podani", [1, 2, None]).low is None
    assert one("podani", [1, 2, 2]).low is None


VALUES = {
    "interval": (0.0, 1.0, 4.0),
    "nominal": ("a", "b", "c"),
    "symmetric": (0, 1),
    "asymmetric": (0, 1),
    "ordinal": (1, 2, 3),
}
DECLARED = {
    "interval": {"low": 0, "high": 4},
    "nominal": {"levels": ("a", "b", "c")},
    "ordinal": {"levels": (1, 2, 3)},
}


@st.composite
def incomplete(draw, *, most_blanks=4):
    """Draw features and three places, with some blanks."""
    kinds = draw(st.lists(st.sampled_from([*VALUES]), min_size=1, max_size=4))
    weights = [draw(st.sampled_from([0.5, 1.0, 2.0])) for _ in kinds]
    features = [
        Feature(f"x{n}", kind, weight, **DECLARED.get(kind, {}))
        for n, (kind, weight) in enumerate(zip(kinds, weights, strict=True))
    ]
    rows = [[draw(st.sampled_from(VALUES[kind])) for kind in kinds] for _ in range(3)]
    cells = [(row, column) for row in range(3) for column in range(len(kinds))]
    blanks = draw(st.lists(st.sampled_from(cells), unique=True, max_size=most_blanks))
    for row, column in blanks:
        rows[row][column] = None
    return features, rows, blanks


def framed(features, rows):
    dtypes = {"interval": pl.Float64, "nominal": pl.String}
    schema = {feature.name: dtypes.get(feature.kind, pl.Int64) for feature in features}
    return pl.DataFrame(rows, schema=schema, orient="row")


@given(incomplete())
def test_distances_are_symmetric_and_from_0_to_1(drawn):
    features, rows, _ = drawn
    found = gower(framed(features, rows), features)
    np.testing.assert_array_equal(found.distance, found.distance.T)
    stated = found.distance[~np.isnan(found.distance)]
    assert ((stated >= 0) & (stated <= 1)).all()
    np.testing.assert_array_equal(np.isnan(found.distance), found.n_shared == 0)


@settings(max_examples=50)
@given(incomplete(most_blanks=3))
def test_bounds_hold_every_completion(drawn):
    features, rows, blanks = drawn
    found = gower(framed(features, rows), features)
    choices = [VALUES[features[column].kind] for _, column in blanks]
    least, most = np.full((3, 3), np.inf), np.full((3, 3), -np.inf)
    for filled in itertools.product(*choices):
        full = [[*row] for row in rows]
        for (row, column), value in zip(blanks, filled, strict=True):
            full[row][column] = value
        distance = gower(framed(features, full), features, bounded=False).distance
        least, most = np.fmin(least, distance), np.fmax(most, distance)
    some = np.isfinite(least) & ~np.eye(3, dtype=bool)
    assert (found.low[some] <= least[some] + 1e-9).all()
    assert (found.high[some] >= most[some] - 1e-9).all()
    # Ends of the ranges are among the values tried, so that some completion reaches the upper bound.
    np.testing.assert_allclose(found.high[some], most[some], atol=1e-9)
    np.testing.assert_allclose(found.low[some], least[some], atol=1e-9)


@given(incomplete(), st.permutations(range(3)), st.randoms(use_true_random=False))
def test_the_order_of_places_and_features_changes_nothing(drawn, places, random):
    features, rows, _ = drawn
    found = gower(framed(features, rows), features)
    shuffled = random.sample(features, len(features))
    again = gower(framed(features, [rows[place] for place in places]), shuffled)
    for array, other in ((found.distance, again.distance), (found.low, again.low), (found.high, again.high)):
        np.testing.assert_allclose(array[np.ix_(places, places)], other, atol=1e-12)


def test_blocks_of_places_join_without_a_seam():
    """More places than are compared at once give what each pair gives alone."""
    random = np.random.default_rng(1)
    numbers = random.random((150, 4))
    numbers[random.random(numbers.shape) < 0.2] = np.nan
    frame = pl.DataFrame(numbers, schema=list("abcd")).fill_nan(None)
    features = [Feature(name, "interval", low=0, high=1) for name in "abcd"]
    found = gower(frame, features, bounded=False).distance
    apart = np.abs(numbers[:, None] - numbers[None])
    shared = ~np.isnan(apart)
    expected = np.full((150, 150), np.nan)
    np.divide(np.nansum(apart, axis=2), shared.sum(axis=2), out=expected, where=shared.any(axis=2))
    off = ~np.eye(150, dtype=bool)
    np.testing.assert_allclose(found[off], expected[off], atol=1e-12)


@pytest.mark.parametrize(
    ("kind", "values", "declared", "message"),
    [
        ("nomnal", ["a"], {}, "did you mean nominal"),
        ("interval", ["a"], {}, "expected numbers, found a column of String"),
        ("interval", [9], {"low": 0, "high": 4}, "feature 'x': expected values from 0 to 4, found 9"),
        ("interval", [1], {"low": 4, "high": 0}, "a range from low to high"),
        ("interval", [float("nan")], {}, "null for what is not stated"),
        ("ratio", [-1, 2], {}, "numbers from 0 on, found -1"),
        ("symmetric", [2], {}, "0, 1 or null, found 2"),
        ("ordinal", ["hihg"], {"levels": ("low", "high")}, "did you mean high"),
        ("ordinal", [1], {"levels": (1, 1)}, "each level once"),
        ("nominal", ["a"], {"weight": 0}, "a weight above 0"),
    ],
)
def test_what_cannot_be_compared_is_named(kind, values, declared, message):
    with pytest.raises(UsageError, match=message):
        one(kind, values, **declared)


def test_a_missing_column_and_a_feature_without_one_are_named():
    with pytest.raises(UsageError, match="a column 'y'"):
        gower(TRAITS, [Feature("y", "interval")])
    with pytest.raises(UsageError, match="at least one feature"):
        gower(TRAITS, [])
    with pytest.raises(UsageError, match="each feature once"):
        gower(TRAITS, [Feature("num1", "interval"), Feature("num1", "ordinal")])


def test_low_above_high_is_named():
    frame = pl.DataFrame({"x_low": [3], "x_high": [1]})
    with pytest.raises(UsageError, match="low no greater than high, found 3 and 1"):
        gower(frame, [Feature("x", "bounds")])
