"""Minutes and papers that a table sets beside their numbers: its rows are items, not cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from placebench.documents.document import ITEM, PARAGRAPH, Block, Cell, Span, Table
from placebench.documents.text_in_tables.cells import SENTENCE_ENDS, words

_NUMBER = re.compile(r"\(?(?:\d{1,3}(?:[./]\d{1,3}){0,3}|[A-Za-z]|[ivx]{1,5})(?:[.)]|\.\))?")
_COLUMNS = 2
_LONG = 60
_LEAST_SENTENCES = 0.6


def is_numbered(text: str, table: Table) -> bool:
    """Tell whether a table has two columns, a number and what it numbers, mostly sentences.

    A table with a header, or of names and other short texts is none.
    """
    rows = table.rows
    if table.name or any(len(row) > _COLUMNS or not _is_plain(row) for row in rows):
        return False
    numbers = [words(text, row[0]) for row in rows]
    texts = [said for row in rows if len(row) == _COLUMNS and (said := words(text, row[1]))]
    if not texts or any(number and not _NUMBER.fullmatch(number) for number in numbers):
        return False
    ends = sum(said.endswith(SENTENCE_ENDS) for said in texts)
    sentences = sum(said.endswith(SENTENCE_ENDS) or len(said) > _LONG for said in texts)
    return ends > 0 and sentences >= _LEAST_SENTENCES * len(texts)


def numbered_blocks(text: str, table: Table, blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks of such a table: the first of a row with its number, those below it as they are."""
    number: Block | None = None
    columns = {span: cell.column for cell in table.cells for span in cell.spans}
    for block in blocks:
        if not text[block.content.start : block.content.end].strip():
            continue
        if columns.get(block.content) == 0:
            number = block
            continue
        if number is not None:
            label = " ".join(text[number.span.start : number.span.end].split())
            span = Span(number.span.start, block.span.end)
            yield attrs.evolve(block, kind=ITEM, span=span, label=label, level=1, table=None)
        else:
            kind = ITEM if block.label else PARAGRAPH
            yield attrs.evolve(block, kind=kind, level=2 if block.label else None, table=None)
        number = None


def _is_plain(row: Sequence[Cell]) -> bool:
    return row[0].column == 0 and all(cell.row_span == 1 and cell.column_span == 1 for cell in row)
