"""Frames of pairs of places, with the facts and dates that both rest on."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import polars as pl
from numpy.typing import NDArray

from placebench.benchmark.order.profiles import Profiles

Positions = NDArray[np.int64]
Column = pl.Series | NDArray[np.generic]


def pair_frame(
    profiles: Profiles,
    one: Positions,
    other: Positions,
    columns: Mapping[str, Column],
) -> pl.DataFrame:
    """Make a frame of pairs of places.

    Args:
        profiles: The places.
        one: Position of the first place of each pair.
        other: Position of the second.
        columns: What is said of each pair.

    Returns:
        `place_id`, `place`, `other_id`, `other`, the columns given, then `fact_ids`, `as_of_first` and
        `as_of_last` over both places.
    """
    first, second = profiles.evidence[one], profiles.evidence[other]
    theirs = second.select(pl.all().name.prefix("other_"))
    both = pl.concat([first, theirs], how="horizontal")
    facts = pl.concat_list("fact_ids", "other_fact_ids").list.unique().list.sort()
    return both.select(
        "place_id",
        "place",
        pl.col("other_place_id").alias("other_id"),
        pl.col("other_place").alias("other"),
        *(pl.Series(name, values) for name, values in columns.items()),
        facts.alias("fact_ids"),
        pl.min_horizontal("as_of_first", "other_as_of_first").alias("as_of_first"),
        pl.max_horizontal("as_of_last", "other_as_of_last").alias("as_of_last"),
    )


def once_each(n: int) -> tuple[Positions, Positions]:
    """Return the positions of every pair of n places, the first before the second."""
    one, other = np.triu_indices(n, k=1)
    return one, other


def both_ways(n: int) -> tuple[Positions, Positions]:
    """Return the positions of every ordered pair of n different places."""
    one, other = np.nonzero(~np.eye(n, dtype=np.bool_))
    return one, other
