from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placebench.benchmark.counts import wilson
from placebench.errors import UsageError


# Wilson 1927; the ends to the eight digits that are printed.
@pytest.mark.parametrize(
    ("count", "of", "low", "high"),
    [
        (0, 3, 0.0, 0.56149703),
        (1, 3, 0.06149194, 0.7923404),
        (3, 3, 0.43850297, 1.0),
        (0, 9, 0.0, 0.29914505),
        (3, 9, 0.12058382, 0.64579786),
        (7, 9, 0.45258897, 0.93677489),
        (9, 9, 0.70085495, 1.0),
        (5, 42, 0.05193803, 0.2500039),
        (21, 42, 0.3552599, 0.6447401),
        (42, 42, 0.91620121, 1.0),
    ],
)
def test_published_intervals(count, of, low, high):
    assert wilson(count, of) == pytest.approx((low, high), abs=5.1e-9)


def test_of_none_nothing_is_said():
    assert wilson(0, 0) == (None, None)


@given(st.integers(1, 300).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_the_interval_holds_the_share_and_mirrors_its_complement(case):
    count, of = case
    low, high = wilson(count, of)
    assert 0 <= low <= count / of <= high <= 1
    assert wilson(of - count, of) == pytest.approx((1 - high, 1 - low))


@pytest.mark.parametrize(("count", "of", "confidence"), [(4, 3, 0.95), (-1, 3, 0.95), (1, 3, 95)])
def test_impossible_figures_are_an_error(count, of, confidence):
    with pytest.raises(UsageError):
        wilson(count, of, confidence)
