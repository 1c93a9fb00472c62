"""The texts of cells, which may run over several spans."""

from __future__ import annotations

from functools import lru_cache

from placebench.documents import Cell, Document
from placebench.extract.folding import fold


def text_of(document: Document, cell: Cell) -> str:
    """Return the folded text of a cell, its parts joined by spaces."""
    if not cell.spans:
        return ""
    known, where = _known(document), (cell.spans[0].start, cell.spans[-1].end, len(cell.spans))
    if where not in known:
        known[where] = " ".join(fold(document.at(span)).text.strip() for span in cell.spans).strip()
    return known[where]


# Whoever looks for matrices, ratings, remits or members goes through all cells of a document.
@lru_cache(maxsize=1)
def _known(_: Document) -> dict[tuple[int, int, int], str]:
    return {}
