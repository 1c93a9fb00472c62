"""What a reader of one format hands over."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import attrs

from placebench.documents.document import Block, Cell, Span, Table


@attrs.frozen
class Reading:
    """The parts of a `Document` that depend on its format.

    Attributes:
        text: Exactly what the reader produced.
        blocks: Every block in reading order; they do not overlap.
        tables: Every table in reading order.
        pages: Span of each page; empty where the format has no pages.
        metadata: What the file says of itself.
        warnings: What of the file could not be read, each in a sentence without its full stop.
        illegible: Lines of furniture that stand where something could not be read, such as a page.
        laid_out: Tables that only lay text out, and are none of `tables`.
    """

    text: str
    blocks: tuple[Block, ...] = ()
    tables: tuple[Table, ...] = ()
    pages: tuple[Span, ...] = ()
    metadata: Mapping[str, str] = attrs.field(factory=dict, hash=False)
    warnings: tuple[str, ...] = ()
    illegible: tuple[Span, ...] = ()
    laid_out: tuple[Table, ...] = ()


Reader = Callable[[bytes, str], Reading]
"""Reads the bytes of a file; the second argument is its name, for error messages."""


def joined(readings: Iterable[Reading]) -> Reading:
    """Return readings of parts without pages and metadata as one, each from a new line on."""
    parts = [reading for reading in readings if reading.text]
    texts: list[str] = []
    blocks: list[Block] = []
    tables: list[Table] = []
    length = 0
    for part in parts:
        blocks += (_moved_block(block, length, len(tables)) for block in part.blocks)
        tables += (_moved_table(table, length) for table in part.tables)
        texts.append(part.text)
        length += len(part.text) + 1
    return Reading("\n".join(texts), tuple(blocks), tuple(tables))


def _moved_block(block: Block, by: int, tables: int) -> Block:
    table = None if block.table is None else block.table + tables
    return attrs.evolve(block, span=_moved(block.span, by), content=_moved(block.content, by), table=table)


def _moved_table(table: Table, by: int) -> Table:
    def moved(cell: Cell) -> Cell:
        return attrs.evolve(cell, spans=tuple(_moved(span, by) for span in cell.spans))

    return attrs.evolve(table, cells=tuple(map(moved, table.cells)), span=_moved(table.span, by))


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
