from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from placebench.benchmark.order import relations
from tests.benchmark.order.completing import above, bounds, completions


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ([(3, 3), (2, 2)], [(2, 2), (2, 2)], "above"),
        ([(2, 2), (2, 2)], [(3, 3), (2, 2)], "below"),
        ([(3, 3), (2, 2)], [(3, 3), (2, 2)], "equal"),
        ([(3, 3), (2, 2)], [(2, 2), (3, 3)], "incomparable"),
        ([(3, 4), (2, 2)], [(1, 3), (2, 2)], "at_least"),  # equal where both are at 3
        ([(1, 3), (2, 2)], [(3, 4), (2, 2)], "at_most"),
        ([(3, 4), (2, 2)], [(1, 2), (2, 2)], "above"),
        ([(3, 4), (2, 2)], [(1, 2), (3, 4)], "incomparable"),
        ([(1, 4), (2, 2)], [(2, 2), (2, 2)], "open"),
        ([(1, 4), (1, 4)], [(1, 4), (1, 4)], "open"),
        ([(1, 4), (1, 4)], [(1, 1), (1, 1)], "at_least"),  # nobody is under the first stage
    ],
)
def test_what_is_certain_of_two_places(one, other, said):
    low, high = np.moveaxis(np.array([one, other]), 2, 0)
    assert relations(low, high).names()[0, 1] == said


@given(bounds())
def test_each_answer_is_that_over_all_completions(ends):
    low, high = ends
    found = relations(low, high)
    every = list(completions(low, high))
    for a in range(len(low)):
        for b in range(len(low)):
            if a == b:
                continue
            over = [above(stages[a], stages[b]) for stages in every]
            under = [above(stages[b], stages[a]) for stages in every]
            alike = [bool((stages[a] == stages[b]).all()) for stages in every]
            apart = [not (o or u or e) for o, u, e in zip(over, under, alike, strict=True)]
            assert found.certain[a, b] == all(over)
            assert found.possible[a, b] == any(over)
            assert found.at_least[a, b] == all(o or e for o, e in zip(over, alike, strict=True))
            assert found.equal[a, b] == all(alike)
            assert found.incomparable[a, b] == all(apart)
            assert found.can_be_incomparable[a, b] == any(apart)


@given(bounds(), st.data())
def test_filling_a_blank_takes_nothing_back(ends, data):
    low, high = ends
    before = relations(low, high)
    at = data.draw(st.tuples(st.integers(0, low.shape[0] - 1), st.integers(0, low.shape[1] - 1)))
    filled_low, filled_high = low.copy(), high.copy()
    filled_low[at] = filled_high[at] = data.draw(st.integers(int(low[at]), int(high[at])))
    after = relations(filled_low, filled_high)
    for name in ("certain", "at_least", "equal", "incomparable"):
        assert (getattr(before, name) <= getattr(after, name)).all()
    for name in ("possible", "can_be_incomparable"):
        assert (getattr(before, name) >= getattr(after, name)).all()


@given(bounds(), st.data())
def test_the_order_of_places_and_themes_does_not_matter(ends, data):
    low, high = ends
    places = data.draw(st.permutations(range(low.shape[0])))
    themes = data.draw(st.permutations(range(low.shape[1])))
    mixed = relations(low[places][:, themes], high[places][:, themes])
    expected = relations(low, high)
    for name in ("certain", "at_least", "possible", "equal", "incomparable", "can_be_incomparable"):
        assert (getattr(mixed, name) == getattr(expected, name)[np.ix_(places, places)]).all()


@given(bounds(places=5))
def test_a_place_with_nothing_stated_is_certainly_above_nobody(ends):
    low, high = ends
    low[0], high[0] = 1, 3
    found = relations(low, high)
    assert not found.certain[0].any()
    assert not found.certain[:, 0].any()
