"""Ranks of places, as ranges."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import polars as pl

from placebench.benchmark.order.certain_order import SOURCE, CertainOrder, certain_order
from placebench.benchmark.order.extensions import DRAWS
from placebench.benchmark.result import Result


def ranks(
    frame: pl.DataFrame,
    *,
    places: Sequence[str] | None = None,
    themes: Sequence[str] | None = None,
    draws: int = DRAWS,
    seed: int = 0,
) -> Result:
    """Give each place the range of ranks that it can have; rank 1 is the highest.

    The rank of a place is one more than the number of places above it, so equal places share a rank. The
    range is that over all completions of the intervals and all linear extensions of each; both its ends are
    reached.

    Args:
        frame: Intervals of places on the themes of one framework.
        places: Identifiers of the places to rank; all by default.
        themes: Identifiers of the themes to rank them on; all by default.
        draws: How many linear extensions to draw where they cannot be counted.
        seed: Seed of the draws.

    Returns:
        A row a place: `rank_low` and `rank_high`, the ends of its range; `expected_rank`, the mean over the
        linear extensions of the certain order, null where nothing is stated of the place; `standard_error`,
        an upper bound of that of a drawn mean, 0 where exact; `n`, the number of places; `n_known` of
        `n_themes` themes.

    Raises:
        UsageError: The frame is not right, a name is unknown, or draws or seed are out of range.
    """
    order = certain_order(frame, places, themes, draws=draws, seed=seed)
    low, high = order.lowest_rank, order.highest_rank
    expected = 1 + order.above.sum(axis=0)
    drawn = order.extensions.draws
    error = np.zeros(len(low)) if drawn is None else (high - low) / (2 * np.sqrt(drawn))
    silent = pl.col("n_known") == 0
    figures = order.profiles.evidence.with_columns(
        pl.Series("rank_low", low, pl.Int64),
        pl.Series("rank_high", high, pl.Int64),
        pl.when(~silent).then(pl.Series("expected_rank", expected, pl.Float64)),
        pl.when(~silent).then(pl.Series("standard_error", error, pl.Float64)),
        pl.lit(len(low), pl.Int64).alias("n"),
        pl.lit(len(order.profiles.theme_ids), pl.Int64).alias("n_themes"),
    )
    said = ("rank_low", "rank_high", "expected_rank", "standard_error", "n", "n_known", "n_themes")
    return Result(
        name="ranks",
        title="The ranks that each place can have",
        frame=figures.select("place_id", "place", *said, "fact_ids", "as_of_first", "as_of_last"),
        denominators=order.profiles.denominators,
        notes=(*order.profiles.notes(), *_notes(order), *order.notes()),
        source=SOURCE,
    )


def _notes(order: CertainOrder) -> Iterator[str]:
    yield (
        "Rank 1 is the highest; a range covers every completion of the intervals and every linear extension "
        "of each."
    )
    silent = int(order.profiles.silent.sum())
    if silent:
        yield (
            f"{silent} of {len(order.profiles.place_ids)} places have nothing stated and no expected rank; "
            "they widen the ranges of the others."
        )
