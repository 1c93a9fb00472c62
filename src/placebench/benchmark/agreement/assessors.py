"""Assessors of one kind, such as two boards that rate their own place: how far their stages agree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import polars as pl

from placebench.benchmark.agreement.bootstrap import FEW_UNITS, Bootstrap
from placebench.benchmark.agreement.raters import DOCUMENTARY
from placebench.benchmark.agreement.reliability import alpha
from placebench.benchmark.result import Result
from placebench.benchmark.stated.notes import counted

_KIND = ("self", "peer")
_CELL = ("basis", "theme_id", "place_id")
_UNNAMED = "unnamed"
_NOTHING = "No place has exact ratings of two assessors of one kind on one theme."
_SCHEMA: dict[str, pl.DataType | type[pl.DataType]] = {
    "basis": pl.String,
    "theme_id": pl.String,
    "theme": pl.String,
    "theme_number": pl.Int64,
    "n": pl.Int64,
    "n_two": pl.Int64,
    "n_left_out": pl.Int64,
    "n_places": pl.Int64,
    "n_ratings": pl.Int64,
    "n_equal": pl.Int64,
    "alpha": pl.Float64,
    "alpha_low": pl.Float64,
    "alpha_high": pl.Float64,
    "reason": pl.String,
    "as_of_first": pl.Date,
    "as_of_last": pl.Date,
    "fact_ids": pl.List(pl.String),
}


def assessors(ratings: pl.DataFrame, themes: pl.DataFrame, n_stages: int) -> Result:
    """Compare the exact stages that two assessors or more of one kind give the same place on the same theme.

    Args:
        ratings: The ratings that count, a row each: `place_id`, `theme_id`, `basis`, `assessor`, `low`,
            `high`, `as_of` and `fact_id`. Bounds from documents are no ratings and are left out.
        themes: `theme_id`, `theme_number` and `theme`.
        n_stages: Number of stages.

    Returns:
        One row a kind and theme that two assessors rated for a place, and one a kind with a null theme over
        all of them. `n` counts the places (or places by themes) with an exact rating, `n_two` those with two
        or more, of `n_places`; `n_left_out` more have two assessors, fewer than two of them exact. On those
        of `n_two` rest `n_ratings`, `n_equal` (all alike) and ordinal `alpha`, null with the `reason` where
        nothing varies. Its interval is that of the row over all themes.
    """
    exact = _exact(ratings)
    two = exact.filter(pl.col("assessor").n_unique().over(_CELL) > 1)
    left_out = _left_out(ratings, two)
    rows = [
        {**row, "n_left_out": _number(left_out, basis, row.get("theme_id"))}
        for basis in _KIND
        for row in _of_kind(exact, two, basis, themes, n_stages)
    ]
    return Result(
        name="assessors",
        title="How assessors of one kind agree on stages",
        frame=pl.DataFrame(rows, schema=_SCHEMA),
        denominators={
            "places": exact["place_id"].n_unique(),
            "places_of_two": two["place_id"].n_unique(),
            "ratings": two.height,
        },
        notes=tuple(_notes(rows, ratings, exact)),
        source="Krippendorff (2011); Zapf et al. (2016)",
    )


def _exact(ratings: pl.DataFrame) -> pl.DataFrame:
    """Return one stage an assessor, place and theme; who gives several of one cell gives none."""
    people = ratings.filter(pl.col("basis") != DOCUMENTARY, pl.col("low") == pl.col("high"))
    named = people.with_columns(pl.col("assessor").fill_null(_UNNAMED))
    once = named.group_by(*_CELL, "assessor").agg(
        pl.col("low").unique().alias("stages"),
        pl.col("as_of").min().alias("as_of_first"),
        pl.col("as_of").max().alias("as_of_last"),
        "fact_id",
    )
    single = once.filter(pl.col("stages").list.len() == 1)
    return single.with_columns(pl.col("stages").list.first().alias("value")).sort(*_CELL, "assessor")


def _left_out(ratings: pl.DataFrame, two: pl.DataFrame) -> pl.DataFrame:
    """Return the cells that two assessors rated, but fewer than two of them exactly."""
    people = ratings.filter(pl.col("basis") != DOCUMENTARY)
    number = pl.col("assessor").fill_null(_UNNAMED).n_unique()
    several = people.group_by(_CELL).agg(number.alias("assessors")).filter(pl.col("assessors") > 1)
    return several.join(two, on=list(_CELL), how="anti")


def _number(cells: pl.DataFrame, basis: str, theme_id: str | None) -> int:
    of = cells.filter(pl.col("basis") == basis)
    return of.height if theme_id is None else of.filter(pl.col("theme_id") == theme_id).height


def _of_kind(
    exact: pl.DataFrame, two: pl.DataFrame, basis: str, themes: pl.DataFrame, n_stages: int
) -> Iterator[dict[str, Any]]:
    all_of, of = (frame.filter(pl.col("basis") == basis) for frame in (exact, two))
    if of.is_empty():
        return
    for theme in themes.sort("theme_number").iter_rows(named=True):
        given, here = (frame.filter(pl.col("theme_id") == theme["theme_id"]) for frame in (all_of, of))
        if not here.is_empty():
            yield {"basis": basis, **theme, **_figures(given, here, n_stages, Bootstrap(resamples=0))}
    yield {"basis": basis, **_figures(all_of, of, n_stages, Bootstrap())}


def _figures(all_of: pl.DataFrame, of: pl.DataFrame, n_stages: int, drawn: Bootstrap) -> dict[str, Any]:
    cell = pl.format("{} {}", "place_id", "theme_id").alias("unit")
    named = of.select(cell, pl.col("assessor").alias("rater"), "value")
    found = alpha(named, "ordinal", order=range(1, n_stages + 1), bootstrap=drawn).frame.row(0, named=True)
    alike = of.group_by(_CELL).agg(pl.col("value").n_unique() == 1)
    return {
        "n": all_of.select(_CELL).n_unique(),
        "n_two": found["n_units_used"],
        "n_places": of["place_id"].n_unique(),
        "n_ratings": found["n_ratings"],
        "n_equal": int(alike["value"].sum()),
        "alpha": found["value"],
        "alpha_low": found["low"],
        "alpha_high": found["high"],
        "reason": found["reason"],
        "as_of_first": of["as_of_first"].min(),
        "as_of_last": of["as_of_last"].max(),
        "fact_ids": of["fact_id"].explode().unique().sort().to_list(),
    }


def _notes(rows: list[dict[str, Any]], ratings: pl.DataFrame, exact: pl.DataFrame) -> Iterator[str]:
    if not rows:
        yield _NOTHING
        return
    for row in rows:
        if "theme_id" not in row and row["n_two"] < FEW_UNITS:
            cells = counted(row["n_two"], "stage", "stages")
            places = counted(row["n_places"], "place", "places")
            yield (
                f"{row['basis']} assessors: only {cells} of {places} that two rated; one moves alpha far, "
                "and its interval is too narrow."
            )
    people = ratings.filter(pl.col("basis") != DOCUMENTARY)
    if left := people.height - exact["fact_id"].explode().len():
        left_out = counted(left, "rating is", "ratings are")
        yield f"{left_out} a range, or one of several of an assessor, and left out."
    yield "Alpha over all themes takes themes of a place as units, though they hang together."
