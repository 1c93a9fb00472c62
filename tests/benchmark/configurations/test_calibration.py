from __future__ import annotations

import math

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from placebench.benchmark.configurations import crisp, fuzzy, multi_value
from placebench.errors import UsageError


@pytest.mark.parametrize(
    ("indicator", "threshold"), [("DEV", 550), ("URB", 50), ("LIT", 75), ("IND", 30), ("SURV", 0)]
)
def test_crisp_sets_of_lipset(lipset_raw, lipset_crisp, indicator, threshold):
    # thresholds: Rihoux and De Meur 2009
    assert crisp(lipset_raw[indicator], threshold).to_list() == lipset_crisp[indicator].to_list()


def test_multi_value_sets_of_lipset(lipset_raw, lipset_levels):
    # thresholds: Cronqvist and Berg-Schlosser 2009
    assert multi_value(lipset_raw["DEV"], [550, 850]).to_list() == lipset_levels["DEV"].to_list()


def test_fuzzy_sets_of_lipset(lipset_raw, lipset_fuzzy):
    # anchors and rounded log odds: Ragin 2009
    development = fuzzy(lipset_raw["DEV"], out=400, crossover=550, full=900, log_odds=3)
    assert development.round(2).to_list() == lipset_fuzzy["DEV"].to_list()


def test_countries_of_high_income():
    # Ragin 2008, table 5.2: income a head in dollars, anchors 2,500, 5,000 and 20,000, log odds 3
    income = [40110, 34400, 25200, 20060, 15320, 11290, 9800, 7470, 4670, 4100, 3740, 2980, 1000, 110]
    degrees = [1.00, 1.00, 0.98, 0.95, 0.89, 0.78, 0.72, 0.62, 0.40, 0.25, 0.18, 0.08, 0.01, 0.00]
    found = fuzzy(pl.Series("income", income), out=2500, crossover=5000, full=20000, log_odds=3)
    assert found.round(2).to_list() == pytest.approx(degrees)


@given(st.floats(-1e6, 1e6), st.floats(0.001, 1e6), st.floats(0.001, 1e6))
def test_the_anchors_have_their_degrees(crossover, below, above):
    raw = pl.Series("x", [crossover - below, crossover, crossover + above, None])
    rising = fuzzy(raw, out=crossover - below, crossover=crossover, full=crossover + above)
    assert rising.to_list() == [pytest.approx(0.05), pytest.approx(0.5), pytest.approx(0.95), None]
    falling = fuzzy(raw, out=crossover + above, crossover=crossover, full=crossover - below)
    assert falling.to_list() == [pytest.approx(0.95), pytest.approx(0.5), pytest.approx(0.05), None]


def test_log_odds_are_those_of_the_degree_at_the_anchors():
    twice_as_far = fuzzy(pl.Series("x", [4.0]), out=-2, crossover=0, full=2)[0]
    assert math.log(twice_as_far / (1 - twice_as_far)) == pytest.approx(2 * math.log(19))


def test_what_is_null_stays_null():
    raw = pl.Series("x", [None, 1, 2])
    assert multi_value(raw, [2]).to_list() == [None, 0, 1]


@pytest.mark.parametrize("thresholds", [[], [2, 2], [3, 1]])
def test_thresholds_must_rise(thresholds):
    with pytest.raises(UsageError, match="column size: expected thresholds in rising order"):
        multi_value(pl.Series("size", [1]), thresholds)


@pytest.mark.parametrize("crossover", [0, 1, 5, 9])
def test_the_crossover_must_lie_between(crossover):
    with pytest.raises(UsageError, match="column size: expected a crossover between"):
        fuzzy(pl.Series("size", [1]), out=1, crossover=crossover, full=5)
