"""Rows of a list that a plain text sets out in lines, and in columns of blanks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

import attrs

from placebench.codebook import Codebook, Wording
from placebench.documents import ITEM, Document, Span
from placebench.extract.folding import fold
from placebench.extract.passages import Line

_GAP = re.compile(r"(?:[^\S\n]{3,}|\t+)(?=\S)")
# Two blanks part a name from what follows it in a list; in running text they may be a slip.
_PAIR = re.compile(r"(?<=[a-z)])[^\S\n]{2}(?=[A-Z])")
_LINE = re.compile(r"[^\n]+")
_TAIL = Wording("roster_rows", r"(?:(?:<within_name>|and|&) )*<end_of_name>\.?")
_LONGEST_TAIL = 5
_GOES_ON = re.compile(r"(?:,| and| of| the| &| for| from| at| NHS| /)$")
_WIDE = 85
_DEEPER = 6


@attrs.frozen
class Row:
    """One row of a list.

    Attributes:
        text: Its folded text; a comma stands between its columns.
        span: Where it lies in the document.
        leads: Whether the line that follows it stands deeper.
    """

    text: str
    span: Span
    leads: bool = False


def rows_of(document: Document, line: Line, start: int = 0) -> tuple[Row, ...]:
    """Return the rows of a line of the document from a position in its folded text on.

    A text of one line without columns is one row; one that only wraps is one as well, and so are words that
    a table set beside each other.
    """
    span = line.folded.span(start, len(line.text))
    raw = document.at(span)
    if line.block.beside or (
        not (_has_columns(raw) or _PAIR.search(raw))
        and ("\n" not in raw.strip() or (line.block.kind == ITEM and not start))
    ):
        return (Row(line.text[start:].strip(), span),)
    return tuple(_rows(raw, span.start))


def in_columns(document: Document, line: Line) -> bool:
    """Tell whether a line of the document is set out in columns of blanks."""
    return _has_columns(document.at(line.block.content))


def first_row(document: Document, line: Line) -> str:
    """Return the folded words on the first of several rows of a line, or nothing where it has one row."""
    first, _, rest = document.at(line.block.content).partition("\n")
    return fold(first).text.strip() if rest.strip() and not line.block.beside else ""


def is_tail(codebook: Codebook, above: str, text: str) -> bool:
    """Tell whether a line is the end of a name that the line above it breaks off."""
    short = text.count(" ") < _LONGEST_TAIL and text[:1].isupper()
    return short and (_GOES_ON.search(above) is not None or _TAIL.of(codebook).fullmatch(text) is not None)


def _has_columns(raw: str) -> bool:
    even = len(" ".join(raw.split())) == len(raw.strip()) and "\t" not in raw
    return not even and any(_GAP.search(found.group().strip()) for found in _LINE.finditer(raw))


def _rows(raw: str, base: int) -> Iterator[Row]:
    found = [match for match in _LINE.finditer(raw) if match.group().strip()]
    margin = min((_indent(match.group()) for match in found[1:]), default=0)
    first = ""
    held: Row | None = None
    for match, after in zip_longest(found, found[1:]):
        leads = after is not None and _indent(after.group()) > _indent(match.group())
        cells = _cells(match.group())
        span = Span(base + match.start() + _indent(match.group()), base + match.end())
        if held is not None and len(cells) == 1 and _goes_on(held.text, cells[0]):
            held = Row(f"{held.text} {cells[0]}", Span(held.span.start, span.end))
            continue
        if held is not None:
            yield held
        if len(cells) > 1:
            first = cells[0]
        elif first and _indent(match.group()) >= margin + _DEEPER:
            # A row whose first column is blank stands under the one above.
            cells = [first, *cells]
        held = Row(", ".join(cells), span, leads)
    if held is not None:
        yield held


def _cells(text: str) -> list[str]:
    cells = [cell for part in _GAP.split(text.strip()) for cell in _PAIR.split(part)]
    return [fold(cell).text.strip(" ,") for cell in cells]


def _goes_on(above: str, text: str) -> bool:
    """Tell whether a line continues the row above it."""
    return text[:1].islower() or len(above) >= _WIDE or _GOES_ON.search(above) is not None


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())
