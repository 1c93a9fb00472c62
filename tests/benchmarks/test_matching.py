from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.extraction.matching import best_matching

MEETING = st.lists(st.lists(st.integers(0, 4), max_size=4, unique=True), max_size=5)


@pytest.mark.parametrize(
    ("meeting", "pairs"),
    [
        ([], {}),
        ([[], [0]], {1: 0}),
        ([[0], [0]], {0: 0}),
        ([[0, 1], [0]], {0: 1, 1: 0}),
        ([[0, 1], [1, 2], [0]], {0: 1, 1: 2, 2: 0}),
    ],
)
def test_a_fact_gives_way_to_one_that_has_no_other_row(meeting, pairs):
    assert best_matching(meeting) == pairs


@given(MEETING)
def test_no_other_choice_pairs_more(meeting):
    pairs = best_matching(meeting)
    choices = itertools.product(*([None, *rows] for rows in meeting))
    used = ([row for row in choice if row is not None] for choice in choices)
    assert len(pairs) == max(len(rows) for rows in used if len({*rows}) == len(rows))


@given(MEETING)
def test_each_row_is_used_once_and_by_a_fact_that_it_meets(meeting):
    pairs = best_matching(meeting)
    assert len({*pairs.values()}) == len(pairs)
    assert all(row in meeting[fact] for fact, row in pairs.items())
