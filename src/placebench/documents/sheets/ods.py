"""The reader of OpenDocument spreadsheets (.ods)."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs
from lxml import etree

from placebench.documents import media
from placebench.documents.office.metadata import office_metadata
from placebench.documents.office.package import Package
from placebench.documents.reading import Reading
from placebench.documents.sheets.cell_values import elapsed, is_tally, plain_number
from placebench.documents.sheets.sheet import Budget, Sheet, SheetCell, lay_out_sheets

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_OFFICE, _TABLE, _TEXT, _STYLE = (f"{{{_OASIS}{one}:1.0}}" for one in ("office", "table", "text", "style"))
_CONTENT, _META = "content.xml", "meta.xml"
_GROUPS = frozenset(f"{_TABLE}{one}" for one in ("table-header-rows", "table-row-group", "table-rows"))
_DURATION = re.compile(r"PT(?:(\d{1,7})H)?(?:(\d{1,7})M)?(?:(\d{1,7})(?:[.,]\d*)?S)?")
_NUMBERS = frozenset({"float", "currency", "percentage"})
_MOST_REPEATED = 1 << 20
_TRUTHS = ("TRUE", "FALSE")
_MIDNIGHT = "T00:00:00"


def read_ods(data: bytes, name: str) -> Reading:
    """Read an OpenDocument spreadsheet; as an Excel workbook.

    Raises:
        UnreadableDocument: The file is damaged, encrypted, too large, or made to do harm.
    """
    package = Package(data, name, media.ODS)
    package.refuse_locked()
    root = package.xml(_CONTENT)
    hidden = set(_hidden_styles(root))
    budget = Budget(name)
    tables = root.iterfind(f"{_OFFICE}body/{_OFFICE}spreadsheet/{_TABLE}table")
    sheets = [_sheet(table, hidden, budget) for table in tables]
    metadata = office_metadata(package.xml(_META) if _META in package else None)
    return attrs.evolve(lay_out_sheets(sheets), metadata=metadata)


def _hidden_styles(root: etree._Element) -> Iterator[str]:
    for style in root.iterfind(f"{_OFFICE}automatic-styles/{_STYLE}style"):
        properties = style.find(f"{_STYLE}table-properties")
        if properties is not None and properties.get(f"{_TABLE}display") == "false":
            yield style.get(f"{_STYLE}name") or ""


def _sheet(table: etree._Element, hidden: set[str], budget: Budget) -> Sheet:
    name = " ".join((table.get(f"{_TABLE}name") or "").split()) or "Sheet"
    sheet = Sheet(name, table.get(f"{_TABLE}style-name") in hidden)
    row = 0
    for element in () if sheet.hidden else _rows(table):
        repeated = _repeated(element, "rows")
        cells = list(_cells(element, budget))
        for time in range(repeated if cells else 0):
            for column, down, across, text in cells:
                if time:
                    budget.take(len(text or ""))
                sheet.cells.append(SheetCell(row, column, text or "", text is None))
                if (down, across) != (1, 1):
                    sheet.merged[row, column] = (down, across)
            row += 1
        row += 0 if cells else repeated
    return sheet


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for element in table:
        if element.tag == f"{_TABLE}table-row":
            yield element
        elif element.tag in _GROUPS:
            yield from _rows(element)


def _cells(row: etree._Element, budget: Budget) -> Iterator[tuple[int, int, int, str | None]]:
    """Yield column, rows and columns covered, and text of each cell; no text where nobody calculated it."""
    column = 0
    for cell in row:
        repeated = _repeated(cell, "columns")
        text: str | None = _shown(cell) if cell.tag == f"{_TABLE}table-cell" else ""
        if _is_uncalculated(cell):
            text = None
        if text is None or text.strip():
            down, across = (
                _whole(cell.get(f"{_TABLE}number-rows-spanned")),
                _whole(cell.get(f"{_TABLE}number-columns-spanned")),
            )
            for at in range(column, column + repeated):
                budget.take(len(text or ""))
                yield at, down, across, text
        column += repeated


def _is_uncalculated(cell: etree._Element) -> bool:
    formula = cell.get(f"{_TABLE}formula")
    if formula is None or is_tally(formula):
        return False
    return cell.get(f"{_OFFICE}value-type") is None and cell.find(f"{_TEXT}p") is None


def _repeated(element: etree._Element, what: str) -> int:
    return min(_whole(element.get(f"{_TABLE}number-{what}-repeated")), _MOST_REPEATED)


def _whole(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdecimal() and 0 < len(text) < 10 else 1  # noqa: PLR2004


def _shown(cell: etree._Element) -> str:
    kind = cell.get(f"{_OFFICE}value-type")
    words = "\n".join(_words(paragraph) for paragraph in cell.iterchildren(f"{_TEXT}p"))
    if kind in _NUMBERS:
        # Some programs keep yes and no as numbers that only look so.
        return (
            words
            if words in _TRUTHS
            else _number(cell.get(f"{_OFFICE}value") or "", percent=kind == "percentage")
        )
    if kind == "date":
        return (cell.get(f"{_OFFICE}date-value") or "").removesuffix(_MIDNIGHT)
    if kind == "time":
        return _clock(cell.get(f"{_OFFICE}time-value") or "")
    if kind == "boolean":
        return (cell.get(f"{_OFFICE}boolean-value") or "").upper()
    return words


def _number(value: str, *, percent: bool) -> str:
    try:
        return f"{plain_number(float(value) * 100)}%" if percent else plain_number(float(value))
    except ValueError:
        return value


def _clock(duration: str) -> str:
    found = _DURATION.fullmatch(duration)
    if not found:
        return duration
    hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return elapsed((hours * 60 + minutes) * 60 + seconds)


def _words(element: etree._Element) -> str:
    parts = [element.text or ""]
    for inner in element:
        if inner.tag == f"{_TEXT}s":
            parts.append(" ")
        elif inner.tag in (f"{_TEXT}tab", f"{_TEXT}line-break"):
            parts.append("\t" if inner.tag == f"{_TEXT}tab" else "\n")
        elif inner.tag != f"{_OFFICE}annotation":
            parts.append(_words(inner))
        parts.append(inner.tail or "")
    return "".join(parts)
