"""What a cell says, and its blocks as those of running text."""

from __future__ import annotations

import attrs

from placebench.documents.document import ITEM, PARAGRAPH, Block, Cell, Span
from placebench.documents.labels import LabelSense

SENTENCE_ENDS = (".", ";", ":", "?", "!")


def words(text: str, cell: Cell) -> str:
    """Return the text of a cell, white space folded."""
    return " ".join(" ".join(text[span.start : span.end] for span in cell.spans).split())


def as_text(text: str, block: Block, labels: LabelSense) -> Block:
    """Return a block of a cell as a paragraph, or as an item where it has a label or begins with one."""
    if block.label:
        return attrs.evolve(block, kind=ITEM, level=block.level or 1, table=None)
    found = labels.read(text[block.content.start : block.content.end])
    if found is None:
        return attrs.evolve(block, kind=PARAGRAPH, table=None)
    content = Span(block.content.start + found.length, block.content.end)
    return attrs.evolve(block, kind=ITEM, label=found.text, level=1, content=content, table=None)
