"""Prose in cells of tables of data: what a column of progress or of arrangements says in its words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from placebench.documents.document import CELL, HEADING, ITEM, PARAGRAPH, Block, Cell, Document, Table
from placebench.documents.text_in_tables.cells import SENTENCE_ENDS, words
from placebench.documents.text_in_tables.known_words import (
    heads_no_statements,
    heads_what_is_to_come,
    is_of_a_body,
    opens_no_statement,
)

_FEWEST_ROWS = 2
_FEWEST_WORDS = 4
_MOST_LABEL_WORDS = 10
_JOINING = frozenset({"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to"})


def with_prose_of_cells(document: Document) -> Iterator[Block]:
    """Yield the blocks of a document, of cells those alone that say something, as paragraphs or items.

    What a row begins with is the heading of what it says. A table below a heading, or with a header, of
    risks, options or actions states nothing, and neither does a cell that begins as an opportunity.
    """
    told = {
        number: _labels_of_prose(document, table)
        for number, table in enumerate(document.tables)
        if not any(cell.address for cell in table.cells)
    }
    headed: Cell | None = None
    for block in document.blocks:
        if block.kind != CELL:
            yield block
            continue
        cell = document.tables[block.table].by_span.get(block.content) if block.table is not None else None
        labels = told.get(block.table, {}) if block.table is not None else {}
        if cell is None or cell not in labels:
            continue
        path, label = block.path, labels[cell]
        if label is not None:
            if label is not headed:
                yield from _as_heading(document, label)
            headed = label
            path = (*path, words(document.text, label))
        yield attrs.evolve(block, kind=ITEM if block.label else PARAGRAPH, path=path)


def _as_heading(document: Document, label: Cell) -> Iterator[Block]:
    block = next((one for one in document.blocks_in(label.spans[0]) if one.content == label.spans[0]), None)
    if block is not None:
        yield attrs.evolve(block, kind=HEADING, level=len(block.path) + 1, label=None)


def _labels_of_prose(document: Document, table: Table) -> Mapping[Cell, Cell | None]:
    """Return the cells of a table that say something, each with the cell that its row begins with."""
    if len(table.rows) < _FEWEST_ROWS:
        return {}
    text = document.text
    headers = {cell.column: words(text, cell) for cell in table.rows[0]}
    above = document.path_above(table.span)[-1:]
    says = any(header.endswith(SENTENCE_ENDS) for header in headers.values())
    if says or any(map(heads_no_statements, (*above, *headers.values()))):
        return {}
    to_come = {column for column, header in headers.items() if heads_what_is_to_come(header)}
    found: dict[Cell, Cell | None] = {}
    for row in table.rows[1:]:
        filled = [cell for cell in row if cell.spans]
        label = next((cell for cell in filled[:1] if _is_label(words(text, cell))), None)
        if label is not None and is_of_a_body(words(text, label)):
            continue
        found |= {
            cell: label
            for cell in filled
            if cell is not label and cell.column not in to_come and _says(words(text, cell))
        }
    return found


def _is_label(said: str) -> bool:
    return len(said.split()) <= _MOST_LABEL_WORDS and not said.endswith(SENTENCE_ENDS)


def _says(said: str) -> bool:
    """Tell whether a cell says something: several words, and not only names, dates or figures."""
    told = [word for word in said.split() if word.strip("(),.;:").replace("-", "").isalpha()]
    plain = any(word.islower() and word not in _JOINING for word in told)
    return plain and len(told) >= _FEWEST_WORDS and not opens_no_statement(said)
