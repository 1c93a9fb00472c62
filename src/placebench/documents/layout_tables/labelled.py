"""Labels with what they head beside them, as of a cover sheet or terms of reference: sections, not data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from placebench.documents.document import HEADING, Block, Cell, Table
from placebench.documents.labels import LabelSense
from placebench.documents.layout_tables.cells import SENTENCE_ENDS, as_text, words

_MOST_COLUMNS = 2
_LONGEST_LABEL = 80
_MOST_LABEL_WORDS = 10
_MOST_HEADER_WORDS = 5
_LONG = 60
_ONE_IN = 4


def is_labelled(text: str, table: Table) -> bool:
    """Tell whether rows are a label and what it heads, sentences among them, below no header.

    A cell over the whole width is text, or a title. Rows that all have sentences below one that has none are
    data below their header.
    """
    rows = [_filled(row) for row in table.rows]
    rows = [row for row in rows if row]
    if table.name or not rows or any(len(row) > _MOST_COLUMNS or row[0].row_span > 1 for row in rows):
        return False
    if all(cell.header for cell in rows[0]) or not any(_says(text, row[-1]) for row in rows):
        return False
    pairs = [row for row in rows if len(row) == _MOST_COLUMNS]
    if not all(_is_label(words(text, label)) for label, _ in pairs):
        return False
    says = [_says(text, told) for _, told in pairs]
    if not pairs:
        return True
    below_header = rows[0] is pairs[0] and _may_be_header(text, pairs[0]) and all(says[1:])
    return sum(says) * _ONE_IN >= len(says) and not below_header


def labelled_blocks(text: str, table: Table, blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks of such a table: labels as headings, with what stands beside them below."""
    labels = LabelSense()
    title: str | None = None
    pairs = {cell for row in table.rows if len(cells := _filled(row)) == _MOST_COLUMNS for cell in cells[:1]}
    last: Cell | None = None
    for block in blocks:
        cell = table.by_span.get(block.content)
        first, last = cell is not last, cell
        if first and cell in pairs:
            title = " ".join(text[block.content.start : block.content.end].split())
            yield attrs.evolve(block, kind=HEADING, level=len(block.path) + 1, table=None)
        else:
            path = (*block.path, title) if title else block.path
            yield attrs.evolve(as_text(text, block, labels), path=path)


def _filled(row: Sequence[Cell]) -> tuple[Cell, ...]:
    return tuple(cell for cell in row if cell.spans)


def _is_label(said: str) -> bool:
    short = len(said) <= _LONGEST_LABEL and len(said.split()) <= _MOST_LABEL_WORDS
    return short and any(map(str.isalpha, said)) and said[-1] not in ".;,!"


def _says(text: str, cell: Cell) -> bool:
    """Tell whether a cell has a sentence, or a list that words introduce."""
    parts = [" ".join(text[span.start : span.end].split()) for span in cell.spans]
    return any(len(part) > _LONG and part.endswith(SENTENCE_ENDS) for part in parts) or (
        len(parts) > 1 and any(part.endswith((".", ":")) for part in parts)
    )


def _may_be_header(text: str, row: Sequence[Cell]) -> bool:
    said = [words(text, cell) for cell in row]
    return all(len(one.split()) <= _MOST_HEADER_WORDS and not any(map(str.isdigit, one)) for one in said)
