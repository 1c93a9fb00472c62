"""Rows of a list that go on in the line below: a name that breaks off, and a person's name above a post."""

from __future__ import annotations

import attrs

from placebench.coding.members.partners_told import post_below
from placebench.coding.members.roster_rows import Row, is_tail, rows_of
from placebench.coding.reading import Reading
from placebench.documents import HEADING, ITEM, Span
from placebench.extract.passages import Line


def tail_of(reading: Reading, line: Line) -> Line | None:
    """Return the next line where it only ends the name that a line of a list breaks off."""
    after = reading.lines[line.index + 1] if line.index + 1 < len(reading.lines) else None
    if after is None or HEADING in (line.block.kind, after.block.kind) or after.block.kind != line.block.kind:
        return None
    tail = after.block.kind != ITEM and is_tail(reading.codebook, line.text.strip(), after.text.strip())
    return after if tail else None


def whole_rows(reading: Reading, line: Line, tail: Line | None) -> tuple[Row, ...]:
    """Return the rows of a line with what the line below it adds: a post, or the end of a name."""
    rows = rows_of(reading.document, line)
    post = post_below(reading, line) if line.block.kind == HEADING else None
    if post is not None:
        span = Span(rows[0].span.start, post.block.content.end)
        return (attrs.evolve(rows[0], text=f"{line.text.strip()}, {post.text.strip()}", span=span),)
    if tail is None:
        return rows
    last = rows[-1]
    span = Span(last.span.start, tail.block.content.end)
    return (*rows[:-1], attrs.evolve(last, text=f"{last.text} {tail.text.strip()}", span=span))
