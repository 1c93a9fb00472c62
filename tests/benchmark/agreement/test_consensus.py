from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placebench.benchmark.agreement import consensus
from placebench.benchmark.agreement.consensus import INDICES
from placebench.errors import UsageError

# Frequencies and figures of the documentation of R's agrmt
PUBLISHED = {
    "agreement_a": 0.61133333,
    "polarization": 0.19433333,
    "tastle_wierman": 0.72568761,
    "leik_d": 0.28666667,
    "berry_mielke": 0.40266667,
    "blair_lacy": 0.59733333,
}
ALIKE = {
    "agreement_a": 1,
    "polarization": 0,
    "tastle_wierman": 1,
    "leik_d": 0,
    "berry_mielke": 0,
    "blair_lacy": 1,
}
APART = {
    "agreement_a": -1,
    "polarization": 1,
    "tastle_wierman": 0,
    "leik_d": 1,
    "berry_mielke": 1,
    "blair_lacy": 0,
}

frequencies = st.lists(st.integers(0, 20), min_size=3, max_size=9).filter(lambda given: sum(given) > 1)


@pytest.mark.parametrize("name", INDICES)
def test_reproduces_the_published_index(name):
    assert INDICES[name]([30, 40, 210, 130, 530, 50, 10]) == pytest.approx(PUBLISHED[name], abs=5e-9)
    assert INDICES[name]([0, 0, 0, 12, 0, 0]) == ALIKE[name]


@pytest.mark.parametrize("name", INDICES)
@given(value=st.integers(0, 4), n=st.integers(2, 30))
def test_raters_who_choose_one_value_agree(name, value, n):
    assert INDICES[name]([n if at == value else 0 for at in range(5)]) == pytest.approx(ALIKE[name])


@pytest.mark.parametrize("name", INDICES)
@given(half=st.integers(1, 30))
def test_raters_at_both_ends_are_as_far_apart_as_can_be(name, half):
    assert INDICES[name]([half, 0, 0, half]) == pytest.approx(APART[name])


def test_an_odd_number_at_both_ends_is_as_far_apart_as_it_can_be():
    assert INDICES["berry_mielke"]([2, 0, 0, 3]) == pytest.approx(1)


@given(frequencies)
def test_an_even_spread_is_neither(given_frequencies):
    assert INDICES["agreement_a"]([1] * len(given_frequencies)) == pytest.approx(0)


@pytest.mark.parametrize("name", INDICES)
@given(given_frequencies=frequencies)
def test_the_scale_may_be_turned_round(name, given_frequencies):
    turned = INDICES[name](given_frequencies[::-1])
    assert turned == pytest.approx(INDICES[name](given_frequencies), abs=1e-9)
    low, high = sorted((ALIKE[name], APART[name]))
    assert low - 1e-9 <= turned <= high + 1e-9


def test_each_item_has_its_row(long):
    ratings = long({"A": [3, 1, 2], "B": [3, 5, None], "C": [3, None, None]})
    found = consensus(ratings, [1, 2, 3, 4, 5])
    rows = {row["unit"]: row for row in found.frame.to_dicts()}
    assert rows["1"]["frequencies"] == [0, 0, 3, 0, 0]
    assert {name: rows["1"][name] for name in INDICES} == ALIKE
    assert {name: rows["2"][name] for name in INDICES} == APART
    assert rows["3"]["reason"] == "fewer than two ratings"
    assert (rows["3"]["n_ratings"], rows["3"]["n_blank"], rows["3"]["agreement_a"]) == (1, 2, None)
    assert found.notes == ("The scale is 1, 2, 3, 4, 5.",)


def test_a_scale_that_was_not_given_is_said(long):
    found = consensus(long({"A": [2, 4], "B": [2, 4]}))
    assert found.notes == ("The scale was not given, and is taken from the ratings: 2, 3, 4.",)


@pytest.mark.parametrize("scale", [[1, 2], [1]])
def test_a_scale_too_short_for_an_index_gives_null(scale):
    counts = [2] * len(scale)
    assert INDICES["agreement_a"](counts) is None
    assert INDICES["polarization"](counts) is None
    assert (INDICES["leik_d"](counts) is None) == (len(scale) == 1)


@pytest.mark.parametrize("index", INDICES.values())
def test_nobody_rated_gives_null(index):
    assert index([0, 0, 0, 0]) is None


@pytest.mark.parametrize("wrong", [[1, -1, 3], [[1, 2], [3, 4]], [1, float("nan"), 2]])
def test_what_is_no_count_is_refused(wrong):
    with pytest.raises(UsageError, match="one number of ratings"):
        INDICES["agreement_a"](wrong)
