"""What a stage matrix is called: its caption, a heading that speaks of maturity, or the document's title."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import attrs

from placebench.documents import CELL, FURNITURE, HEADING, Block, Document, Span, Table
from placebench.extract.folding import fold

_LONGEST_CAPTION = 120
_NUMBER = re.compile(
    r"^(?:(?:appendix|annex|figure|table)\s+\w+\s*[:.\-\u2013]?\s*|\d+(?:\.\d+)*[.):]?\s+)", re.IGNORECASE
)


@attrs.frozen
class MatrixTitle:
    """The title of a matrix without its number, and where it stands in the text, if it stands there."""

    text: str | None = None
    span: Span | None = None


def matrix_title(document: Document, table: Table, is_title: Callable[[str], bool]) -> MatrixTitle:
    """Return what the matrix that begins with a table is called.

    A section that happens to stand above it, such as the one on members, gives it no name.

    Args:
        document: The document.
        table: The first table of the matrix.
        is_title: Tells whether a heading, in lower case, can be the title of a framework.
    """
    for block in _above(document, table):
        text = _words(document, block)
        if is_title(text.lower()):
            return MatrixTitle(text, block.content)
    title = document.metadata.get("title")
    if title:
        return MatrixTitle(_NUMBER.sub("", fold(title).text.strip()))
    first = next((block for block in document.blocks if block.kind not in (FURNITURE, CELL)), None)
    headings = sum(block.kind == HEADING for block in document.blocks if block.span.end <= table.span.start)
    if first is None or first.kind != HEADING or headings == 1:
        return MatrixTitle()
    return MatrixTitle(_words(document, first), first.content)


def _above(document: Document, table: Table) -> Iterator[Block]:
    """Yield the caption of a table, if a line right above it can be one, then the headings, nearest first."""
    above = [b for b in document.blocks if b.span.end <= table.span.start and b.kind != FURNITURE]
    last = above[-1] if above else None
    if last and last.kind not in (HEADING, CELL) and _is_caption(document.at(last.span)):
        yield last
    yield from (block for block in reversed(above) if block.kind == HEADING)


def _is_caption(text: str) -> bool:
    said = text.strip()
    return len(said) <= _LONGEST_CAPTION and bool(_NUMBER.match(said)) and not said.endswith((".", ":", ";"))


def _words(document: Document, block: Block) -> str:
    return _NUMBER.sub("", fold(document.at(block.content)).text.strip())
