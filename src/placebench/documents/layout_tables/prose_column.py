"""One column of prose beside numbers and other short texts, as committees print an agenda and its minutes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from placebench.documents.document import FURNITURE, HEADING, PARAGRAPH, Block, Cell, Table
from placebench.documents.headings import is_title
from placebench.documents.labels import LabelSense
from placebench.documents.layout_tables.cells import SENTENCE_ENDS, as_text

_FEWEST_PARTS = 3
_LONGEST_BESIDE = 40
_LEAST_PROSE = 400
_LONG = 100
_ONE_IN = 4


def has_prose_column(text: str, table: Table) -> bool:
    """Tell whether a table has one column of prose beside short texts; names that are listed are no prose."""
    prose = {cell.column for cell in table.cells if len(cell.spans) >= _FEWEST_PARTS}
    if len(prose) != 1:
        return False
    beside = [cell for cell in table.cells if cell.column not in prose]
    length = sum(_length(cell) for cell in table.cells if cell.column in prose)
    parts = [
        text[span.start : span.end] for cell in table.cells if cell.column in prose for span in cell.spans
    ]
    sentences = sum(part.rstrip().endswith(SENTENCE_ENDS) or len(part) > _LONG for part in parts)
    says = sentences * _ONE_IN >= len(parts)
    return says and length >= _LEAST_PROSE and all(_length(cell) <= _LONGEST_BESIDE for cell in beside)


def prose_blocks(text: str, table: Table, blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks of such a table: prose below the title of its cell, what stands beside it as it is."""
    labels = LabelSense()
    last: Cell | None = None
    title: str | None = None
    for block in blocks:
        cell = table.by_span.get(block.content)
        said = " ".join(text[block.content.start : block.content.end].split())
        if cell is None or len(cell.spans) < _FEWEST_PARTS:
            kind = PARAGRAPH if any(map(str.isalpha, said)) else FURNITURE
            yield attrs.evolve(block, kind=kind, table=None)
            continue
        first, last = cell is not last, cell
        if first:
            title = said if is_title(said) else None
        if first and title:
            yield attrs.evolve(block, kind=HEADING, level=len(block.path) + 1, label=None, table=None)
        else:
            path = (*block.path, title) if title else block.path
            yield attrs.evolve(as_text(text, block, labels), path=path)


def _length(cell: Cell) -> int:
    return sum(map(len, cell.spans))
