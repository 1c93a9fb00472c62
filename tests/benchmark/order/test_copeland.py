from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given

from placebench.benchmark.order import copeland, copeland_bounds
from tests.benchmark.order.completing import bounds, completions

# Ten countries and eight indicators of ASEM, scores of the R package COINr 1.1.14.
COUNTRIES = {
    "AUT": ((4.097985, 29.01725, 0, 35, 35.3697298333333, 0.273, 14.1, 98), 0),
    "BEL": ((4.108538, 31.88546, 20.5671215, 48, 26.5330466666667, 36.1, 16.3, 99.89), 9),
    "BGR": ((2.807685, 9.23588, 7.9193664, 18, 11.2775841666667, 0.312, 15.5, 56.73), -5),
    "HRV": ((3.160829, 9.24529, 12.4404524, 41, 19.528362, 0.422, 8.6, 98), -3),
    "CYP": ((2.999061, 8.75467, 11.6894955, 0, 0.439364333333333, 0.029, 6.9, 60), -9),
    "CZE": ((3.674309, 15.30953, 0, 35, 46.7581786666667, 2.7, 16.9, 98.7), 1),
    "DNK": ((3.815794, 32.7705, 14.4070803, 3, 20.103365, 0.418, 20.1, 99.99), 4),
    "EST": ((3.363489, 3.12946, 9.1719971, 6, 9.49907183333333, 0.0667, 11.6, 100), -7),
    "FIN": ((3.920745, 18.85806, 10.0441551, 18, 24.4142605, 0.38, 20.5, 99.9), 3),
    "FRA": ((3.900953, 97.63489, 19.5361146, 75, 78.5259303333333, 29.9, 10.8, 80), 7),
}
VALUES = np.array([values for values, _ in COUNTRIES.values()])
SCORES = [score for _, score in COUNTRIES.values()]


def test_scores_of_coinr():
    low, high = copeland_bounds(VALUES, VALUES)
    assert low.tolist() == high.tolist() == SCORES


@pytest.mark.parametrize("change", [lambda x: x**3, lambda x: 10 * x - 7, np.arctan])
def test_only_the_order_on_each_theme_counts(change):
    changed = VALUES.copy()
    changed[:, ::2] = change(changed[:, ::2])
    assert copeland_bounds(changed, changed)[0].tolist() == SCORES


@given(bounds(places=4, themes=2))
def test_bounds_are_the_extremes_over_all_completions(ends):
    scores = np.array([copeland_bounds(stages, stages)[0] for stages in completions(*ends)])
    low, high = copeland_bounds(*ends)
    assert low.tolist() == scores.min(axis=0).tolist()
    assert high.tolist() == scores.max(axis=0).tolist()


def test_a_place_of_which_nothing_is_stated_can_have_most_scores(intervals):
    result = copeland(intervals({"a": (3, 3), "b": (2, 2), "c": (None, None)}))
    said = result.frame.select("place_id", "score_low", "score_high", "n_known", "n").rows()
    assert said == [("a", 0, 2, 2, 3), ("b", -2, 0, 2, 3), ("c", -2, 2, 0, 3)]
    assert any(note.startswith("This is a count of majorities") for note in result.notes)
