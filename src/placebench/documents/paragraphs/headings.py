"""Headings of a document that was written without styles for them, told as those of a plain text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from placebench.documents.document import CELL, HEADING, Block
from placebench.documents.headings import Outline, find_headings
from placebench.documents.labels import match_label
from placebench.documents.lines import Line
from placebench.documents.pieces import TABLE, Piece
from placebench.documents.reading import Reading


def with_headings(reading: Reading) -> Reading:
    """Return a document with the headings that its words tell, unless it has some already."""
    if any(block.kind == HEADING for block in reading.blocks):
        return reading
    groups = list(_groups(reading.blocks))
    headings = find_headings([_piece(reading.text, group) for group in groups])
    if not headings:
        return reading
    outline = Outline()
    blocks: list[Block] = []
    for index, group in enumerate(groups):
        if index in headings:
            (block,) = group
            label = match_label(f"{block.label} x") if block.label else None
            title = " ".join(reading.text[block.content.start : block.content.end].split())
            level, path = outline.enter(title, label)
            blocks.append(attrs.evolve(block, kind=HEADING, level=level, path=path))
        else:
            blocks += (attrs.evolve(block, path=outline.path) for block in group)
    return attrs.evolve(reading, blocks=tuple(blocks))


def _groups(blocks: Sequence[Block]) -> Iterator[tuple[Block, ...]]:
    """Yield each block alone, and the cells of tables that follow one another together."""
    cells: list[Block] = []
    for block in blocks:
        if block.kind == CELL:
            cells.append(block)
            continue
        if cells:
            yield tuple(cells)
            cells = []
        yield (block,)
    if cells:
        yield tuple(cells)


def _piece(text: str, group: tuple[Block, ...]) -> Piece:
    block = group[0]
    label = match_label(f"{block.label} x") if block.label else None
    said = text[block.span.start : block.span.end]
    # Word sets paragraphs apart without blank lines.
    line = Line(said, block.span.start, block.span.end, said, 0, gap_before=True, label=label)
    return Piece(TABLE if block.kind == CELL else block.kind, (line,), label)
