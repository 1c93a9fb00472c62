from __future__ import annotations

from itertools import product

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from placebench.benchmark.configurations import Search, robustness
from placebench.benchmark.configurations.completion import Completing, completions
from placebench.benchmark.configurations.sets import read_sets
from placebench.errors import UsageError

LIPSET = ["DEV", "URB", "LIT", "IND", "STB"]


def statuses(result, solution="parsimonious"):
    return dict(result.frame.filter(solution=solution).select("term", "status").iter_rows())


def without(frame, **missing):
    """Make values of some cases null: the names of columns with the names of cases."""
    return frame.with_columns(
        pl.when(pl.col("case").is_in(cases)).then(None).otherwise(pl.col(name)).alias(name)
        for name, cases in missing.items()
    )


def test_terms_of_complete_data_are_robust(lipset_crisp):
    result = robustness(lipset_crisp, LIPSET, "SURV")
    assert statuses(result) == {"DEV*STB": "robust"}
    assert statuses(result, "conservative") == {"DEV*~URB*LIT*STB": "robust", "DEV*LIT*IND*STB": "robust"}
    assert result.denominators["completions_possible"] == 1


def test_a_value_that_decides_nothing_leaves_a_term_robust(lipset_crisp):
    result = robustness(without(lipset_crisp, URB=["BE"], IND=["GR"]), LIPSET, "SURV")
    assert statuses(result) == {"DEV*STB": "robust"}
    row = result.frame.filter(term="DEV*STB").row(0, named=True)
    assert (row["in_some_model"], row["in_every_model"], row["completions"]) == (4, 4, 4)
    assert "Not stated: 2 of 108 values. All 4 ways to complete them were looked at." in result.notes


def test_a_value_that_decides_makes_a_term_possible(lipset_crisp):
    result = robustness(without(lipset_crisp, STB=["DE"]), LIPSET, "SURV")
    row = result.frame.filter(term="DEV*STB").row(0, named=True)
    assert (row["status"], row["in_some_model"], row["completions"]) == ("possible", 1, 2)
    assert (row["inclusion_low"], row["inclusion_high"]) == (pytest.approx(8 / 9), 1.0)
    assert row["possible_cases"] == ["DE"]
    assert "No term of the parsimonious solution is robust." in result.notes


def test_what_only_the_complete_cases_give_is_never_so():
    # leaving out c would make A alone go with the outcome; whatever B of c is, A is not enough
    frame = pl.DataFrame(
        {"case": list("abcd"), "A": [1, 0, 1, 0], "B": [1, 0, None, 1], "C": [1, 0, 0, 0], "Y": [1, 0, 0, 0]}
    )
    result = robustness(frame, ["A", "B", "C"], "Y")
    row = result.frame.filter(solution="parsimonious", term="A").row(0, named=True)
    assert (row["status"], row["in_complete_cases"], row["in_some_model"]) == ("never", True, 0)
    assert statuses(result)["C"] == "possible"


def test_a_term_of_one_tied_model_alone_is_not_robust(representation):
    found = statuses(robustness(representation, ["ES", "QU", "WS", "WM", "LP"], "WNP"))
    assert found == {
        "WS": "robust",
        "ES*WM": "robust",
        "QU*LP": "robust",
        "~ES*LP": "possible",
        "WM*LP": "possible",
    }


cells = st.lists(
    st.tuples(*[st.sampled_from([0, 1, None])] * 2, st.sampled_from([0, 1, None])), min_size=3, max_size=5
)


@settings(max_examples=60)
@given(cells)
def test_completions_are_those_that_one_would_write_down(values):
    frame = pl.DataFrame(values, schema={"A": pl.Int64, "B": pl.Int64, "Y": pl.Int64}, orient="row")
    frame = frame.with_row_index("case")
    try:
        found = robustness(frame, ["A", "B"], "Y", completing=Completing(most=1 << 15))
    except UsageError:
        return
    missing = [(r, c) for r, row in enumerate(values) for c, value in enumerate(row) if value is None]
    some, every = {}, {}
    ways = list(product((0, 1), repeat=len(missing)))
    for way in ways:
        terms, shared = terms_of(values, dict(zip(missing, way, strict=True)))
        for term in terms:
            some[term] = some.get(term, 0) + 1
            every[term] = every.get(term, 0) + (term in shared)
    rows = found.frame.filter(pl.col("solution") == "parsimonious", pl.col("status") != "never")
    counted = rows.select("term", "in_some_model", "in_every_model").rows()
    assert sorted(counted) == sorted((term, some[term], every[term]) for term in some)
    assert found.denominators["completions"] == len(ways)


def terms_of(values, filled):
    """Return terms of some and of every parsimonious model, by going through every term and set of terms."""
    full = [[filled.get((r, c), v) for c, v in enumerate(row)] for r, row in enumerate(values)]
    rows = {}
    for a, b, y in full:
        rows.setdefault((a, b), []).append(y)
    positive = {row for row, ys in rows.items() if all(ys)}
    negative = rows.keys() - positive
    if not positive or not negative:
        return set(), set()
    every = [t for t in product((None, 0, 1), repeat=2) if any(holds(t, r) for r in positive)]
    clear = [t for t in every if not any(holds(t, r) for r in negative)]
    prime = [t for t in clear if not any(o != t and shorter(o, t) for o in clear)]
    for size in range(1, len(prime) + 1):
        models = [
            set(m)
            for m in product(prime, repeat=size)
            if len(set(m)) == size and all(any(holds(t, r) for t in m) for r in positive)
        ]
        if models:
            named = [{name(t) for t in m} for m in models]
            return set().union(*named), set.intersection(*named)
    return set(), set()


def holds(term, row):
    return all(level in {None, found} for level, found in zip(term, row, strict=True))


def shorter(one, other):
    return all(a in {None, b} for a, b in zip(one, other, strict=True))


def name(term):
    return "*".join(
        f"{'' if level else '~'}{condition}"
        for condition, level in zip("AB", term, strict=True)
        if level is not None
    )


def test_too_many_completions_are_sampled_and_said_to_be(lipset_crisp):
    frame = without(lipset_crisp, URB=list(lipset_crisp["case"][:9]), IND=list(lipset_crisp["case"][9:]))
    first = robustness(frame, LIPSET, "SURV", completing=Completing(most=40, seed=7))
    again = robustness(frame, LIPSET, "SURV", completing=Completing(most=40, seed=7))
    assert first.frame.equals(again.frame)
    assert first.denominators["completions"] == 40
    assert first.denominators["completions_possible"] == 2**18
    assert any("Of 262,144 ways to complete them, 40 were looked at" in note for note in first.notes)
    assert any("(seed 7)" in note for note in first.notes)


def test_a_sample_holds_the_lowest_and_the_highest_values(lipset_levels):
    frame = without(lipset_levels, DEV=["AU", "BE", "CZ"], SURV=["AU"])
    drawn = completions(read_sets(frame, ["DEV"], "SURV"), Completing(most=5))
    first = [(sets.values[:3, 0].tolist(), sets.memberships[0]) for sets in drawn.sets]
    assert len(drawn.sets) == 5
    assert first[:2] == [([0, 0, 0], 0), ([2, 2, 2], 1)]


def test_a_number_of_completions_beyond_reading_is_given_as_a_power_of_ten(lipset_crisp):
    blank = {name: list(lipset_crisp["case"][:9]) for name in LIPSET}
    result = robustness(without(lipset_crisp, **blank), LIPSET, "SURV", completing=Completing(most=4))
    assert any("Of about 10^13 ways" in note for note in result.notes)
    assert result.denominators["completions_possible"] == 2**45


def test_a_missing_degree_is_completed_as_out_and_in_and_said_so(lipset_fuzzy):
    result = robustness(without(lipset_fuzzy, STB=["DE"]), LIPSET, "SURV")
    assert any("as 0 and as 1 only: what holds at both ends may fail in between" in n for n in result.notes)


def test_missing_levels_take_every_level(lipset_levels):
    result = robustness(without(lipset_levels, DEV=["AU"], SURV=["AU"]), LIPSET[:4], "SURV")
    assert result.denominators["completions"] == 6


def test_an_intermediate_solution_comes_with_expectations(lipset_crisp):
    search = Search(expectations=dict.fromkeys(LIPSET, 1))
    found = robustness(without(lipset_crisp, URB=["BE"]), LIPSET, "SURV", search=search)
    assert statuses(found, "intermediate") == {"DEV*LIT*STB": "robust"}


def test_what_varies_through_missing_values_alone_is_said():
    frame = pl.DataFrame({"case": list("abc"), "A": [1, 1, None], "B": [0, 1, 0], "Y": [0, 1, 0]})
    result = robustness(frame, ["A", "B"], "Y")
    assert "A is 1 wherever stated; only missing values could make it vary." in result.notes


def test_no_complete_case_is_said():
    frame = pl.DataFrame(
        {"case": list("abcd"), "A": [1, None, 0, None], "B": [None, 1, None, 0], "Y": [1, 1, 0, 0]}
    )
    result = robustness(frame, ["A", "B"], "Y")
    assert any(note.startswith("No case is complete") for note in result.notes)
    assert not result.frame["in_complete_cases"].any()


def test_one_completion_is_too_few():
    with pytest.raises(UsageError, match="expected at least two completions, found 1"):
        Completing(most=1)
