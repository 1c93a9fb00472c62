"""How the stages of places are spread on each theme, in counts, medians and steps; never in means.

Stages are ordered, not measured, so nothing is averaged. A median is a stage that a place has: of an even
number of places the lower of the two middle ones when the lowest possible median is asked for, and the upper
one when the highest is.
"""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from placebench.benchmark.maturity.assessed import SOURCE, Maturity
from placebench.benchmark.result import Result
from placebench.benchmark.stated.notes import counted
from placebench.errors import UsageError

MINIMUM = 3
"""Fewest places with a known stage for which anything is said of a theme."""

_THEME = ("basis", "theme_number", "theme_id", "theme")
_STAGES = pl.Schema({"stage": pl.Int64(), "stage_name": pl.String()})


def distribution(assessed: Maturity, minimum: int = MINIMUM) -> Result:
    """Count for each theme the places that have a stage certainly, and those that have it possibly.

    Args:
        assessed: Intervals of stages.
        minimum: Fewest places with something known; below, counts are null and `reason` says why.

    Returns:
        A row a basis, theme and stage: `certain` counts the places whose interval is this stage alone,
        `possible` those whose interval holds it, `unknown` those of which nothing is known; `n_known` of
        `n_places` have something known.
    """
    names = assessed.instrument.stages if assessed.instrument else ()
    stages = pl.DataFrame({"stage": range(1, len(names) + 1), "stage_name": list(names)}, schema=_STAGES)
    return Result(
        name="maturity_distribution",
        title="Places by stage on each theme",
        frame=distributed(assessed.frame, stages, minimum),
        denominators=assessed.denominators,
        notes=(*assessed.notes, *_too_few(assessed.frame, minimum)),
        source=SOURCE,
    )


def medians(assessed: Maturity, minimum: int = MINIMUM) -> Result:
    """Give for each theme the stages between which the median of the places lies, and their spread.

    Args:
        assessed: Intervals of stages.
        minimum: Fewest places with something known; below, figures are null and `reason` says why.

    Returns:
        A row a basis and theme. `median_low` is the lower median of the lower ends, `median_high` the upper
        median of the upper ends: whatever the stages within the intervals are, their median is neither below
        the one nor above the other. `spread_low` and `spread_high` bound the number of steps between the
        lowest and the highest place.
    """
    return Result(
        name="maturity_medians",
        title="Median stage and spread of each theme, as bounds",
        frame=summarised(assessed.frame, minimum),
        denominators=assessed.denominators,
        notes=(*assessed.notes, *_too_few(assessed.frame, minimum)),
        source=SOURCE,
    )


def distributed(intervals: pl.DataFrame, stages: pl.DataFrame, minimum: int = MINIMUM) -> pl.DataFrame:
    """Count places by stage; see `distribution`.

    Args:
        intervals: An intervals frame.
        stages: `stage` and `stage_name`.
        minimum: Fewest places with something known.
    """
    here = pl.col("known") & pl.col("stage").is_between("low", "high")
    alone = here & (pl.col("low") == pl.col("high"))
    crossed = intervals.join(stages, how="cross")
    counts = crossed.group_by(*_THEME, "stage", "stage_name", maintain_order=True).agg(
        alone.sum().cast(pl.Int64).alias("certain"),
        here.sum().cast(pl.Int64).alias("possible"),
        *_sizes(),
        pl.col("as_of_first").filter(here).min(),
        pl.col("as_of_last").filter(here).max(),
        pl.col("fact_ids").filter(here).explode().drop_nulls().unique().sort(),
    )
    return _or_reason(counts, ("certain", "possible"), minimum).sort("basis", "theme_number", "stage")


def summarised(intervals: pl.DataFrame, minimum: int = MINIMUM) -> pl.DataFrame:
    """Return bounds on median and spread of the places with something known; see `medians`."""
    low, high = (pl.col(name).filter("known") for name in ("low", "high"))
    n = pl.col("known").sum()
    figures = intervals.group_by(_THEME, maintain_order=True).agg(
        low.sort().get((n - 1) // 2, null_on_oob=True).alias("median_low"),
        high.sort().get(n // 2, null_on_oob=True).alias("median_high"),
        (low.max() - high.min()).clip(0).alias("spread_low"),
        _widest(low, high).alias("spread_high"),
        *_sizes(),
        pl.col("as_of_first").min(),
        pl.col("as_of_last").max(),
        pl.col("fact_ids").explode().drop_nulls().unique().sort(),
    )
    bounds = ("median_low", "median_high", "spread_low", "spread_high")
    return _or_reason(figures, bounds, minimum).sort("basis", "theme_number")


def _widest(low: pl.Expr, high: pl.Expr) -> pl.Expr:
    """Return the most steps that can lie between two different places; 0 for a single place."""
    one_place_is_both = low.arg_min() == high.arg_max()
    second_low = low.sort().get(1, null_on_oob=True)
    second_high = high.sort(descending=True).get(1, null_on_oob=True)
    beside_it = pl.max_horizontal(second_high - low.min(), high.max() - second_low).fill_null(0)
    return pl.when(one_place_is_both).then(beside_it).otherwise(high.max() - low.min())


def _sizes() -> tuple[pl.Expr, ...]:
    known = pl.col("known").sum().cast(pl.Int64)
    places = pl.len().cast(pl.Int64)
    return known.alias("n_known"), places.alias("n_places"), (places - known).alias("unknown")


def _or_reason(frame: pl.DataFrame, figures: tuple[str, ...], minimum: int) -> pl.DataFrame:
    """Take figures on too few places away, and say why in `reason`."""
    if minimum < 1:
        raise UsageError("at least 1 place as minimum", str(minimum))
    enough = pl.col("n_known") >= minimum
    why = pl.format("known of {} places, fewer than {}", "n_known", pl.lit(minimum))
    return frame.with_columns(
        *(pl.when(enough).then(pl.col(name)).alias(name) for name in figures),
        pl.when(~enough).then(why).alias("reason"),
    )


def _too_few(frame: pl.DataFrame, minimum: int) -> Iterator[str]:
    """Say of how many themes nothing is said."""
    known = frame.group_by("basis", "theme_id").agg(pl.col("known").sum()).sort("basis")
    few = known.filter(pl.col("known") < minimum).group_by("basis", maintain_order=True).len()
    for basis, number in few.iter_rows():
        themes = counted(number, "theme", "themes")
        yield f"No {basis} figures on {themes}, since fewer than {minimum} places have something known there."
