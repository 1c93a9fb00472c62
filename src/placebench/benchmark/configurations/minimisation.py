"""From a truth table to solutions: conservative, parsimonious and intermediate.

The three differ in the remainders, rows without cases, that a term may take in: none, any that makes terms
shorter, or of those only the ones that directional expectations speak for (Ragin and Sonnett 2005).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs
import numpy as np
import numpy.typing as npt

from placebench.benchmark.configurations import covers
from placebench.benchmark.configurations.implicants import prime_implicants, takes_in
from placebench.benchmark.configurations.sets import ANY, Rows, Sets, Term, unknown_name
from placebench.benchmark.configurations.tabulation import (
    CONTRADICTORY,
    NEGATIVE,
    POSITIVE,
    Tabulation,
)
from placebench.errors import UsageError

CONSERVATIVE, PARSIMONIOUS, INTERMEDIATE = "conservative", "parsimonious", "intermediate"
_Expectations = Mapping[int, frozenset[int]]


@attrs.frozen(kw_only=True)
class Search:
    """How solutions are searched for.

    Attributes:
        expectations: The level of a condition, or its levels, expected to go with the outcome: `{"A": 1}`.
            Without any there is no intermediate solution.
        contradictions_as_remainders: Whether terms may take in contradictory rows as they may remainders.
        irredundant: Whether to give every model from which no term can be left out, and not only those of the
            fewest terms.
        most_models: Number of tied models after which the search ends.
    """

    expectations: Mapping[str, int | tuple[int, ...]] | None = None
    contradictions_as_remainders: bool = False
    irredundant: bool = False
    most_models: int = 200


@attrs.frozen
class Model:
    """Terms that together take in every positive row.

    Attributes:
        terms: The terms.
        derived_from: Names of the conservative and parsimonious models that an intermediate one rests on.
    """

    terms: tuple[Term, ...]
    derived_from: tuple[str, ...] = ()


@attrs.frozen
class Solution:
    """Tied models.

    Attributes:
        kind: `conservative`, `parsimonious` or `intermediate`.
        models: The models, those with the fewest literals first.
        complete: Whether there are no others.
        least: Whether it is certain that no model has fewer terms.
        trivial: Whether nothing is ruled out, so that no condition would be left.
    """

    kind: str
    models: tuple[Model, ...]
    complete: bool = True
    least: bool = True
    trivial: bool = False

    @property
    def terms(self) -> frozenset[Term]:
        """Terms of some model."""
        return frozenset(term for model in self.models for term in model.terms)

    @property
    def shared_terms(self) -> frozenset[Term]:
        """Terms of every model."""
        every = [frozenset(model.terms) for model in self.models]
        return frozenset.intersection(*every) if every else frozenset()


def solve(sets: Sets, table: Tabulation, search: Search) -> tuple[Solution, ...]:
    """Find the conservative and the parsimonious solution, and with expectations the intermediate one.

    Raises:
        UsageError: A condition or a level of the expectations is not there.
    """
    expected = _read(sets, search.expectations)
    positive = table.rows(POSITIVE)
    if not len(positive):
        kinds = (CONSERVATIVE, PARSIMONIOUS, *((INTERMEDIATE,) if expected is not None else ()))
        return tuple(Solution(kind, ()) for kind in kinds)
    conservative = _minimise(CONSERVATIVE, positive, _rest(sets, positive), search)
    ruled_out = (NEGATIVE,) if search.contradictions_as_remainders else (NEGATIVE, CONTRADICTORY)
    parsimonious = _minimise(PARSIMONIOUS, positive, table.rows(*ruled_out), search)
    if expected is None:
        return conservative, parsimonious
    return (
        conservative,
        parsimonious,
        _intermediate(sets, (conservative, parsimonious), positive, expected, search),
    )


def _read(sets: Sets, given: Mapping[str, int | tuple[int, ...]] | None) -> _Expectations | None:
    if given is None:
        return None
    expected = {}
    for name, levels in given.items():
        if name not in sets.conditions:
            raise unknown_name("condition", name, sets.conditions, where="expectations")
        number = sets.conditions.index(name)
        chosen = frozenset((levels,) if isinstance(levels, int) else levels)
        if not chosen or not chosen <= set(range(sets.levels[number])):
            found = ", ".join(str(level) for level in sorted(chosen)) or "none"
            last = sets.levels[number] - 1
            raise UsageError(f"levels from 0 to {last}", found, where=f"expectation of {name}")
        expected[number] = chosen
    return expected


def _minimise(kind: str, positive: Rows, ruled_out: Rows, search: Search) -> Solution:
    if not len(ruled_out):
        return Solution(kind, (), trivial=True)
    terms = prime_implicants(positive, ruled_out)
    chart = takes_in(terms, positive)
    cover = covers.irredundant if search.irredundant else covers.fewest
    found = cover(chart, most=search.most_models)
    models = [Model(tuple(terms[n] for n in choice)) for choice in found.choices]
    return Solution(
        kind, tuple(sorted(models, key=_shortest_first)), found.complete, found.least or search.irredundant
    )


def _intermediate(
    sets: Sets,
    outer: tuple[Solution, Solution],
    positive: Rows,
    expected: _Expectations,
    search: Search,
) -> Solution:
    """Minimise once more with the easy counterfactuals of each pair of models of the other two."""
    conservative, parsimonious = outer
    space = sets.space()
    derived: dict[tuple[Term, ...], tuple[str, ...]] = {}
    complete = conservative.complete and parsimonious.complete
    least = conservative.least and parsimonious.least
    solved: dict[bytes, Solution] = {}
    for name, ours, theirs in _pairs(conservative, parsimonious):
        easy = _easy_counterfactuals(ours, theirs, space, expected)
        if easy.tobytes() not in solved:
            allowed = np.concatenate([positive, space[easy]])
            solved[easy.tobytes()] = _minimise(INTERMEDIATE, positive, _rest(sets, allowed), search)
        solution = solved[easy.tobytes()]
        complete, least = complete and solution.complete, least and solution.least
        for model in solution.models:
            derived[model.terms] = (*derived.get(model.terms, ()), name)
    models = sorted((Model(*one) for one in derived.items()), key=_shortest_first)
    return Solution(
        INTERMEDIATE,
        tuple(models[: search.most_models]),
        complete and len(models) <= search.most_models,
        least,
        parsimonious.trivial,
    )


def _pairs(conservative: Solution, parsimonious: Solution) -> Iterator[tuple[str, Model, Model]]:
    for c, ours in enumerate(conservative.models, start=1):
        for p, theirs in enumerate(parsimonious.models, start=1):
            yield f"C{c}P{p}", ours, theirs


def _easy_counterfactuals(
    conservative: Model, parsimonious: Model, space: Rows, expected: _Expectations
) -> npt.NDArray[np.bool_]:
    """Tell which rows the parsimonious model and the expectations let a term take in."""
    kept = tuple(
        _kept(ours, theirs, expected)
        for ours in conservative.terms
        for theirs in parsimonious.terms
        if all(level in {ANY, ours[n]} for n, level in enumerate(theirs))
    )
    assumed = takes_in(parsimonious.terms, space).any(axis=0)
    easy = takes_in(kept, space).any(axis=0)
    return np.logical_and(assumed, easy)


def _kept(ours: Term, theirs: Term, expected: _Expectations) -> Term:
    """Leave out of a conservative term what a parsimonious one does without and nobody expects."""
    return tuple(
        ANY if theirs[n] == ANY and n in expected and level not in expected[n] else level
        for n, level in enumerate(ours)
    )


def _rest(sets: Sets, rows: Rows) -> Rows:
    """Return all other rows of the truth table."""
    space = sets.space()
    others = np.ones(len(space), dtype=bool)
    others[sets.numbers(rows) - 1] = False
    return space[others]


def _shortest_first(model: Model) -> tuple[int, int, tuple[Term, ...]]:
    return len(model.terms), sum(level != ANY for term in model.terms for level in term), model.terms
