"""Tables as text: comma-separated values, with whatever delimiter."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter

from placebench.documents.decoding import decode
from placebench.documents.reading import Reading
from placebench.documents.sheets.sheet import Budget, Sheet, SheetCell, lay_out_sheets
from placebench.errors import UnreadableDocument

_ENDINGS = (".csv", ".tsv")
_DELIMITERS = ",;\t|"
_HEAD_LINES = 200
_HEAD_CHARACTERS = 1_000_000
_FEWEST_ROWS = 2
_LEAST_ALIKE = 0.6
_LEAST_PARTED = 0.9
_SAID = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)


def is_delimited(data: bytes, name: str) -> bool:
    """Tell whether a text is a table: its name says so, and most of its first rows have as many fields."""
    if not name.lower().endswith(_ENDINGS):
        return False
    try:
        return delimiter(decode(data, name)) is not None
    except UnreadableDocument:
        return False


def delimiter(text: str) -> str | None:
    """Return what parts the fields of a table, or None where a text is none."""
    said = _SAID.match(text)
    if said:
        return said[1]
    head = "".join(text[:_HEAD_CHARACTERS].splitlines(keepends=True)[:_HEAD_LINES])
    best = max(_DELIMITERS, key=lambda one: _alike(head, one))
    return best if _alike(head, best)[0] >= _LEAST_ALIKE or _parted(head, best) else None


def _alike(head: str, one: str) -> tuple[float, int]:
    """Return the share of rows with the commonest number of fields, and that number."""
    try:
        rows = [row for row in csv.reader(io.StringIO(head, newline=""), delimiter=one) if any(row)]
    except csv.Error:
        return 0, 0
    wide = Counter(len(row) for row in rows if len(row) > 1)
    if not wide or _is_prose(rows):
        return 0, 0
    fields, count = wide.most_common(1)[0]
    return (count / len(rows), fields) if count >= _FEWEST_ROWS else (0, 0)


def _parted(head: str, one: str) -> bool:
    """Tell whether nearly every row has several fields, be they more in one row than in another."""
    try:
        rows = [row for row in csv.reader(io.StringIO(head, newline=""), delimiter=one) if any(row)]
    except csv.Error:
        return False
    several = sum(len(row) > 1 for row in rows)
    return several >= max(_FEWEST_ROWS, _LEAST_PARTED * len(rows)) and not _is_prose(rows)


def _is_prose(rows: list[list[str]]) -> bool:
    """Tell whether what is parted is clauses: after a comma in a sentence comes a space."""
    fields = [field for row in rows for field in row[1:]]
    return sum(field.startswith(" ") for field in fields) > len(fields) / 2


def read_delimited(data: bytes, name: str) -> Reading:
    """Read a table as text; its cells have addresses as in a spreadsheet, `B3`.

    Raises:
        UnreadableDocument: The bytes are no text, or the table is too large or its quotation marks are wrong.
    """
    text = decode(data, name)
    said = _SAID.match(text)
    sheet, budget = Sheet(None), Budget(name)
    lines = io.StringIO(text, newline="")
    try:
        # A line that says what the delimiter is takes no row of a spreadsheet.
        for row, fields in enumerate(csv.reader(lines, delimiter=delimiter(text) or ","), -1 if said else 0):
            if row < 0:
                continue
            for column, field in enumerate(fields):
                if field.strip():
                    budget.take(len(field))
                    sheet.cells.append(SheetCell(row, column, field))
    except csv.Error as error:
        raise UnreadableDocument("comma-separated values", str(error), where=name) from error
    return lay_out_sheets([sheet])
