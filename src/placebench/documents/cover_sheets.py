"""The title of a paper by its cover sheet: a table among its first lines with a row for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from placebench.documents.document import Cell, Table
from placebench.documents.reading import Reading
from placebench.documents.text_in_tables.cells import words
from placebench.documents.text_in_tables.known_words import heads_title, is_known_label

_NEAR = 2_000
_LONGEST = 200
_PAIR = 2
_FEWEST_WORDS = 2


def title_of_cover(reading: Reading) -> str | None:
    """Return the title that a cover sheet gives; None where there is no such sheet, or there are several.

    A pack has the cover sheets of its papers, none of which is the pack's.

    Args:
        reading: What a reader of a format handed over, its tables as they are set.
    """
    found = [(table, title) for table in reading.tables for title in _titles(reading.text, table)]
    if len(found) != 1 or found[0][0].span.start > _NEAR:
        return None
    return found[0][1]


def _titles(text: str, table: Table) -> Iterator[str]:
    """Yield what stands beside a label for a title, among other labels of a cover sheet."""
    pairs = [_pair(text, row) for row in table.rows]
    for label, told in pairs:
        others = [other for other, _ in pairs if other != label]
        is_title = len(told.split()) >= _FEWEST_WORDS and len(told) <= _LONGEST
        if heads_title(label) and is_title and (not others or any(map(is_known_label, others))):
            yield told


def _pair(text: str, row: Sequence[Cell]) -> tuple[str, str]:
    filled = [words(text, cell) for cell in row if cell.spans]
    return (filled[0], filled[1]) if len(filled) >= _PAIR else ("", "")
