from __future__ import annotations

import polars as pl
import pytest

from placebench.benchmark.configurations import necessity, robustness, solutions, truth_table
from placebench.errors import UsageError

METHODS = [truth_table, solutions, robustness, necessity]


def data(**columns):
    whole = {"case": ["a", "b", "c"], "A": [1, 0, 1], "B": [0.2, 0.9, 0.6], "Y": [1, 0, 1]}
    return pl.DataFrame(whole | columns, strict=False)


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize(
    ("columns", "conditions", "outcome", "message"),
    [
        ({}, ["A", "BB"], "Y", "expected a known condition, found “BB”; did you mean B?"),
        ({}, ["A"], "~Z", "expected a known outcome, found “Z”"),
        ({}, [], "Y", "expected at least one condition, found none"),
        (
            {},
            ["A", "A"],
            "Y",
            "expected every column once, as a condition or as the outcome, found “A” twice",
        ),
        (
            {},
            ["A", "Y"],
            "Y",
            "expected every column once, as a condition or as the outcome, found “Y” twice",
        ),
        ({"case": ["a", "b", "a"]}, ["A"], "Y", "expected every case once, found “a” 2 times"),
        ({"case": ["a", None, "b"]}, ["A"], "Y", "column case: expected a name of every case, found null"),
        (
            {"A": [1, 1, 1]},
            ["A"],
            "Y",
            "column A: expected values that vary between cases, found 1 for the 3 cases that state it",
        ),
        (
            {"Y": [0, 0, 0]},
            ["A"],
            "Y",
            "column Y: expected values that vary between cases, found 0 for the 3 cases that state it",
        ),
        ({"A": [None, None, None]}, ["A"], "Y", "column A: expected a value of some case, found none"),
        ({"B": [0.2, 1.2, 0.4]}, ["B"], "Y", "column B, row 2 of 3: expected memberships from 0 to 1"),
        ({"B": [0.2, 0.4, -0.1]}, ["B"], "Y", "column B, row 3 of 3: expected memberships from 0 to 1"),
        ({"B": [0.2, 0.4, float("nan")]}, ["B"], "Y", "column B, row 3 of 3: expected memberships from 0"),
        ({"A": [0, -1, 2]}, ["A"], "Y", "column A, row 2 of 3: expected memberships from 0 to 1, or whole"),
        ({"A": ["x", "y", "z"]}, ["A"], "Y", "column A: expected numbers, or true and false, found String"),
        ({"Y": [0, 1, 2]}, ["A"], "Y", "outcome Y: expected an outcome from 0 to 1, found 2"),
        ({"A": [0, 1, 99999]}, ["A"], "Y", "expected at most 65,536 rows of the truth table, found 100,000"),
    ],
)
def test_data_that_cannot_be_analysed(method, columns, conditions, outcome, message):
    with pytest.raises(UsageError) as raised:
        method(data(**columns), conditions, outcome)
    assert message in str(raised.value)


def test_the_column_of_names_can_have_another_name():
    frame = data().rename({"case": "place"})
    assert truth_table(frame, ["A"], "Y", case="place").frame["cases"].to_list() == [["b"], ["a", "c"]]
    with pytest.raises(UsageError, match="expected a known column, found “case”"):
        truth_table(frame, ["A"], "Y")


def test_true_and_false_are_crisp():
    frame = data(A=[True, False, True])
    assert truth_table(frame, ["A"], "Y").frame["kind"].to_list() == ["negative", "positive"]


def test_levels_are_written_where_one_condition_has_more_than_two():
    frame = pl.DataFrame({"case": list("abcd"), "A": [0, 1, 2, 2], "B": [1, 1, 0, 1], "Y": [0, 0, 1, 1]})
    found = solutions(frame, ["A", "B"], "Y").frame.filter(solution="parsimonious", part="term")
    assert found["expression"].to_list() == ["A[2]"]


def test_crisp_fuzzy_and_multi_value_conditions_go_together():
    frame = pl.DataFrame(
        {"case": list("abcd"), "A": [0, 1, 2, 2], "B": [0.9, 0.8, 0.1, 0.3], "Y": [0.1, 0.2, 0.9, 0.6]}
    )
    found = truth_table(frame, ["A", "B"], "Y").frame
    row = found.row(by_predicate=pl.col("row") == 5, named=True)
    assert (row["A"], row["B"], row["cases"]) == (2, 0, ["c", "d"])
    assert row["inclusion_low"] == pytest.approx((0.9 + 0.6) / (0.9 + 0.7))
