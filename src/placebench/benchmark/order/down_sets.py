"""Linear extensions counted exactly, by dynamic programming over the down-sets of a partial order."""

from __future__ import annotations

import attrs
import numpy as np
from numpy.typing import NDArray

from placebench.benchmark.order.partial_order import Matrix

MOST_ELEMENTS = 63  # a down-set is the bits of one integer
_MOST_IN_INT64 = 20  # 20! is the largest factorial that an int64 holds
Counts = NDArray[np.generic]
Bits = NDArray[np.uint64]


@attrs.frozen(eq=False)
class Step:
    """One element added to the down-sets that may take it.

    Attributes:
        element: The element.
        before: Positions of these sets among the sets of their size.
        after: Positions of the sets that come of it, among those one larger.
    """

    element: int
    before: NDArray[np.int32]
    after: NDArray[np.int32]


@attrs.frozen(eq=False)
class DownSets:
    """All down-sets of an order, by size, with the ways to reach each.

    Attributes:
        sets: The down-sets of each size from 0 to n; bit i stands for element i.
        steps: The ways to grow from each size to the next.
        ways: Number of orders in which each set can be filled, exact integers.
    """

    sets: tuple[Bits, ...]
    steps: tuple[tuple[Step, ...], ...]
    ways: tuple[Counts, ...]

    @property
    def number_of_extensions(self) -> int:
        """Number of linear extensions, exact."""
        return int(self.ways[-1][0])

    def heights_and_precedence(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return how often each element stands at each height, and how often below each other.

        Sums and products of positive numbers alone are taken, so the shares are right to rounding.

        Returns:
            Shares of the linear extensions: element by height (column 0 is the lowest), and `[i, j]` for i
            below j.
        """
        n = len(self.steps)
        heights, precedence = np.zeros((n, n)), np.zeros((n, n))
        onward = np.ones(1)
        elements = np.arange(n, dtype=np.uint64)
        for size in reversed(range(n)):
            ways = self.ways[size].astype(np.float64)
            before = np.zeros(len(ways))
            held = ((self.sets[size][:, None] >> elements) & np.uint64(1)).astype(np.float64)
            for step in self.steps[size]:
                through = ways[step.before] * onward[step.after]
                heights[step.element, size] = through.sum()
                precedence[:, step.element] += through @ held[step.before]
                before[step.before] += onward[step.after]
            onward = before
        return heights / onward[0], precedence / onward[0]


def down_sets(below: Matrix, most: int) -> DownSets | None:
    """List the down-sets of a strict order, smallest first.

    Args:
        below: Entry `[i, j]` is true where i is below j.
        most: Number of down-sets that is too many to go on after.

    Returns:
        The down-sets, or None where there are more than `most`, or more than 63 elements.
    """
    n = len(below)
    if n > MOST_ELEMENTS:
        return None
    exact = np.dtype(np.int64 if n <= _MOST_IN_INT64 else object)
    needs = [_bits(np.flatnonzero(below[:, element])) for element in range(n)]
    sets, ways = [np.zeros(1, dtype=np.uint64)], [np.ones(1, dtype=exact)]
    steps, total = [], 1
    for _ in range(n):
        grown, taken = _grow(sets[-1], needs)
        total += len(grown)
        if total > most:
            return None
        reached = np.zeros(len(grown), dtype=exact)
        for step in taken:
            reached[step.after] += ways[-1][step.before]
        sets.append(grown)
        steps.append(taken)
        ways.append(reached)
    return DownSets(tuple(sets), tuple(steps), tuple(ways))


def _grow(sets: Bits, needs: list[np.uint64]) -> tuple[Bits, tuple[Step, ...]]:
    """Add each element to each set that holds all below it, and not itself."""
    sources, results = [], []
    for element, needed in enumerate(needs):
        itself = np.uint64(1) << np.uint64(element)
        may = ((sets & needed) == needed) & ((sets & itself) == 0)
        source = np.flatnonzero(may).astype(np.int32)
        sources.append(source)
        results.append(sets[source] | itself)
    grown, positions = np.unique(np.concatenate(results), return_inverse=True)
    ends = np.cumsum([len(source) for source in sources])[:-1]
    after = np.split(positions.astype(np.int32), ends)
    steps = (Step(element, source, after[element]) for element, source in enumerate(sources) if len(source))
    return grown, tuple(steps)


def _bits(elements: NDArray[np.int64]) -> np.uint64:
    return np.uint64(sum(1 << int(element) for element in elements))
