"""Calibration: from raw figures to memberships in sets.

Where a threshold lies is for the researcher to argue from what is known of the cases, never from the
distribution of the figures. What is null stays null.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

import polars as pl

from placebench.errors import UsageError


def crisp(raw: pl.Series, threshold: float) -> pl.Series:
    """Put the figures at a threshold or above in the set (1) and the others out of it (0)."""
    return multi_value(raw, [threshold])


def multi_value(raw: pl.Series, thresholds: Sequence[float]) -> pl.Series:
    """Number the intervals between thresholds from 0; a figure at a threshold is above it.

    Args:
        raw: Figures.
        thresholds: In rising order.

    Returns:
        Numbers from 0 to the number of thresholds, as integers.

    Raises:
        UsageError: There is no threshold, or they do not rise.
    """
    if not thresholds or any(low >= high for low, high in pairwise(thresholds)):
        raise UsageError("thresholds in rising order", f"{list(thresholds)}", where=f"column {raw.name}")
    return sum((raw >= threshold).cast(pl.Int64) for threshold in thresholds)  # type: ignore[return-value]


def fuzzy(
    raw: pl.Series, *, out: float, crossover: float, full: float, log_odds: float | None = None
) -> pl.Series:
    """Calibrate figures to degrees of membership by Ragin's direct method (2008, chapter 5).

    The distance of a figure from the crossover, in units of the distance of the anchor on its side, gives log
    odds, and these give a membership. Falling anchors (`full` below `out`) give the set of low figures.

    Args:
        raw: Figures.
        out: Anchor of full exclusion, membership 0.05.
        crossover: Anchor of neither in nor out, membership 0.5.
        full: Anchor of full inclusion, membership 0.95.
        log_odds: Log odds at the anchors; those of 0.95 if not given. Ragin's own tables round them to 3.

    Returns:
        Memberships between 0 and 1.

    Raises:
        UsageError: The crossover does not lie between the other anchors.
    """
    if not (out < crossover < full or full < crossover < out):
        found = f"out {out}, crossover {crossover}, full {full}"
        raise UsageError("a crossover between the other two anchors", found, where=f"column {raw.name}")
    scale = math.log(0.95 / 0.05) if log_odds is None else log_odds
    distance = raw.cast(pl.Float64) - crossover
    inside = (distance > 0) if full > out else (distance < 0)
    reach = pl.select(pl.when(inside).then(full - crossover).otherwise(crossover - out)).to_series()
    return (1 / (1 + (-scale * distance / reach).exp())).alias(raw.name)
