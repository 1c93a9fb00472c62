"""Which terms hold whatever the missing values are."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence

import attrs
import numpy as np
import polars as pl

from placebench.benchmark.configurations import notes
from placebench.benchmark.configurations.completion import Completing, Completions, completions
from placebench.benchmark.configurations.evidence import with_evidence
from placebench.benchmark.configurations.fit import sufficiency
from placebench.benchmark.configurations.minimisation import Search, Solution, solve
from placebench.benchmark.configurations.sets import Columns, Sets, Term, read_sets
from placebench.benchmark.configurations.solutions import SOURCE
from placebench.benchmark.configurations.tabulation import CutOffs, tabulate
from placebench.benchmark.configurations.truth_table import bounds
from placebench.benchmark.result import Result

ROBUST, POSSIBLE, NEVER = "robust", "possible", "never"
_NAMES = pl.List(pl.String)
_SCHEMA: Columns = {
    "solution": pl.String,
    "term": pl.String,
    "status": pl.String,
    "in_some_model": pl.Int64,
    "in_every_model": pl.Int64,
    "completions": pl.Int64,
    "in_complete_cases": pl.Boolean,
    "inclusion_low": pl.Float64,
    "inclusion_high": pl.Float64,
    "coverage_low": pl.Float64,
    "coverage_high": pl.Float64,
    "cases": _NAMES,
    "possible_cases": _NAMES,
}


def robustness(
    frame: pl.DataFrame,
    conditions: Sequence[str],
    outcome: str,
    *,
    case: str = "case",
    cut_offs: CutOffs | None = None,
    search: Search | None = None,
    completing: Completing | None = None,
) -> Result:
    """Minimise every completion of the data, and say how sure each term is.

    Args:
        frame: Calibrated data, one row a case, null where nothing is stated; see `read_sets`.
        conditions: Names of the conditions.
        outcome: Name of the outcome; `~` before it means its negation.
        case: Column with the names of the cases.
        cut_offs: What makes a row positive.
        search: Directional expectations and how tied models are searched for.
        completing: How missing values are completed.

    Returns:
        One row a solution and term. `status` is robust where the term is in every tied model of every
        completion, possible where it is in some model of some, and never where it only comes up when the
        cases with missing values are left out (`in_complete_cases`). `in_some_model` and `in_every_model`
        count completions. Bounds of inclusion and coverage are over all completions. `cases` are rather in
        the term than out in every completion, `possible_cases` in some.

    Raises:
        UsageError: The data cannot be analysed; see `read_sets`.
    """
    cut_offs, search = cut_offs or CutOffs(), search or Search()
    sets = read_sets(frame, conditions, outcome, case=case)
    completed = completions(sets, completing or Completing())
    solved = _Solver(cut_offs, search)
    whole = [solved(one) for one in completed.sets]
    partial = solved(sets.only(sets.complete))
    tallies = tuple(_tallies(whole, partial))
    rows = [_row(completed, tally) for tally in tallies]
    table = pl.DataFrame(rows, schema=_SCHEMA)
    return Result(
        name="term_robustness",
        title=f"How sure it is that terms are associated with {outcome}",
        frame=with_evidence(table, frame, case),
        denominators={
            "cases": len(sets.cases),
            "cases_complete": int(sets.complete.sum()),
            **completed.denominators,
        },
        notes=(
            notes.ASSOCIATED,
            *notes.of_cut_offs(cut_offs),
            *_notes(whole, table, sets),
            *notes.of_data(sets, completed),
        ),
        source=SOURCE,
    )


class _Solver:
    """Solves each truth table once: many completions give the same."""

    def __init__(self, cut_offs: CutOffs, search: Search) -> None:
        self.cut_offs = cut_offs
        self.search = search
        self.solved: dict[Hashable, tuple[Solution, ...]] = {}

    def __call__(self, sets: Sets) -> tuple[Solution, ...]:
        table = tabulate(sets, self.cut_offs)
        if table.key not in self.solved:
            self.solved[table.key] = solve(sets, table, self.search)
        return self.solved[table.key]


@attrs.frozen
class _Tally:
    """In how many completions a term is in some model, and in every model, of a solution."""

    solution: str
    term: Term
    some: int
    every: int
    complete_cases: bool


def _tallies(whole: Sequence[tuple[Solution, ...]], partial: Sequence[Solution]) -> Iterator[_Tally]:
    for number, alone in enumerate(partial):
        solutions = [found[number] for found in whole]
        terms = alone.terms.union(*(solution.terms for solution in solutions))
        counted = (
            _Tally(
                alone.kind,
                term,
                sum(term in solution.terms for solution in solutions),
                sum(term in solution.shared_terms for solution in solutions),
                term in alone.terms,
            )
            for term in terms
        )
        yield from sorted(counted, key=lambda tally: (-tally.every, -tally.some, tally.term))


def _row(completed: Completions, tally: _Tally) -> dict[str, object]:
    inside = [sets.in_term(tally.term) for sets in completed.sets]
    fits = [sufficiency(x, sets.memberships) for x, sets in zip(inside, completed.sets, strict=True)]
    rather_in = [x > 0.5 for x in inside]  # noqa: PLR2004 - more in the term than out of it
    certain, possible = np.all(rather_in, axis=0), np.any(rather_in, axis=0)
    everywhere = tally.every == len(completed.sets)
    sets = completed.sets[0]
    return {
        "solution": tally.solution,
        "term": sets.expression(tally.term),
        "status": ROBUST if everywhere else POSSIBLE if tally.some else NEVER,
        "in_some_model": tally.some,
        "in_every_model": tally.every,
        "completions": len(completed.sets),
        "in_complete_cases": tally.complete_cases,
        **bounds("inclusion", [fit.inclusion for fit in fits]),
        **bounds("coverage", [fit.coverage for fit in fits]),
        "cases": sets.named(certain),
        "possible_cases": sets.named(possible & ~certain),
    }


def _notes(whole: Sequence[tuple[Solution, ...]], table: pl.DataFrame, sets: Sets) -> Iterator[str]:
    for solutions in zip(*whole, strict=True):
        yield from _of_kind(solutions)
        if not table.filter(solution=solutions[0].kind, status=ROBUST).height and len(whole) > 1:
            yield f"No term of the {solutions[0].kind} solution is robust."
    if len(whole) > 1:
        yield "Numbers of completions are no probabilities: nothing says that they are equally likely."
    if not sets.complete.any():
        yield "No case is complete: an analysis of complete cases alone would have none."


def _of_kind(solutions: Sequence[Solution]) -> Iterator[str]:
    kind, of = solutions[0].kind, f"of {len(solutions)} completions"
    nothing = sum(not solution.models and not solution.trivial for solution in solutions)
    trivial = sum(solution.trivial for solution in solutions)
    tied = sum(len(solution.models) > 1 for solution in solutions)
    ended = sum(not solution.complete for solution in solutions)
    if nothing:
        yield f"In {nothing} {of} no row is positive, so there is no {kind} solution."
    if trivial:
        yield f"In {trivial} {of} no row rules anything out, so the {kind} solution has no condition left."
    if tied:
        yield f"In {tied} {of} models of the {kind} solution tie."
    if ended:
        yield f"In {ended} {of} the search for {kind} models ended early: there may be others."
