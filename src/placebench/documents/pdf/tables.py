"""The words of a PDF page put into the cells of its tables."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import pairwise

import attrs

from placebench.documents.pdf.grid import Box, BoxTable
from placebench.documents.pdf.kept import kept
from placebench.documents.pdf.lines import MIDDLE, lines_of, rows_of
from placebench.documents.pdf.order import Order
from placebench.documents.pdf.paragraphs import Paragraph, paragraphs
from placebench.documents.pdf.place import Word
from placebench.documents.pdf.strays import take_back

FEWEST_LABELS = 2
"""Labels that a first row has to have for it to be known again as the header of a table."""

_PADDING = 4.0
_CLEARER = 1.1
_FEWEST_COLUMNS = 2
_FEWEST_SPACES = 2


@attrs.frozen(slots=False)
class FilledCell:
    """A cell of a table on one page, and its paragraphs."""

    row: int
    column: int
    row_span: int
    column_span: int
    paragraphs: tuple[Paragraph, ...]

    @kept
    def text(self) -> str:
        """Its words."""
        return " ".join([line.text for paragraph in self.paragraphs for line in paragraph.lines])


@attrs.frozen(slots=False)
class PageTable:
    """A table, or the part of one that stands on a page.

    Attributes:
        cells: Its cells.
        edges: Edges of its columns.
        top: Upper end.
        bottom: Lower end.
        page: Number of the page.
        drawn: Whether lines on the page say where the edges are.
        beside_label: Whether rows stand beside the rest of a label whose words are on the page before.
        origin: How far the column of prose that it stands in lies from the first one of its page.
        moved: How far the edges were moved from where its texts stand, as to another column of prose.
    """

    cells: tuple[FilledCell, ...]
    edges: tuple[float, ...]
    top: float
    bottom: float
    page: int
    drawn: bool
    beside_label: bool = False
    origin: float = 0.0
    moved: float = 0.0

    def at(self, origin: float) -> PageTable:
        """Return the table as it would stand in another column of prose."""
        by = origin - self.origin
        if not by:
            return self
        edges = tuple(edge + by for edge in self.edges)
        return attrs.evolve(self, edges=edges, origin=origin, moved=self.moved + by)

    @property
    def left(self) -> float:
        """Where the text of its first column begins."""
        first = min(cell.column for cell in self.cells)
        texts = (p.first.x0 for cell in self.cells if cell.column == first for p in cell.paragraphs)
        return min(texts) + self.moved

    @property
    def starts(self) -> tuple[float, ...]:
        """Where most of the texts of each column but the first begin."""
        found: dict[int, Counter[float]] = {}
        for cell in self.cells:
            for line in (line for paragraph in cell.paragraphs for line in paragraph.lines):
                found.setdefault(cell.column, Counter())[round(line.x0, 1)] += 1
        return tuple(found[column].most_common(1)[0][0] + self.moved for column in sorted(found)[1:])

    @cached_property
    def spacing(self) -> float | None:
        """Distance of base lines beyond which its rows are parted; None where space alone does not tell."""
        spans = [_extent(cells.values()) for _, cells in sorted(self.rows.items())]
        between = [two[0] - one[1] for one, two in pairwise(spans) if one and two]
        within = [
            below.y - above.y
            for cell in self.cells
            for paragraph in cell.paragraphs
            for above, below in pairwise(paragraph.lines)
        ]
        # The space below a header alone says nothing of that between rows.
        if len(between) < _FEWEST_SPACES or not within or min(between) < _CLEARER * max(within):
            return None
        return (min(between) + max(within)) / 2

    @cached_property
    def rows(self) -> Mapping[int, Mapping[int, FilledCell]]:
        """Cells by row and column."""
        rows: dict[int, dict[int, FilledCell]] = {}
        for cell in self.cells:
            rows.setdefault(cell.row, {})[cell.column] = cell
        return rows


def _extent(cells: Iterable[FilledCell]) -> tuple[float, float] | None:
    """Return the first and the last base line of cells."""
    lines = [line.y for cell in cells for paragraph in cell.paragraphs for line in paragraph.lines]
    return (min(lines), max(lines)) if lines else None


def labels(table: PageTable) -> tuple[str, ...]:
    """Return the texts of the first row, column by column."""
    header = table.rows[min(table.rows)]
    return tuple(header[column].text if column in header else "" for column in range(len(table.edges) - 1))


def fill(
    table: BoxTable, words: Sequence[Word], page: int, order: Order, *, drawn: bool, lone: bool = False
) -> tuple[PageTable | None, set[int]]:
    """Put words into the cells of a table.

    Args:
        table: The table.
        words: The words.
        page: Number of the page.
        order: The order of the words of the page in its file.
        drawn: Whether lines on the page say where its edges are.
        lone: Whether a single row is enough, as that of a table which goes on from the page before.

    Returns:
        The table and the positions of the words that stand in it; None where text stands in fewer than two
        columns, or in one row of two, unless that is enough.
    """
    inside, taken = _assigned(table, words)
    parted = _parted(table, inside)
    if parted is not table:
        table = parted
        inside, taken = _assigned(table, words)
    take_back(table, inside, order)
    filled = {number: table.boxes[number] for number in inside}
    rows = {box.row for box in filled.values()}
    columns = {box.column for box in filled.values()}
    few = len(columns) < _FEWEST_COLUMNS or (len(rows) == 1 and len(columns) == _FEWEST_COLUMNS)
    if not columns or (few and not lone):
        return None, set()
    cells = _numbered(table.boxes, inside, page)
    edges = _kept_edges(table.xs, columns)
    beside = any(
        box.column == 0 and box.row_span > 1 and number not in inside
        for number, box in enumerate(table.boxes)
    )
    return PageTable(cells, edges, table.top, table.ys[-1], page, drawn, beside), taken


def _assigned(table: BoxTable, words: Sequence[Word]) -> tuple[dict[int, list[Word]], set[int]]:
    """Return the words of each box, by its number, and the positions of these words."""
    at = {
        (row, column): number
        for number, box in enumerate(table.boxes)
        for row in range(box.row, box.row + box.row_span)
        for column in range(box.column, box.column + box.column_span)
    }
    inside: dict[int, list[Word]] = {}
    taken: list[int] = []
    xs, ys = table.xs, table.ys
    left, right, top, bottom = xs[0], xs[-1], ys[0], ys[-1]
    base_line = type_size = math.nan
    row = -1
    for index, (_, x0, x1, y, size, _, _) in enumerate(words):
        if y != base_line or size != type_size:  # which most words have in common with the one before
            base_line, type_size, middle = y, size, y - MIDDLE * size
            row = bisect_right(ys, middle) - 1 if top <= middle <= bottom else -1
        x = (x0 + x1) / 2
        if row < 0 or not left <= x <= right:
            continue
        number = at.get((row, bisect_right(xs, x) - 1))
        if number is not None:
            if number in inside:
                inside[number].append(words[index])
            else:
                inside[number] = [words[index]]
            taken.append(index)
    return inside, set(taken)


def _parted(table: BoxTable, inside: Mapping[int, list[Word]]) -> BoxTable:
    """Return a table with boxes parted whose texts stand in columns, as where only other rows are drawn."""
    if all(box.column_span == 1 for box in table.boxes):
        return table
    boxes: list[Box] = []
    starts = {
        round(min(word.x0 for word in words))
        for number, words in inside.items()
        if table.boxes[number].column_span == 1
    }
    for number, box in enumerate(table.boxes):
        edges = table.xs[box.column : box.column + box.column_span + 1]
        if box.column_span > 1 and _stand_between(inside.get(number, ()), edges, starts):
            boxes += (
                attrs.evolve(box, column=box.column + index, column_span=1, x0=x0, x1=x1)
                for index, (x0, x1) in enumerate(pairwise(edges))
            )
        else:
            boxes.append(box)
    return table if len(boxes) == len(table.boxes) else attrs.evolve(table, boxes=tuple(boxes))


def _stand_between(words: Iterable[Word], edges: Sequence[float], starts: AbstractSet[int]) -> bool:
    """Tell whether texts stand in several columns, or in one but the first where its other texts begin."""
    lines = [line for row in rows_of(words) for line in row]
    if not lines or any(line.x0 < edge < line.x1 for line in lines for edge in edges[1:-1]):
        return False
    columns = {bisect_right(edges, line.x0) for line in lines}
    return len(columns) > 1 or (1 not in columns and all(round(line.x0) in starts for line in lines))


def _numbered(boxes: Sequence[Box], inside: Mapping[int, list[Word]], page: int) -> tuple[FilledCell, ...]:
    """Return the cells without rows and columns that are empty throughout, such as between double lines."""
    rows = _numbers(boxes[number].row for number in inside)
    columns = _numbers(boxes[number].column for number in inside)
    cells = []
    for number, box in enumerate(boxes):
        if box.row not in rows or box.column not in columns:
            continue
        row_span = sum(row in rows for row in range(box.row, box.row + box.row_span))
        column_span = sum(column in columns for column in range(box.column, box.column + box.column_span))
        parts = tuple(paragraphs(lines_of(inside.get(number, ())), page, box.x1 - _PADDING))
        cells.append(FilledCell(rows[box.row], columns[box.column], row_span, column_span, parts))
    return tuple(cells)


def _numbers(values: Iterable[int]) -> dict[int, int]:
    return {value: number for number, value in enumerate(sorted(set(values)))}


def _kept_edges(xs: Sequence[float], columns: set[int]) -> tuple[float, ...]:
    return (*(xs[column] for column in sorted(columns)), xs[-1])
