"""Gower's distance on features of different kinds: what is not stated is left out, and bounded."""

from __future__ import annotations

from collections.abc import Sequence

import attrs
import numpy as np
import polars as pl
from numpy.typing import NDArray

from placebench.benchmark.peers import kinds
from placebench.benchmark.peers.bounds import bounds
from placebench.benchmark.peers.encoding import Column, Numbers, encode
from placebench.benchmark.peers.kinds import Feature, check_names
from placebench.benchmark.peers.ranks import rank_distance

_ROWS = 64  # a block of so many rows stays in the cache of a processor


@attrs.frozen(eq=False)
class Distances:
    """Distances of places from each other: square arrays in the order of the frame's rows.

    Attributes:
        distance: Gower's distance over the features that both places state, 0 to 1; NaN where they share
            none.
        n_shared: How many features both state.
        low: Least distance that any completion of what is not stated exactly gives; NaN where none has one.
        high: Greatest.
        columns: The features as they were compared.
    """

    distance: Numbers
    n_shared: NDArray[np.int64]
    low: Numbers | None
    high: Numbers | None
    columns: tuple[Column, ...]


def gower(frame: pl.DataFrame, features: Sequence[Feature], *, bounded: bool = True) -> Distances:
    """Return Gower's distance between all rows of a frame (Gower 1971; ordinal features Podani 1999).

    Args:
        frame: One row a place, with the columns of the features; null where not stated.
        features: What each feature is.
        bounded: Whether to return bounds too; it takes some three times as long. They are None where a
            feature of kind `podani` is not stated for every place, because its ranks would change with the
            completion.

    Raises:
        UsageError: There is no feature, two have one name, or a column does not hold what its feature says.
    """
    check_names(features)
    columns = tuple(encode(frame, feature) for feature in features)
    total = _weights_shared(columns)
    apart = _unequal(columns) + _across(columns) + rank_distance(columns)
    distance = np.full_like(total, np.nan)
    np.divide(apart, total, out=distance, where=total > 0)
    distance = _square(distance)
    np.fill_diagonal(distance, np.where(np.isnan(distance.diagonal()), np.nan, 0.0))
    ends = bounds(columns) if bounded else None
    low, high = ends or (None, None)
    return Distances(distance, _shared(columns), low, high, columns)


def _weights_shared(columns: Sequence[Column]) -> Numbers:
    """Return the weight of the features that each two places state and that count for them."""
    known = np.column_stack([column.known for column in columns]).astype(np.float64)
    weights = np.array([column.feature.weight for column in columns])
    zero = _both_lack(columns)
    shared: Numbers = (known * weights) @ known.T - (zero * weights) @ zero.T
    return shared


def _shared(columns: Sequence[Column]) -> NDArray[np.int64]:
    known = np.column_stack([column.known for column in columns]).astype(np.float64)
    zero = _both_lack(columns)
    return np.rint(known @ known.T - zero @ zero.T).astype(np.int64)


def _both_lack(columns: Sequence[Column]) -> Numbers:
    """Return for each place whether it is known to lack an asymmetric feature."""
    lacking = [
        column.known & (column.high == 0)
        if column.feature.kind == kinds.ASYMMETRIC
        else np.zeros_like(column.known)
        for column in columns
    ]
    return np.column_stack(lacking).astype(np.float64)


def _unequal(columns: Sequence[Column]) -> Numbers:
    """Sum the weights of nominal features on which two places differ."""
    nominal = [column for column in columns if column.feature.kind == kinds.NOMINAL]
    n = len(columns[0].known)
    if not nominal:
        return np.zeros((n, n))
    known = np.column_stack([column.known for column in nominal]).astype(np.float64)
    alike = np.hstack([column.low[:, None] == np.unique(column.low[column.known]) for column in nominal])
    sizes = [len(np.unique(column.low[column.known])) for column in nominal]
    weights = np.array([column.feature.weight for column in nominal])
    apart: Numbers = (known * weights) @ known.T
    apart -= (alike * np.repeat(weights, sizes)) @ alike.T.astype(np.float64)
    return apart


def _across(columns: Sequence[Column]) -> Numbers:
    """Sum weighted differences of features that are numbers from 0 to 1."""
    apart_kinds = {kinds.NOMINAL, kinds.PODANI}
    numbers = [column for column in columns if column.feature.kind not in apart_kinds]
    n = len(columns[0].known)
    apart = np.zeros((n, n))
    if not numbers or not n:
        return apart
    unknown = np.column_stack([~column.known for column in numbers]).astype(np.float64)
    weighted = [np.where(column.known, column.low, 0.0) * column.feature.weight for column in numbers]
    for start in range(0, n, _ROWS):
        block = apart[start : start + _ROWS, start:]
        difference = np.empty_like(block)
        for values in weighted:
            np.subtract(values[start : start + _ROWS, None], values[None, start:], out=difference)
            np.abs(difference, out=difference)
            block += difference
    # What is unknown was taken for 0: take off the difference of its partner from 0.
    too_much = np.column_stack(weighted) @ unknown.T
    return apart - too_much - too_much.T


def _square(upper: Numbers) -> Numbers:
    """Mirror the upper triangle, and keep rounding from leaving 0 to 1."""
    clipped = np.clip(np.triu(upper, 1), 0.0, 1.0)
    square: Numbers = clipped + clipped.T
    np.fill_diagonal(square, upper.diagonal())
    return square
