"""Tables that only lay a page out: one column of prose beside numbers, as committee pages print an agenda.

Their cells are read as headings, paragraphs and list items, and they are no tables of the document.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from placebench.documents.document import FURNITURE, HEADING, ITEM, PARAGRAPH, Block, Cell, Span, Table
from placebench.documents.headings import is_title
from placebench.documents.labels import LabelSense

_FEWEST_PARTS = 3
_LONGEST_BESIDE = 40
_LEAST_PROSE = 400
_LONG = 100
_ONE_IN = 4
_SENTENCE_END = (".", ";", ":", "?", "!")


def unfold(
    text: str, blocks: Sequence[Block], tables: Sequence[Table]
) -> tuple[tuple[Block, ...], tuple[Table, ...]]:
    """Return the blocks and tables of a page with its layout tables read as running text."""
    layouts = {number for number, table in enumerate(tables) if _is_layout(text, table)}
    if not layouts:
        return tuple(blocks), tuple(tables)
    kept = [number for number in range(len(tables)) if number not in layouts]
    numbers = {old: new for new, old in enumerate(kept)}
    unfolder = _Unfolder(text)
    found = []
    for block in blocks:
        if block.table in layouts:
            found.append(unfolder.block(block, _cell_of(tables[block.table], block)))
        else:
            found.append(block if block.table is None else attrs.evolve(block, table=numbers[block.table]))
    return tuple(found), tuple(tables[number] for number in kept)


def _is_layout(text: str, table: Table) -> bool:
    """Tell whether a table has one column of prose beside short texts; names that are listed are no prose."""
    prose = {cell.column for cell in table.cells if len(cell.spans) >= _FEWEST_PARTS}
    if len(prose) != 1:
        return False
    beside = [cell for cell in table.cells if cell.column not in prose]
    length = sum(_length(cell) for cell in table.cells if cell.column in prose)
    parts = [
        text[span.start : span.end] for cell in table.cells if cell.column in prose for span in cell.spans
    ]
    sentences = sum(part.rstrip().endswith(_SENTENCE_END) or len(part) > _LONG for part in parts)
    says = sentences * _ONE_IN >= len(parts)
    return says and length >= _LEAST_PROSE and all(_length(cell) <= _LONGEST_BESIDE for cell in beside)


def _length(cell: Cell) -> int:
    return sum(map(len, cell.spans))


def _cell_of(table: Table, block: Block) -> Cell | None:
    return next((cell for cell in table.cells if block.content in cell.spans), None)


@attrs.define
class _Unfolder:
    text: str
    labels: LabelSense = attrs.field(factory=LabelSense)
    cell: Cell | None = None
    title: str | None = None

    def block(self, block: Block, cell: Cell | None) -> Block:
        if cell is None or len(cell.spans) < _FEWEST_PARTS:
            return attrs.evolve(block, kind=FURNITURE if self._is_number(block) else PARAGRAPH, table=None)
        first = cell is not self.cell
        if first:
            self.cell, self.title = cell, None
        words = " ".join(self._at(block.content).split())
        if first and is_title(words):
            self.title = words
            return attrs.evolve(block, kind=HEADING, level=len(block.path) + 1, label=None, table=None)
        path = (*block.path, self.title) if self.title else block.path
        return attrs.evolve(self._labelled(block), path=path, table=None)

    def _labelled(self, block: Block) -> Block:
        if block.label:
            return attrs.evolve(block, kind=ITEM, level=block.level or 1)
        found = self.labels.read(self._at(block.content))
        if found is None:
            return attrs.evolve(block, kind=PARAGRAPH)
        content = Span(block.content.start + found.length, block.content.end)
        return attrs.evolve(block, kind=ITEM, label=found.text, level=1, content=content)

    def _is_number(self, block: Block) -> bool:
        return not any(character.isalpha() for character in self._at(block.content))

    def _at(self, span: Span) -> str:
        return self.text[span.start : span.end]
