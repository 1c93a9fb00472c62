"""Kappa: agreement of two raters or of many, beyond what chance would give."""

from __future__ import annotations

import itertools

import attrs
import numpy as np
from numpy.typing import NDArray

from placebench.benchmark.agreement.ratings import Codes, Counts
from placebench.benchmark.unknown import unknown

WEIGHTS = ("unweighted", "linear", "quadratic")

Table = NDArray[np.float64]


@attrs.frozen
class Fleiss:
    """Fleiss' kappa, and how far it is from none.

    Attributes:
        kappa: The coefficient.
        z: The coefficient over its standard error if there were none (Fleiss, Nee & Landis 1979).
    """

    kappa: float
    z: float


def cohen_kappa(table: Table, weights: str = "unweighted") -> float | None:
    """Return kappa of two raters (Cohen 1960), or weighted kappa (Cohen 1968).

    Args:
        table: How often the first rater gave the value of the row and the second that of the column.
        weights: How near two values count: not at all, by their distance, or by its square.

    Returns:
        None where chance alone agrees on everything, or there is no unit.

    Raises:
        UsageError: The weights are unknown.
    """
    total = table.sum()
    if not total:
        return None
    apart = disagreement(len(table), weights)
    expected = table.sum(axis=1) @ apart @ table.sum(axis=0) / total
    if not expected > 0:
        return None
    return float(1 - (table * apart).sum() / expected)


def disagreement(size: int, weights: str) -> Table:
    """Return how far apart each two of `size` ordered values count, from 0 to 1."""
    distance = np.abs(np.subtract.outer(np.arange(size), np.arange(size))) / max(size - 1, 1)
    if weights == "linear":
        return distance
    if weights == "quadratic":
        return distance**2
    if weights == "unweighted":
        return 1.0 - np.eye(size)
    raise unknown(f"weights ({', '.join(WEIGHTS)})", weights, WEIGHTS)


def meeting(first: Codes, second: Codes, size: int, weights: NDArray[np.float64] | None = None) -> Table:
    """Count how often two raters' values meet, over units that both rate.

    Args:
        first: Positions of the values of one rater, -1 where blank.
        second: Those of the other.
        size: How many values there are.
        weights: How often each unit counts; once by default.
    """
    both = (first >= 0) & (second >= 0)
    cells = first[both] * size + second[both]
    given = None if weights is None else weights[both]
    return np.bincount(cells, weights=given, minlength=size * size).reshape(size, size).astype(np.float64)


def light_kappa(codes: Codes, size: int, weights: str = "unweighted") -> float | None:
    """Return the mean of kappa over all pairs of raters (Light 1971); None where one pair has none."""
    pairs = itertools.combinations(codes.T, 2)
    kappas = [cohen_kappa(meeting(first, second, size), weights) for first, second in pairs]
    defined = [kappa for kappa in kappas if kappa is not None]
    return float(np.mean(defined)) if defined and len(defined) == len(kappas) else None


def fleiss_kappa(counts: Counts) -> Fleiss | None:
    """Return Fleiss' kappa (Fleiss 1971).

    Args:
        counts: How many raters gave each value, one row a unit; every unit has the same number of ratings.

    Returns:
        None where there are no two ratings of a unit, or all ratings are the same.
    """
    units = len(counts)
    raters = counts.sum() / units if units else 0
    shares = counts.sum(axis=0) / max(counts.sum(), 1)
    by_chance = (shares**2).sum()
    if raters < 2 or not by_chance < 1:  # noqa: PLR2004 - a pair is what agrees
        return None
    agreed = ((counts**2).sum() - units * raters) / (units * raters * (raters - 1))
    kappa = (agreed - by_chance) / (1 - by_chance)
    return Fleiss(float(kappa), float(kappa / _standard_error(shares, units, raters)))


def _standard_error(shares: NDArray[np.float64], units: int, raters: float) -> float:
    """Return the standard error of Fleiss' kappa if raters agreed by chance alone."""
    spread = shares * (1 - shares)
    variance = spread.sum() ** 2 - (spread * (1 - 2 * shares)).sum()
    return float(np.sqrt(2 * variance / (units * raters * (raters - 1))) / spread.sum())
