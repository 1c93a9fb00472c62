"""Intervals of stages: the lowest and the highest stage that a place may have on a theme.

One row a place, theme and basis. What nobody says anything about has the full range, from the first stage to
the last, and `known` false; nothing is imputed.
"""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from placebench.errors import UsageError

DOCUMENTARY = "documentary"
SCHEMA = pl.Schema(
    {
        "place_id": pl.String(),
        "place": pl.String(),
        "framework_id": pl.String(),
        "theme_id": pl.String(),
        "theme": pl.String(),
        "theme_number": pl.Int64(),
        "basis": pl.String(),
        "low": pl.Int64(),
        "high": pl.Int64(),
        "n_stages": pl.Int64(),
        "known": pl.Boolean(),
        "n_assessors": pl.Int64(),
        "conflict": pl.Boolean(),
        "at_least": pl.Int64(),
        "at_most": pl.Int64(),
        "rules": pl.List(pl.String()),
        "assessors": pl.List(pl.String()),
        "as_of_first": pl.Date(),
        "as_of_last": pl.Date(),
        "fact_ids": pl.List(pl.String()),
    }
)
"""Columns of an intervals frame."""

_CELL = ("place_id", "theme_id", "basis")
_AS_OF = (pl.col("as_of").min().alias("as_of_first"), pl.col("as_of").max().alias("as_of_last"))
_FACTS = pl.col("fact_id").unique().sort().alias("fact_ids")


def rated_intervals(ratings: pl.DataFrame) -> pl.DataFrame:
    """Return the interval that holds every rating of a place on a theme.

    Assessors conflict where no stage fits the ratings of all. Those without a name are counted as one.

    Args:
        ratings: `place_id`, `theme_id`, `basis`, `assessor`, `low`, `high`, `as_of` and `fact_id`.
    """
    return ratings.group_by(_CELL).agg(
        pl.col("low").min(),
        pl.col("high").max(),
        (pl.col("low").max() > pl.col("high").min()).alias("conflict"),
        pl.col("assessor").n_unique().cast(pl.Int64).alias("n_assessors"),
        pl.col("assessor").drop_nulls().unique().sort().alias("assessors"),
        *_AS_OF,
        _FACTS,
    )


def bounded_intervals(bounds: pl.DataFrame, n_stages: int) -> pl.DataFrame:
    """Return the interval that all bounds on a place and theme leave.

    Where a lower bound is above an upper one, they conflict: both stay to be seen in `at_least` and
    `at_most`, and the interval is the full range.

    Args:
        bounds: `place_id`, `theme_id`, `at_least` or `at_most` (the other null), `rule`, `fact_ids`,
            `as_of_first` and `as_of_last`.
        n_stages: Number of stages.
    """
    cells = bounds.group_by("place_id", "theme_id").agg(
        pl.col("at_least").max(),
        pl.col("at_most").min(),
        pl.col("rule").drop_nulls().unique().sort().alias("rules"),
        pl.col("as_of_first").min(),
        pl.col("as_of_last").max(),
        pl.col("fact_ids").explode().drop_nulls().unique().sort(),
    )
    conflict = (pl.col("at_least") > pl.col("at_most")).fill_null(value=False)
    return cells.with_columns(
        pl.lit(DOCUMENTARY).alias("basis"),
        conflict.alias("conflict"),
        pl.when(conflict).then(1).otherwise(pl.col("at_least").fill_null(1)).alias("low"),
        pl.when(conflict).then(n_stages).otherwise(pl.col("at_most").fill_null(n_stages)).alias("high"),
    )


def completed(
    known: Sequence[pl.DataFrame],
    places: pl.DataFrame,
    themes: pl.DataFrame,
    *,
    framework_id: str,
    n_stages: int,
    basis: Sequence[str],
) -> pl.DataFrame:
    """Put intervals together, and add the full range for every place, theme and basis that has none.

    Args:
        known: Frames as `rated_intervals` and `bounded_intervals` give them.
        places: `place_id` and `place`.
        themes: `theme_id`, `theme_number` and `theme`.
        framework_id: Identifier of the framework.
        n_stages: Number of stages.
        basis: Every basis that is asked for.

    Returns:
        A frame with the columns of `SCHEMA`, by place, theme and basis in the order asked for.
    """
    asked = pl.DataFrame({"basis": list(basis)}, schema={"basis": pl.String}).with_row_index("asked")
    grid = places.select("place_id", "place").join(themes, how="cross").join(asked, how="cross")
    found = pl.concat([_typed(frame) for frame in known])
    return (
        grid.join(found, on=_CELL, how="left")
        .with_columns(
            pl.lit(framework_id).alias("framework_id"),
            pl.lit(n_stages, pl.Int64).alias("n_stages"),
            pl.col("known", "conflict").fill_null(value=False),
            pl.col("low").fill_null(1),
            pl.col("high").fill_null(n_stages),
            pl.col("n_assessors").fill_null(0),
            pl.col("rules", "assessors", "fact_ids").fill_null([]),
        )
        .sort("place_id", "theme_number", "asked")
        .select(pl.col(name).cast(dtype) for name, dtype in SCHEMA.items())
    )


def pooled(intervals: pl.DataFrame) -> pl.DataFrame:
    """Return one row a place and theme: the interval that holds what is known on every basis.

    Raises:
        UsageError: Readings of documents stand beside ratings, which are never pooled.
    """
    found = intervals["basis"].unique().sort().to_list()
    if DOCUMENTARY in found and len(found) > 1:
        hint = f'keep one with .filter(pl.col("basis") == "{found[0]}")'
        raise UsageError("ratings alone, or readings of documents alone", ", ".join(found), hint=hint)
    known = intervals.filter("known")
    joined = pl.col("basis").unique().sort().str.join(" and ")
    cells = known.group_by("place_id", "theme_id").agg(
        joined.alias("basis"),
        pl.col("low").min(),
        pl.col("high").max(),
        (pl.col("conflict").any() | (pl.col("low").max() > pl.col("high").min())).alias("conflict"),
        pl.col("n_assessors").sum(),
        pl.col("at_least").max(),
        pl.col("at_most").min(),
        *(pl.col(name).explode().drop_nulls().unique().sort() for name in ("rules", "assessors", "fact_ids")),
        pl.col("as_of_first").min(),
        pl.col("as_of_last").max(),
        pl.lit(value=True).alias("known"),
    )
    blank = intervals.filter(~pl.col("known")).unique(
        ["place_id", "theme_id"], keep="first", maintain_order=True
    )
    about = ("place_id", "place", "framework_id", "theme_id", "theme", "theme_number", "n_stages")
    named = intervals.select(about).unique(maintain_order=True)
    stated = named.join(cells, on=["place_id", "theme_id"])
    silent = blank.join(cells, on=["place_id", "theme_id"], how="anti").with_columns(
        basis=pl.lit(" and ".join(found))
    )
    return pl.concat([stated.select(SCHEMA.names()), silent]).sort("place_id", "theme_number")


def _typed(frame: pl.DataFrame) -> pl.DataFrame:
    """Give a frame of known intervals all columns that are not of the grid."""
    own = [name for name in SCHEMA.names() if name not in ("place", "framework_id", "theme", "theme_number")]
    columns = {name: SCHEMA[name] for name in own if name not in ("known", "n_stages")}
    return frame.select(
        *(
            (pl.col(name) if name in frame.columns else pl.lit(None)).cast(dtype).alias(name)
            for name, dtype in columns.items()
        ),
        pl.lit(value=True).alias("known"),
    )
