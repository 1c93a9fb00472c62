"""Indices of consensus on each item of a set of ratings."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from placebench.benchmark.agreement import indices
from placebench.benchmark.agreement.ratings import ratings_of, whole_scale
from placebench.benchmark.result import Result

INDICES = {
    "agreement_a": indices.agreement_a,
    "polarization": indices.polarization,
    "tastle_wierman": indices.tastle_wierman,
    "leik_d": indices.leik_d,
    "berry_mielke": indices.berry_mielke,
    "blair_lacy": indices.blair_lacy,
}
_SCHEMA: dict[str, pl.DataType | type[pl.DataType]] = {
    "unit": pl.String,
    "n_ratings": pl.Int64,
    "n_blank": pl.Int64,
    "frequencies": pl.List(pl.Int64),
    **dict.fromkeys(INDICES, pl.Float64),
    "reason": pl.String,
}
_FEWEST = 2


def consensus(frame: pl.DataFrame, scale: Sequence[object] | None = None) -> Result:
    """Measure how close together the ratings of each item are.

    Args:
        frame: Columns `unit` (the item), `rater` and `value`; see `ratings_of`.
        scale: Every value of the scale, lowest first. Without it the scale runs from the lowest rating of any
            item to the highest, which makes raters look further apart on a scale that they did not use up.

    Returns:
        One row an item: how many raters chose each value, and six indices. All are null, with the `reason`,
        for an item with fewer than two ratings. Higher is more alike for `agreement_a`, `tastle_wierman` and
        `blair_lacy`, and further apart for `polarization`, `leik_d` and `berry_mielke`.
    """
    ratings = ratings_of(frame, scale if scale is not None else whole_scale(frame))
    rows = []
    for unit, counts in zip(ratings.units, ratings.counts, strict=True):
        n = int(counts.sum())
        row = {"unit": str(unit), "n_ratings": n, "n_blank": len(ratings.raters) - n}
        row["frequencies"] = counts.astype(int).tolist()
        if n < _FEWEST:
            rows.append({**row, "reason": "fewer than two ratings"})
        else:
            rows.append({**row, **{name: index(counts) for name, index in INDICES.items()}})
    values = ", ".join(str(value) for value in ratings.values)
    given = "is" if scale is not None else "was not given, and is taken from the ratings:"
    return Result(
        name="consensus",
        title="How close together ratings are, item by item",
        frame=pl.DataFrame(rows, schema=_SCHEMA),
        denominators={"items": len(ratings.units), "raters": len(ratings.raters)},
        notes=(f"The scale {given} {values}.",) if rows else ("No item is rated.",),
        source="van der Eijk (2001); Tastle & Wierman (2007); Leik (1966); Berry & Mielke (1992); "
        "Blair & Lacy (2000)",
    )
