"""How often one place stands above another in the linear extensions of the certain order."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import polars as pl

from placebench.benchmark.order.certain_order import SOURCE, certain_order
from placebench.benchmark.order.extensions import DRAWS
from placebench.benchmark.order.pair_frames import once_each, pair_frame
from placebench.benchmark.result import Result


def pairs(
    frame: pl.DataFrame,
    *,
    places: Sequence[str] | None = None,
    themes: Sequence[str] | None = None,
    draws: int = DRAWS,
    seed: int = 0,
) -> Result:
    """Give each pair of places its certain relation and its mutual ranking probability.

    Args:
        frame: Intervals of places on the themes of one framework.
        places: Identifiers of the places to compare; all by default.
        themes: Identifiers of the themes to compare them on; all by default.
        draws: How many linear extensions to draw where they cannot be counted.
        seed: Seed of the draws.

    Returns:
        A row a pair: `relation` of `place_id` to `other_id` as in `dominance`; `mrp`, the share of the linear
        extensions of the certain order with `place_id` above; null for equal places and where nothing is
        stated of one; `standard_error` of `mrp`, 0 where exact.

    Raises:
        UsageError: The frame is not right, a name is unknown, or draws or seed are out of range.
    """
    order = certain_order(frame, places, themes, draws=draws, seed=seed)
    profiles = order.profiles
    one, other = once_each(len(profiles.place_ids))
    names = profiles.relations.names()[one, other]
    share = order.above[one, other]
    comparable = np.isin(names, ("above", "below", "at_least", "at_most"))
    error = np.where(comparable, 0, order.extensions.standard_error(share))
    nothing = profiles.silent[one] | profiles.silent[other] | (names == "equal")
    made = pair_frame(profiles, one, other, {"relation": names, "mrp": share, "standard_error": error})
    meant = pl.when(pl.Series(~nothing))
    return Result(
        name="pairs",
        title="How often one place stands above another",
        frame=made.with_columns(
            meant.then("mrp").alias("mrp"), meant.then("standard_error").alias("standard_error")
        ),
        denominators={**profiles.denominators, "pairs": len(one)},
        notes=(*profiles.notes(), *order.notes()),
        source=SOURCE,
    )
