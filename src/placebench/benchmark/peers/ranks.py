"""Distance of ordinal features by ranks, corrected for ties (Podani 1999)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from placebench.benchmark.peers import kinds
from placebench.benchmark.peers.encoding import Column, Numbers


def rank_distance(columns: Sequence[Column]) -> Numbers:
    """Sum weighted distances of the features of kind `podani` that two places state."""
    n = len(columns[0].known)
    apart = np.zeros((n, n))
    for column in columns:
        if column.feature.kind == kinds.PODANI and column.known.any():
            at = np.flatnonzero(column.known)
            apart[np.ix_(at, at)] += column.feature.weight * _between(column.low[at])
    return apart


def _between(codes: Numbers) -> Numbers:
    """Return the distance of each two values: their ranks apart, less half of those that tie with either."""
    values, level, ties = np.unique(codes, return_inverse=True, return_counts=True)
    ranks = ties.cumsum() - (ties - 1) / 2
    tied = (ties - 1) / 2
    width = ranks[-1] - ranks[0] - tied[-1] - tied[0]
    if not width:
        return np.zeros((len(codes), len(codes)))
    apart = np.abs(np.subtract.outer(ranks, ranks)) - np.add.outer(tied, tied)
    apart[np.diag_indices(len(values))] = 0.0
    between: Numbers = (apart / width)[np.ix_(level, level)]
    return between
