"""Text in tables, in every format that has tables.

A table that only lays text out is read as running text. Each kind has a module that tells such a table and
reads its blocks anew: labels with what they head, as of a cover sheet; one column of prose beside short ones,
as of minutes; points beside their numbers; lists side by side below their titles. Other tables stay data, and
`prose_cells` reads what some of their cells say in prose. All go by the words that stand in `words.toml`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import attrs

from placebench.documents.document import Block, Table
from placebench.documents.reading import Reading
from placebench.documents.text_in_tables.labelled import is_labelled, labelled_blocks
from placebench.documents.text_in_tables.led_lists import (
    box_blocks,
    has_led_columns,
    has_led_rows,
    is_box,
    led_column_blocks,
    led_row_blocks,
)
from placebench.documents.text_in_tables.numbered import is_numbered, numbered_blocks
from placebench.documents.text_in_tables.prose_column import has_prose_column, prose_blocks
from placebench.documents.text_in_tables.side_by_side import blocks_side_by_side, stands_side_by_side

_Tells = Callable[[str, Table], bool]
_Reads = Callable[[str, Table, Sequence[Block]], Iterable[Block]]

_KINDS: tuple[tuple[_Tells, _Reads], ...] = (
    (is_labelled, labelled_blocks),
    (has_prose_column, prose_blocks),
    (is_numbered, numbered_blocks),
    (stands_side_by_side, blocks_side_by_side),
    (is_box, box_blocks),
    (has_led_columns, led_column_blocks),
    (has_led_rows, led_row_blocks),
)


def as_running_text(reading: Reading) -> Reading:
    """Return a reading with the cells of tables that only lay text out as headings, paragraphs and items.

    Such a table is none of the reading's tables any more, but one of those laid out. Cells with addresses
    stay cells.
    """
    reads = {number: _reads(reading.text, table) for number, table in enumerate(reading.tables)}
    kept = [number for number, found in reads.items() if found is None]
    if len(kept) == len(reads):
        return reading
    numbers = {old: new for new, old in enumerate(kept)}
    blocks: list[Block] = []
    cells: dict[int, list[Block]] = {}
    for block in reading.blocks:
        if block.table is None:
            blocks.append(block)
        elif block.table in numbers:
            blocks.append(attrs.evolve(block, table=numbers[block.table]))
        else:
            cells.setdefault(block.table, []).append(block)
    for number, found in reads.items():
        if found is not None:
            blocks += found(reading.text, reading.tables[number], cells[number])
    blocks.sort(key=lambda block: block.span.start)
    tables = tuple(reading.tables[number] for number in kept)
    laid_out = tuple(table for number, table in enumerate(reading.tables) if reads[number] is not None)
    return attrs.evolve(reading, blocks=tuple(blocks), tables=tables, laid_out=laid_out)


def _reads(text: str, table: Table) -> _Reads | None:
    if any(cell.address for cell in table.cells):
        return None
    return next((reads for tells, reads in _KINDS if tells(text, table)), None)
