from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from placebench.benchmark.agreement import Bootstrap, fleiss, kappas
from placebench.benchmark.agreement.kappa import WEIGHTS, cohen_kappa
from placebench.errors import UsageError

NO_INTERVAL = Bootstrap(resamples=0)

# Thirty patients, six psychiatrists, diagnoses 1 to 5: Fleiss (1971), table 1, a row a patient
# fmt: off
DIAGNOSES = [
    "444444", "222555", "233335", "555555", "222444", "113333", "333355", "113334", "114444", "555555",
    "144444", "124444", "222333", "144444", "224445", "333335", "111455", "111112", "224444", "133555",
    "555555", "244444", "224555", "114444", "144445", "222224", "111155", "224444", "133333", "555555",
]
# fmt: on
# Multiple sclerosis by two neurologists, certain to doubtful: Landis & Koch (1977), table 1
WINNIPEG = [[38, 5, 0, 1], [33, 11, 3, 0], [10, 14, 5, 6], [3, 7, 3, 10]]
NEW_ORLEANS = [[5, 3, 0, 0], [3, 11, 4, 0], [2, 13, 3, 4], [1, 2, 4, 14]]


@pytest.fixture
def diagnoses(long):
    return long({f"rater{n + 1}": [int(row[n]) for row in DIAGNOSES] for n in range(6)})


def test_reproduces_fleiss_1971(diagnoses):
    row = fleiss(diagnoses).frame.row(0, named=True)
    assert row["value"] == pytest.approx(0.4302445201, abs=1e-10)
    assert round(row["z"], 2) == 17.65
    assert row["low"] < row["value"] < row["high"]


def test_reproduces_the_mean_of_all_pairs(diagnoses):
    """Light's kappa as R's irr 0.84.1 gives it for the patients of Fleiss (1971)."""
    found = kappas(diagnoses, bootstrap=NO_INTERVAL).frame
    assert found["coefficient"].to_list() == ["cohen_kappa"] * 15 + ["light_kappa"]
    assert found["value"][-1] == pytest.approx(0.4594121444, abs=1e-10)


@pytest.mark.parametrize(
    ("table", "weights", "value"),
    [
        (WINNIPEG, "unweighted", 0.2079424640),
        (WINNIPEG, "linear", 0.3797305480),
        (WINNIPEG, "quadratic", 0.5245764643),
        (NEW_ORLEANS, "unweighted", 0.2965165675),
        (NEW_ORLEANS, "linear", 0.4772727273),
        (NEW_ORLEANS, "quadratic", 0.6255813953),
    ],
)
def test_reproduces_landis_and_koch_1977(long, table, weights, value):
    """The unweighted figures are those of the paper, the weighted ones those of R's vcd."""
    assert cohen_kappa(np.array(table, dtype=float), weights) == pytest.approx(value, abs=1e-10)
    pairs = [(row, column) for row in range(4) for column in range(4) for _ in range(table[row][column])]
    first, second = zip(*pairs, strict=True)
    rated = kappas(long({"A": first, "B": second}), weights, bootstrap=Bootstrap(resamples=50)).frame
    assert rated["value"].to_list() == [pytest.approx(value, abs=1e-10)]
    assert rated["low"][0] < value < rated["high"][0]


tables = arrays(np.float64, (3, 3), elements=st.integers(0, 9).map(float))


@given(tables, st.sampled_from(WEIGHTS))
def test_neither_rater_comes_first(table, weights):
    value = cohen_kappa(table, weights)
    assert cohen_kappa(table.T, weights) == (None if value is None else pytest.approx(value))
    assert value is None or value <= 1 + 1e-12


def test_a_stage_that_nobody_gives_still_lies_between_its_neighbours(long):
    """On stages 1 to 4, a rating of 1 and one of 4 are three steps apart though 2 and 3 are not used."""
    found = kappas(long({"A": [1, 1, 4, 3], "B": [1, 4, 4, 4]}), "linear", bootstrap=NO_INTERVAL)
    with_order = kappas(
        long({"A": [1, 1, 4, 3], "B": [1, 4, 4, 4]}), "linear", order=[1, 2, 3, 4], bootstrap=NO_INTERVAL
    )
    assert found.frame.equals(with_order.frame)


def test_only_units_that_both_rate_count(reliability_data):
    found = kappas(reliability_data, bootstrap=NO_INTERVAL)
    pairs = found.frame.filter(found.frame["coefficient"] == "cohen_kappa")
    assert pairs["n_units_used"].to_list() == [9, 8, 9, 9, 10, 10]
    assert any("3 for cohen kappa of A and B" in note for note in found.notes)


def test_fleiss_with_blanks_is_null_and_says_what_to_use(reliability_data):
    row = fleiss(reliability_data).frame.row(0, named=True)
    assert row["value"] is None
    assert row["reason"] == (
        "units with blanks: 4 of 12, such as 1 with 3 of 4 ratings; Krippendorff's alpha takes blanks"
    )


@pytest.mark.parametrize(
    ("raters", "reason"),
    [
        ({"A": [2, 2], "B": [2, 2]}, "no variation: both give one value to every unit"),
        ({"A": [2, None], "B": [None, 2]}, "no unit is rated by both"),
    ],
)
def test_kappa_without_variation_is_null_with_the_reason(long, raters, reason):
    assert kappas(long(raters)).frame.select("value", "low", "reason").row(0) == (None, None, reason)


def test_fleiss_without_variation_is_null_with_the_reason(long):
    row = fleiss(long({"A": [2, 2], "B": [2, 2]})).frame.row(0, named=True)
    assert (row["value"], row["reason"]) == (None, "no variation: every rating is 2")


def test_one_rater_is_no_pair(long):
    found = kappas(long({"A": [1, 2]}))
    assert found.frame.is_empty()
    assert found.notes == ("Nothing to compare: 1 rater.",)


def test_unknown_weights_are_named(diagnoses):
    with pytest.raises(UsageError, match="did you mean quadratic"):
        kappas(diagnoses, "quadratc")
