"""Linear extensions drawn at random, each exactly as likely as any other."""

from __future__ import annotations

from collections.abc import Iterator

import attrs
import numpy as np
from numpy.typing import NDArray

from placebench.benchmark.order.partial_order import Indices, Matrix, covers, levels

Values = NDArray[np.float64]
Seed = tuple[int, ...]
_FIRST_SWEEPS = 16
_SCOUTS = 16  # draws that find out how far back the others have to start


@attrs.frozen(eq=False)
class _Layer:
    """Pairwise incomparable elements with what is just below and just above each."""

    elements: Indices
    lower: Indices
    lower_starts: Indices
    upper: Indices
    upper_starts: Indices


def draw_extensions(below: Matrix, draws: int, seed: Seed) -> Values:
    """Draw linear extensions independently and uniformly, by monotone coupling from the past.

    An element gets a number between 0 and 1, above those of all elements below it. A uniform point of this
    order polytope sorts into a uniform linear extension (Stanley 1986). The chain redraws each number between
    its neighbours in the order, and keeps a higher start above a lower one; so its start lies so far in the
    past that the runs from all zeros and from all ones sort alike (Propp and Wilson 1996).

    Args:
        below: Entry `[i, j]` is true where i is below j.
        draws: How many to draw.
        seed: Seed of the random numbers, none of them negative; the same seed gives the same draws.

    Returns:
        One row an element, one column a draw: numbers whose order in a column is the drawn extension.
    """
    n = len(below)
    layers = list(_layers(below))
    drawn = np.empty((n, draws))
    sweeps = _FIRST_SWEEPS
    for missing in np.split(np.arange(draws), [min(_SCOUTS, draws)]):
        while len(missing):
            bottom, top = _run(layers, n, sweeps, missing, draws, seed)
            settled = _sort_alike(bottom, top)
            drawn[:, missing[settled]] = bottom[:, settled]
            missing = missing[~settled]  # noqa: PLW2901 - fewer are missing
            sweeps *= 2 if len(missing) else 1
    return drawn


def _layers(below: Matrix) -> Iterator[_Layer]:
    n = len(below)
    direct = covers(below)
    for elements in levels(below):
        lower = [np.flatnonzero(direct[:, element]) for element in elements]
        upper = [np.flatnonzero(direct[element]) for element in elements]
        yield _Layer(elements, *_joined(lower, otherwise=n), *_joined(upper, otherwise=n + 1))


def _joined(groups: list[Indices], otherwise: int) -> tuple[Indices, Indices]:
    """Lay groups end to end, with one row for an empty group, and return where each begins."""
    filled = [group if len(group) else np.array([otherwise]) for group in groups]
    starts = np.cumsum([0, *(len(group) for group in filled[:-1])])
    return np.concatenate(filled), starts


def _run(
    layers: list[_Layer], n: int, sweeps: int, columns: Indices, draws: int, seed: Seed
) -> tuple[Values, Values]:
    """Run both extreme starts up to now; the random numbers of a sweep depend on how long ago it is."""
    state = np.zeros((n + 2, 2, len(columns)))
    state[:n, 1] = 1  # the highest start
    state[n + 1] = 1  # above everything; row n stays below everything
    for ago in range(sweeps, 0, -1):
        uniform = np.random.default_rng([*seed, ago]).random((n, draws))[:, columns]
        for layer in layers if ago % 2 else reversed(layers):
            low = np.maximum.reduceat(state[layer.lower], layer.lower_starts, axis=0)
            high = np.minimum.reduceat(state[layer.upper], layer.upper_starts, axis=0)
            state[layer.elements] = low + uniform[layer.elements, None] * (high - low)
    return state[:n, 0], state[:n, 1]


def _sort_alike(bottom: Values, top: Values) -> NDArray[np.bool_]:
    """Hold where no element's range from bottom to top meets that of another."""
    ascending = np.argsort(bottom, axis=0)
    starts = np.take_along_axis(bottom, ascending, axis=0)
    ends = np.take_along_axis(top, ascending, axis=0)
    return np.asarray((ends[:-1] < starts[1:]).all(axis=0), dtype=np.bool_)
