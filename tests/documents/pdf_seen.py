"""What a test looks at of a PDF that was read."""

from __future__ import annotations

from placebench.documents import Document, read_document
from tests.documents.soundness import check


def read(data: bytes) -> Document:
    document = read_document(data, "paper.pdf")
    check(document)
    assert "".join(document.at(page) for page in document.pages) == document.text
    return document


def contents(document: Document, kind: str) -> list[str]:
    return [document.at(block.content) for block in document.blocks if block.kind == kind]


def outline(document: Document) -> list[tuple[str, str | None, int | None, str]]:
    """Kind, label, level and first word of every block."""
    return [(b.kind, b.label, b.level, document.at(b.content).split()[0]) for b in document.blocks]


def cells(document: Document, number: int = 0) -> list[list[str]]:
    rows = document.tables[number].rows
    return [[" ".join(document.at(span) for span in cell.spans) for cell in row] for row in rows]
