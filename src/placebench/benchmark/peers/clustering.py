"""Groups of places by their distances: k-medoids and average linkage, and how well a place sits in its group.

All take a square array of distances without blanks, and break ties by the order of the rows.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from placebench.benchmark.peers.encoding import Numbers

Groups = NDArray[np.int64]

_EPSILON = 1e-12  # a gain below this is rounding


def k_medoids(distance: Numbers, k: int) -> Groups:
    """Return the group of each place around `k` places in the middle (Kaufman & Rousseeuw 1990).

    Medoids are first added one by one where each lowers the sum of distances most, then swapped while that
    lowers it further.
    """
    medoids = _built(distance, k)
    cost = _cost(distance, medoids)
    while True:
        cheapest, swapped = cost, medoids
        for position in range(k):
            others = medoids[:position] + medoids[position + 1 :]
            nearest = distance[:, others].min(axis=1) if others else np.full(len(distance), np.inf)
            costs = np.minimum(nearest[:, None], distance).sum(axis=0)
            costs[medoids] = np.inf
            candidate = int(costs.argmin())
            if costs[candidate] < cheapest - _EPSILON:
                cheapest, swapped = float(costs[candidate]), [*others, candidate]
        if swapped is medoids:
            return _numbered(np.array(sorted(medoids))[distance[:, sorted(medoids)].argmin(axis=1)])
        cost, medoids = cheapest, swapped


def average_linkage(distance: Numbers, k: int) -> Groups:
    """Return `k` groups, joining the two nearest on average again and again (Sokal & Michener 1958)."""
    between = distance.astype(np.float64).copy()
    np.fill_diagonal(between, np.inf)
    sizes, groups = np.ones(len(distance)), np.arange(len(distance))
    for _ in range(len(distance) - k):
        first, second = sorted(divmod(int(between.argmin()), len(between)))
        joined = (sizes[first] * between[first] + sizes[second] * between[second]) / (
            sizes[first] + sizes[second]
        )
        between[first], between[:, first] = joined, joined
        between[first, first] = between[second] = between[:, second] = np.inf
        sizes[first] += sizes[second]
        groups[groups == second] = first
    return _numbered(groups)


METHODS: dict[str, Callable[[Numbers, int], Groups]] = {"medoids": k_medoids, "average": average_linkage}


def silhouettes(distance: Numbers, groups: Groups) -> Numbers:
    """Return how much nearer each place is to its own group than to the next one (Rousseeuw 1987).

    Returns:
        From -1 to 1 for each place; 0 for one that is alone in its group, or where there is one group only.
    """
    labels, sizes = np.unique(groups, return_counts=True)
    if len(labels) == 1:
        return np.zeros(len(groups))
    member = (groups[:, None] == labels).astype(np.float64)
    sums = distance @ member
    own = member.astype(bool)
    inside = sums[own] / np.maximum(sizes[groups_at(own)] - 1, 1)
    nearest = np.where(own, np.inf, sums / sizes).min(axis=1)
    wider = np.maximum(inside, nearest)
    found = np.divide(nearest - inside, wider, out=np.zeros_like(wider), where=wider > 0)
    return np.where(sizes[groups_at(own)] == 1, 0.0, found)


def groups_at(member: NDArray[np.bool_]) -> Groups:
    """Return the column that holds for each row."""
    at: Groups = member.argmax(axis=1)
    return at


def medoid(distance: Numbers, members: Groups) -> int:
    """Return the member of a group that is nearest to all others of it."""
    return int(members[distance[np.ix_(members, members)].sum(axis=0).argmin()])


def _built(distance: Numbers, k: int) -> list[int]:
    medoids = [int(distance.sum(axis=0).argmin())]
    while len(medoids) < k:
        nearest = distance[:, medoids].min(axis=1)
        costs = np.minimum(nearest[:, None], distance).sum(axis=0)
        costs[medoids] = np.inf
        medoids.append(int(costs.argmin()))
    return medoids


def _cost(distance: Numbers, medoids: list[int]) -> float:
    return float(distance[:, medoids].min(axis=1).sum())


def _numbered(groups: Groups) -> Groups:
    """Number groups from 0 by their first place."""
    _, first, label = np.unique(groups, return_index=True, return_inverse=True)
    return first.argsort().argsort()[label].astype(np.int64)
