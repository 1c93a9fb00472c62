"""Prose in the cells of tables of data: what a column of progress or of arrangements says in whole sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

import attrs

from placebench.documents.document import CELL, HEADING, ITEM, PARAGRAPH, Block, Cell, Document, Table
from placebench.documents.layout_tables.known_words import heads_no_statements

_FEWEST_WORDS = 4
_MOST_LABEL_WORDS = 10
_ENDS = (".", ";", "!")


def with_prose_of_cells(document: Document) -> Iterator[Block]:
    """Yield the blocks of a document; before those of a row's prose what the row is about, as a heading.

    A cell of prose is a paragraph below that heading. Other cells are left out.
    """
    labelled: tuple[int, int] | None = None
    for block in document.blocks:
        if block.kind != CELL:
            yield block
            continue
        cell = _cell(document, block)
        prose = _prose(document, block.table) if cell is not None else None
        if cell is None or prose is None or cell not in prose:
            continue
        label = prose[cell]
        path = block.path
        if label is not None:
            if labelled != (block.table, cell.row):
                labelled = (block.table, cell.row)
                yield attrs.evolve(label, kind=HEADING, level=len(path) + 1, label=None)
            path = (*path, " ".join(document.at(label.content).split()))
        kind = ITEM if block.label else PARAGRAPH
        yield attrs.evolve(block, kind=kind, path=path)


def _cell(document, block):
    return document.tables[block.table].by_span.get(block.content) if block.table is not None else None


def _words(document, cell):
    return " ".join(" ".join(document.at(span) for span in cell.spans).split())


_kept = {}


def _prose(document: Document, number: int) -> Mapping[Cell, Block | None]:
    key = (id(document), number)
    if key not in _kept:
        if len(_kept) > 50:
            _kept.clear()
        _kept[key] = _find(document, document.tables[number])
    return _kept[key]


def _find(document, table):
    rows = table.rows
    if len(rows) < 2 or any(cell.address for cell in table.cells):
        return {}
    headers = {cell.column: _words(document, cell) for cell in rows[0]}
    if any(text.endswith(_ENDS) for text in headers.values()):
        return {}
    blocks = {}
    for block in document.blocks_in(table.span):
        cell = table.by_span.get(block.content)
        if cell is not None:
            blocks.setdefault(cell, block)
    found = {}
    for row in rows[1:]:
        filled = [cell for cell in row if cell.spans]
        if not filled:
            continue
        first = filled[0]
        text = _words(document, first)
        label = (
            blocks.get(first) if len(text.split()) <= _MOST_LABEL_WORDS and not text.endswith(_ENDS) else None
        )
        for cell in filled:
            if cell is first and label is not None:
                continue
            if _says(_words(document, cell)) and not heads_no_statements(headers.get(cell.column, "")):
                found[cell] = label
    return found


def _says(text: str) -> bool:
    return len(text.split()) >= _FEWEST_WORDS
