"""Minimal terms and covers against the definitions, by brute force."""

from __future__ import annotations

from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from placebench.benchmark.configurations import covers
from placebench.benchmark.configurations.implicants import prime_implicants, takes_in
from placebench.benchmark.configurations.sets import ANY


@st.composite
def functions(draw):
    """Draw a space of rows, and which of them are positive and which are ruled out."""
    levels = draw(st.lists(st.integers(2, 3), min_size=1, max_size=4))
    space = list(product(*(range(n) for n in levels)))
    kinds = draw(st.lists(st.sampled_from("+-?"), min_size=len(space), max_size=len(space)))
    positive = [row for row, kind in zip(space, kinds, strict=True) if kind == "+"]
    ruled_out = [row for row, kind in zip(space, kinds, strict=True) if kind == "-"]
    return levels, positive, ruled_out


def table(rows, width):
    return np.array(rows, dtype=np.int64).reshape(len(rows), width)


def inside(term, row):
    return all(level in {ANY, found} for level, found in zip(term, row, strict=True))


def implicants(levels, positive, ruled_out):
    """Return every term that takes in a positive row and none that is ruled out, by going through all."""
    terms = product(*([ANY, *range(n)] for n in levels))
    return {
        term
        for term in terms
        if any(inside(term, row) for row in positive) and not any(inside(term, row) for row in ruled_out)
    }


@given(functions())
def test_prime_implicants_are_the_terms_that_no_shorter_one_holds(function):
    levels, positive, ruled_out = function
    every = implicants(levels, positive, ruled_out)
    shorter = {
        term
        for term in every
        for n, level in enumerate(term)
        if level != ANY and (*term[:n], ANY, *term[n + 1 :]) in every
    }
    found = prime_implicants(table(positive, len(levels)), table(ruled_out, len(levels)))
    assert set(found) == every - shorter
    assert len(found) == len(set(found))


@given(functions())
def test_they_take_in_every_positive_row_and_none_that_is_ruled_out(function):
    levels, positive, ruled_out = function
    rows, others = table(positive, len(levels)), table(ruled_out, len(levels))
    terms = prime_implicants(rows, others)
    assert takes_in(terms, rows).any(axis=0).all()
    assert not takes_in(terms, others).any()


@pytest.mark.parametrize(
    ("positive", "ruled_out", "terms"),
    [
        ([(1, 1)], [(0, 0), (0, 1), (1, 0)], {(1, 1)}),
        ([(1, 1)], [(0, 1)], {(1, ANY)}),
        ([(1, 1), (1, 0)], [(0, 0), (0, 1)], {(1, ANY)}),
        ([(0, 0), (1, 1)], [(0, 1), (1, 0)], {(0, 0), (1, 1)}),
    ],
)
def test_terms_of_two_conditions(positive, ruled_out, terms):
    assert set(prime_implicants(table(positive, 2), table(ruled_out, 2))) == terms


charts = st.integers(1, 6).flatmap(
    lambda rows: st.lists(st.lists(st.booleans(), min_size=rows, max_size=rows), min_size=1, max_size=7).map(
        lambda lines: np.array([*lines, *np.eye(rows, dtype=bool).tolist()], dtype=bool)[:8]
    )
)


def covering(chart):
    """Return every choice of terms that takes in all rows, by going through all."""
    terms = range(chart.shape[0])
    return [
        set(choice)
        for size in range(chart.shape[0] + 1)
        for choice in combinations(terms, size)
        if chart[list(choice)].any(axis=0).all()
    ]


@given(charts.filter(lambda chart: chart.any(axis=0).all()))
def test_covers_of_fewest_terms_are_all_found(chart):
    every = covering(chart)
    least = min(len(choice) for choice in every)
    found = covers.fewest(chart, most=10_000)
    assert {frozenset(one) for one in found.choices} == {frozenset(c) for c in every if len(c) == least}
    assert len(set(found.choices)) == len(found.choices)
    assert found.complete
    assert found.least


@given(charts.filter(lambda chart: chart.any(axis=0).all()))
def test_irredundant_covers_are_all_found(chart):
    every = covering(chart)
    needed = {frozenset(c) for c in every if not any(c - {one} in every for one in c)}
    found = covers.irredundant(chart, most=10_000)
    assert {frozenset(one) for one in found.choices} == needed
    assert len(set(found.choices)) == len(found.choices)


def test_a_cap_is_told(monkeypatch):
    chart = np.ones((3, 2), dtype=bool)
    assert covers.fewest(chart, most=3).complete
    capped = covers.fewest(chart, most=2)
    assert (len(capped.choices), capped.complete, capped.least) == (2, False, True)
    monkeypatch.setattr(covers, "MOST_STEPS", 0)
    long = covers.fewest(np.random.default_rng(0).random((30, 30)) < 0.2, most=9)
    assert not long.least
