"""Words that reach over the border of their cell into the one above or below, put back into theirs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from placebench.documents.pdf.grid import Box, BoxTable
from placebench.documents.pdf.order import Order
from placebench.documents.pdf.place import Word

_A_LINE = 1.5


def take_back(table: BoxTable, inside: dict[int, list[Word]], order: Order) -> None:
    """Move words that the file sets together with those of the cell above or below, apart from their own.

    Text that is too high for its row is printed over the next one, yet the file sets it with its own cell.

    Args:
        table: The table.
        inside: The words of each box, by its number.
        order: The order of the words of the page in its file.
    """
    runs = {number: order.runs(words) for number, words in inside.items()}
    if all(len(parts) == 1 for parts in runs.values()):
        return
    ends = {order.of(word): (number, run) for number, run in _each(runs) for word in (run[0], run[-1])}
    for number, run in list(_each(runs)):
        beside = (ends.get(order.of(run[0]) - 1), ends.get(order.of(run[-1]) + 1))
        homes = (home for home in beside if home and len(home[1]) > len(run) and _are_near(home[1], run))
        home = next((to for to, _ in homes if _are_neighbours(table.boxes[to], table.boxes[number])), None)
        if home is not None and len(runs[number]) > 1:
            runs[number] = [one for one in runs[number] if one is not run]
            inside[number] = [word for one in runs[number] for word in one]
            inside[home] += run


def _each(runs: Mapping[int, Sequence[list[Word]]]) -> Iterator[tuple[int, list[Word]]]:
    return ((number, run) for number, parts in runs.items() for run in parts)


def _are_near(one: Sequence[Word], two: Sequence[Word]) -> bool:
    """Tell whether two runs stand as close as lines of a cell, as text too high for its row does."""
    down = [sorted(word.y for word in run) for run in (one, two)]
    return max(down[0][0] - down[1][-1], down[1][0] - down[0][-1]) <= _A_LINE * max(one[0].size, two[0].size)


def _are_neighbours(one: Box, two: Box) -> bool:
    """Tell whether one of two cells of the same column stands right above the other."""
    if (one.column, one.column_span) != (two.column, two.column_span):
        return False
    return one.row + one.row_span == two.row or two.row + two.row_span == one.row
