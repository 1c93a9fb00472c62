from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from placebench.benchmark.peers.clustering import METHODS, average_linkage, k_medoids, silhouettes


def on_a_line(*positions):
    at = np.array(positions, dtype=float)
    return np.abs(np.subtract.outer(at, at))


@pytest.mark.parametrize("method", METHODS.values())
@pytest.mark.parametrize(
    ("positions", "k", "groups"),
    [
        ((0, 1, 10, 11), 2, [0, 0, 1, 1]),
        ((10, 0, 11, 1), 2, [0, 1, 0, 1]),
        ((0, 1, 10, 11, 50), 3, [0, 0, 1, 1, 2]),
        ((0, 1, 10, 11), 4, [0, 1, 2, 3]),
        ((0, 1, 10, 11), 1, [0, 0, 0, 0]),
    ],
)
def test_places_that_lie_together_make_a_group(method, positions, k, groups):
    assert method(on_a_line(*positions), k).tolist() == groups


def test_medoids_reach_the_least_sum_that_swaps_can():
    """Adding medoids one by one ends at a sum of 29 here: one of them has to be given up."""
    distance = on_a_line(0, 1, 10, 16, 24, 28)
    best = min(distance[:, pair].min(axis=1).sum() for pair in itertools.combinations(range(6), 2))
    groups = k_medoids(distance, 2)
    cost = sum(
        distance[np.ix_(members, members)].sum(axis=0).min()
        for members in (np.flatnonzero(groups == label) for label in (0, 1))
    )
    assert cost == best == 22


def test_average_linkage_takes_means_and_not_the_nearest():
    """5 lies 2 from the next place of the left group and 5 from its mean, 4 from the right one."""
    assert average_linkage(on_a_line(0, 1, 2, 3, 5, 9), 2).tolist() == [0, 0, 0, 0, 0, 1]
    assert average_linkage(on_a_line(0, 1, 2, 3, 6.4, 9), 2).tolist() == [0, 0, 0, 0, 1, 1]


def test_silhouettes_by_hand():
    """Rousseeuw (1987): how much farther the next group is than the own, over the greater of the two."""
    found = silhouettes(on_a_line(0, 1, 10, 20), np.array([0, 0, 1, 2]))
    assert found == pytest.approx([(10 - 1) / 10, (9 - 1) / 9, 0, 0])
    assert silhouettes(on_a_line(0, 1), np.array([0, 0])).tolist() == [0, 0]
    assert silhouettes(on_a_line(3, 3, 3), np.array([0, 0, 1])).tolist() == [0, 0, 0]


@given(st.lists(st.integers(0, 99), min_size=2, max_size=9, unique=True), st.data())
def test_every_method_gives_as_many_groups_as_asked(positions, data):
    k = data.draw(st.integers(1, len(positions)))
    for method in METHODS.values():
        groups = method(on_a_line(*positions), k)
        assert sorted(set(groups.tolist())) == [*range(k)]
        widths = silhouettes(on_a_line(*positions), groups)
        assert ((widths >= -1) & (widths <= 1)).all()
