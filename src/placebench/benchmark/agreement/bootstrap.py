"""Intervals of a statistic by drawing units again, with replacement and from a seed."""

from __future__ import annotations

from collections.abc import Callable

import attrs
import numpy as np
from numpy.typing import NDArray

from placebench.errors import UsageError

SOURCE = "case bootstrap over units, percentile interval: Efron & Tibshirani (1993); Zapf et al. (2016)"
FEW_UNITS = 10

Statistic = Callable[[NDArray[np.float64]], float | None]


@attrs.frozen
class Bootstrap:
    """How an interval is drawn.

    Attributes:
        resamples: How many samples of units are drawn; 0 for no interval.
        seed: Where the random numbers start; the same seed gives the same interval.
        confidence: The share of the samples that the interval holds.
    """

    resamples: int = attrs.field(default=1000)
    seed: int = 0
    confidence: float = attrs.field(default=0.95)

    @resamples.validator
    def _check_resamples(self, _: object, value: int) -> None:
        if value < 0:
            raise UsageError("resamples from 0 on", str(value), where="Bootstrap")

    @confidence.validator
    def _check_confidence(self, _: object, value: float) -> None:
        if not 0 < value < 1:
            raise UsageError("a confidence between 0 and 1", str(value), where="Bootstrap")


@attrs.frozen
class Interval:
    """An interval, and how many samples had no figure.

    Attributes:
        low: Lower end; None where no sample had a figure.
        high: Upper end.
        undefined: Samples in which the statistic is not defined; they are left out.
    """

    low: float | None
    high: float | None
    undefined: int


def interval(statistic: Statistic, n_units: int, bootstrap: Bootstrap) -> Interval:
    """Draw units again and again, and return the percentiles of the statistic.

    Args:
        statistic: Takes how often each unit was drawn, and returns the figure or None.
        n_units: How many units there are.
        bootstrap: How to draw.
    """
    if not n_units or not bootstrap.resamples:
        return Interval(None, None, 0)
    random = np.random.default_rng(bootstrap.seed)
    draws = random.multinomial(n_units, np.full(n_units, 1 / n_units), size=bootstrap.resamples)
    drawn = [statistic(times.astype(np.float64)) for times in draws]
    figures = [figure for figure in drawn if figure is not None]
    if not figures:
        return Interval(None, None, len(drawn))
    tail = (1 - bootstrap.confidence) / 2
    low, high = np.quantile(figures, [tail, 1 - tail])
    return Interval(float(low), float(high), len(drawn) - len(figures))
