"""Copeland scores: against how many places a place is ahead on more themes than it is behind."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import polars as pl
from numpy.typing import NDArray

from placebench.benchmark.order.profiles import profiles_of
from placebench.benchmark.order.relations import Stages
from placebench.benchmark.result import Result

_RULE = (
    "A place outranks another that it is ahead of on more themes than behind; every theme counts once, by "
    "its order alone."
)
_LIMITS = (
    "This is a count of majorities and no amount of maturity: it depends on which other places are compared, "
    "it sets a lead on one theme against a lag on another, and a place can be outranked by one that itself "
    "outranks fewer. Read it with its range; where ranges overlap, nothing is said of the two places."
)


def copeland(
    frame: pl.DataFrame, *, places: Sequence[str] | None = None, themes: Sequence[str] | None = None
) -> Result:
    """Count for each place the others that it outranks, less those that outrank it, as bounds.

    Args:
        frame: Intervals of places on the themes of one framework.
        places: Identifiers of the places; all by default.
        themes: Identifiers of the themes; all by default.

    Returns:
        A row a place: `score_low` and `score_high`, both reached in some completion and equal where all
        stages are known; `n`, the number of places; `n_known` of `n_themes` themes.

    Raises:
        UsageError: The frame is not right, or a name is unknown.
    """
    profiles = profiles_of(frame, places, themes)
    low, high = copeland_bounds(profiles.low, profiles.high)
    figures = profiles.evidence.with_columns(
        pl.Series("score_low", low, pl.Int64),
        pl.Series("score_high", high, pl.Int64),
        pl.lit(len(low), pl.Int64).alias("n"),
        pl.lit(len(profiles.theme_ids), pl.Int64).alias("n_themes"),
    )
    said = ("score_low", "score_high", "n", "n_known", "n_themes")
    notes = (_RULE, _LIMITS)
    return Result(
        name="copeland",
        title="Pairs in which a place is ahead on more themes, less those in which it is behind: no ranking",
        frame=figures.select("place_id", "place", *said, "fact_ids", "as_of_first", "as_of_last"),
        denominators={**profiles.denominators, "pairs": len(low) * (len(low) - 1) // 2},
        notes=(*profiles.notes(), *notes),
        source="Copeland, A reasonable social welfare function (1951), with themes as voters",
    )


def copeland_bounds(low: Stages, high: Stages) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the lowest and the highest Copeland score of each row.

    A pair counts 1 for the row that is higher on more columns, -1 for the other, and 0 where both are higher
    on as many. Any transformation of a column that keeps its order keeps the scores.

    Args:
        low: Lowest value of each place (row) on each theme (column).
        high: Highest value, of the same shape; the same array where all is known.
    """
    worst, best = np.zeros(len(low), dtype=np.int64), np.zeros(len(low), dtype=np.int64)
    for place in range(len(low)):
        others = np.arange(len(low)) != place
        worst[place] = np.sign(np.sign(low[place] - high[others]).sum(axis=1)).sum()
        best[place] = np.sign(np.sign(high[place] - low[others]).sum(axis=1)).sum()
    return worst, best
