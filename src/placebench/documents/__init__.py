"""Documents: exact text, blocks, tables and spans, whatever the format.

`open_document(path)` tells the format from the content and reads it; one reader a format.
"""

from __future__ import annotations

from placebench.documents.document import (
    CELL,
    FOOTNOTE,
    FURNITURE,
    HEADING,
    ITEM,
    PARAGRAPH,
    Block,
    Cell,
    Document,
    Join,
    Quote,
    Span,
    Table,
)
from placebench.documents.opening import open_document, read_document
from placebench.documents.sources import read_sources

__all__ = [
    "CELL",
    "FOOTNOTE",
    "FURNITURE",
    "HEADING",
    "ITEM",
    "PARAGRAPH",
    "Block",
    "Cell",
    "Document",
    "Join",
    "Quote",
    "Span",
    "Table",
    "open_document",
    "read_document",
    "read_sources",
]
