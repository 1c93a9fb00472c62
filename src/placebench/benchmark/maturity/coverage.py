"""How much of a framework is known: n of N by theme and by place."""

from __future__ import annotations

import polars as pl

from placebench.benchmark.maturity.assessed import Maturity
from placebench.benchmark.result import Result


def coverage_of_themes(assessed: Maturity) -> Result:
    """Count for each basis and theme the places with something known; see `covered` for the columns."""
    by = ("basis", "theme_number", "theme_id", "theme")
    return _result(assessed, "themes", "Places with something known on each theme", by)


def coverage_of_places(assessed: Maturity) -> Result:
    """Count for each basis and place the themes with something known; see `covered` for the columns."""
    return _result(
        assessed, "places", "Themes with something known of each place", ("basis", "place_id", "place")
    )


def covered(intervals: pl.DataFrame, by: tuple[str, ...]) -> pl.DataFrame:
    """Count cells of an intervals frame.

    Args:
        intervals: An intervals frame.
        by: Columns that name a row of the answer.

    Returns:
        The columns of `by`, then `n_known` of `n`; of the known `n_points` with a single stage, `n_ranges`
        with several, `n_conflicts` where assessors split or documents contradict each other;
        `n_assessors` (most of any cell), dates and `fact_ids`.
    """
    known = pl.col("known")
    point = pl.col("low") == pl.col("high")
    counts = {
        "n_known": known,
        "n": known.is_not_null(),
        "n_points": known & point,
        "n_ranges": known & ~point,
        "n_conflicts": pl.col("conflict"),
    }
    return (
        intervals.group_by(by)
        .agg(
            *(flag.sum().cast(pl.Int64).alias(name) for name, flag in counts.items()),
            pl.col("n_assessors").max(),
            pl.col("as_of_first").min(),
            pl.col("as_of_last").max(),
            pl.col("fact_ids").explode().drop_nulls().unique().sort(),
        )
        .sort(by)
    )


def _result(assessed: Maturity, of: str, title: str, by: tuple[str, ...]) -> Result:
    return Result(
        name=f"maturity_coverage_{of}",
        title=title,
        frame=covered(assessed.frame, by),
        denominators=assessed.denominators,
        notes=assessed.notes,
    )
