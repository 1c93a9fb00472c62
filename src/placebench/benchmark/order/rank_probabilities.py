"""How often a place stands at each rank in the linear extensions of the certain order."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import polars as pl

from placebench.benchmark.order.certain_order import SOURCE, certain_order
from placebench.benchmark.order.extensions import DRAWS
from placebench.benchmark.result import Result


def rank_probabilities(
    frame: pl.DataFrame,
    *,
    places: Sequence[str] | None = None,
    themes: Sequence[str] | None = None,
    draws: int = DRAWS,
    seed: int = 0,
) -> Result:
    """Give the share of the linear extensions of the certain order with each place at each rank.

    Places that are equal in every completion are one element here, and share their rows: ranks go from 1, the
    highest, to the number of distinct profiles.

    Args:
        frame: Intervals of places on the themes of one framework.
        places: Identifiers of the places to rank; all by default.
        themes: Identifiers of the themes to rank them on; all by default.
        draws: How many linear extensions to draw where they cannot be counted.
        seed: Seed of the draws.

    Returns:
        A row a place with something stated and a `rank` that it has in some linear extension: `probability`,
        its `standard_error` (0 where exact), and `n_profiles`.

    Raises:
        UsageError: The frame is not right, a name is unknown, or draws or seed are out of range.
    """
    order = certain_order(frame, places, themes, draws=draws, seed=seed)
    shares = order.extensions.heights[:, ::-1][order.member_of]
    place, rank = np.nonzero((shares > 0) & ~order.profiles.silent[:, None])
    probability = shares[place, rank]
    columns = (
        pl.Series("rank", rank + 1, pl.Int64),
        pl.Series("probability", probability, pl.Float64),
        pl.Series("standard_error", order.extensions.standard_error(probability), pl.Float64),
        pl.lit(len(order.sizes), pl.Int64).alias("n_profiles"),
    )
    evidence = order.profiles.evidence.drop("n_known")[place].with_columns(columns)
    named = ("place_id", "place", "rank", "probability", "standard_error", "n_profiles")
    return Result(
        name="rank_probabilities",
        title="How often each place stands at each rank",
        frame=evidence.select(*named, "fact_ids", "as_of_first", "as_of_last"),
        denominators={**order.profiles.denominators, "profiles": len(order.sizes)},
        notes=(*order.profiles.notes(), *order.notes()),
        source=SOURCE,
    )
