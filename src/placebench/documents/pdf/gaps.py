"""Tables without borders, found by the gaps between their columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from placebench.documents.pdf.cell_order import tops_as_set
from placebench.documents.pdf.grid import Box, BoxTable, merged
from placebench.documents.pdf.labelled import is_bold
from placebench.documents.pdf.lines import Line, Row
from placebench.documents.pdf.order import Order
from placebench.documents.pdf.row_starts import by_column, row_starts
from placebench.documents.pdf.rules import Rule
from placebench.documents.pdf.runs import Gap, Run, follows, run_from
from placebench.documents.pdf.shared import shared_gaps
from placebench.documents.pdf.side_labels import have_labels, rows_before
from placebench.documents.pdf.spanning import under

MOST_ROWS = 2_000
"""Rows of a page among which tables are looked for; a page of small type has some hundred."""

MOST_LOOKS = 2_000_000
"""How often lines are held against gaps on a page, about; a page that needs more is a drawing."""

_FEWEST_ROWS = 3
_FEWEST_HEADED = 2
_THREE_COLUMNS = 3
_FEWEST_LINES_OF_PROSE = 6
_FILLED = 0.65
_ALIGNED = 2.0
_MOST_SHARE = 0.6
_LOOSE = 1.35
_MOST_HEADER_ROWS = 4
_COVERS = 0.6
_FEWEST_OF_GROUP = 3
_MOST_LABELS = 4
_AS_NEAR = 1.05
_INSET = 8.0


def gap_tables(rows: Sequence[Row], rules: Sequence[Rule], order: Order) -> Iterator[tuple[BoxTable, range]]:
    """Yield the tables among rows from the top of a page, and which rows each takes.

    Args:
        rows: Lines of the page that stand in no table with borders.
        rules: Lines that are drawn across the page.
        order: The order of its words in the file.
    """
    index = 0 if len(rows) <= MOST_ROWS else len(rows)
    right = max((row[-1].x1 for row in rows), default=0.0)
    looked = taken_to = 0
    while index < len(rows) and looked <= MOST_LOOKS:
        run = run_from(rows, index)
        looked += (run.end - index) * len(rows[index]) ** 2
        taken = rows[index : run.end]
        headed = _is_headed(taken, run, order)
        if len(run.gaps) == 1 and not headed and have_labels(taken, run.gaps[0], order):
            index -= rows_before(rows[taken_to:], index - taken_to, run.gaps[0], order)
            table = _table(
                rows[index : run.end], _edges(rows[index : run.end], run.gaps, right), rules, order
            )
            yield table, range(index, run.end)
            index = taken_to = run.end
        elif not headed and _is_prose(taken, run.gaps):
            index = run.end
        elif headed or _is_table(taken, run.gaps):
            body, fuller = _below_labels(rows, index, run)
            gaps = shared_gaps(rows[index : fuller.end], fuller.gaps)
            edges = _edges(rows[index : fuller.end], gaps, right)
            table = _table(rows[body : fuller.end], edges, rules, order)
            yield under(rows[index:body], table) if body > index else table, range(index, fuller.end)
            index = taken_to = fuller.end
        else:
            index += 1


def heads_table(rows: Sequence[Row]) -> bool:
    """Tell whether the first of these rows is the header of a table without borders."""
    run = run_from(rows, 0)
    taken = rows[: run.end]
    return not _is_prose(taken, run.gaps) and _is_table(taken, run.gaps)


def continued(
    rows: Sequence[Row],
    edges: tuple[float, ...],
    left: float,
    rules: Sequence[Rule],
    order: Order,
    header: int = 0,
    spacing: float | None = None,
) -> tuple[BoxTable, range] | None:
    """Return the rows at the top of a page that go on with a table of the page before, if some do.

    Args:
        rows: Lines of the page that stand in no table with borders.
        edges: Edges of the columns of the table above.
        left: Where its first column begins.
        rules: Lines that are drawn across the page.
        order: The order of its words in the file.
        header: How many of the rows repeat its header.
        spacing: Distance of base lines beyond which its rows are parted, where it tells.
    """
    end = header
    for index, row in enumerate(rows[header:MOST_ROWS], header):
        beside = row[0].x0 > edges[1] or abs(row[0].x0 - left) <= _ALIGNED
        crosses = any(_crosses(line, edge) for line in row for edge in edges[1:-1])
        if not beside or crosses or (index > header and not follows(rows[index - 1], row)):
            break
        if len(row) > 1 or (
            row[0].x0 > edges[1] and (header or _is_under(rows[index - 1], row[0], edges[1]))
        ):
            end = index + 1
    end += _rest_of_label(rows[:end], rows[end:], edges[1]) if end else 0
    return (_table(rows[:end], edges, rules, order, spacing), range(end)) if end else None


def _rest_of_label(rows: Sequence[Row], below: Sequence[Row], edge: float) -> int:
    """Return how many lines below a table go on with its last label, as near to it as lines of one cell."""
    steps = [two[0].y - one[0].y for one, two in pairwise(rows)]
    usual = min((step for step, row in zip(steps, rows[1:], strict=True) if len(row) == 1), default=0.0)
    lines = takewhile(
        lambda pair: (
            len(pair[1]) == 1
            and abs(pair[1][0].x0 - rows[-1][0].x0) <= _ALIGNED
            and pair[1][0].x1 < edge
            and pair[1][0].y - pair[0][0].y <= _AS_NEAR * usual
        ),
        pairwise((rows[-1], *below)),
    )
    return sum(1 for _ in lines)


def _is_under(above: Row, line: Line, edge: float) -> bool:
    return any(abs(one.x0 - line.x0) <= _ALIGNED for one in above if one.x0 > edge)


def _crosses(line: Line, edge: float) -> bool:
    """Tell whether a line stands on both sides of an edge, which lies anywhere between two columns."""
    return line.x0 + line.size < edge < line.x1 - line.size


def header_again(rows: Sequence[Row], edges: Sequence[float], labels: Sequence[str]) -> range | None:
    """Return which of the highest rows of a page repeat the header of a table, if some do.

    Args:
        rows: The rows, from the top of the page.
        edges: Edges of the columns of the table.
        labels: Text of the header by column.
    """
    for start in range(len(rows)):
        texts: list[list[str]] = [[] for _ in edges[1:]]
        for end, row in enumerate(rows[start : start + _MOST_HEADER_ROWS], start + 1):
            for column, line in by_column(row, edges).items():
                texts[column].append(line.text)
            if [" ".join(parts) for parts in texts] == list(labels):
                return range(start, end)
    return None


def _below_labels(rows: Sequence[Row], start: int, run: Run) -> tuple[int, Run]:
    """Return where a table begins, below labels that stand over several of its columns, and its run."""
    best = start, run
    for index in range(start + 1, min(start + _MOST_LABELS, run.end - 1) + 1):
        fuller = run_from(rows, index)
        if len(fuller.gaps) > len(best[1].gaps) and fuller.end >= run.end:
            best = index, fuller
    _, fuller = best
    # Labels beside the texts of their columns stand over none.
    alike = len(shared_gaps(rows[start : fuller.end], fuller.gaps)) <= len(run.gaps)
    return (start, run) if alike else best


def _is_table(rows: Sequence[Row], gaps: Sequence[Gap]) -> bool:
    several = [row for row in rows if len(row) > 1]
    if len(gaps) + 1 >= _THREE_COLUMNS:
        full = sum(len(row) >= _THREE_COLUMNS for row in rows)
        # A long text in a later column stands alone on its lines; one in the first may be a paragraph.
        alone = sum(len(row) == 1 and row[0].x0 < gaps[0][1] for row in rows)
        return full > 1 and len(several) * 2 >= alone
    if len(several) < _FEWEST_ROWS or len(several) * 2 < len(rows):
        return False
    starts = sorted(row[-1].x0 for row in several)
    middle = starts[len(starts) // 2]
    aligned = sum(abs(start - middle) <= _ALIGNED for start in starts)
    return aligned >= _MOST_SHARE * len(starts)


def _is_headed(rows: Sequence[Row], run: Run, order: Order) -> bool:
    """Tell whether bold labels head columns; two need to be set cell by cell, unlike prose."""
    if not run.headed or all(map(is_bold, rows)):
        return False
    if len(run.gaps) > 1:
        return sum(len(row) > 1 for row in rows) >= _FEWEST_HEADED
    edge = run.gaps[0][1]
    left, right = (
        [order.of(line.words[0]) for row in rows for line in row if (line.x0 >= edge) == behind]
        for behind in (False, True)
    )
    return min(len(left), len(right)) >= _FEWEST_HEADED and max(left) > sorted(right)[1]


def _is_prose(rows: Sequence[Row], gaps: Sequence[Gap]) -> bool:
    """Tell whether two columns are filled to their right ends, as those of a newspaper are."""
    if len(gaps) != 1 or len(rows) < _FEWEST_LINES_OF_PROSE:
        return False
    lines = [line for row in rows for line in row]
    (_, end) = gaps[0]
    sides = ([line for line in lines if line.x1 <= end], [line for line in lines if line.x1 > end])
    return all(side and _filling(side) >= _FILLED for side in sides)


def _filling(lines: Sequence[Line]) -> float:
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    return sum(line.x1 - line.x0 for line in lines) / len(lines) / max(right - left, 1)


def _edges(rows: Sequence[Row], gaps: Sequence[Gap], right: float) -> tuple[float, ...]:
    """Return the edges of columns; the last may be as wide as the page, and have room for more words."""
    lines = [line for row in rows for line in row]
    inner = ((start + end) / 2 for start, end in gaps)
    end = max(max(line.x1 for line in lines) + 1, right - _INSET)
    return (min(line.x0 for line in lines) - 1, *inner, end)


def _table(
    rows: Sequence[Row],
    edges: tuple[float, ...],
    rules: Sequence[Rule],
    order: Order,
    spacing: float | None = None,
) -> BoxTable:
    starts = _ruled(rows, edges, rules)
    tops = None
    if starts is None:
        starts = row_starts(rows, edges, spacing)
        tops = tops_as_set(rows, edges, order, starts)
    tops = tops or [min(line.top for line in rows[start]) - 1 for start in starts]
    bottom = max(line.bottom for row in rows for line in row) + 1
    boxes = tuple(
        Box(number, column, 1, 1, left, top, right, below)
        for number, (top, below) in enumerate(pairwise([*tops, bottom]))
        for column, (left, right) in enumerate(pairwise(edges))
    )
    return BoxTable(boxes, edges, (*tops, bottom))


def _ruled(rows: Sequence[Row], edges: Sequence[float], rules: Sequence[Rule]) -> list[int] | None:
    """Return at which rows the table's rows begin by the lines across it.

    None where there are too few, or where they stand above and below the header and its repetitions alone.
    """
    left, right = edges[0], edges[-1]
    wide = [
        rule.at
        for rule in merged(rules)
        if min(rule.end, right) - max(rule.start, left) >= _COVERS * (right - left)
    ]
    starts = [0]
    for index, (above, below) in enumerate(pairwise(rows), 1):
        if any(above[0].y < at < below[0].y for at in wide):
            starts.append(index)
    header = _texts(rows[: starts[1]]) if len(starts) > 1 else []
    heads = all(
        header in (_texts(rows[:start])[-len(header) :], _texts(rows[start : start + len(header)]))
        for start in starts[1:]
    )
    if len(starts) < _FEWEST_ROWS or heads:
        return None
    starts += _below_header(rows[: starts[1]])
    return [start for part in pairwise([*sorted(starts), len(rows)]) for start in _within(rows, edges, part)]


def _below_header(rows: Sequence[Row]) -> list[int]:
    """Return where the row below a bold header begins, where colours part but the later rows."""
    bold = next((number for number, row in enumerate(rows) if not all(line.bold for line in row)), 0)
    plain = bold and len(rows[bold]) > 1 and not any(line.bold for line in rows[bold])
    return [bold] if plain else []


def _within(rows: Sequence[Row], edges: Sequence[float], part: tuple[int, int]) -> list[int]:
    """Return where the rows between two lines begin: one row, or several, where lines part but groups."""
    first, end = part
    starts = [first + start for start in row_starts(rows[first:end], edges, one=True)]
    spaced = all(_is_spaced(rows[start - 1], rows[start]) for start in starts[1:])
    return starts if len(starts) >= _FEWEST_OF_GROUP and spaced else [first]


def _is_spaced(above: Row, below: Row) -> bool:
    """Tell whether there is more space between two lines than within a text."""
    return below[0].y - above[0].y >= _LOOSE * below[0].size


def _texts(rows: Sequence[Row]) -> list[list[str]]:
    return [[line.text for line in row] for row in rows]
