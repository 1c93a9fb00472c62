"""Paragraphs without end, as of a text on a single line, parted at the ends of sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from placebench.documents.document import PARAGRAPH, Block, Span
from placebench.documents.reading import Reading

LONGEST = 10_000
"""Characters of a paragraph that stays whole; one of a page of print has some four thousand."""

_LAST_END = re.compile(r".*[.!?;]['\"”’)]*(\s+)", re.DOTALL)
_LAST_SPACE = re.compile(r".*\S(\s+)", re.DOTALL)


def with_short_paragraphs(reading: Reading) -> Reading:
    """Return a reading with its longest paragraphs parted, so that none takes the time of a whole document.

    They are parted behind a sentence, or where none ends, at white space.
    """
    if all(block.kind != PARAGRAPH or _length(block) <= LONGEST for block in reading.blocks):
        return reading
    blocks = [part for block in reading.blocks for part in _parts(reading.text, block)]
    return attrs.evolve(reading, blocks=tuple(blocks))


def _length(block: Block) -> int:
    return block.content.end - block.content.start


def _parts(text: str, block: Block) -> Iterator[Block]:
    if block.kind != PARAGRAPH or _length(block) <= LONGEST:
        yield block
        return
    start, end = block.span.start, block.content.end
    content = block.content.start
    while end - content > LONGEST:
        limit = content + LONGEST
        found = _LAST_END.match(text, content, limit) or _LAST_SPACE.match(text, content, limit)
        stop, following = found.span(1) if found else (limit, limit)
        yield attrs.evolve(block, span=Span(start, stop), content=Span(content, stop))
        start = content = following
    yield attrs.evolve(block, span=Span(start, block.span.end), content=Span(content, end))
