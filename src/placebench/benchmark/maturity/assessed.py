"""What stage each place may have on each theme, from ratings and, when asked for, from documents."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

import attrs
import polars as pl

from placebench.benchmark.maturity.asked import asked_basis, asked_places, asked_themes
from placebench.benchmark.maturity.documentary import (
    BOUNDS,
    bounds_of,
    bounds_of_ratings,
    conflict_notes,
    reading_notes,
    rules_for,
)
from placebench.benchmark.maturity.instrument import Instrument, find_instrument
from placebench.benchmark.maturity.intervals import (
    DOCUMENTARY,
    SCHEMA,
    bounded_intervals,
    completed,
    rated_intervals,
)
from placebench.benchmark.maturity.notes import assessment_notes, no_framework, several_frameworks
from placebench.benchmark.maturity.ratings import Ratings, Wanted, left_out_notes, read_ratings
from placebench.benchmark.maturity.rules import unread_notes
from placebench.benchmark.result import Result
from placebench.benchmark.scope import Scope, Tables, scope_of
from placebench.errors import UnsuitableCases

SOURCE = "Manski (2003), Partial Identification of Probability Distributions"
"""Where values that are known as intervals are treated."""

_NAME = "maturity"
_TITLE = "The stages that each place may have on each theme"


@attrs.frozen(eq=False, kw_only=True)
class Maturity(Result):
    """Intervals of stages by place, theme and basis; see `intervals.SCHEMA` for the columns.

    Attributes:
        instrument: The framework; None where the dataset has none.
        bounds: What documents say of stages: one row a place and rule with `at_least` or `at_most`, `rule`,
            `reason`, `criterion_id`, `fact_ids` and dates; empty unless documentary readings were asked for.
        ratings: The ratings that count, one row each; see `ratings.Ratings`.
    """

    instrument: Instrument | None
    bounds: pl.DataFrame
    ratings: pl.DataFrame = attrs.field(factory=pl.DataFrame)


def maturity(
    dataset: Tables,
    framework: str | None = None,
    basis: str | Sequence[str] = ("self", "peer"),
    *,
    places: Sequence[str] | None = None,
    themes: Sequence[str | int] | None = None,
    assessors: Sequence[str] | None = None,
    since: dt.date | None = None,
    until: dt.date | None = None,
    rules: Iterable[Path | str] = (),
) -> Maturity:
    """Return the interval of stages of each place on each theme of one framework.

    The latest rating of each assessor counts. A single stage is a point; where assessors differ the interval
    reaches from the lowest to the highest; where nothing is known it is the full range. Documentary readings
    are bounds that rules draw from facts, with a basis of their own.

    Args:
        dataset: The tables.
        framework: Identifier, with or without its digest, or name of a framework; None for the one that
            ratings are on.
        basis: Which of `self`, `peer` and `documentary` to show.
        places: Identifiers of the places to show; None for all that a source speaks of.
        themes: Names or numbers of the themes to show; None for all.
        assessors: Names of the assessors whose ratings count; None for all.
        since: First day that a rating, or a fact that a rule asks for, may speak for.
        until: Last such day.
        rules: Files of rules, added to those of the package.

    Raises:
        UsageError: A framework, basis, place, theme or assessor is unknown, or several frameworks are rated.
        DatasetError: A rating is on a theme or stage that the framework lacks.
        CodebookError: A file of rules cannot be used, or a rule names what the framework lacks.
    """
    wanted = Wanted(asked_basis(basis), None if assessors is None else tuple(assessors), since, until)
    instrument = find_instrument(dataset, framework, wanted.basis)
    scope = scope_of(dataset)
    asked = asked_places(dataset, scope, places)
    if instrument is None:
        return _nothing(asked, scope, no_framework(scope))
    return _assessed(dataset, instrument, wanted, asked, asked_themes(instrument, themes), rules)


def _assessed(
    dataset: Tables,
    instrument: Instrument,
    wanted: Wanted,
    places: pl.DataFrame,
    themes: pl.DataFrame,
    rules: Iterable[Path | str],
) -> Maturity:
    read = read_ratings(dataset, instrument, wanted, places, themes)
    every, said_of_rules = _documentary(dataset, instrument, wanted, read, rules)
    bounds = every.join(places, on="place_id", how="semi").join(themes, on="theme_id", how="semi")
    people = rated_intervals(read.frame.filter(pl.col("basis") != DOCUMENTARY))
    intervals = completed(
        [people, bounded_intervals(bounds, instrument.n_stages)],
        places,
        themes,
        framework_id=instrument.framework_id,
        n_stages=instrument.n_stages,
        basis=wanted.basis,
    )
    scope = scope_of(dataset)
    said = chain(
        assessment_notes(dataset, scope, instrument, intervals, read.frame),
        left_out_notes(read.left_out),
        said_of_rules,
        reading_notes(instrument, bounds),
        conflict_notes(intervals, bounds, instrument.stages),
    )
    return Maturity(
        name=_NAME,
        title=f"{_TITLE} of {instrument.name}",
        frame=intervals,
        denominators=_denominators(places, intervals, scope),
        notes=tuple(said),
        source=SOURCE,
        instrument=instrument,
        bounds=bounds,
        ratings=read.frame,
    )


def _documentary(
    dataset: Tables, instrument: Instrument, wanted: Wanted, read: Ratings, paths: Iterable[Path | str]
) -> tuple[pl.DataFrame, Iterator[str]]:
    if DOCUMENTARY not in wanted.basis:
        return BOUNDS.to_frame(), iter(())
    rules = rules_for(dataset, instrument, paths)
    drawn = bounds_of(dataset, rules, wanted)
    stated = bounds_of_ratings(read.frame, instrument.n_stages)
    order = ("place_id", "theme_id", "rule")
    return pl.concat([drawn, stated]).sort(order), unread_notes(instrument, rules)


def _denominators(places: pl.DataFrame, intervals: pl.DataFrame, scope: Scope) -> dict[str, int]:
    known = intervals.filter("known")
    rated = known.filter(pl.col("basis") != DOCUMENTARY)
    return {
        "places": places.height,
        "places_known": known["place_id"].n_unique(),
        "places_rated": rated["place_id"].n_unique(),
        "themes": intervals["theme_id"].n_unique(),
        "cells": intervals.height,
        "cells_known": known.height,
        "sources": scope.sources_of("assessments"),
    }


def undecided(dataset: Tables, why: UnsuitableCases) -> Maturity:
    """Return no interval at all, where nobody chose between several frameworks; its note says which.

    Args:
        dataset: The tables.
        why: What `maturity` said.
    """
    scope = scope_of(dataset)
    return _nothing(asked_places(dataset, scope, None), scope, several_frameworks(why))


def _nothing(places: pl.DataFrame, scope: Scope, note: str) -> Maturity:
    nothing = SCHEMA.to_frame()
    return Maturity(
        name=_NAME,
        title=_TITLE,
        frame=nothing,
        denominators=_denominators(places, nothing, scope),
        notes=(note,),
        instrument=None,
        bounds=BOUNDS.to_frame(),
    )
