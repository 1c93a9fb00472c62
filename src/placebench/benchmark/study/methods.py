"""The methods of a study: from its choices to results."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property

import attrs
import polars as pl

from placebench.benchmark import agreement, change, configurations, counts, maturity, order, peers
from placebench.benchmark.maturity import Maturity
from placebench.benchmark.order.extensions import DRAWS
from placebench.benchmark.result import Result
from placebench.benchmark.scope import Tables, scope_of
from placebench.benchmark.stated.conflicts import conflicts
from placebench.benchmark.stated.coverage import coverage
from placebench.benchmark.stated.delegation import delegation
from placebench.benchmark.stated.governance import governance
from placebench.benchmark.stated.leadership import leadership
from placebench.benchmark.stated.membership import membership
from placebench.benchmark.stated.priorities import priorities
from placebench.benchmark.study.choices import RATINGS, ConfigurationChoices, MaturityChoices, Study
from placebench.benchmark.study.ordering import ordered
from placebench.errors import UnsuitableCases, UsageError

DOCUMENTARY = "documentary"
OpenDataset = Callable[[str], Tables]

_COUNTS = (
    counts.arrangements,
    counts.member_sectors,
    counts.chair_sectors,
    counts.lead_employers,
    counts.delegations,
    counts.pooled_budgets,
    counts.priority_topics,
    counts.remits,
    counts.commitment_themes,
)


@attrs.frozen(eq=False, slots=False)
class Work:
    """A study on the tables that it chose.

    Attributes:
        tables: The dataset, or the part of it that the study is about.
        study: The study.
        older: The older dataset that it is set against, chosen in the same way; None for none.
        notes: What is to be said of the choice of facts.
    """

    tables: Tables
    study: Study
    older: Tables | None = None
    notes: tuple[str, ...] = ()

    @cached_property
    def ratings(self) -> Maturity:
        """What self and peer assessments say, of those that the study asks for."""
        return self._maturity([basis for basis in self.study.maturity.basis if basis in RATINGS])

    @cached_property
    def readings(self) -> Maturity | None:
        """What rules read of maturity in documents; None where the study does not ask for it."""
        return self._maturity([DOCUMENTARY]) if DOCUMENTARY in self.study.maturity.basis else None

    @property
    def intervals(self) -> Iterator[tuple[str, Maturity]]:
        """Each kind of intervals that the study asks for, with what its results are called after."""
        if set(self.study.maturity.basis) & set(RATINGS):
            yield "", self.ratings
        if self.readings is not None:
            yield f"_{DOCUMENTARY}", self.readings

    def _maturity(self, basis: list[str]) -> Maturity:
        chosen = self.study.maturity
        try:
            return maturity.maturity(
                self.tables,
                chosen.framework,
                tuple(basis) or RATINGS,
                themes=chosen.themes or None,
                assessors=chosen.assessors or None,
                rules=chosen.rules,
            )
        except UnsuitableCases as why:
            # Who asks for nothing in particular of maturity still wants the other tables.
            if chosen != MaturityChoices(basis=chosen.basis):
                raise
            return maturity.undecided(self.tables, why)


def results(work: Work) -> Iterator[Result]:
    """Yield the results of every method that a study asks for, in order.

    Raises:
        UsageError: A method cannot be applied to the dataset; the message names the method.
    """
    for method in work.study.asked:
        try:
            yield from _METHODS[method](work)
        except UsageError as error:
            where = f"{work.study.title}, method {method}"
            hint = error.hint or f"change its choices, or leave {method} out of `methods`"
            inner = f"{error.where}: {error.expected}" if error.where else error.expected
            raise UsageError(inner, error.found, where=where, hint=hint) from error


def _coverage(work: Work) -> Iterator[Result]:
    found = coverage(work.tables)
    # Why a place or a table is silent can lie in the choice of facts alone.
    yield attrs.evolve(found, notes=(*found.notes, *work.notes))


def _counts(work: Work) -> Iterator[Result]:
    for count in _COUNTS:
        yield count(work.tables, suppress_below=work.study.suppress_below)
    yield counts.priority_overlap(work.tables)


def _maturity(work: Work) -> Iterator[Result]:
    chosen = work.study.systems or work.study.places
    for suffix, every in work.intervals:
        found = every if chosen or suffix else maturity.at_home(every)
        yield _renamed(found, suffix)
        yield _renamed(maturity.distribution(found), suffix)
        yield _renamed(maturity.medians(found), suffix)
        yield _renamed(maturity.coverage_of_places(found), suffix)
        yield _renamed(maturity.coverage_of_themes(found), suffix)
        if suffix:
            yield maturity.documentary_bounds(found)


def _order(work: Work) -> Iterator[Result]:
    draws, seed = work.study.order.draws or DRAWS, work.study.order.seed
    for suffix, found in work.intervals:
        if not found.frame["known"].any():
            continue
        chosen = ordered(found, work.study, work.tables)
        for result in _orders(chosen.frame, draws, seed):
            yield _renamed(chosen.of(result), suffix)


def _orders(frame: pl.DataFrame, draws: int, seed: int) -> Iterator[Result]:
    yield order.dominance(frame)
    yield order.ranks(frame, draws=draws, seed=seed)
    yield order.pairs(frame, draws=draws, seed=seed)
    yield order.rank_probabilities(frame, draws=draws, seed=seed)
    yield order.hasse(frame)
    yield order.copeland(frame)
    yield order.robustness(order.variants(frame))


def _agreement(work: Work) -> Iterator[Result]:
    frames = [found.frame for _, found in work.intervals]
    if any(frame["known"].any() for frame in frames):
        yield agreement.raters(pl.concat(frames))
    for suffix, found in work.intervals:
        if found.instrument and not found.ratings.is_empty() and not suffix:
            yield agreement.assessors(found.ratings, found.instrument.themes, found.instrument.n_stages)


def _peers(work: Work) -> Iterator[Result]:
    chosen = work.study.peers
    features = peers.features_of(work.tables)
    yield peers.peers(features, chosen.k, min_shared=chosen.min_shared)
    yield peers.clusters(features, chosen.groups, min_shared=chosen.min_shared)
    if chosen.context is not None:
        table = pl.read_csv(chosen.context)
        yield peers.contextual_peers(table, chosen.k, dataset=work.tables)


def _configurations(work: Work) -> Iterable[Result]:
    chosen = work.study.configurations
    if chosen is None:
        raise UsageError("choices of the method configurations", "none", where=work.study.title)
    known = [found for _, found in work.intervals if found.frame["known"].any()]
    try:
        return configurations.configurations(
            work.tables,
            chosen.conditions,
            chosen.outcome,
            intervals=known[0].frame if known else None,
            cut_offs=configurations.CutOffs(frequency=chosen.frequency, inclusion=chosen.inclusion),
            search=configurations.Search(expectations=_expectations(chosen)),
        )
    except UnsuitableCases as why:
        # Of the other methods a reader still wants the tables.
        places = scope_of(work.tables).places.height
        return (configurations.unanswered(chosen.conditions, chosen.outcome, why, n_places=places),)


def _expectations(chosen: ConfigurationChoices) -> dict[str, int | tuple[int, ...]] | None:
    expected = {name.removeprefix("~"): int(not name.startswith("~")) for name in chosen.expectations}
    return dict(expected) or None


def _change(work: Work) -> Iterator[Result]:
    chosen = work.study.change
    if chosen is None:
        raise UsageError("choices of the method change", "none", where=work.study.title)
    if work.older is not None:
        sides = change.datasets(work.older, work.tables)
    elif chosen.first and chosen.last:
        sides = change.between(work.tables, chosen.first, chosen.last)
    else:
        raise UsageError("two days, or an older dataset", "neither", where=work.study.title)
    yield change.fact_changes(sides)
    yield change.footprint_changes(sides)
    yield change.stage_transitions(sides)
    yield change.stage_signs(sides)


def _renamed(result: Result, suffix: str) -> Result:
    return attrs.evolve(result, name=f"{result.name}{suffix}") if suffix else result


def _alone(comparison: Callable[[Tables], Result]) -> Callable[[Work], Iterator[Result]]:
    return lambda work: iter([comparison(work.tables)])


_METHODS: Mapping[str, Callable[[Work], Iterable[Result]]] = {
    "coverage": _coverage,
    "governance": _alone(governance),
    "membership": _alone(membership),
    "leadership": _alone(leadership),
    "delegation": _alone(delegation),
    "priorities": _alone(priorities),
    "conflicts": _alone(conflicts),
    "counts": _counts,
    "maturity": _maturity,
    "order": _order,
    "agreement": _agreement,
    "peers": _peers,
    "configurations": _configurations,
    "change": _change,
}
