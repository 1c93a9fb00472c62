"""Documents as they must be survived: cut off, and with their parts in another order."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

import attrs

from placebench.documents import Block, Document, Span


def cuts(document: Document, count: int = 6) -> Iterator[Document]:
    """Yield the document cut off at so many points, from its first words to its last."""
    length = len(document.text)
    for number in range(1, count + 1):
        yield cut(document, max(1, length * number // (count + 1)))


def cut(document: Document, end: int) -> Document:
    """Return a document that ends after so many characters, in the middle of a word or table if need be."""

    def kept(span: Span) -> Span:
        return Span(min(span.start, end), min(span.end, end))

    return attrs.evolve(
        document,
        text=document.text[:end],
        blocks=tuple(
            attrs.evolve(block, span=kept(block.span), content=kept(block.content))
            for block in document.blocks
            if kept(block.span).start < kept(block.span).end
        ),
        tables=tuple(
            attrs.evolve(
                table,
                span=kept(table.span),
                cells=tuple(
                    attrs.evolve(cell, spans=tuple(kept(span) for span in cell.spans if span.start < end))
                    for cell in table.cells
                ),
            )
            for table in document.tables
        ),
        pages=tuple(kept(page) for page in document.pages if page.start < end),
    )


def shuffled(document: Document, seed: int) -> Document:
    """Return the document with its blocks in another order; tables stay whole, and pages are lost."""
    parts = _parts(document)
    order = list(range(len(parts)))
    random.Random(seed).shuffle(order)  # noqa: S311 - the same order each time is what is wanted
    shifts, position = {}, 0
    for number in order:
        shifts[number] = position - parts[number].start
        position += len(parts[number])
    blocks = [
        _shifted(block, shifts[number])
        for number in order
        for block in document.blocks
        if parts[number].start <= block.span.start < parts[number].end
    ]
    tables = tuple(
        attrs.evolve(
            table,
            page=None,
            span=_moved(table.span, shift),
            cells=tuple(
                attrs.evolve(cell, spans=tuple(_moved(span, shift) for span in cell.spans))
                for cell in table.cells
            ),
        )
        for table in document.tables
        for shift in [shifts[_part_of(table.span, parts)]]
    )
    text = "".join(document.at(parts[number]) for number in order)
    return attrs.evolve(document, text=text, blocks=tuple(blocks), tables=tables, pages=())


def _parts(document: Document) -> list[Span]:
    """Return the text in runs that may change places: a block with what follows it, or a whole table."""
    tables = [table.span for table in document.tables]
    starts = sorted(
        {
            0,
            *(
                block.span.start
                for block in document.blocks
                if not any(t.start < block.span.start < t.end for t in tables)
            ),
            *(span.start for span in tables if not any(t.start < span.start < t.end for t in tables)),
        }
    )
    ends = [*starts[1:], len(document.text)]
    return [Span(start, end) for start, end in zip(starts, ends, strict=True)]


def _part_of(span: Span, parts: Sequence[Span]) -> int:
    return next(n for n in reversed(range(len(parts))) if parts[n].start <= span.start)


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _shifted(block: Block, by: int) -> Block:
    return attrs.evolve(block, span=_moved(block.span, by), content=_moved(block.content, by), page=None)
