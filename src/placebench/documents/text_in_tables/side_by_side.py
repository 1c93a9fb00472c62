"""Lists and paragraphs set side by side below their titles: "Going well" beside "Still to do"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from placebench.documents.document import HEADING, ITEM, PARAGRAPH, Block, Cell, Table
from placebench.documents.headings import is_title
from placebench.documents.labels import LabelSense
from placebench.documents.text_in_tables.cells import SENTENCE_ENDS, as_text, words

_ROWS = 2
_MOST_COLUMNS = 4
_SEVERAL = 2


def stands_side_by_side(text: str, table: Table) -> bool:
    """Tell whether a table is a row of titles and, below each, a list or sentences; one of them is a list."""
    # The parts of a row that a page break cuts are no points of a list.
    if len(table.rows) != _ROWS or table.name or table.joins:
        return False
    titles, told = table.rows
    columns = [cell.column for cell in titles]
    if not _SEVERAL <= len(columns) <= _MOST_COLUMNS or [cell.column for cell in told] != columns:
        return False
    titled = all(len(cell.spans) == 1 and is_title(words(text, cell)) for cell in titles)
    full = all(len(cell.spans) >= _SEVERAL or words(text, cell).endswith(SENTENCE_ENDS) for cell in told)
    return titled and full and any(len(cell.spans) >= _SEVERAL for cell in told)


def blocks_side_by_side(text: str, table: Table, blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks of such a table: titles as headings, and what stands below each as its list."""
    labels = LabelSense()
    titles = {cell.column: words(text, cell) for cell in table.rows[0]}
    for block in blocks:
        cell = table.by_span[block.content]
        if cell.row == 0:
            yield attrs.evolve(block, kind=HEADING, level=len(block.path) + 1, label=None, table=None)
            continue
        below = attrs.evolve(as_text(text, block, labels), path=(*block.path, titles[cell.column]))
        yield attrs.evolve(below, kind=ITEM, level=1) if _is_point(text, below, cell) else below


def _is_point(text: str, block: Block, cell: Cell) -> bool:
    """Tell whether one of several paragraphs of a cell is a point of a list that has no bullets."""
    said = text[block.content.start : block.content.end].rstrip()
    return block.kind == PARAGRAPH and len(cell.spans) >= _SEVERAL and not said.endswith(SENTENCE_ENDS)
