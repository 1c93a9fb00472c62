"""Necessity: what is there wherever the outcome is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, product

import attrs
import numpy as np
import polars as pl

from placebench.benchmark.configurations import notes
from placebench.benchmark.configurations.completion import Completing, Completions, completions
from placebench.benchmark.configurations.evidence import with_evidence
from placebench.benchmark.configurations.fit import Memberships, Necessity, reaches
from placebench.benchmark.configurations.fit import necessity as fit_of
from placebench.benchmark.configurations.robustness import NEVER, POSSIBLE, ROBUST
from placebench.benchmark.configurations.sets import ANY, Columns, Sets, read_sets
from placebench.benchmark.configurations.truth_table import bounds
from placebench.benchmark.result import Result

SOURCE = "Ragin 2006; RoN: Schneider and Wagemann 2012"
CONDITION, CONJUNCTION, DISJUNCTION = "condition", "conjunction", "disjunction"
_NAMES = pl.List(pl.String)
_SCHEMA: Columns = {
    "expression": pl.String,
    "form": pl.String,
    "status": pl.String,
    "necessary_in": pl.Int64,
    "completions": pl.Int64,
    "inclusion_low": pl.Float64,
    "inclusion_high": pl.Float64,
    "coverage_low": pl.Float64,
    "coverage_high": pl.Float64,
    "relevance_low": pl.Float64,
    "relevance_high": pl.Float64,
    "cases": _NAMES,
    "deviant_cases": _NAMES,
}
_Literal = tuple[int, int]


@attrs.frozen(kw_only=True)
class Demands:
    """What counts as necessary.

    Attributes:
        inclusion: Least inclusion.
        coverage: Least coverage.
        relevance: Least relevance of necessity.
        depth: Most conditions of an expression.
    """

    inclusion: float = 0.9
    coverage: float = 0.0
    relevance: float = 0.0
    depth: int = 2

    def met_by(self, fit: Necessity) -> bool:
        """Tell whether an expression counts as necessary."""
        return (
            reaches(fit.inclusion, self.inclusion)
            and (not self.coverage or reaches(fit.coverage, self.coverage))
            and (not self.relevance or reaches(fit.relevance, self.relevance))
        )

    def in_words(self) -> str:
        """Say the cut-offs in a sentence."""
        return (
            f"Cut-offs of necessity: inclusion {self.inclusion:g}, coverage {self.coverage:g}, relevance "
            f"{self.relevance:g}; expressions of up to {self.depth} conditions."
        )


@attrs.frozen
class _Expression:
    form: str
    literals: tuple[_Literal, ...]

    def memberships(self, sets: Sets) -> Memberships:
        each = [sets.in_level(*literal) for literal in self.literals]
        joined: Memberships = (np.maximum if self.form == DISJUNCTION else np.minimum).reduce(each)
        return joined

    def fit(self, sets: Sets) -> Necessity:
        return fit_of(self.memberships(sets), sets.memberships)

    def text(self, sets: Sets) -> str:
        terms = [[ANY] * len(sets.conditions) for _ in self.literals]
        for term, (number, level) in zip(terms, self.literals, strict=True):
            term[number] = level
        return (" + " if self.form == DISJUNCTION else "*").join(map(sets.expression, terms))


def necessity(
    frame: pl.DataFrame,
    conditions: Sequence[str],
    outcome: str,
    *,
    case: str = "case",
    demands: Demands | None = None,
    completing: Completing | None = None,
) -> Result:
    """Find what is necessary for the outcome in the sense of sets: present wherever the outcome is.

    Args:
        frame: Calibrated data, one row a case, null where nothing is stated; see `read_sets`.
        conditions: Names of the conditions.
        outcome: Name of the outcome; `~` before it means its negation.
        case: Column with the names of the cases.
        demands: What counts as necessary.
        completing: How missing values are completed.

    Returns:
        One row for each level of each condition, necessary or not; then the conjunctions that are necessary,
        and the disjunctions of which no part is, each in some completion. `status` is robust (necessary in
        every completion), possible (in some) or never. Bounds are over completions. `cases` have the outcome
        and the expression in every completion, `deviant_cases` the outcome without the expression in some.

    Raises:
        UsageError: The data cannot be analysed; see `read_sets`.
    """
    demands = demands or Demands()
    sets = read_sets(frame, conditions, outcome, case=case)
    completed = completions(sets, completing or Completing())
    singles = dict.fromkeys(_Expression(CONDITION, (literal,)) for literal in _literals(sets))
    wider = dict.fromkeys(found for one in completed.sets for found in _wider(one, demands))
    ordered = (*singles, *sorted(wider, key=lambda found: (found.form, len(found.literals), found.literals)))
    table = pl.DataFrame([_row(completed, one, demands) for one in ordered], schema=_SCHEMA)
    return Result(
        name="necessity",
        title=f"What is present wherever {outcome} is",
        frame=with_evidence(table, frame, case),
        denominators={"cases": len(sets.cases), **completed.denominators},
        notes=(
            demands.in_words(),
            *_notes(table, outcome),
            notes.ASSOCIATED,
            *notes.of_data(sets, completed),
        ),
        source=SOURCE,
    )


def _literals(sets: Sets) -> Iterator[_Literal]:
    for number, levels in enumerate(sets.levels):
        yield from ((number, level) for level in reversed(range(levels)))


def _wider(sets: Sets, demands: Demands) -> Iterator[_Expression]:
    inclusive = attrs.evolve(demands, coverage=0.0, relevance=0.0)
    alone = {one: inclusive.met_by(fit_of(sets.in_level(*one), sets.memberships)) for one in _literals(sets)}
    for found in _conjunctions(sets, [one for one in alone if alone[one]], inclusive):
        if demands.met_by(found.fit(sets)):
            yield found
    for found in _disjunctions(sets, [one for one in alone if not alone[one]], inclusive):
        if demands.met_by(found.fit(sets)):
            yield found


def _conjunctions(sets: Sets, necessary: Sequence[_Literal], inclusive: Demands) -> Iterator[_Expression]:
    """Yield the necessary conjunctions, whose parts are all necessary."""
    for literals in _combined(necessary, inclusive.depth):
        found = _Expression(CONJUNCTION, literals)
        if inclusive.met_by(found.fit(sets)):
            yield found


def _disjunctions(sets: Sets, others: Sequence[_Literal], inclusive: Demands) -> Iterator[_Expression]:
    """Yield the necessary disjunctions of which no part is necessary already."""
    found: list[frozenset[_Literal]] = []
    for literals in _combined(others, inclusive.depth):
        one = _Expression(DISJUNCTION, literals)
        if not any(part <= set(literals) for part in found) and inclusive.met_by(one.fit(sets)):
            found.append(frozenset(literals))
            yield one


def _combined(literals: Sequence[_Literal], depth: int) -> Iterator[tuple[_Literal, ...]]:
    """Yield combinations of two or more conditions, one level of each, the smaller first."""
    conditions: dict[int, list[_Literal]] = {}
    for literal in literals:
        conditions.setdefault(literal[0], []).append(literal)
    for size in range(2, min(depth, len(conditions)) + 1):
        for chosen in combinations(conditions.values(), size):
            yield from product(*chosen)


def _row(completed: Completions, one: _Expression, demands: Demands) -> dict[str, object]:
    fits = [one.fit(sets) for sets in completed.sets]
    necessary = sum(demands.met_by(fit) for fit in fits)
    inside = np.array([one.memberships(sets) > 0.5 for sets in completed.sets])  # noqa: PLR2004 - rather in
    outcome = np.array([sets.memberships > 0.5 for sets in completed.sets])  # noqa: PLR2004
    sets = completed.sets[0]
    return {
        "expression": one.text(sets),
        "form": one.form,
        "status": ROBUST if necessary == len(fits) else POSSIBLE if necessary else NEVER,
        "necessary_in": necessary,
        "completions": len(fits),
        **bounds("inclusion", [fit.inclusion for fit in fits]),
        **bounds("coverage", [fit.coverage for fit in fits]),
        **bounds("relevance", [fit.relevance for fit in fits]),
        "cases": sets.named((inside & outcome).all(axis=0)),
        "deviant_cases": sets.named((outcome & ~inside).any(axis=0)),
    }


def _notes(table: pl.DataFrame, outcome: str) -> Iterator[str]:
    if not table.filter(pl.col("status") != NEVER).height:
        yield f"Nothing is present wherever {outcome} is, at these cut-offs."
    if table.filter(pl.col("status") != NEVER, pl.col("relevance_high") < 0.5).height:  # noqa: PLR2004
        yield "A relevance below 0.5 says that the expression is present nearly everywhere, outcome or not."
