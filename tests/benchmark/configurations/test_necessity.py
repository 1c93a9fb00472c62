from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from placebench.benchmark.configurations import Demands, necessity

LIPSET = ["DEV", "URB", "LIT", "IND", "STB"]
PROTEST = ["DEMOC", "ETHFRACT", "GEOCON", "POLDIS", "NATPRIDE"]


def necessary(result):
    """Return inclusion, relevance and coverage of what is necessary, as tables print them."""
    found = result.frame.filter(pl.col("status") != "never")
    names = ("inclusion_low", "relevance_low", "coverage_low")
    return {row["expression"]: tuple(round(row[n], 3) for n in names) for row in found.iter_rows(named=True)}


def test_what_is_necessary_for_lipset(lipset_crisp):
    # R package QCA: superSubset(LC, SURV)
    result = necessity(lipset_crisp, LIPSET, "SURV", demands=Demands(inclusion=1, depth=5))
    assert necessary(result) == {
        "DEV": (1.0, 0.8, 0.8),
        "LIT": (1.0, 0.5, 0.615),
        "STB": (1.0, 0.7, 0.727),
        "DEV*LIT": (1.0, 0.8, 0.8),
        "DEV*STB": (1.0, 1.0, 1.0),
        "LIT*STB": (1.0, 0.9, 0.889),
        "DEV*LIT*STB": (1.0, 1.0, 1.0),
        "~URB + IND": (1.0, 0.0, 0.444),
    }
    assert any("relevance below 0.5" in note for note in result.notes)


def test_what_is_necessary_of_levels(lipset_levels):
    # R package QCA: superSubset(LM, SURV)
    result = necessity(lipset_levels, LIPSET, "SURV", demands=Demands(inclusion=1, depth=5))
    assert necessary(result) == {
        "LIT[1]": (1.0, 0.5, 0.615),
        "STB[1]": (1.0, 0.7, 0.727),
        "LIT[1]*STB[1]": (1.0, 0.9, 0.889),
        "DEV[1] + IND[1]": (1.0, 0.8, 0.8),
        "URB[0] + IND[1]": (1.0, 0.0, 0.444),
        "DEV[2] + URB[1] + IND[0]": (1.0, 0.1, 0.471),
    }


def test_what_is_necessary_for_protest(protest):
    # R package QCA: superSubset(CVF, outcome = PROTEST, incl.cut = 0.9, cov.cut = 0.6)
    result = necessity(protest, PROTEST, "PROTEST", demands=Demands(coverage=0.6, depth=5))
    assert necessary(result) == {
        "GEOCON": (0.904, 0.492, 0.624),
        "DEMOC + ETHFRACT + ~GEOCON": (0.930, 0.470, 0.626),
        "DEMOC + ~ETHFRACT + POLDIS": (0.918, 0.506, 0.637),
        "DEMOC + ETHFRACT + POLDIS": (0.906, 0.502, 0.630),
        "DEMOC + ~ETHFRACT + ~NATPRIDE": (0.905, 0.527, 0.641),
        "DEMOC + ETHFRACT + ~NATPRIDE": (0.935, 0.530, 0.656),
        "DEMOC + ~GEOCON + POLDIS": (0.920, 0.539, 0.654),
        "DEMOC + ~GEOCON + ~NATPRIDE": (0.908, 0.584, 0.671),
        "DEMOC + POLDIS + ~NATPRIDE": (0.916, 0.596, 0.682),
        "~ETHFRACT + POLDIS + ~NATPRIDE": (0.911, 0.554, 0.657),
        "~DEMOC + ETHFRACT + POLDIS + ~NATPRIDE": (0.913, 0.532, 0.647),
        "ETHFRACT + ~GEOCON + POLDIS + ~NATPRIDE": (0.911, 0.613, 0.688),
    }


def test_what_is_necessary_for_no_protest(protest):
    # R package QCA: superSubset(CVF, outcome = ~PROTEST, incl.cut = 0.9, cov.cut = 0.6)
    result = necessity(protest, PROTEST, "~PROTEST", demands=Demands(coverage=0.6, depth=5))
    assert necessary(result) == {
        "NATPRIDE": (0.932, 0.622, 0.693),
        "~DEMOC + ~ETHFRACT": (0.951, 0.548, 0.663),
        "~ETHFRACT + ~POLDIS": (0.927, 0.443, 0.603),
    }


def test_a_demanded_relevance_leaves_out_what_is_nearly_everywhere(lipset_crisp):
    result = necessity(lipset_crisp, LIPSET, "SURV", demands=Demands(inclusion=1, relevance=0.75))
    assert set(necessary(result)) == {"DEV", "DEV*LIT", "DEV*STB", "LIT*STB"}


def test_every_condition_is_shown_necessary_or_not(lipset_crisp):
    found = necessity(lipset_crisp, LIPSET, "SURV").frame.filter(form="condition")
    assert found["expression"].to_list() == [f"{sign}{name}" for name in LIPSET for sign in ("", "~")]
    without = found.row(by_predicate=pl.col("expression") == "URB", named=True)
    assert (without["status"], without["deviant_cases"]) == ("never", ["FI", "FR", "IE", "SE"])


def test_missing_values_make_necessity_possible_or_robust():
    frame = pl.DataFrame(
        {"case": list("abcd"), "A": [1, 1, 0, 0], "B": [1, None, 0, 0], "Y": [1, 1, 0, 0]},
    )
    result = necessity(frame, ["A", "B"], "Y")
    status = dict(result.frame.select("expression", "status").iter_rows())
    assert status["A"] == "robust"
    assert (status["B"], status["~B"]) == ("possible", "never")
    bounds = result.frame.row(by_predicate=pl.col("expression") == "B", named=True)
    assert (bounds["inclusion_low"], bounds["inclusion_high"], bounds["necessary_in"]) == (0.5, 1.0, 1)
    assert (bounds["cases"], bounds["deviant_cases"]) == (["a"], ["b"])


def test_nothing_necessary_is_said():
    frame = pl.DataFrame({"case": list("abcd"), "A": [1, 0, 1, 0], "Y": [1, 1, 0, 0]})
    assert "Nothing is present wherever Y is, at these cut-offs." in necessity(frame, ["A"], "Y").notes


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=2, max_size=8, unique=True))
def test_figures_are_shares_or_null(pairs):
    frame = pl.DataFrame(pairs, schema=["A", "Y"], orient="row").with_row_index("case")
    if frame["A"].n_unique() > 1 and frame["Y"].n_unique() > 1:
        found = necessity(frame, ["A"], "Y").frame
        figures = found.select(pl.col("^(inclusion|coverage|relevance)_(low|high)$"))
        assert figures.width == 6
        assert all(column.drop_nulls().is_between(0, 1 + 1e-12).all() for column in figures)


@pytest.mark.parametrize("depth", [1, 2, 3])
def test_depth_bounds_the_conditions_of_an_expression(lipset_crisp, depth):
    result = necessity(lipset_crisp, LIPSET, "SURV", demands=Demands(depth=depth))
    sizes = result.frame["expression"].str.count_matches(r"[*+]") + 1
    assert sizes.max() == depth
