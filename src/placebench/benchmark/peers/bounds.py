"""Bounds of Gower's distance over every completion of what is not stated, or is stated between bounds.

A number that is not stated may lie anywhere in its range, a category may be any. An asymmetric feature that
both lack does not count, so that a completion may change the weight as well as the distance.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs
import numpy as np

from placebench.benchmark.peers import kinds
from placebench.benchmark.peers.encoding import Column, Numbers


@attrs.frozen(eq=False)
class _Sums:
    """Sums over features, in square arrays that are added to."""

    least: Numbers
    most: Numbers
    weight_of_least: Numbers
    weight_of_most: Numbers


def bounds(columns: Sequence[Column]) -> tuple[Numbers, Numbers] | None:
    """Return the least and the greatest distance between each two places.

    Returns:
        Two square arrays, NaN where no completion has a distance; None where a feature of kind `podani` is
        not stated for every place.
    """
    n = len(columns[0].known)
    sums = _Sums(*(np.zeros((n, n)) for _ in range(4)))
    for column in columns:
        if column.feature.kind == kinds.PODANI:
            return None
        if column.feature.kind == kinds.ASYMMETRIC:
            _add_asymmetric(sums, column)
        else:
            _add(sums, column)
    low, high = np.full((n, n), np.nan), np.full((n, n), np.nan)
    np.divide(sums.most, sums.weight_of_most, out=high, where=sums.weight_of_most > 0)
    low[sums.weight_of_most > 0] = 1.0  # only differences can give these places a distance at all
    np.divide(sums.least, sums.weight_of_least, out=low, where=sums.weight_of_least > 0)
    for ends in (low, high):
        np.clip(ends, 0.0, 1.0, out=ends)
        np.fill_diagonal(ends, 0.0)
    return low, high


def _add(sums: _Sums, column: Column) -> None:
    weight = column.feature.weight
    least, most = _categories(column) if column.feature.kind == kinds.NOMINAL else _numbers(column)
    sums.least[...] += weight * least
    sums.most[...] += weight * most
    sums.weight_of_least[...] += weight
    sums.weight_of_most[...] += weight


def _numbers(column: Column) -> tuple[Numbers, Numbers]:
    above = np.subtract.outer(column.low, column.high)
    least = np.maximum(np.maximum(above, above.T), 0.0)
    return least, np.maximum(-above, -above.T)


def _categories(column: Column) -> tuple[Numbers, Numbers]:
    both = np.logical_and.outer(column.known, column.known)
    differ = np.not_equal.outer(column.low, column.low)
    return (both & differ).astype(np.float64), (~both | differ).astype(np.float64)


def _add_asymmetric(sums: _Sums, column: Column) -> None:
    weight = column.feature.weight
    has = column.known & (column.low == 1)
    lacks = column.known & (column.high == 0)
    differ = np.logical_and.outer(has, lacks)
    differ |= differ.T
    both_lack = np.logical_and.outer(lacks, lacks)
    both_have = np.logical_and.outer(has, has)
    # One that lacks it beside one that is unknown: nearest if both lack it, and then it does not count.
    silent = np.logical_and.outer(lacks, ~column.known)
    silent |= silent.T
    sums.least[...] += weight * differ
    sums.weight_of_least[...] += weight * ~(both_lack | silent)
    sums.most[...] += weight * ~(both_lack | both_have)
    sums.weight_of_most[...] += weight * ~both_lack
