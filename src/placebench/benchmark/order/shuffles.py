"""Where an element comes to stand when two orders that know nothing of each other are shuffled together."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray


@lru_cache(maxsize=256)
def others_before(own: int, others: int) -> NDArray[np.float64]:
    """Return the chance that j of the others stand before the r-th of one's own, in a uniform shuffle.

    This is the negative hypergeometric distribution.

    Args:
        own: Number of elements of the one sequence, at least 1.
        others: Number of elements of the other.

    Returns:
        `own` rows, r from 1; `others + 1` columns, j from 0. Each row sums to 1.
    """
    rank = np.arange(1, own + 1)[:, None]
    passed = np.arange(others)[None, :]
    odds = (rank + passed) / (passed + 1) * (others - passed) / (own - rank + others - passed)
    relative = np.concatenate([np.ones((own, 1)), np.cumprod(odds, axis=1)], axis=1)
    return np.asarray(relative / relative.sum(axis=1, keepdims=True))


def shuffled_heights(heights: NDArray[np.float64], others: int) -> NDArray[np.float64]:
    """Spread heights within one order over the heights in the shuffle with `others` more elements."""
    own = heights.shape[1]
    chance = others_before(own, others)
    spread = np.zeros((own, own + others))
    for rank in range(own):
        spread[rank, rank : rank + others + 1] = chance[rank]
    return np.asarray(heights @ spread)


def shuffled_precedence(one: NDArray[np.float64], other: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return how often an element of one order stands below an element of the other.

    Args:
        one: Heights within the one order, element by height.
        other: Heights within the other.

    Returns:
        Elements of the one by elements of the other.
    """
    at_most = np.cumsum(others_before(one.shape[1], other.shape[1]), axis=1)
    return np.asarray(one @ at_most[:, :-1] @ other.T)
