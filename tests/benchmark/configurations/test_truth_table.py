from __future__ import annotations

import datetime as dt

import polars as pl
import pytest

from placebench.benchmark.configurations import CutOffs, truth_table
from placebench.errors import UsageError

LIPSET = ["DEV", "URB", "LIT", "IND", "STB"]


def with_cases(result):
    return result.frame.filter(pl.col("n_high") > 0)


def printed(result):
    """Return row, kind, n, inclusion and PRI as tables print them."""
    return [
        (row["row"], row["kind"], row["n_low"], round(row["inclusion_low"], 3), round(row["pri_low"], 3))
        for row in with_cases(result).iter_rows(named=True)
    ]


@pytest.mark.parametrize(("outcome", "negative", "positive"), [("SURV", 0.0, 1.0), ("~SURV", 1.0, 0.0)])
def test_the_crisp_truth_table_of_lipset(lipset_crisp, outcome, negative, positive):
    # R package QCA 3.23, truthTable(LC, "SURV") and truthTable(LC, "~SURV")
    found = with_cases(truth_table(lipset_crisp, LIPSET, outcome))
    expected = [
        (1, (0, 0, 0, 0, 0), negative, ["GR", "PT", "ES"]),
        (2, (0, 0, 0, 0, 1), negative, ["IT", "RO"]),
        (5, (0, 0, 1, 0, 0), negative, ["HU", "PL"]),
        (6, (0, 0, 1, 0, 1), negative, ["EE"]),
        (22, (1, 0, 1, 0, 1), positive, ["FI", "IE"]),
        (23, (1, 0, 1, 1, 0), negative, ["AU"]),
        (24, (1, 0, 1, 1, 1), positive, ["FR", "SE"]),
        (31, (1, 1, 1, 1, 0), negative, ["DE"]),
        (32, (1, 1, 1, 1, 1), positive, ["BE", "CZ", "NL", "UK"]),
    ]
    assert found.select("row", pl.concat_list(LIPSET), "inclusion_low", "cases").rows() == [
        (row, list(levels), inclusion, cases) for row, levels, inclusion, cases in expected
    ]
    assert found["pri_low"].to_list() == found["inclusion_low"].to_list()
    assert found["n_low"].to_list() == found["n_high"].to_list() == found["cases"].list.len().to_list()
    kinds = ["positive" if inclusion == 1 else "negative" for _, _, inclusion, _ in expected]
    assert found["kind"].to_list() == kinds


def test_every_remainder_is_shown(lipset_crisp):
    result = truth_table(lipset_crisp, LIPSET, "SURV")
    assert result.frame["row"].to_list() == list(range(1, 33))
    assert result.frame.filter(kind="remainder").height == 23
    assert "23 of 32 rows have no case (remainders)." in result.notes
    assert result.frame.filter(kind="remainder")["inclusion_low"].null_count() == 23


def test_the_fuzzy_truth_table_of_lipset(lipset_fuzzy):
    # Duşa 2019, chapter 7: truthTable(LF, "SURV", incl.cut = 0.8)
    result = truth_table(lipset_fuzzy, LIPSET, "SURV", cut_offs=CutOffs(inclusion=0.8))
    assert printed(result) == [
        (1, "negative", 3, 0.216, 0.0),
        (2, "negative", 2, 0.278, 0.0),
        (5, "negative", 2, 0.521, 0.113),
        (6, "negative", 1, 0.529, 0.228),
        (22, "positive", 2, 0.804, 0.719),
        (23, "negative", 1, 0.378, 0.040),
        (24, "negative", 2, 0.709, 0.634),
        (31, "negative", 1, 0.445, 0.050),
        (32, "positive", 4, 0.904, 0.886),
    ]


def test_the_multi_value_truth_table_of_lipset(lipset_levels):
    # R package QCA: truthTable(LM, SURV, sort.by = "incl")
    result = truth_table(lipset_levels, LIPSET, "SURV")
    assert result.denominators["rows"] == 48
    positive = result.frame.filter(kind="positive")
    assert positive.select("row", "n_low").rows() == [(22, 2), (32, 1), (40, 2), (48, 3)]


def test_contradictory_rows_of_job_security(job_security):
    # R package QCA: truthTable(d.jobsecurity, outcome = JSR, incl.cut = c(0.9, 0.5))
    conditions = list("SCLRPV")
    cut_offs = CutOffs(inclusion=0.9, contradiction=0.5)
    assert printed(truth_table(job_security, conditions, "JSR", cut_offs=cut_offs)) == [
        (2, "negative", 2, 0.198, 0.0),
        (5, "contradictory", 1, 0.581, 0.0),
        (10, "negative", 1, 0.494, 0.0),
        (20, "contradictory", 2, 0.716, 0.5),
        (25, "contradictory", 2, 0.839, 0.699),
        (27, "positive", 1, 0.940, 0.825),
        (33, "negative", 2, 0.203, 0.0),
        (37, "positive", 2, 0.977, 0.966),
        (47, "positive", 1, 1.0, 1.0),
        (48, "positive", 1, 1.0, 1.0),
        (56, "positive", 2, 1.0, 1.0),
        (57, "contradictory", 1, 0.717, 0.0),
        (64, "positive", 1, 1.0, 1.0),
    ]


def test_the_truth_table_of_protest(protest):
    # R package QCA: truthTable(CVF, PROTEST, incl.cut = 0.8), after Cebotari and Vink 2013
    conditions = ["DEMOC", "ETHFRACT", "GEOCON", "POLDIS", "NATPRIDE"]
    found = {row[0]: row[1:] for row in printed(truth_table(protest, conditions, "PROTEST"))}
    assert {row: figures[1:] for row, figures in found.items()} == {
        31: (1, 0.959, 0.891),
        29: (1, 0.957, 0.858),
        27: (1, 0.938, 0.783),
        15: (2, 0.929, 0.839),
        30: (2, 0.922, 0.667),
        24: (2, 0.904, 0.754),
        32: (1, 0.892, 0.717),
        5: (2, 0.874, 0.584),
        16: (1, 0.821, 0.591),
        28: (1, 0.768, 0.225),
        8: (1, 0.749, 0.248),
        10: (1, 0.741, 0.086),
        6: (1, 0.732, 0.148),
        22: (4, 0.725, 0.281),
        20: (1, 0.711, 0.162),
        14: (3, 0.653, 0.098),
        2: (4, 0.648, 0.182),
    }


def test_rows_of_few_cases_are_remainders_and_said_to_be(representation):
    # R package QCA: truthTable(d.represent, outcome = WNP, n.cut = 2)
    conditions = ["ES", "QU", "WS", "WM", "LP"]
    result = truth_table(representation, conditions, "WNP", cut_offs=CutOffs(frequency=2))
    kept = result.frame.filter(pl.col("kind") != "remainder")
    assert kept["row"].to_list() == [3, 11, 25, 28, 32]
    assert "Row 4 is a remainder, with too few cases for the frequency cut-off: NZ." in result.notes
    assert result.notes[0] == "Cut-offs: frequency 2, inclusion 1, PRI 0, contradiction none."


def test_a_low_pri_keeps_a_row_from_being_positive(protest):
    conditions = ["DEMOC", "ETHFRACT", "GEOCON", "POLDIS", "NATPRIDE"]
    cut_offs = CutOffs(inclusion=0.8, pri=0.6)
    found = truth_table(protest, conditions, "PROTEST", cut_offs=cut_offs).frame
    assert found.filter(kind="positive")["row"].to_list() == [15, 24, 27, 29, 30, 31, 32]


def test_cases_that_differ_in_the_outcome_are_named_whatever_the_row_is(lipset_levels):
    result = truth_table(lipset_levels, LIPSET[:4], "SURV")
    row = result.frame.row(15, named=True)
    assert (row["kind"], row["cases"], row["deviant_cases"]) == ("negative", ["CZ", "DE"], ["DE"])
    assert "Row 16 (negative) has cases that differ in the outcome; without it: DE." in result.notes


def test_a_case_on_the_border_is_in_no_row_and_named():
    frame = pl.DataFrame({"case": ["a", "b", "c"], "X": [0.5, 0.8, 0.1], "Y": [0.9, 0.7, 0.2]})
    result = truth_table(frame, ["X"], "Y")
    assert result.frame["cases"].to_list() == [["c"], ["b"]]
    assert result.frame["inclusion_low"][1] == pytest.approx((0.5 + 0.7 + 0.1) / 1.4)
    assert "At exactly 0.5 in a condition, and so in no row of the truth table: a." in result.notes


def test_missing_values_give_bounds_and_possible_cases():
    frame = pl.DataFrame(
        {"case": ["a", "b", "c"], "X": [1, 0, None], "Y": [1, 0, 1]}, schema_overrides={"X": pl.Int64}
    )
    result = truth_table(frame, ["X"], "Y")
    out, inside = result.frame.iter_rows(named=True)
    assert (out["kind"], out["kinds"]) == ("negative", ["negative"])
    assert (out["n_low"], out["n_high"], out["inclusion_low"], out["inclusion_high"]) == (1, 2, 0.0, 0.5)
    assert (out["cases"], out["possible_cases"]) == (["b"], ["c"])
    assert (inside["kind"], inside["n_low"], inside["n_high"]) == ("positive", 1, 2)
    assert "Not stated: 1 of 6 values. All 2 ways to complete them were looked at." in result.notes


def test_a_row_that_completions_judge_differently_is_undetermined():
    frame = pl.DataFrame({"case": ["a", "b"], "X": [1, 0], "Y": [None, 0]}, schema_overrides={"Y": pl.Int64})
    row = truth_table(frame, ["X"], "Y").frame.row(1, named=True)
    assert (row["kind"], row["kinds"]) == ("undetermined", ["negative", "positive"])
    assert (row["inclusion_low"], row["inclusion_high"]) == (0.0, 1.0)


def test_rows_lead_back_to_the_facts_of_their_cases():
    day, later = dt.date(2022, 1, 1), dt.date(2023, 1, 1)
    frame = pl.DataFrame(
        {
            "case": ["a", "b", "c"],
            "X": [1, 1, 0],
            "Y": [1, 1, 0],
            "fact_ids": [["f2"], ["f1", "f2"], ["f3"]],
            "as_of_first": [later, day, day],
            "as_of_last": [later, day, day],
        }
    )
    result = truth_table(frame, ["X"], "Y")
    assert result.frame["fact_ids"].to_list() == [["f3"], ["f1", "f2"]]
    assert result.frame.row(1, named=True)["as_of_first"] == day
    assert result.fact_ids == ("f1", "f2", "f3")
    assert result.dates == (day, later)


def test_nothing_positive_is_explained():
    frame = pl.DataFrame({"case": ["a", "b", "c", "d"], "X": [1, 1, 0, 0], "Y": [1, 0, 1, 0]})
    result = truth_table(frame, ["X"], "Y")
    assert any(note.startswith("No row is positive at these cut-offs") for note in result.notes)


@pytest.mark.parametrize(
    ("cut_offs", "message"),
    [
        ({"frequency": 0}, "cut-off frequency: expected at least one case a row, found 0"),
        ({"inclusion": 80}, "cut-off inclusion: expected a share from 0 to 1, found 80"),
        ({"contradiction": -0.1}, "cut-off contradiction: expected a share from 0 to 1, found -0.1"),
    ],
)
def test_cut_offs_that_cannot_be(cut_offs, message):
    with pytest.raises(UsageError, match=message):
        CutOffs(**cut_offs)


def test_a_condition_cannot_have_the_name_of_a_column_of_the_result():
    frame = pl.DataFrame({"case": ["a", "b"], "row": [1, 0], "Y": [1, 0]})
    with pytest.raises(UsageError, match="“row”"):
        truth_table(frame, ["row"], "Y")
