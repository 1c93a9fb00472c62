"""What a reader of one format hands over."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import attrs

from placebench.documents.document import Block, Span, Table


@attrs.frozen
class Reading:
    """The parts of a `Document` that depend on its format.

    Attributes:
        text: Exactly what the reader produced.
        blocks: Every block in reading order; they do not overlap.
        tables: Every table in reading order.
        pages: Span of each page; empty where the format has no pages.
        metadata: What the file says of itself.
    """

    text: str
    blocks: tuple[Block, ...] = ()
    tables: tuple[Table, ...] = ()
    pages: tuple[Span, ...] = ()
    metadata: Mapping[str, str] = attrs.field(factory=dict, hash=False)


Reader = Callable[[bytes, str], Reading]
"""Reads the bytes of a file; the second argument is its name, for error messages."""
