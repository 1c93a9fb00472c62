"""Minutes and papers that a table sets beside their numbers: its rows are items, not cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from placebench.documents.document import ITEM, PARAGRAPH, Block, Cell, Span, Table
from placebench.documents.reading import Reading

_NUMBER = re.compile(r"\(?(?:\d{1,3}(?:[./]\d{1,3}){0,3}|[A-Za-z]|[ivx]{1,5})(?:[.)]|\.\))?")
_SENTENCE_END = (".", ";", ":", "?", "!")
_COLUMNS = 2
_LONG = 60
_LEAST_SENTENCES = 0.6


def as_items(reading: Reading) -> Reading:
    """Return a reading with tables of two columns, a number and what it numbers, as lists of items.

    A table with a header, with addresses, or of names and other short texts stays one.
    """
    chosen = [index for index, table in enumerate(reading.tables) if _numbers_sentences(reading.text, table)]
    if not chosen:
        return reading
    kept = [index for index in range(len(reading.tables)) if index not in chosen]
    places = {index: place for place, index in enumerate(kept)}
    blocks = [
        attrs.evolve(block, table=None if block.table is None else places[block.table])
        for block in reading.blocks
        if block.table not in chosen
    ]
    for index in chosen:
        blocks += _items(reading, index)
    blocks.sort(key=lambda block: block.span.start)
    return attrs.evolve(reading, blocks=tuple(blocks), tables=tuple(reading.tables[index] for index in kept))


def _numbers_sentences(text: str, table: Table) -> bool:
    rows = table.rows
    if table.name or any(len(row) > _COLUMNS or not _is_plain(row) for row in rows):
        return False
    numbers = [_words(text, row[0]) for row in rows]
    texts = [said for row in rows if len(row) == _COLUMNS and (said := _words(text, row[1]))]
    if not texts or any(number and not _NUMBER.fullmatch(number) for number in numbers):
        return False
    ends = sum(said.endswith(_SENTENCE_END) for said in texts)
    sentences = sum(said.endswith(_SENTENCE_END) or len(said) > _LONG for said in texts)
    return ends > 0 and sentences >= _LEAST_SENTENCES * len(texts)


def _is_plain(row: Sequence[Cell]) -> bool:
    spans = all(cell.row_span == 1 and cell.column_span == 1 for cell in row)
    return spans and row[0].column == 0 and not any(cell.address for cell in row)


def _words(text: str, cell: Cell) -> str:
    return " ".join(" ".join(text[span.start : span.end] for span in cell.spans).split())


def _items(reading: Reading, index: int) -> Iterator[Block]:
    """Yield the blocks of a table: the first of a row with its number, those below it as they are."""
    table = reading.tables[index]
    number: Block | None = None
    columns = {span: cell.column for cell in table.cells for span in cell.spans}
    for block in reading.blocks:
        if block.table != index or not reading.text[block.content.start : block.content.end].strip():
            continue
        if columns.get(block.content) == 0:
            number = block
            continue
        if number is not None:
            label = " ".join(reading.text[number.span.start : number.span.end].split())
            span = Span(number.span.start, block.span.end)
            yield attrs.evolve(block, kind=ITEM, span=span, label=label, level=1, table=None)
        else:
            kind = ITEM if block.label else PARAGRAPH
            yield attrs.evolve(block, kind=kind, level=2 if block.label else None, table=None)
        number = None
