"""Labels with what they head beside them, as of a cover sheet or terms of reference: sections, not data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from placebench.documents.dates import written_date
from placebench.documents.document import HEADING, PARAGRAPH, Block, Cell, Span, Table
from placebench.documents.headings import is_title
from placebench.documents.labels import LabelSense
from placebench.documents.text_in_tables.cells import SENTENCE_ENDS, as_text, words
from placebench.documents.text_in_tables.known_words import heads_details, heads_labels, is_known_label

_Pair = tuple[Cell, Cell]

_PAIR = 2
_MOST_PAIRS = 2
_LONGEST_LABEL = 80
_MOST_LABEL_WORDS = 10
_MOST_HEADER_WORDS = 5
_FEWEST_WORDS = 5
_ONE_IN = 4
_HALF = 2


def is_labelled(text: str, table: Table) -> bool:
    """Tell whether rows are a label and what it heads: labels known as such, or sentences among the texts.

    A cell over the whole width is text, or a title. Where labels are not known, rows that all have sentences
    below one that has none, or below one that is marked as a header, are data.
    """
    rows = [row for row in map(_filled, table.rows) if row]
    if table.name or not rows or not all(_may_be_pairs(row) for row in rows):
        return False
    pairs = [pair for row in rows for pair in _pairs(row)]
    if not all(_is_label(words(text, label)) for label, _ in pairs):
        return False
    if _is_headed_by_plain_words(text, rows[0]):
        return len(rows) > 1
    says = [_says(text, told) for _, told in pairs]
    known = sum(_is_known(words(text, label)) for label, _ in pairs)
    first = rows[0] if len(rows[0]) > 1 else ()
    marked = bool(first) and all(cell.header for cell in first)
    if known * _HALF > len(pairs) > 1 and (any(says) or not marked):
        return True
    header = marked or (bool(first) and _may_be_header(text, first) and all(says[1:]))
    any_says = any(_says(text, cell) for row in rows for cell in row)
    return any_says and not header and sum(says) * _ONE_IN >= len(says)


def labelled_blocks(text: str, table: Table, blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks of such a table.

    A label is the heading of sentences, of a list and of several paragraphs; a short text stands behind it in
    one paragraph, and so does what happened on a date.
    """
    labels = LabelSense()
    told = {label: beside for row in table.rows for label, beside in _pairs(_filled(row))}
    single = {cell for row in table.rows if len(cells := _filled(row)) == 1 for cell in cells}
    title: str | None = None
    last: Cell | None = None
    before: Block | None = None
    for block in blocks:
        cell = table.by_span.get(block.content)
        first, last = cell is not last, cell
        said = " ".join(text[block.content.start : block.content.end].split())
        if first and cell in told:
            title = said
            if _leads_up_to(text, said, told[cell]):
                before = block
            else:
                yield _heading(block)
        elif before is not None and not text[before.span.end : block.span.start].strip(" |\t\n"):
            yield _beside(before, block)
            before = title = None
        elif first and cell in single and is_title(said):
            title = said
            yield _heading(block)
        else:
            # The foot of a page may stand between a label and what is beside it.
            if before is not None:
                yield _heading(before)
                before = None
            path = (*block.path, title) if title else block.path
            yield attrs.evolve(as_text(text, block, labels), path=path)


def _is_headed_by_plain_words(text: str, row: Sequence[Cell]) -> bool:
    """Tell whether a row heads labels and what they head by words for just that: "Item", "Detail"."""
    if len(row) != _PAIR:
        return False
    label, told = (words(text, cell) for cell in row)
    return heads_labels(label) and heads_details(told)


def _heading(block: Block) -> Block:
    return attrs.evolve(block, kind=HEADING, level=len(block.path) + 1, label=None, table=None)


def _beside(label: Block, block: Block) -> Block:
    span = Span(label.span.start, block.span.end)
    return attrs.evolve(block, kind=PARAGRAPH, span=span, content=span, table=None, beside=label.span)


def _filled(row: Sequence[Cell]) -> tuple[Cell, ...]:
    return tuple(cell for cell in row if cell.spans)


def _may_be_pairs(row: Sequence[Cell]) -> bool:
    even = len(row) == 1 or (len(row) % _PAIR == 0 and len(row) <= _PAIR * _MOST_PAIRS)
    return even and all(cell.row_span == 1 for cell in row)


def _pairs(row: Sequence[Cell]) -> Iterator[_Pair]:
    return zip(row[::2], row[1::2], strict=False)


def _is_label(said: str) -> bool:
    short = len(said) <= _LONGEST_LABEL and len(said.split()) <= _MOST_LABEL_WORDS
    return short and any(map(str.isalpha, said)) and said[-1] not in ".;,!"


def _is_known(label: str) -> bool:
    return is_known_label(label) or written_date(label.rstrip(":")) is not None


def _leads_up_to(text: str, label: str, cell: Cell) -> bool:
    """Tell whether a label and what is beside it are one statement: a short text, or what happened when."""
    dated = written_date(label.rstrip(":")) is not None
    return len(cell.spans) == 1 and (dated or not _says(text, cell))


def _says(text: str, cell: Cell) -> bool:
    """Tell whether a cell has a sentence, or a list that words introduce."""
    parts = [" ".join(text[span.start : span.end].split()) for span in cell.spans]
    ended = [part for part in parts if part.endswith(SENTENCE_ENDS)]
    return any(len(part.split()) >= _FEWEST_WORDS for part in ended) or len(parts) > len(ended) > 0


def _may_be_header(text: str, row: Sequence[Cell]) -> bool:
    said = [words(text, cell) for cell in row]
    return all(len(one.split()) <= _MOST_HEADER_WORDS and not any(map(str.isdigit, one)) for one in said)
