"""Self-assessment, peer review and documents as raters of the same places and themes.

A stage that is known exactly is compared as a rating; one known between bounds is compared by whether the
bounds of two raters meet. Neither says who is right.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

import numpy as np
import polars as pl

from placebench.benchmark.agreement.bootstrap import FEW_UNITS
from placebench.benchmark.agreement.kappa import cohen_kappa, meeting
from placebench.benchmark.agreement.krippendorff import krippendorff_alpha
from placebench.benchmark.result import Result
from placebench.benchmark.stated.notes import counted
from placebench.benchmark.unknown import unknown
from placebench.errors import UsageError

DOCUMENTARY = "documentary"
BASES = ("self", "peer", DOCUMENTARY)
NEEDED = (
    "place_id",
    "framework_id",
    "theme_id",
    "theme",
    "theme_number",
    "basis",
    "low",
    "high",
    "n_stages",
    "known",
    "conflict",
    "as_of_first",
    "as_of_last",
    "fact_ids",
)

_FEWEST = 2
_CELL = ("framework_id", "theme_id", "theme", "theme_number", "n_stages", "place_id")
_SCHEMA: dict[str, pl.DataType | type[pl.DataType]] = {
    "framework_id": pl.String,
    "theme_id": pl.String,
    "theme": pl.String,
    "theme_number": pl.Int64,
    "first": pl.String,
    "second": pl.String,
    "n": pl.Int64,
    "n_first": pl.Int64,
    "n_second": pl.Int64,
    "n_both": pl.Int64,
    "n_conflict": pl.Int64,
    "n_points": pl.Int64,
    "n_equal": pl.Int64,
    "alpha": pl.Float64,
    "kappa": pl.Float64,
    "reason": pl.String,
    "n_overlap": pl.Int64,
    "share_overlap": pl.Float64,
    "share_overlap_by_width": pl.Float64,
    "n_first_in_second": pl.Int64,
    "n_second_in_first": pl.Int64,
    "n_first_above": pl.Int64,
    "n_first_below": pl.Int64,
    "as_of_first": pl.Date,
    "as_of_last": pl.Date,
    "fact_ids": pl.List(pl.String),
}


def raters(intervals: pl.DataFrame, framework: str | None = None) -> Result:
    """Compare how self-assessment, peers and documents place the same places.

    Args:
        intervals: The intervals frame: one row a place, theme and basis, with `low` and `high`.
        framework: Identifier of the framework; needed where the frame has several.

    Returns:
        One row a theme and pair of bases, and one with a null theme over all of them. `n` counts the places
        (or places by themes) of the frame, `n_both` those that both bases know, documents without
        contradiction, `n_points` those that both know exactly; on these rest ordinal `alpha` and quadratic
        `kappa`, null with the `reason` where nothing varies. `n_overlap` of `n_both` have intervals that
        meet; `share_overlap_by_width` is what intervals of the same widths would give if they lay anywhere on
        the scale.

    Raises:
        UsageError: A column is missing, the framework is unknown, or several are there and none was chosen.
    """
    chosen = _of_framework(intervals, framework)
    rows = [row for pair in _pairs(chosen) for row in _compared(chosen, *pair)]
    frame = pl.DataFrame(rows, schema=_SCHEMA)
    bases = [basis for basis in BASES if basis in set(chosen["basis"])]
    return Result(
        name="raters",
        title="How self-assessment, peers and documents agree on stages",
        frame=frame.sort("first", "second", "theme_number", nulls_last=True, maintain_order=True),
        denominators={
            "places": chosen["place_id"].n_unique(),
            "themes": chosen["theme_id"].n_unique(),
            "bases": len(bases),
        },
        notes=tuple(_notes(frame, bases)),
        source="Krippendorff (2011); Cohen (1968)",
    )


def _of_framework(intervals: pl.DataFrame, framework: str | None) -> pl.DataFrame:
    for column in NEEDED:
        if column not in intervals.columns:
            raise unknown(f"a column {column!r}", ", ".join(intervals.columns), NEEDED, where="intervals")
    for basis in intervals["basis"].unique().sort():
        if basis not in BASES:
            raise unknown(f"a basis ({', '.join(BASES)})", basis, BASES, where="intervals")
    known = intervals["framework_id"].unique().sort().to_list()
    if framework is None:
        if len(known) > 1:
            raise UsageError(
                "stages of one framework",
                ", ".join(known),
                where="intervals",
                hint="choose one by `framework`",
            )
        return intervals
    if framework not in known:
        raise unknown("a framework of the intervals", framework, known)
    return intervals.filter(pl.col("framework_id") == framework)


def _pairs(chosen: pl.DataFrame) -> Iterator[tuple[str, str]]:
    there = set(chosen["basis"])
    yield from itertools.combinations([basis for basis in BASES if basis in there], 2)


def _compared(chosen: pl.DataFrame, first: str, second: str) -> Iterator[dict[str, Any]]:
    # Assessors who split still bound a stage; documents that contradict each other say nothing of it.
    contradictory = pl.col("conflict") & (pl.col("basis") == DOCUMENTARY)
    marked = chosen.with_columns(contradictory.alias("conflict"))
    sides = [marked.filter(pl.col("basis") == basis).drop("basis") for basis in (first, second)]
    for basis, side in zip((first, second), sides, strict=True):
        if side.select(_CELL).is_duplicated().any():
            raise UsageError("one row a place, theme and basis", f"several of {basis}", where="intervals")
    cells = sides[0].join(sides[1], on=_CELL, how="full", coalesce=True, nulls_equal=True, suffix="_second")
    cells = cells.sort("theme_number", "theme_id", "place_id")
    for _, theme in cells.group_by("theme_id", maintain_order=True):
        named = theme.select("framework_id", "theme_id", "theme", "theme_number").row(0, named=True)
        yield {**named, "first": first, "second": second, **_figures(theme)}
    if cells.height:
        everything = {"framework_id": cells["framework_id"][0], "first": first, "second": second}
        yield {**everything, **_figures(cells)}


def _figures(cells: pl.DataFrame) -> dict[str, Any]:
    known = [pl.any_horizontal(f"known{side}", f"conflict{side}") for side in ("", "_second")]
    disputed = pl.any_horizontal(pl.col("conflict", "conflict_second").fill_null(value=False))
    either = cells.filter(known[0] & known[1])
    both = either.filter(~disputed)
    points = both.filter(pl.col("low") == pl.col("high"), pl.col("low_second") == pl.col("high_second"))
    return {
        "n": cells.height,
        "n_first": cells.filter(known[0]).height,
        "n_second": cells.filter(known[1]).height,
        "n_both": both.height,
        "n_conflict": either.height - both.height,
        **_of_points(points),
        **_of_intervals(both),
        "as_of_first": both.select(pl.min_horizontal("as_of_first", "as_of_first_second")).min().item(),
        "as_of_last": both.select(pl.max_horizontal("as_of_last", "as_of_last_second")).max().item(),
        "fact_ids": _facts(both),
    }


def _of_points(points: pl.DataFrame) -> dict[str, Any]:
    first, second = (points[column].to_numpy().astype(np.int64) - 1 for column in ("low", "low_second"))
    figures: dict[str, Any] = {"n_points": points.height, "n_equal": int((first == second).sum())}
    if points.height < _FEWEST:
        few = counted(points.height, "stage", "stages")
        return {**figures, "reason": f"{few} that both know exactly; 2 are needed"}
    size = int(points["n_stages"].max())  # type: ignore[arg-type]
    table = meeting(first, second, size)
    counts = np.eye(size)[first] + np.eye(size)[second]
    alpha, kappa = krippendorff_alpha(counts, "ordinal"), cohen_kappa(table, "quadratic")
    if alpha is None:
        return {**figures, "reason": f"no variation: every stage is {first[0] + 1}"}
    return {**figures, "alpha": alpha, "kappa": kappa}


def _of_intervals(both: pl.DataFrame) -> dict[str, Any]:
    low, high, low_2, high_2 = (pl.col(name) for name in ("low", "high", "low_second", "high_second"))
    overlap = (low <= high_2) & (low_2 <= high)
    marks = {
        "n_overlap": overlap,
        "n_first_in_second": (low >= low_2) & (high <= high_2),
        "n_second_in_first": (low_2 >= low) & (high_2 <= high),
        "n_first_above": low > high_2,
        "n_first_below": high < low_2,
    }
    figures: dict[str, Any] = {name: both.filter(mark).height for name, mark in marks.items()}
    if both.is_empty():
        return figures
    widths = both.select("n_stages", first=high - low, second=high_2 - low_2).rows()
    by_width = float(np.mean([_meeting_anywhere(*row) for row in widths]))
    return {
        **figures,
        "share_overlap": figures["n_overlap"] / both.height,
        "share_overlap_by_width": by_width,
    }


def _meeting_anywhere(stages: int, first: int, second: int) -> float:
    """Return how often two intervals of these widths meet if each may lie anywhere on the scale."""
    starts = np.arange(stages - first)[:, None], np.arange(stages - second)[None, :]
    return float(((starts[0] <= starts[1] + second) & (starts[1] <= starts[0] + first)).mean())


def _facts(both: pl.DataFrame) -> list[str]:
    named = pl.concat([both["fact_ids"], both["fact_ids_second"]]).explode().drop_nulls()
    return named.unique().sort().to_list()


def _notes(frame: pl.DataFrame, bases: list[str]) -> Iterator[str]:
    if len(bases) < _FEWEST:
        have = f"only {bases[0]} is" if bases else "none is"
        yield f"Nothing to compare: two of {', '.join(BASES)} are needed, {have} there."
        return
    for row in frame.filter(pl.col("theme_id").is_null()).iter_rows(named=True):
        pair = f"{row['first']} and {row['second']}"
        if not row["n_both"]:
            stages = counted(row["n_first"], "stage", "stages")
            n = f"{row['first']} gives {stages}, {row['second']} {row['n_second']}"
            yield f"No place has a stage from both {pair} on the same theme: {n}, each of a place on a theme."
        elif row["n_points"] < FEW_UNITS:
            points = counted(row["n_points"], "stage is", "stages are")
            yield f"{pair}: only {points} exact for both; one moves alpha and kappa far."
        if row["n_conflict"]:
            disputed = counted(row["n_conflict"], "stage", "stages")
            yield f"{pair}: left out with contradictory bounds, {disputed}."
    yield (
        "Wide intervals meet easily: set the share of ranges that meet beside the share that ranges of the "
        "same widths would have anywhere on the scale."
    )
    yield "The row over all themes takes themes of a place as units, though they hang together."
