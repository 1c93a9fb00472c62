"""What stands on a page of a PDF, in reading order: paragraphs, tables, footnotes, furniture."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

import attrs

from placebench.documents.pdf.alignment import parted, parted_again
from placebench.documents.pdf.bullets import with_bullets
from placebench.documents.pdf.columns import flows
from placebench.documents.pdf.fitting import NEAR, on_columns
from placebench.documents.pdf.furniture import Margins
from placebench.documents.pdf.gaps import continued, gap_tables, header_again
from placebench.documents.pdf.grid import BoxTable, grids
from placebench.documents.pdf.lines import Line, Row, joined, rows_of
from placebench.documents.pdf.order import Order
from placebench.documents.pdf.paragraphs import Paragraph, paragraphs, runs_on
from placebench.documents.pdf.rules import Rules
from placebench.documents.pdf.side_by_side import Region, regions
from placebench.documents.pdf.stripes import striped
from placebench.documents.pdf.tables import FEWEST_LABELS, PageTable, fill, labels
from placebench.documents.pdf.undrawn import with_rows
from placebench.documents.pdf.words import PageWords

NOTE_MARK = re.compile(r"(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]+|[*†‡]+|\d{1,3})\s*(?=\S)")
"""The mark that a footnote begins with."""

PICTURE, DAMAGED = "is a picture without text", "cannot be opened"
"""Why a page was not read."""

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_SMALLER = 0.95
_RAGGED = 3.0
_FULL_SHARE = 0.2
_RAGGED_SHARE = 0.92
_EDGES_OF_TWO = 3
_MOST_ABOVE = 4
_SAME_EDGE = 3.0
_MOST_OF = 0.8


@attrs.frozen
class RawPage:
    """A page with its tables that have borders, and the rows of all other words.

    Attributes:
        number: Number of the page.
        width: Its width.
        height: Its height.
        rows: The rows of the words that stand in no table.
        tables: The tables.
        rules: The lines that are drawn on it.
        order: The order of its words in the file.
        turned: What runs in another direction.
        rest: Borders at the top with too little text for a table, though it may be the rest of one.
        damaged: Whether it could not be opened.
    """

    number: int
    width: float
    height: float
    rows: tuple[Row, ...]
    tables: tuple[PageTable, ...]
    rules: Rules
    order: Order
    turned: tuple[str, ...]
    rest: PageTable | None = None
    damaged: bool = False

    @property
    def bare(self) -> bool:
        """Whether it has no text."""
        return not (self.rows or self.tables or self.turned)

    @property
    def unread(self) -> str | None:
        """Why it was not read; None for a page that was, or that is empty."""
        if self.damaged:
            return DAMAGED
        return PICTURE if self.bare and self.rules.picture else None


@attrs.frozen
class OpenTable:
    """A table that may go on over the page.

    Attributes:
        last: Its last part.
        labels: The labels of its header.
        spacing: Distance of base lines beyond which its rows are parted, where it tells.
    """

    last: PageTable
    labels: tuple[str, ...]
    spacing: float | None = None


@attrs.define
class Page:
    """The parts of a page in reading order.

    Attributes:
        header: Furniture at the top.
        body: Paragraphs and tables.
        notes: Footnotes.
        footer: Furniture at the bottom, and what runs in another direction.
        open_table: The table that ends the body, which the next page may go on with.
        unread: Why it was not read, if it was not.
        gutter: Where its first column of prose ends and the next begins, where it has columns.
    """

    header: list[str]
    body: list[Paragraph | PageTable]
    notes: list[Paragraph]
    footer: list[str]
    open_table: OpenTable | None = None
    unread: str | None = None
    gutter: float | None = None


def raw_page(number: int, found: PageWords, rules: Rules, *, damaged: bool = False) -> RawPage:
    """Find the tables with borders of a page."""
    words = list(with_bullets(found.words, rules.dots))
    order = Order(tuple(words))
    turned = list(found.turned)
    tables: list[PageTable] = []
    rest: PageTable | None = None
    for drawn in striped(grids(rules), words, order, rules.across):
        grid = with_rows(drawn, words, order)
        inside = [line for line in turned if line.place and grid.holds(line.place.x0, line.place.y)]
        grid_words = [*words, *(line.place for line in inside if line.place)]
        beneath = bool(tables) and _stands_beneath(tables[-1], grid)
        table, taken = fill(grid, grid_words, number, order, drawn=True, lone=beneath)
        if table is not None and not beneath and _is_header(table):
            continue
        if table is None and not tables and rest is None and len(grid.xs) > _EDGES_OF_TWO:
            rest, _ = fill(grid, words, number, order, drawn=True, lone=True)
        elif table is not None:
            tables.append(table)
            words = [word for index, word in enumerate(words) if index not in taken]
            read = set(map(id, inside))
            turned = [line for line in turned if id(line) not in read]
    rows = tuple(parted(rows_of(words), order))
    texts = tuple(line.text for line in turned)
    turn = found.turn
    return RawPage(number, turn.width, turn.height, rows, tuple(tables), rules, order, texts, rest, damaged)


def _is_header(table: PageTable) -> bool:
    """Tell whether all that is drawn of a table are its labels, which tell the columns below."""
    cells = table.cells
    return len(table.rows) == 1 and len(cells) > 1 and all(p.bold for cell in cells for p in cell.paragraphs)


def _stands_beneath(above: PageTable, below: BoxTable) -> bool:
    """Tell whether borders stand close beneath a table, and their columns beneath its columns."""
    close = 0 <= below.top - above.bottom <= NEAR
    return close and all(min(abs(x - edge) for edge in above.edges) <= _SAME_EDGE for x in below.xs)


def arranged(
    page: RawPage,
    margins: Margins,
    body_size: float,
    above: OpenTable | None = None,
    gutter: float | None = None,
    *,
    origin: float = 0.0,
) -> Page:
    """Put the parts of a page into reading order.

    Args:
        page: The page.
        margins: Its furniture.
        body_size: Size of the type of ordinary text in the document.
        above: The table that ends the page before, if one does.
        gutter: Where the first column of the page before ends, where it has columns.
        origin: How far the column of prose that the parts stand in lies from the first one.
    """
    inner = page.rows[margins.top : len(page.rows) - margins.bottom]
    parts = regions(inner, page.tables, page.order, above.last if above else None)
    if len(parts) > 1:
        return _in_parts(page, margins, parts, body_size, above)
    if gutter and parts and parts[0].right <= gutter:
        # The last page of a paper in columns may fill but the first.
        page = attrs.evolve(page, width=parts[0].left + gutter)
    if above and not above.last.drawn:
        page = attrs.evolve(page, rows=parted_again(page.rows, above.last.starts, page.order))
    end = len(page.rows) - margins.bottom
    again = _header_again(page, margins, above) if above else None
    top = again.start if again else margins.top
    rows = page.rows[top:end]
    tables = list(page.tables)
    if above and page.rest and _goes_on(page.rest, above.last, rows):
        tables.insert(0, page.rest)
        rows = tuple(row for row in rows if row[0].y > page.rest.bottom)
    open_tables: list[PageTable] = []
    free: list[Row] = []
    position = 0
    for table, taken in _open_tables(page, rows, above, len(again or ())):
        words = [word for index in taken for line in rows[index] for word in line.words]
        lone = taken.start == 0 and above is not None and not above.last.drawn
        filled, _ = fill(table, words, page.number, page.order, drawn=False, lone=lone)
        if filled is not None:
            open_tables.append(attrs.evolve(filled, origin=origin))
            free += rows[position : taken.start]
            position = taken.stop
    free += rows[position:]
    notes, free = _notes(free, page.number, body_size)
    body = _body(free, [*tables, *open_tables], page.number, page.width)
    return Page(
        [joined(row).text for row in page.rows[:top]],
        body,
        notes,
        [*(joined(row).text for row in page.rows[end:]), *page.turned],
        _open_table(body, above, repeats=again is not None),
        page.unread,
    )


def _in_parts(
    page: RawPage, margins: Margins, parts: Sequence[Region], body_size: float, above: OpenTable | None
) -> Page:
    """Put the parts of a page that has columns into reading order, each arranged as a page of its own."""
    end = len(page.rows) - margins.bottom
    header = [joined(row).text for row in page.rows[: margins.top]]
    footer = [*(joined(row).text for row in page.rows[end:]), *page.turned]
    whole = Page(header, [], [], footer, above, page.unread)
    for before, part in zip((None, *parts), parts, strict=False):
        beside = before is not None and part.left >= before.right
        origin = part.left - before.left if before and beside else 0.0
        # Where a column ends on its right, so far from the edge it begins on its left.
        raw = attrs.evolve(
            page,
            rows=tuple(parted(part.rows, page.order)),  # of which labels were beside the text of another
            tables=tuple(attrs.evolve(table, origin=origin) for table in part.tables),
            width=part.left + part.right,
            turned=(),
            rest=None,
        )
        found = arranged(raw, Margins(), body_size, _at(whole.open_table, origin), origin=origin)
        for one in found.body:
            last = whole.body[-1] if whole.body and one is found.body[0] else None
            if isinstance(last, Paragraph) and isinstance(one, Paragraph) and runs_on(last, one):
                whole.body[-1] = attrs.evolve(last, lines=(*last.lines, *one.lines))
            else:
                whole.body.append(one)
        whole.notes += found.notes
        whole.open_table = found.open_table
    whole.open_table = _at(whole.open_table, 0.0)
    whole.gutter = next(two.left for one, two in pairwise(parts) if two.left >= one.right)
    return whole


def _at(table: OpenTable | None, origin: float) -> OpenTable | None:
    """Return an open table as it would go on in another column of prose."""
    return attrs.evolve(table, last=table.last.at(origin)) if table else None


def _goes_on(rest: PageTable, above: PageTable, rows: Sequence[Row]) -> bool:
    """Tell whether what stands in the borders at the top of a page is the rest of the table above."""
    leads = not rows or rows[0][0].y > rest.top
    return leads and above.drawn and on_columns(above, rest) is not None


def _open_table(
    body: Sequence[Paragraph | PageTable], above: OpenTable | None, *, repeats: bool
) -> OpenTable | None:
    """Return the table that ends a page; its header is that of the page before, where it goes on with it."""
    if not body or not isinstance(body[-1], PageTable):
        return None
    pieces = [*takewhile(lambda one: isinstance(one, PageTable), reversed(body))]
    spacing = body[-1].spacing
    if above and len(pieces) == len(body):
        spacing = above.spacing if spacing is None else spacing
        if repeats:
            return OpenTable(body[-1], above.labels, spacing)
    header = pieces[-1]
    return OpenTable(body[-1], labels(header) if isinstance(header, PageTable) else (), spacing)


def _header_again(page: RawPage, margins: Margins, above: OpenTable) -> range | None:
    """Return which rows at the top repeat the header of the table above; they look like furniture."""
    if sum(map(bool, above.labels)) < FEWEST_LABELS:
        return None
    again = header_again(page.rows[: margins.top + _MOST_ABOVE], above.last.edges, above.labels)
    return again if again and again.start <= margins.top else None


def _open_tables(
    page: RawPage, rows: Sequence[Row], above: OpenTable | None, header: int
) -> Iterator[tuple[BoxTable, range]]:
    """Yield the tables without borders of a page, and which rows each takes."""
    found = list(gap_tables(rows, page.rules.across, page.order))
    leads = not page.tables or (bool(rows) and rows[0][0].y < page.tables[0].top)
    goes_on = above is not None and leads and (header or not above.last.drawn)
    if above is not None and goes_on:
        last = above.last
        first = continued(rows, last.edges, last.left, page.rules.across, page.order, header, above.spacing)
        if first is not None and _tells_more(
            first, found, spaced=above.spacing is not None, headed=header > 0
        ):
            yield first
            found = [(table, taken) for table, taken in found if taken.start >= first[1].stop]
    yield from found


def _tells_more(
    first: tuple[BoxTable, range], found: Sequence[tuple[BoxTable, range]], *, spaced: bool, headed: bool
) -> bool:
    """Tell whether the rows that go on with the table above are better read so than by their own gaps.

    They are where their gaps show fewer columns, or more below the header of that table, or where these part
    more rows though the table above tells their space.
    """
    if not found or found[0][1].start > 0:
        return True
    table, taken = found[0]
    more = len(first[0].xs) - len(table.xs)
    fewer_rows = spaced and more == 0 and len(first[0].ys) < len(table.ys)
    return (more > 0 or fewer_rows or (headed and more != 0)) and len(first[1]) >= _MOST_OF * len(taken)


def _body(
    rows: Sequence[Row], tables: list[PageTable], number: int, width: float
) -> list[Paragraph | PageTable]:
    body: list[Paragraph | PageTable] = []
    position = 0
    for table in (*sorted(tables, key=lambda table: table.top), None):
        end = position
        while end < len(rows) and (table is None or rows[end][0].middle < table.top):
            end += 1
        band: list[Paragraph] = []
        found_flows = list(flows(rows[position:end]))
        for lines in found_flows:
            found = paragraphs(lines, number, _right(lines, width) if len(found_flows) == 1 else None)
            if band and found and runs_on(band[-1], found[0]):
                band[-1] = attrs.evolve(band[-1], lines=(*band[-1].lines, *found[0].lines))
                del found[0]
            band += found
        body += band
        if table is not None:
            body.append(table)
        position = end
    return body


def _right(lines: Sequence[Line], width: float) -> float:
    """Return the right end of a column: where several lines end, or as far from the edge as its left end."""
    farthest = max(line.x1 for line in lines)
    full = sum(line.x1 > farthest - _RAGGED * line.size for line in lines)
    left = min(line.x0 for line in lines)
    column = width - 2 * left
    wide = farthest - left >= column / 2
    if wide and full > 1 and full >= _FULL_SHARE * len(lines):
        return farthest
    return max(farthest, left + _RAGGED_SHARE * column)


def _notes(rows: list[Row], number: int, body_size: float) -> tuple[list[Paragraph], list[Row]]:
    """Part the footnotes at the foot of a page from what stands above them."""
    start = len(rows)
    while start and all(line.size < _SMALLER * body_size and not line.bold for line in rows[start - 1]):
        start -= 1
    while start < len(rows) and not NOTE_MARK.match(rows[start][0].text):
        start += 1
    lines: list[Line] = [joined(row) for row in rows[start:]]
    groups: list[list[Line]] = []
    for line in lines:
        if NOTE_MARK.match(line.text) or not groups:
            groups.append([])
        groups[-1].append(line)
    right = max((line.x1 for line in lines), default=0.0)
    return [Paragraph(tuple(group), right, number) for group in groups], rows[:start]


def is_note(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph in the text begins with the raised mark of a footnote."""
    return paragraph.first.text[0] in _RAISED
