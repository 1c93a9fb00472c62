"""The texts of cells, which may run over several spans."""

from __future__ import annotations

from placebench.documents import Cell, Document
from placebench.extract.folding import fold


def text_of(document: Document, cell: Cell) -> str:
    """Return the folded text of a cell, its parts joined by spaces."""
    return " ".join(fold(document.at(span)).text.strip() for span in cell.spans).strip()
