from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from placebench.benchmark.counts.suppression import suppress, with_totals
from placebench.errors import UsageError

SMALL = st.sampled_from([(1, 1), (1, 3), (2, 1), (2, 2), (2, 3), (3, 2)]).flatmap(
    lambda shape: st.lists(st.integers(0, 3), min_size=shape[0] * shape[1], max_size=shape[0] * shape[1]).map(
        lambda cells: np.array(cells, dtype=np.int64).reshape(shape)
    )
)


def completions(counts, hidden):
    """List every table of counts that agrees with all that is shown, totals included, up to a size."""
    spread = list(range(int(counts.max()) + 2))
    cells = product(*map(range, counts.shape))
    choices = [spread if hidden[cell] else [counts[cell]] for cell in cells]
    filled = np.array(list(product(*choices))).reshape(-1, *counts.shape)
    rows = np.concatenate([filled, filled.sum(axis=2, keepdims=True)], axis=2)
    whole = np.concatenate([rows, rows.sum(axis=1, keepdims=True)], axis=1)
    return whole[(whole == with_totals(counts))[:, ~hidden].all(axis=1)]


def test_one_small_cell_hides_three_more():
    hidden = suppress(np.array([[2, 20, 30], [25, 26, 27], [40, 41, 42]]), 5)
    assert hidden.sum() == 4
    assert hidden[0, 0]
    assert not hidden[-1].any()
    assert not hidden[:, -1].any()


def test_nothing_small_hides_nothing():
    assert not suppress(np.array([[5, 0], [0, 6]]), 5).any()


@given(SMALL, st.integers(2, 4))
def test_no_hidden_cell_can_be_recovered_from_the_totals(counts, threshold):
    hidden = suppress(counts, threshold)
    possible = completions(counts, hidden)
    whole = with_totals(counts)
    assert hidden[(whole > 0) & (whole < threshold)].all()
    assert (possible.min(axis=0) < possible.max(axis=0))[hidden].all()


@given(SMALL.filter(lambda counts: counts.shape[1] > 1), st.integers(2, 4))
def test_nor_where_the_row_totals_are_known_to_all(counts, threshold):
    hidden = suppress(counts, threshold, row_totals="known", column_totals="unpublished")
    assert not hidden[:-1, -1].any()
    possible = completions(counts, hidden)[:, :-1, :-1]
    inner = hidden[:-1, :-1]
    assert (possible.min(axis=0) < possible.max(axis=0))[inner].all()


@pytest.mark.parametrize(
    ("counts", "threshold", "options"),
    [
        ([[3]], 1, {}),
        ([[-1]], 5, {}),
        ([[3]], 5, {"row_totals": "known", "column_totals": "known"}),
    ],
)
def test_what_cannot_be_suppressed_is_an_error(counts, threshold, options):
    with pytest.raises(UsageError):
        suppress(np.array(counts), threshold, **options)
