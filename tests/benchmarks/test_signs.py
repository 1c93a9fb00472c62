"""Points of signs fitted to coded lists."""

from __future__ import annotations

import numpy as np

from benchmarks.extraction.signs import Seen, fitted, left_out, probability

# Sign, noise and constant; the sign alone tells members.
MARKS = np.array([[1, 0, 1], [1, 1, 1], [0, 0, 1], [0, 1, 1]] * 5, dtype=float)
SHARE = MARKS[:, 0]
WEIGHT = np.ones(len(MARKS))


def test_a_sign_that_tells_members_gets_the_weight():
    weights = fitted(MARKS, SHARE, WEIGHT)
    assert weights[0] > 1 > abs(weights[1])


def test_the_fit_is_where_the_slope_is_nought():
    weights = fitted(MARKS, SHARE, WEIGHT)
    slope = MARKS.T @ (probability(MARKS, weights) - SHARE) + np.array([3, 3, 1e-3]) * weights
    assert np.allclose(slope, 0, atol=1e-8)


def test_documents_are_told_by_weights_of_others():
    seen = [Seen(f"{number}.txt", frozenset(), (True,)) for number in range(len(MARKS))]
    chance = left_out(seen, MARKS, SHARE, WEIGHT)
    assert (chance[SHARE == 1] > chance[SHARE == 0].max()).all()
