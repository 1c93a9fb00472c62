from __future__ import annotations

import polars as pl
import pytest

from placebench.benchmark.configurations import CutOffs, Search, solutions
from placebench.errors import UsageError

LIPSET = ["DEV", "URB", "LIT", "IND", "STB"]
PROTEST = ["DEMOC", "ETHFRACT", "GEOCON", "POLDIS", "NATPRIDE"]


def models(result, solution):
    """Return each model as a set of terms."""
    found = result.frame.filter(solution=solution, part="term").group_by("model").agg("expression")
    return {frozenset(terms) for terms in found["expression"]}


def figures(result, solution, *, model="M1"):
    """Return inclusion, PRI, raw and unique coverage of a model and its terms as tables print them."""
    chosen = result.frame.filter(solution=solution, model=model)
    names = ("inclusion", "pri", "raw_coverage", "unique_coverage")
    return {
        row["part"] if row["part"] == "model" else row["expression"]: tuple(
            None if row[name] is None else round(row[name], 3) for name in names
        )
        for row in chosen.iter_rows(named=True)
    }


def test_the_crisp_solutions_of_lipset(lipset_crisp):
    # R package QCA 3.23; Rihoux and De Meur 2009
    result = solutions(lipset_crisp, LIPSET, "SURV")
    assert figures(result, "conservative") == {
        "model": (1, 1, 1, None),
        "DEV*~URB*LIT*STB": (1, 1, 0.5, 0.25),
        "DEV*LIT*IND*STB": (1, 1, 0.75, 0.5),
    }
    assert figures(result, "parsimonious") == {"model": (1, 1, 1, None), "DEV*STB": (1, 1, 1, None)}


def test_the_solutions_of_the_negation(lipset_crisp):
    # R package QCA: minimize(ttLCn) and minimize(ttLCn, include = "?", details = TRUE)
    result = solutions(lipset_crisp, LIPSET, "~SURV")
    assert models(result, "conservative") == {frozenset({"~DEV*~URB*~IND", "DEV*LIT*IND*~STB"})}
    assert figures(result, "parsimonious") == {
        "model": (1, 1, 1, None),
        "~DEV": (1, 1, 0.8, 0.3),
        "~STB": (1, 1, 0.7, 0.2),
    }


def test_terms_name_their_cases_and_the_remainders_that_they_take_in(lipset_crisp):
    # R package QCA: cases of cLC, and simplifying assumptions of pLC
    result = solutions(lipset_crisp, LIPSET, "SURV")
    term = result.frame.row(by_predicate=pl.col("expression") == "DEV*~URB*LIT*STB", named=True)
    assert term["cases"] == ["FI", "FR", "IE", "SE"]
    assert term["remainders_taken_in"] == []
    simple = result.frame.filter(part="term", expression="DEV*STB").row(0, named=True)
    assert simple["remainders_taken_in"] == [18, 20, 26, 28, 30]


def test_the_fuzzy_solutions_of_lipset(lipset_fuzzy):
    # R package QCA: minimize(ttLF, include = "?", dir.exp = "1,1,1,1,1", details = TRUE), row 24 positive
    search = Search(expectations=dict.fromkeys(LIPSET, 1))
    result = solutions(lipset_fuzzy, LIPSET, "SURV", cut_offs=CutOffs(inclusion=0.7), search=search)
    assert figures(result, "conservative") == {
        "model": (0.871, 0.851, 0.818, None),
        "DEV*~URB*LIT*STB": (0.809, 0.761, 0.433, 0.196),
        "DEV*LIT*IND*STB": (0.843, 0.821, 0.622, 0.385),
    }
    assert figures(result, "parsimonious") == {
        "model": (0.869, 0.848, 0.824, None),
        "DEV*STB": (0.869, 0.848, 0.824, None),
    }
    assert figures(result, "intermediate") == {
        "model": (0.869, 0.848, 0.824, None),
        "DEV*LIT*STB": (0.869, 0.848, 0.824, None),
    }


def test_the_multi_value_solutions_of_lipset(lipset_levels):
    # R package QCA: minimize(ttLM, ...) and minimize(ttLMn, ...); Cronqvist and Berg-Schlosser 2009
    there = solutions(lipset_levels, LIPSET[:4], "SURV")
    assert figures(there, "conservative") == {
        "model": (1, 1, 0.875, None),
        "DEV[2]*LIT[1]*IND[1]": (1, 1, 0.625, 0.625),
        "DEV[1]*URB[0]*LIT[1]*IND[0]": (1, 1, 0.25, 0.25),
    }
    assert models(there, "parsimonious") == {frozenset({"DEV[2]", "DEV[1]*IND[0]"})}
    gone = solutions(lipset_levels, LIPSET[:4], "~SURV")
    assert figures(gone, "conservative") == {
        "model": (1, 1, 0.9, None),
        "DEV[0]*URB[0]*IND[0]": (1, 1, 0.8, 0.8),
        "DEV[1]*URB[0]*LIT[1]*IND[1]": (1, 1, 0.1, 0.1),
    }
    assert figures(gone, "parsimonious") == {
        "model": (1, 1, 0.9, None),
        "DEV[0]": (1, 1, 0.8, 0.8),
        "DEV[1]*URB[0]*IND[1]": (1, 1, 0.1, 0.1),
    }


def test_tied_models_of_representation(representation):
    # R package QCA: minimize(d.represent, ...), after Krook 2010
    result = solutions(representation, ["ES", "QU", "WS", "WM", "LP"], "WNP")
    conservative = {"~ES*~WS*WM*LP", "ES*QU*~WS*WM", "ES*QU*~WS*LP", "ES*WS*~WM*~LP", "ES*WS*WM*LP"}
    assert models(result, "conservative") == {frozenset(conservative)}
    shared = {"WS", "ES*WM", "QU*LP"}
    tied = {frozenset({*shared, "~ES*LP"}), frozenset({*shared, "WM*LP"})}
    assert models(result, "parsimonious") == tied
    assert "2 models of the parsimonious solution tie; none is better." in result.notes


def test_the_solutions_of_job_security(job_security):
    # R package QCA: Emm.si, after Emmenegger 2011
    search = Search(expectations={"S": 1, "C": 1, "L": 1, "R": 1, "P": 1, "V": 0})
    cut_offs = CutOffs(inclusion=0.9)
    result = solutions(job_security, list("SCLRPV"), "JSR", cut_offs=cut_offs, search=search)
    assert models(result, "parsimonious") == {frozenset({"S*R", "L*P"}), frozenset({"S*R", "P*~V"})}
    assert figures(result, "parsimonious", model="M1")["model"][:3] in {
        (0.883, 0.821, 0.762),
        (0.874, 0.812, 0.752),  # printed as 0.813, from 0.8125
    }
    assert figures(result, "intermediate") == {
        "model": (0.965, 0.941, 0.685, None),
        "S*R*~V": (0.990, 0.983, 0.402, 0.152),
        "S*C*R*P": (0.965, 0.921, 0.277, 0.041),
        "S*L*R*P": (1.0, 1.0, 0.354, 0.027),
        "C*L*P*~V": (0.964, 0.872, 0.297, 0.138),
    }
    derived = result.frame.filter(solution="intermediate", part="model")["derived_from"]
    assert derived.to_list() == [["C1P1", "C1P2"]]


def test_the_parsimonious_models_of_protest(protest):
    # R package QCA: pCVF, after Cebotari and Vink 2013
    result = solutions(protest, PROTEST, "PROTEST", cut_offs=CutOffs(inclusion=0.8))
    shared = {"~NATPRIDE", "DEMOC*GEOCON*POLDIS"}
    assert models(result, "parsimonious") == {
        frozenset({*shared, "~DEMOC*ETHFRACT*POLDIS", "DEMOC*ETHFRACT*GEOCON"}),
        frozenset({*shared, "~DEMOC*ETHFRACT*POLDIS", "DEMOC*ETHFRACT*~POLDIS"}),
        frozenset({*shared, "DEMOC*ETHFRACT*GEOCON", "ETHFRACT*GEOCON*POLDIS"}),
        frozenset({*shared, "DEMOC*ETHFRACT*~POLDIS", "ETHFRACT*GEOCON*POLDIS"}),
    }
    printed = {
        "~NATPRIDE": (0.899, 0.807, 0.597, 0.136),
        "DEMOC*ETHFRACT*GEOCON": (0.935, 0.826, 0.480, 0.085),
        "DEMOC*GEOCON*POLDIS": (0.906, 0.805, 0.342, 0.065),
        "ETHFRACT*GEOCON*POLDIS": (0.869, 0.786, 0.365, 0.045),
        "model": (0.879, 0.782, 0.810, None),
    }
    assert printed in [figures(result, "parsimonious", model=f"M{n}") for n in range(1, 5)]


def test_conditions_without_expectation_keep_what_the_conservative_solution_says(lipset_fuzzy):
    # Duşa 2019: without an expectation on urbanisation its absence is no easy counterfactual
    search = Search(expectations=dict.fromkeys(["DEV", "LIT", "IND", "STB"], 1))
    result = solutions(lipset_fuzzy, LIPSET, "SURV", cut_offs=CutOffs(inclusion=0.7), search=search)
    assert models(result, "intermediate") == {frozenset({"DEV*~URB*LIT*STB", "DEV*LIT*IND*STB"})}


def test_contradictory_rows_can_go_as_remainders():
    frame = pl.DataFrame(
        {
            "case": list("abcdef"),
            "A": [1, 1, 1, 0, 0, 0],
            "B": [1, 0, 0, 1, 0, 0],
            "Y": [1, 1, 0, 0, 0, 0],
        }
    )
    cut_offs = CutOffs(contradiction=0.5)
    apart = solutions(frame, ["A", "B"], "Y", cut_offs=cut_offs)
    assert models(apart, "parsimonious") == {frozenset({"A*B"})}
    search = Search(contradictions_as_remainders=True)
    together = solutions(frame, ["A", "B"], "Y", cut_offs=cut_offs, search=search)
    assert models(together, "parsimonious") == {frozenset({"A"})}
    model = together.frame.filter(solution="parsimonious").row(0, named=True)
    assert model["cases"] == ["a"]
    assert model["deviant_cases"] == ["c"]


def test_every_irredundant_model_on_request():
    # the cyclic chart of Quine: six terms in a ring, of which every other one is enough
    frame = pl.DataFrame(
        {
            "case": list("abcdefgh"),
            "A": [0, 0, 0, 1, 1, 0, 1, 1],
            "B": [0, 0, 1, 0, 1, 1, 0, 1],
            "C": [0, 1, 0, 1, 0, 1, 0, 1],
            "Y": [0, 1, 1, 1, 1, 1, 1, 0],
        }
    )
    few = models(solutions(frame, ["A", "B", "C"], "Y"), "conservative")
    every = solutions(frame, ["A", "B", "C"], "Y", search=Search(irredundant=True))
    assert {len(model) for model in few} == {3}
    assert {len(model) for model in models(every, "conservative")} == {3, 4}
    assert few < models(every, "conservative")


def test_a_cap_on_models_is_said(representation):
    conditions = ["ES", "QU", "WS", "WM", "LP"]
    result = solutions(representation, conditions, "WNP", search=Search(most_models=1))
    assert len(models(result, "parsimonious")) == 1
    assert "More models of the parsimonious solution tie than the 1 given (a cap)." in result.notes


def test_a_missing_value_is_refused_and_the_way_out_named():
    frame = pl.DataFrame({"case": ["a", "b", "c"], "A": [1, 0, 1], "B": [0, None, 1], "Y": [1, 0, 1]})
    with pytest.raises(UsageError, match="no value of B for case “b”; `robustness` gives the terms"):
        solutions(frame, ["A", "B"], "Y")


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        ([1, 0, 1, 0], "No parsimonious solution: no row of the truth table is positive."),
        ([0.9, 0.95, 0.9, 0.95], "No parsimonious solution: no row rules anything out"),
    ],
)
def test_no_solution_is_explained(outcome, said):
    frame = pl.DataFrame({"case": list("abcd"), "A": [1, 1, 0, 0], "Y": outcome})
    result = solutions(frame, ["A"], "Y", cut_offs=CutOffs(inclusion=0.8))
    assert models(result, "parsimonious") == set()
    assert any(note.startswith(said) for note in result.notes)


@pytest.mark.parametrize(
    ("expectations", "message"),
    [
        ({"DEF": 1}, "expectations: expected a known condition, found “DEF”; did you mean DEV?"),
        ({"DEV": 2}, "expectation of DEV: expected levels from 0 to 1, found 2"),
        ({"DEV": ()}, "expectation of DEV: expected levels from 0 to 1, found none"),
    ],
)
def test_expectations_that_cannot_be(lipset_crisp, expectations, message):
    with pytest.raises(UsageError) as raised:
        solutions(lipset_crisp, LIPSET, "SURV", search=Search(expectations=expectations))
    assert str(raised.value) == message


def test_nothing_is_said_of_causes_but_that_there_are_none(lipset_crisp):
    result = solutions(lipset_crisp, LIPSET, "SURV")
    assert "no cause" in result.notes[0]
    assert not any("because" in note or "leads to" in note for note in result.notes)
    assert any(note.startswith("18 cases are fewer than the 32 rows") for note in result.notes)
