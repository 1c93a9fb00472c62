"""What intervals of stages say of themselves in sentences: who rated, who did not, and who split."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

import polars as pl

from placebench.benchmark.maturity.instrument import Instrument
from placebench.benchmark.maturity.intervals import DOCUMENTARY
from placebench.benchmark.scope import Scope, Tables, at_places
from placebench.benchmark.stated.notes import counted, left_out, read_for
from placebench.errors import UnsuitableCases

_DERIVED = (
    "Documentary readings are bounds drawn by published rules; they are no ratings and stand apart from them."
)


def no_framework(scope: Scope) -> str:
    """Say that no source holds a maturity framework."""
    sources = scope.sources_of("frameworks")
    return f"No source holds a maturity framework, so nothing can be rated{read_for(sources, 'one')}."


def several_frameworks(why: UnsuitableCases) -> str:
    """Say between which frameworks a study must choose before ratings are shown.

    Args:
        why: What was expected and found of the frameworks of a dataset.
    """
    return (
        f"Expected {why.expected}, found {why.found}. Stages of different frameworks are not comparable, so "
        "none is shown: name one as `framework` under [maturity] in a study file (docs/study.md)."
    )


def assessment_notes(
    dataset: Tables, scope: Scope, instrument: Instrument, intervals: pl.DataFrame, ratings: pl.DataFrame
) -> Iterator[str]:
    """Say what must be known of the ratings of places on a framework.

    Args:
        dataset: The tables.
        scope: The places and the sources that were read.
        instrument: The framework.
        intervals: The intervals that are shown.
        ratings: The ratings that count.
    """
    yield from chain(
        _silence(dataset, scope, instrument, intervals),
        _latest(ratings),
        _splits(intervals, ratings),
        _spread(ratings),
        left_out(dataset, "assessments"),
    )
    if DOCUMENTARY in intervals["basis"]:
        yield _DERIVED


def _silence(dataset: Tables, scope: Scope, instrument: Instrument, intervals: pl.DataFrame) -> Iterator[str]:
    known = set(intervals.filter("known")["basis"])
    read = read_for(scope.sources_of("assessments"), "ratings")
    silent = [basis for basis in intervals["basis"].unique(maintain_order=True) if basis not in known]
    for basis in silent:
        if basis == DOCUMENTARY:
            yield f"No place states a fact from which a rule draws a stage of {instrument.name}."
        else:
            yield f"No place states a {basis} rating on {instrument.name}{read}."
    if silent and not known - {DOCUMENTARY}:
        yield from _exercises(dataset)


def _exercises(dataset: Tables) -> Iterator[str]:
    """Say which places took up a framework or held an exercise, since that is not yet a rating."""
    steps = at_places(dataset, "exercises").filter(pl.col("status") == "in_place")
    taken = steps.group_by("step").agg(pl.col("place_id").n_unique()).sort("step").collect()
    for step, places in taken.iter_rows():
        stated = counted(places, "place states", "places state")
        yield f"{stated} that a framework or exercise was {step}, which is no rating."


def _latest(ratings: pl.DataFrame) -> Iterator[str]:
    people = ratings.filter(pl.col("basis") != DOCUMENTARY)
    if people.is_empty():
        return
    yield "Of each assessor the latest rating of a place on a theme counts."
    unnamed = people["assessor"].null_count()
    if unnamed:
        verb = "names no assessor and is" if unnamed == 1 else "name no assessor and are"
        yield f"{counted(unnamed, 'rating', 'ratings')} {verb} taken as of one unnamed assessor of the place."
    undated = people["as_of"].null_count()
    if undated:
        verb = "has no date and counts" if undated == 1 else "have no date and count"
        yield f"{counted(undated, 'rating', 'ratings')} {verb} beside the dated ones."


def _splits(intervals: pl.DataFrame, ratings: pl.DataFrame) -> Iterator[str]:
    split = intervals.filter(pl.col("conflict") & (pl.col("basis") != DOCUMENTARY))
    cells = split.select("place_id", "basis", "theme_id", "theme")
    rows = cells.join(ratings, on=["place_id", "theme_id", "basis"], maintain_order="left")
    ordered = rows.sort("place_id", "basis", "theme_id", "assessor", "low", "high")
    said = ordered.group_by(*cells.columns, maintain_order=True).agg(_rating())
    for place, basis, _, theme, given in said.iter_rows():
        yield f"{place}: {basis} ratings of {theme} split ({', '.join(given)}); the interval holds them all."


def _rating() -> pl.Expr:
    point = pl.col("low") == pl.col("high")
    stages = pl.when(point).then(pl.format("{}", "low")).otherwise(pl.format("{} to {}", "low", "high"))
    return pl.format("{} {}", pl.col("assessor").fill_null("unnamed"), stages)


def _spread(ratings: pl.DataFrame) -> Iterator[str]:
    spread = ratings.filter(pl.col("applies_to") == "each_place").height
    if spread:
        verb = "comes" if spread == 1 else "come"
        yield f"{counted(spread, 'rating', 'ratings')} {verb} from a statement on each place of a system."
