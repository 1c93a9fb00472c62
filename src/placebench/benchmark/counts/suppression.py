"""Suppression of small cells of a table with totals, so that nobody can work them out again.

A reader who knows the totals knows every way in which a table can be filled. A hidden cell is safe when two
of them differ there: when a cycle runs through it along which one can be added and taken away by turns, over
hidden cells and hidden totals. So the cells and totals are the edges of a graph of rows and columns, and
what is hidden besides is the cheapest cycle through each hidden cell.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from typing import Literal

import attrs
import numpy as np
from numpy.typing import NDArray

from placebench.errors import UsageError

SOURCE = (
    "Gusfield 1988, SIAM Journal on Computing 17(3); "
    "Office for National Statistics, policy on protecting confidentiality in tables of birth and "
    "death statistics"
)
LEAST_THRESHOLD = 2

Totals = Literal["shown", "known", "unpublished"]
"""Shown totals may be hidden; known ones cannot; unpublished ones are hidden from the start."""

Cell = tuple[int, int]
_TOTAL = 3
_NOTHING = 2


def with_totals(counts: NDArray[np.int64]) -> NDArray[np.int64]:
    """Add a column of row totals, a row of column totals and the grand total."""
    rows = np.hstack([counts, counts.sum(axis=1, keepdims=True)])
    return np.vstack([rows, rows.sum(axis=0, keepdims=True)])


def suppress(
    counts: NDArray[np.int64],
    threshold: int,
    *,
    exempt: NDArray[np.bool_] | None = None,
    row_totals: Totals = "shown",
    column_totals: Totals = "shown",
) -> NDArray[np.bool_]:
    """Choose the cells to hide: those from 1 to below the threshold, and others that would give them away.

    A hidden cell may hold 0. The reader is taken to know that no count is negative.

    Args:
        counts: Counts, rows by columns, without totals.
        threshold: Counts from 1 to below it are hidden; at least 2.
        exempt: Cells that are no secret when they are small; they may be hidden for the sake of others.
        row_totals: Whether row totals are shown, known from elsewhere, or not published.
        column_totals: The same of column totals.

    Returns:
        True where hidden, of one row and one column more than `counts`, for the totals.

    Raises:
        UsageError: The threshold is below 2, a count is negative, or known totals give a cell away whatever
            is hidden.
    """
    _check(counts, threshold)
    whole = with_totals(counts)
    known, unpublished = _totals(whole.shape, row_totals, column_totals)
    small = (whole > 0) & (whole < threshold) & ~known & ~unpublished
    if exempt is not None:
        small[:-1, :-1] &= ~exempt
    table = _Table(whole, known, small | unpublished)
    for row, column in np.argwhere(small):
        # The others of the cycle are safe through it as well.
        for cell in table.cheapest_cycle((int(row), int(column))):
            table.hidden[cell] = True
    return table.hidden


@attrs.frozen(eq=False)
class _Table:
    """Cells with totals; rows and columns are the nodes, and a cell joins its row and its column."""

    counts: NDArray[np.int64]
    known: NDArray[np.bool_]
    hidden: NDArray[np.bool_]

    def cheapest_cycle(self, cell: Cell) -> list[Cell]:
        """Return the other cells of the cycle through a cell that hides fewest, and smallest, cells more."""
        row, column = self._nodes(cell)
        found = []
        if self._can_grow(cell):
            found.append(self._path(column, row, cell))
        if self._can_shrink(cell):
            found.append(self._path(row, column, cell))
        possible = [path for path in found if path is not None]
        if not possible:
            expected = "a table in which another cell can be hidden beside each small one"
            raise UsageError(expected, "known totals that give it away", hint="merge rows or columns")
        return min(possible)[1]

    def _path(self, start: int, end: int, without: Cell) -> tuple[int, list[Cell]] | None:
        seen: set[int] = set()
        queue: list[tuple[int, int, list[Cell]]] = [(0, start, [])]
        while queue:
            cost, node, path = heapq.heappop(queue)
            if node == end:
                return cost, path
            if node in seen:
                continue
            seen.add(node)
            for to, cell in self._steps(node):
                if cell != without and to not in seen:
                    heapq.heappush(queue, (cost + self._cost(cell), to, [*path, cell]))
        return None

    def _steps(self, node: int) -> Iterator[tuple[int, Cell]]:
        height, width = self.counts.shape
        if node < height:
            cells = ((node, column) for column in range(width))
            yield from ((height + cell[1], cell) for cell in cells if self._can_grow(cell))
        else:
            cells = ((row, node - height) for row in range(height))
            yield from ((cell[0], cell) for cell in cells if self._can_shrink(cell))

    def _nodes(self, cell: Cell) -> tuple[int, int]:
        return cell[0], self.counts.shape[0] + cell[1]

    def _margins(self, cell: Cell) -> int:
        """Return how many of its row and its column are totals; in one of them, its sign is turned."""
        height, width = self.counts.shape
        return int(cell[0] == height - 1) + int(cell[1] == width - 1)

    def _can_grow(self, cell: Cell) -> bool:
        turned = self._margins(cell) == 1
        return not self.known[cell] and (not turned or bool(self.counts[cell] > 0))

    def _can_shrink(self, cell: Cell) -> bool:
        turned = self._margins(cell) == 1
        return not self.known[cell] and (turned or bool(self.counts[cell] > 0))

    def _cost(self, cell: Cell) -> int:
        if self.hidden[cell]:
            return 0
        scale = int(self.counts.max()) + 1
        dear = _TOTAL if self._margins(cell) else _NOTHING if self.counts[cell] == 0 else 1
        return dear * scale + int(self.counts[cell])


def _totals(
    shape: tuple[int, ...], row_totals: Totals, column_totals: Totals
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    known = np.zeros(shape, dtype=np.bool_)
    unpublished = np.zeros(shape, dtype=np.bool_)
    known[:-1, -1] = row_totals == "known"
    known[-1, :-1] = column_totals == "known"
    unpublished[:-1, -1] = row_totals == "unpublished"
    unpublished[-1, :-1] = column_totals == "unpublished"
    known[-1, -1] = "known" in (row_totals, column_totals)
    unpublished[-1, -1] = not known[-1, -1] and "unpublished" in (row_totals, column_totals)
    return known, unpublished


def _check(counts: NDArray[np.int64], threshold: int) -> None:
    if threshold < LEAST_THRESHOLD:
        hint = "a threshold of 5 hides 1 to 4"
        raise UsageError(f"a threshold of {LEAST_THRESHOLD} or more", str(threshold), hint=hint)
    if counts.size and counts.min() < 0:
        raise UsageError("counts of 0 or more", str(int(counts.min())))
