"""Lines put together: wrapped lines to one piece, runs of tabbed lines to one table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import attrs

from placebench.documents.document import FOOTNOTE, FURNITURE, ITEM, PARAGRAPH
from placebench.documents.labels import Label, LabelSense
from placebench.documents.lines import Line
from placebench.documents.spaced import Columns, spaced_tables

TABLE = "table"

_FOOTNOTE_MARKS = "¹²³⁴⁵⁶⁷⁸⁹⁰"
_NARROWEST_WRAP = 40
_WRAP_LIMIT = 160
_LONG_LINE = 90
_MUCH_LONGER = 4
_WRAPPED_SHARE = 0.6
_FEW = 3
# Between the cells of a row, one row a line.
BAR = " | "
_FEWEST_BARRED = 3
_PAGE_NUMBER = re.compile(r"(?i)[-–|\s]*(?:page\s+)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?[-–|\s]*")


@attrs.frozen
class Piece:
    """Lines that belong together.

    Attributes:
        kind: A kind of block, or `table`.
        lines: The lines, first to last.
        label: The list label or footnote mark that it begins with.
        columns: Where the columns of a table begin that is set with spaces; none where tabs part them.
    """

    kind: str
    lines: tuple[Line, ...]
    label: Label | None = None
    columns: Columns = ()

    @property
    def first(self) -> Line:
        """The first line."""
        return self.lines[0]

    @property
    def last(self) -> Line:
        """The last line."""
        return self.lines[-1]


def join_lines(lines: list[Line], *, wrapped: bool = True) -> list[Piece]:
    """Return the pieces of a text in order; where it is not wrapped, each line is one or a row of a table."""
    lines = _without_stray_labels(lines)
    width = wrap_width(lines)
    tables = spaced_tables(lines) | {start: (size, ()) for start, size in _barred_tables(lines)}
    tables |= {start: (size, ()) for start, size in _tables(lines).items()}
    pieces: list[Piece] = []
    index = 0
    while index < len(lines):
        size, columns = tables.get(index, (0, ()))
        if size:
            pieces.append(Piece(TABLE, tuple(lines[index : index + size]), columns=columns))
            index += size
            continue
        piece = _piece(lines[index])
        end = index + 1
        unbroken = _is_after_short_items(piece, pieces)
        while wrapped and end < len(lines) and end not in tables:
            if not _continues(piece, lines[end - 1], lines[end], width):
                break
            if unbroken and width is None and _may_be_title(lines[end]):
                break
            end += 1
        pieces.append(attrs.evolve(piece, lines=tuple(lines[index:end])))
        index = end
    return pieces


def wrap_width(lines: list[Line]) -> int | None:
    """Return the width at which a text was wrapped by hand, or None where a line is a paragraph."""
    pairs = list(_plain_pairs(lines))
    if len(pairs) < _FEW:
        return None
    lengths = sorted(len(first.text) for first, _ in pairs)
    width = lengths[len(lengths) * 9 // 10]
    full = sum(_fills(first, second, width) for first, second in pairs)
    return width if _NARROWEST_WRAP <= width <= _WRAP_LIMIT and full >= _WRAPPED_SHARE * len(pairs) else None


def _plain_pairs(lines: list[Line]) -> Iterator[tuple[Line, Line]]:
    for first, second in pairwise(lines):
        if not second.gap_before and not second.label and "\t" not in first.raw and "\t" not in second.raw:
            yield first, second


def _fills(first: Line, second: Line, width: int) -> bool:
    next_word = second.text.split(None, 1)[0]
    return len(first.text) + 1 + len(next_word) > 0.9 * width


def _piece(line: Line) -> Piece:
    if line.is_rule or is_page_number(line.text):
        return Piece(FURNITURE, (line,))
    if line.text[0] in _FOOTNOTE_MARKS:
        return Piece(FOOTNOTE, (line,), _footnote_mark(line.text))
    return Piece(ITEM if line.label else PARAGRAPH, (line,), line.label)


def is_page_number(text: str) -> bool:
    """Tell whether a line is nothing but the number of a page."""
    return _PAGE_NUMBER.fullmatch(text) is not None


def _footnote_mark(text: str) -> Label:
    rest = text.lstrip(_FOOTNOTE_MARKS)
    mark = text[: len(text) - len(rest)]
    return Label(mark, len(text) - len(rest.lstrip()), "footnote")


def _without_stray_labels(lines: list[Line]) -> list[Line]:
    sense = LabelSense()
    kept: list[Line] = []
    for line in lines:
        above = kept[-1] if kept else None
        stray = line.label and (_is_dash_inside(line.label, line, above) or not sense.knows(line.label))
        kept.append(attrs.evolve(line, label=None) if stray else line)
    return kept


def _is_dash_inside(label: Label, line: Line, above: Line | None) -> bool:
    if label.text not in ("–", "—") or above is None or line.gap_before:
        return False
    return not above.ends_sentence and not (above.label and above.label.kind == label.kind)


def _continues(piece: Piece, above: Line, line: Line, width: int | None) -> bool:
    begins = line.gap_before or line.label or line.is_rule or line.text[0] in _FOOTNOTE_MARKS
    if begins or piece.kind == FURNITURE or (BAR in above.text and BAR in line.text):
        return False
    if piece.label and piece.label.length == len(above.text) and piece.first is above:
        return True
    if not _is_bullet(piece) and _is_paragraph_below(above, line):
        return False
    if width is not None and _fills(above, line, width):
        return True
    if above.ends_sentence:
        hangs = piece.kind == ITEM and line.indent > piece.first.indent
        return hangs or (_starts_small(line.text) and above.text[-1] in '.”")')
    loose = piece.kind == ITEM and width is None and line.indent >= piece.first.indent
    return line.indent > 0 or _starts_small(line.text) or loose


def _is_after_short_items(piece: Piece, before: list[Piece]) -> bool:
    """Tell whether an item follows others of its list that took one line each, as it will itself."""
    siblings = before[-_FEW + 1 :]
    return len(siblings) == _FEW - 1 and all(
        other.label and piece.label and other.label.kind == piece.label.kind and len(other.lines) == 1
        for other in siblings
    )


def _may_be_title(line: Line) -> bool:
    """Tell whether a line at the margin begins with a capital and ends as no sentence does."""
    return not line.indent and not _starts_small(line.text) and line.text[-1] not in ".,;:"


def _is_bullet(piece: Piece) -> bool:
    """Tell whether a piece is an item without a number: a title may stand in its first line."""
    return piece.label is not None and piece.label.value is None


def _is_paragraph_below(above: Line, line: Line) -> bool:
    """Tell whether a line is a paragraph of its own: its words would have filled the line above first."""
    length = len(line.text)
    longer = length > _LONG_LINE and length > _MUCH_LONGER * len(above.text)
    return longer and not _starts_small(line.text)


def _starts_small(text: str) -> bool:
    return not text.lstrip("\"'“‘(*[")[:1].isupper()


def _tables(lines: list[Line]) -> dict[int, int]:
    tables: dict[int, int] = {}
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and _may_be_row(lines[end]) and (end == start or not lines[end].gap_before):
            end += 1
        first = next((n for n in range(start, end) if _has_cells(lines[n])), end)
        rows = lines[first:end]
        if len(rows) > 1 or any("\t" in line.content for line in rows):
            tables[first] = len(rows)
        start = max(end, start + 1)
    return tables


def _barred_tables(lines: list[Line]) -> Iterator[tuple[int, int]]:
    """Yield the first line and the number of lines of each run of rows whose cells bars part."""
    start = 0
    while start < len(lines):
        bars, end = _bars(lines[start]), start + 1
        while bars and end < len(lines) and _bars(lines[end]) == bars and not lines[end].gap_before:
            end += 1
        if end - start >= _FEWEST_BARRED:
            yield start, end - start
        start = end


def _bars(line: Line) -> int:
    """Return how many bars part the cells of a line; an item of a list has none."""
    return 0 if line.label else line.raw.count(BAR)


def _may_be_row(line: Line) -> bool:
    return "\t" in line.raw or line.is_rule


def _has_cells(line: Line) -> bool:
    return "\t" in line.content or line.raw[-1] == "\t"
