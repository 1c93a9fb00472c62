"""Krippendorff's alpha: agreement of any number of raters, with blanks, at four levels of measurement."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from placebench.benchmark.agreement.ratings import Counts
from placebench.benchmark.unknown import unknown
from placebench.errors import UsageError

LEVELS = ("nominal", "ordinal", "interval", "ratio")

_PAIR = 2
_FEW_VALUES = 32


def krippendorff_alpha(
    counts: Counts,
    level: str,
    numbers: NDArray[np.float64] | None = None,
    weights: NDArray[np.float64] | None = None,
) -> float | None:
    """Return Krippendorff's alpha (Krippendorff 2011, section C and D).

    Args:
        counts: How many raters gave each value, one row a unit, one column a value in ascending order.
        level: One of `LEVELS`.
        numbers: The values as numbers; needed at the levels interval and ratio.
        weights: How often each unit counts; once by default.

    Returns:
        None where no unit has two ratings, or all ratings of such units are the same.

    Raises:
        UsageError: The level is unknown, or a ratio is asked of negative numbers.
    """
    observed = coincidences(counts, weights)
    totals = observed.sum(axis=1)
    squared = squared_differences(level, totals, numbers)
    expected = totals @ squared @ totals
    if not expected > 0:
        return None
    return float(1 - (totals.sum() - 1) * (observed * squared).sum() / expected)


def alpha_of_matrix(matrix: NDArray[np.float64], level: str) -> float | None:
    """Return Krippendorff's alpha of numbers in a matrix.

    Args:
        matrix: One row a unit, one column a rater, NaN where blank; ordinal values are ordered as numbers.
        level: One of `LEVELS`.

    Returns:
        None where no unit has two ratings, or all ratings of such units are the same.
    """
    given = ~np.isnan(matrix)
    values = np.unique(matrix[given])
    return krippendorff_alpha(_counted(matrix, given, values), level, values)


def _counted(matrix: NDArray[np.float64], given: NDArray[np.bool_], values: NDArray[np.float64]) -> Counts:
    if (
        len(values) <= _FEW_VALUES
    ):  # a pass for each value is quicker than looking up where each rating belongs
        passes = [np.count_nonzero(matrix == value, axis=1) for value in values]
        return np.column_stack([np.zeros((len(matrix), 0)), *passes]).astype(np.float64)
    cells = np.searchsorted(values, matrix[given]) + np.nonzero(given)[0] * len(values)
    counted = np.bincount(cells, minlength=len(matrix) * len(values))
    return counted.reshape(len(matrix), len(values)).astype(np.float64)


def coincidences(counts: Counts, weights: NDArray[np.float64] | None = None) -> NDArray[np.float64]:
    """Return how often two values meet within a unit, each unit counted as its number of ratings."""
    per_unit = counts.sum(axis=1)
    pairable = per_unit >= _PAIR
    rated = counts[pairable]
    share = (1.0 if weights is None else weights[pairable]) / (per_unit[pairable] - 1)
    scaled = rated * share[:, None]
    meeting: NDArray[np.float64] = rated.T @ scaled
    meeting[np.diag_indices_from(meeting)] -= scaled.sum(axis=0)
    return meeting


def squared_differences(
    level: str, totals: NDArray[np.float64], numbers: NDArray[np.float64] | None
) -> NDArray[np.float64]:
    """Return the squared difference of each two values at a level of measurement.

    Args:
        level: One of `LEVELS`.
        totals: How often each value was given in units with two ratings or more.
        numbers: The values as numbers, for interval and ratio.
    """
    if level == "nominal":
        return 1.0 - np.eye(len(totals))
    if level == "ordinal":
        ranks = totals.cumsum() - totals / 2
        return np.subtract.outer(ranks, ranks) ** 2
    if level not in LEVELS:
        raise unknown(f"a level of measurement ({', '.join(LEVELS)})", level, LEVELS)
    if numbers is None:
        raise UsageError("the values as numbers", "none", where=f"alpha at level {level}")
    difference = np.subtract.outer(numbers, numbers)
    if level == "interval":
        return difference**2
    if (numbers < 0).any():
        raise UsageError("numbers from 0 on", str(numbers.min()), where="alpha at level ratio")
    total = np.add.outer(numbers, numbers)
    return np.divide(difference, total, out=np.zeros_like(difference), where=total > 0) ** 2
