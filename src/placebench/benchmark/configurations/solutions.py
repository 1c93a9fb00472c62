"""Solutions as a result: which combinations of conditions are associated with the outcome."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import numpy as np
import polars as pl

from placebench.benchmark.configurations import notes
from placebench.benchmark.configurations.completion import Completing, completions
from placebench.benchmark.configurations.evidence import with_evidence
from placebench.benchmark.configurations.fit import sufficiency
from placebench.benchmark.configurations.implicants import takes_in
from placebench.benchmark.configurations.minimisation import Model, Search, Solution, solve
from placebench.benchmark.configurations.sets import Columns, Rows, Sets, Term, read_sets
from placebench.benchmark.configurations.tabulation import POSITIVE, CutOffs, Tabulation, tabulate
from placebench.benchmark.result import Result
from placebench.errors import UsageError

SOURCE = "Ragin 1987, 2008; Ragin and Sonnett 2005; Duşa 2018"
_NAMES = pl.List(pl.String)
_SCHEMA: Columns = {
    "solution": pl.String,
    "model": pl.String,
    "part": pl.String,
    "expression": pl.String,
    "inclusion": pl.Float64,
    "pri": pl.Float64,
    "raw_coverage": pl.Float64,
    "unique_coverage": pl.Float64,
    "cases": _NAMES,
    "deviant_cases": _NAMES,
    "remainders_taken_in": pl.List(pl.Int64),
    "derived_from": _NAMES,
}


def solutions(
    frame: pl.DataFrame,
    conditions: Sequence[str],
    outcome: str,
    *,
    case: str = "case",
    cut_offs: CutOffs | None = None,
    search: Search | None = None,
) -> Result:
    """Minimise the truth table of complete data.

    Args:
        frame: Calibrated data without missing values, one row a case; see `read_sets`.
        conditions: Names of the conditions.
        outcome: Name of the outcome; `~` before it means its negation.
        case: Column with the names of the cases.
        cut_offs: What makes a row positive.
        search: Directional expectations and how tied models are searched for.

    Returns:
        For each solution (conservative, parsimonious, intermediate) and each of its tied models one row of
        the model and one of each term (`part`), with the parameters of fit. `cases` are those of the positive
        rows that it takes in, `deviant_cases` are rather in it than out without the outcome, and
        `remainders_taken_in` are the numbers of rows without cases that it assumes something of.

    Raises:
        UsageError: The data cannot be analysed (see `read_sets`), or a value is missing.
    """
    cut_offs, search = cut_offs or CutOffs(), search or Search()
    sets = read_sets(frame, conditions, outcome, case=case)
    _check_complete(sets)
    table = tabulate(sets, cut_offs)
    found = solve(sets, table, search)
    described = _Description(sets, table)
    rows = [row for solution in found for row in described.rows(solution)]
    return Result(
        name="solutions",
        title=f"Combinations of conditions associated with {outcome}",
        frame=with_evidence(pl.DataFrame(rows, schema=_SCHEMA), frame, case),
        denominators={
            "cases": len(sets.cases),
            "rows": sets.n_rows,
            "positive_rows": len(table.rows(POSITIVE)),
        },
        notes=(
            notes.ASSOCIATED,
            *notes.of_cut_offs(cut_offs),
            *(said for solution in found for said in of_solution(solution, search)),
            *notes.of_data(sets, completions(sets, Completing())),
        ),
        source=SOURCE,
    )


def of_solution(solution: Solution, search: Search) -> Iterator[str]:
    """Say what is particular about a solution: that there is none, that models tie, that the search ended."""
    if solution.trivial:
        yield f"No {solution.kind} solution: no row rules anything out, so no condition would be left."
    elif not solution.models:
        yield f"No {solution.kind} solution: no row of the truth table is positive."
    if len(solution.models) > 1:
        yield f"{len(solution.models)} models of the {solution.kind} solution tie; none is better."
    if not solution.least:
        yield (
            f"The search for the {solution.kind} solution grew too long: there may be models of fewer terms, "
            f"and others of as many as the {len(solution.models)} found."
        )
    elif len(solution.models) == search.most_models and not solution.complete:
        yield f"More models of the {solution.kind} solution tie than the {search.most_models} given (a cap)."
    elif not solution.complete:
        yield (
            f"The search for tied models of the {solution.kind} solution grew too long: there may be others "
            f"beside the {len(solution.models)} found."
        )


class _Description:
    """Rows that describe models and their terms."""

    def __init__(self, sets: Sets, table: Tabulation) -> None:
        self.sets = sets
        self.table = table
        self.without_cases = _without_cases(sets, table)
        self.numbers = sets.numbers(self.without_cases)
        self.fit = cache(self._fit)  # many models share terms

    def rows(self, solution: Solution) -> Iterator[dict[str, object]]:
        for number, model in enumerate(solution.models, start=1):
            head = {
                "solution": solution.kind,
                "model": f"M{number}",
                "derived_from": list(model.derived_from),
            }
            expression = " + ".join(self.sets.expression(term) for term in model.terms)
            yield {**head, "part": "model", "expression": expression, **self.fit(model.terms)}
            for term in model.terms:
                unique = {"unique_coverage": self._unique_coverage(model, term)}
                part = {"part": "term", "expression": self.sets.expression(term)}
                yield {**head, **part, **self.fit((term,)), **unique}

    def _fit(self, terms: tuple[Term, ...]) -> dict[str, object]:
        inside = self.sets.in_any(terms)
        fit = sufficiency(inside, self.sets.memberships)
        return {
            "inclusion": fit.inclusion,
            "pri": fit.pri,
            "raw_coverage": fit.coverage,
            "unique_coverage": None,
            "cases": self._cases(terms),
            "deviant_cases": self.sets.named((inside > 0.5) & (self.sets.memberships < 0.5)),  # noqa: PLR2004
            "remainders_taken_in": self._remainders(terms),
        }

    def _cases(self, terms: tuple[Term, ...]) -> list[str]:
        rows = [one for one in self.table.configurations if one.kind == POSITIVE]
        taken = takes_in(terms, self.table.rows(POSITIVE)).any(axis=0)
        members = sorted(
            n for one, inside in zip(rows, np.atleast_1d(taken), strict=True) if inside for n in one.members
        )
        return [self.sets.cases[n] for n in members]

    def _remainders(self, terms: tuple[Term, ...]) -> list[int]:
        taken = takes_in(terms, self.without_cases).any(axis=0)
        return [int(number) for number in self.numbers[taken]]

    def _unique_coverage(self, model: Model, term: Term) -> float | None:
        """Return what of the outcome this term alone covers; null where the model has no other."""
        if len(model.terms) == 1:
            return None
        others = tuple(other for other in model.terms if other != term)
        whole = sufficiency(self.sets.in_any(model.terms), self.sets.memberships).coverage
        rest = sufficiency(self.sets.in_any(others), self.sets.memberships).coverage
        return None if whole is None or rest is None else whole - rest


def _without_cases(sets: Sets, table: Tabulation) -> Rows:
    space = sets.space()
    occurs = {one.number for one in table.configurations}
    return space[[number not in occurs for number in range(1, len(space) + 1)]]


def _check_complete(sets: Sets) -> None:
    if sets.complete.all():
        return
    name = sets.named(~sets.complete)[0]
    number = sets.cases.index(name)
    missing = [c for c, v in zip(sets.conditions, sets.values[number], strict=True) if v != v]  # noqa: PLR0124
    raise UsageError(
        "no missing values",
        f"no value of {(missing or [sets.outcome])[0]} for case “{name}”",
        hint="`robustness` gives the terms that hold whatever the missing values are",
    )
