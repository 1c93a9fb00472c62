"""One column of prose beside numbers and other short texts, as committees print an agenda and its minutes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from placebench.documents.document import FURNITURE, HEADING, PARAGRAPH, Block, Cell, Span, Table
from placebench.documents.headings import is_title
from placebench.documents.labels import LabelSense
from placebench.documents.text_in_tables.cells import SENTENCE_ENDS, as_text, words
from placebench.documents.text_in_tables.known_words import heads_prose

_FEWEST_PARTS = 3
# "Joint committee. Members talked about it." begins with what the minute is on.
_TITLE = re.compile(
    r"(?![^.]* (?:was|were|is|are|has|had|have|will|agreed|noted|said|heard|asked|thanked|gave)\b)"
    r"([A-Z][^.?!:;]{2,60})\. (?=[A-Z])"
)
_LONGEST_BESIDE = 40
_LEAST_PROSE = 400
_LONG = 100
_ONE_IN = 4
_HALF = 0.5


def has_prose_column(text: str, table: Table) -> bool:
    """Tell whether a table has one column of prose: by its header, or beside short texts by what it says.

    Names that are listed are no prose.
    """
    return _is_headed(text, table) or _is_beside_short_texts(text, table)


def _is_headed(text: str, table: Table) -> bool:
    headed = (
        {cell.column for cell in table.rows[0] if heads_prose(words(text, cell))} if table.rows else set()
    )
    if len(headed) != 1 or len(table.rows[0]) == 1:
        return False
    said = [
        words(text, cell) for row in table.rows[1:] for cell in row if cell.column in headed and cell.spans
    ]
    sentences = sum(told.endswith(SENTENCE_ENDS) for told in said)
    return sentences > 0 and sentences >= _HALF * len(said)


def _is_beside_short_texts(text: str, table: Table) -> bool:
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
    titled = {at for at, cell in enumerate(table.rows[0]) if heads_prose(words(text, cell))}
    for block in blocks:
        cell = table.by_span.get(block.content)
        said = " ".join(text[block.content.start : block.content.end].split())
        leading = (
            _TITLE.match(said) if cell is not None and cell.column in titled and not block.label else None
        )
        if leading is not None and cell is not last:
            last, title = cell, leading[1]
            yield from _parted(block, leading[1], text)
        elif cell is None or len(cell.spans) < _FEWEST_PARTS:
            kind = PARAGRAPH if any(map(str.isalpha, said)) else FURNITURE
            yield attrs.evolve(block, kind=kind, table=None)
        elif cell is not last and is_title(said):
            last, title = cell, said
            yield _heading(block)
        else:
            last, title = cell, title if cell is last else None
            path = (*block.path, title) if title else block.path
            yield attrs.evolve(as_text(text, block, labels), path=path)


def _heading(block: Block) -> Block:
    return attrs.evolve(block, kind=HEADING, level=len(block.path) + 1, label=None, table=None)


def _parted(block: Block, title: str, text: str) -> Iterator[Block]:
    """Yield the words that a cell begins with as a heading, and the rest of its paragraph below it."""
    start, end = block.content.start, block.content.end
    stop = start + len(title)
    while " ".join(text[start:stop].split()) != title:
        stop += 1
    head = attrs.evolve(block, span=Span(start, stop + 1), content=Span(start, stop))
    yield _heading(head)
    rest = Span(stop + 1 + len(text[stop + 1 : end]) - len(text[stop + 1 : end].lstrip()), end)
    path = (*block.path, title)
    yield attrs.evolve(block, kind=PARAGRAPH, span=rest, content=rest, path=path, table=None)


def _length(cell: Cell) -> int:
    return sum(map(len, cell.spans))
