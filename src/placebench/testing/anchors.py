"""What earlier facts rest on: headings, table headers, labels and quotes, and where a document has them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

import attrs

from placebench.documents import HEADING, Cell, Document, Table
from placebench.model import Evidence

CLAIM = "claim"
HEADER = "table header"
LABEL = "label"
QUOTE = "quote"
KINDS = (CLAIM, HEADING, HEADER, LABEL, QUOTE)

_LABEL = re.compile(r"\W*(?P<label>[^\W\d_][^:.\n]{0,40}?)\s*:(?=\s)")
_NUMBER = re.compile(r"^[\d.()\s]+(?=\D)")


@attrs.frozen
class Anchor:
    """Words of an earlier document that facts rest on.

    Attributes:
        kind: `claim` (what an importer recognised), `heading`, `table header`, `label` or `quote`.
        text: The words, with white space folded.
        section: Headings above them, outermost first.
        page: Their page, where the document has pages.
    """

    kind: str
    text: str
    section: str | None = None
    page: int | None = None


def anchors_of(evidence: Iterable[Evidence], earlier: Document | None) -> Mapping[Anchor, int]:
    """Return what the facts of an earlier document rest on, with the number of facts on each.

    Args:
        evidence: The quotes of the facts.
        earlier: The document itself; without it table headers are not known.
    """
    resting: dict[Anchor, set[tuple[str, str]]] = {}
    for row in evidence:
        for anchor in _anchors(row, earlier):
            resting.setdefault(anchor, set()).add((row.table, row.fact_id))
    ordered = sorted(resting, key=lambda anchor: KINDS.index(anchor.kind))
    return {anchor: len(resting[anchor]) for anchor in ordered}


def folded(text: str) -> str:
    """Return a text in one line, for comparing; a number before a heading does not count."""
    return _NUMBER.sub("", " ".join(text.split())).casefold()


def headings_of(document: Document) -> list[tuple[str, str | None]]:
    """Return each heading of a document with the headings above it."""
    return [
        (" ".join(document.at(block.content).split()), " > ".join(block.path) or None)
        for block in document.blocks
        if block.kind == HEADING
    ]


def headers_of(document: Document) -> list[str]:
    """Return the headers of every table of a document."""
    return [text for table in document.tables for text in _headers(document, table)]


def labels_of(document: Document) -> list[str]:
    """Return what stands before a colon at the beginning of a line, and alone in the first cell of a row."""
    lines = [found["label"] for line in document.text.splitlines() if (found := _LABEL.match(line))]
    cells = [_text(document, row[0]).rstrip(":") for table in document.tables for row in table.rows]
    return [*lines, *(text for text in cells if text)]


def _anchors(row: Evidence, earlier: Document | None) -> Iterator[Anchor]:
    path = row.section.split(" > ") if row.section else []
    for depth, heading in enumerate(path):
        yield Anchor(HEADING, heading, " > ".join(path[:depth]) or None)
    label = _LABEL.match(row.quote)
    if label:
        yield Anchor(LABEL, label["label"])
    if earlier is not None:
        yield from _of_table(row, earlier)
    yield Anchor(QUOTE, " ".join(row.quote.split()), row.section, row.page)


def _of_table(row: Evidence, earlier: Document) -> Iterator[Anchor]:
    block, cell = earlier.block_at(row.start), earlier.cell_at(row.start)
    if block is None or block.table is None or cell is None:
        return
    table = earlier.tables[block.table]
    for text in _headers(earlier, table):
        yield Anchor(HEADER, text)
    first = next(one for one in table.rows if cell in one)[0]
    if first is not cell and cell.row > 0 and _text(earlier, first):
        yield Anchor(LABEL, _text(earlier, first).rstrip(":"))


def _headers(document: Document, table: Table) -> list[str]:
    rows = table.rows
    marked = [cell for row in rows for cell in row if cell.header] or list(rows[0] if rows else ())
    return [text for cell in marked if (text := _text(document, cell))]


def _text(document: Document, cell: Cell) -> str:
    return " ".join(" ".join(document.at(span) for span in cell.spans).split())
