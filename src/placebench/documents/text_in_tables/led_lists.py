"""Lists in a table: a header leads up to what stands below it, or first cells to what stands beside them.

"Every partnership must have" above the cells of a column, "We will" beside those of a row.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import attrs

from placebench.documents.document import FURNITURE, HEADING, ITEM, Block, Cell, Table
from placebench.documents.headings import is_left_open, is_title
from placebench.documents.labels import LabelSense
from placebench.documents.text_in_tables.cells import as_text, words
from placebench.documents.text_in_tables.known_words import explains_a_list, labels_a_list, leads_a_list

_FEWEST_ROWS = 2
_MOST_COLUMNS = 4
_MOST_LABEL_WORDS = 6
_PAIR = 2


def has_led_columns(text: str, table: Table) -> bool:
    """Tell whether headers lead up to what stands below them, but for labels and what explains an entry.

    Any other column makes it a table of data.
    """
    if len(table.rows) < _FEWEST_ROWS or table.name or table.joins or _is_merged(table):
        return False
    headers = {cell.column: words(text, cell) for cell in table.rows[0]}
    below = {cell.column for cell in table.cells if cell.row > table.rows[0][0].row}
    led = [at for at, header in headers.items() if _leads(header)]
    others = [at for at in headers if at not in led]
    if not led or len(headers) > _MOST_COLUMNS or not below <= headers.keys():
        return False
    return all(
        _is_labels(text, table, headers[at], at)
        if at < led[0]
        else at > led[-1] and explains_a_list(headers[at])
        for at in others
    )


def led_column_blocks(text: str, table: Table, blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks of such a table: headers as headings, cells as their items, labels as furniture."""
    headers = {cell.column: words(text, cell) for cell in table.rows[0]}
    led = {at: header for at, header in headers.items() if _leads(header)}
    labels = LabelSense()
    for block in blocks:
        cell = table.by_span[block.content]
        if cell.column not in led:
            explains = cell.column > min(led) and cell.row > table.rows[0][0].row
            yield _item(text, block, labels, led[max(led)], 2) if explains else _furniture(block)
        elif cell.row == table.rows[0][0].row:
            yield _heading(block)
        else:
            yield _item(text, block, labels, led[cell.column], 1)


def is_box(text: str, table: Table) -> bool:
    """Tell whether a table is one cell that begins with words which lead up to the paragraphs below them."""
    if len(table.cells) != 1 or table.name:
        return False
    first, *below = table.cells[0].spans or (None,)
    return bool(below) and first is not None and _leads(" ".join(text[first.start : first.end].split()))


def box_blocks(text: str, table: Table, blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks of such a table: the first as a heading, the others as its items."""
    labels = LabelSense()
    title = table.cells[0].spans[0]
    said = " ".join(text[title.start : title.end].split())
    for block in blocks:
        yield _heading(block) if block.content == title else _item(text, block, labels, said, 1)


def has_led_rows(text: str, table: Table) -> bool:
    """Tell whether the first cells of rows lead up to what stands beside them, as of a plan on a page."""
    rows = [row for row in table.rows if row]
    if not rows or table.name or table.joins:
        return False
    first = [words(text, row[0]) for row in rows]
    several = any(len(row) > _PAIR or len(row[-1].spans) > 1 for row in rows)
    beside = all(len(row) > 1 and row[0].column == rows[0][0].column for row in rows)
    led = sum(map(_leads, first))
    known = led >= _FEWEST_ROWS or any(map(is_left_open, first))
    return beside and several and all(map(is_title, first)) and known and led * _PAIR >= len(rows)


def led_row_blocks(text: str, table: Table, blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks of such a table: first cells as headings, the others as their items."""
    labels = LabelSense()
    first: Mapping[int, Cell] = {row[0].row: row[0] for row in table.rows if row}
    for block in blocks:
        cell = table.by_span[block.content]
        label = first[cell.row]
        yield _heading(block) if cell is label else _item(text, block, labels, words(text, label), 1)


def _leads(header: str) -> bool:
    return is_left_open(header) or leads_a_list(header)


def _is_labels(text: str, table: Table, header: str, column: int) -> bool:
    cells = [cell for cell in table.cells if cell.column == column]
    short = all(len(words(text, cell).split()) <= _MOST_LABEL_WORDS for cell in cells)
    return short and (not header or labels_a_list(header))


def _is_merged(table: Table) -> bool:
    return any(cell.column_span > 1 for cell in table.cells)


def _heading(block: Block) -> Block:
    return attrs.evolve(block, kind=HEADING, level=len(block.path) + 1, label=None, table=None)


def _furniture(block: Block) -> Block:
    return attrs.evolve(block, kind=FURNITURE, level=None, label=None, table=None)


def _item(text: str, block: Block, labels: LabelSense, title: str, level: int) -> Block:
    return attrs.evolve(as_text(text, block, labels), kind=ITEM, level=level, path=(*block.path, title))
