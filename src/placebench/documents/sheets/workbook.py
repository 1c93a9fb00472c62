"""The reader of Excel workbooks (.xlsx)."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs
from lxml import etree

from placebench.documents import media
from placebench.documents.office.metadata import office_metadata
from placebench.documents.office.package import Package, Relation
from placebench.documents.reading import Reading
from placebench.documents.sheets.cell_values import format_of, is_tally, shown_number
from placebench.documents.sheets.sheet import Budget, Sheet, SheetCell, lay_out_sheets

_MAIN, _STRINGS, _STYLES = "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml"
_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_ADDRESS = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
_ON = frozenset({"1", "true", "on"})
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


def read_workbook(data: bytes, name: str) -> Reading:
    """Read an Excel workbook.

    A sheet is a heading and a table with the cells at their addresses. A formula shows the value that was
    stored with it. Hidden rows and columns are read, hidden sheets only named; charts and comments are not
    read.

    Raises:
        UnreadableDocument: The file is damaged, encrypted, too large, or made to do harm.
    """
    return _Workbook(Package(data, name, media.XLSX), Budget(name)).read()


@attrs.define
class _Workbook:
    package: Package
    budget: Budget
    strings: list[str] = attrs.field(factory=list)
    formats: list[str] = attrs.field(factory=list)
    since_1904: bool = False
    calculates_on_load: bool = False

    def read(self) -> Reading:
        main = self.package.main or _MAIN
        root = self.package.xml(main)
        relations = self.package.relations(main)
        by_kind = {relation.kind: relation.target for relation in relations.values()}
        strings, styles = by_kind.get("sharedStrings", _STRINGS), by_kind.get("styles", _STYLES)
        if strings in self.package:
            self.strings = [_string(one) for one in self.package.elements(strings, (f"{_S}si",))]
        if styles in self.package:
            self.formats = list(_formats(self.package.xml(styles)))
        properties = root.find(f"{_S}workbookPr")
        self.since_1904 = properties is not None and properties.get("date1904") in _ON
        calculation = root.find(f"{_S}calcPr")
        self.calculates_on_load = calculation is not None and calculation.get("fullCalcOnLoad") in _ON
        sheets = [
            self._sheet(element, relations[element.get(f"{_R}id") or ""])
            for element in root.iterfind(f"{_S}sheets/{_S}sheet")
            if _is_worksheet(relations.get(element.get(f"{_R}id") or ""))
        ]
        about = [one for one in self.package.relations("").values() if one.kind == "core-properties"]
        known = [one.target for one in about if one.target in self.package]
        metadata = office_metadata(self.package.xml(known[0]) if known else None)
        return attrs.evolve(lay_out_sheets(sheets), metadata=metadata)

    def _sheet(self, element: etree._Element, relation: Relation) -> Sheet:
        hidden = (element.get("state") or "visible") != "visible"
        sheet = Sheet(" ".join((element.get("name") or "").split()) or "Sheet", hidden)
        if not hidden:
            self._read_cells(relation.target, sheet)
        return sheet

    def _read_cells(self, part: str, sheet: Sheet) -> None:
        row, column = -1, -1
        for element in self.package.elements(part, (f"{_S}c", f"{_S}row", f"{_S}mergeCell")):
            if element.tag == f"{_S}mergeCell":
                self._merge(element.get("ref") or "", sheet)
            elif element.tag == f"{_S}row":
                row, column = max(row, _whole(element.get("r")) - 1, row + (column < 0)), -1
            else:
                row, column = _position(element.get("r") or "") or _next(element, row, column)
                unread = self._is_uncalculated(element)
                text = "" if unread else self._shown(element)
                if unread or text.strip():
                    self.budget.take(len(text))
                    sheet.cells.append(SheetCell(row, column, text, unread))

    def _merge(self, reference: str, sheet: Sheet) -> None:
        first, _, last = reference.partition(":")
        start, end = _position(first), _position(last)
        if start and end:
            self.budget.take(0)
            sheet.merged[start] = (end[0] - start[0] + 1, end[1] - start[1] + 1)

    def _is_uncalculated(self, cell: etree._Element) -> bool:
        formula = cell.find(f"{_S}f")
        if formula is None or is_tally(formula.text or ""):
            return False
        value = (cell.findtext(f"{_S}v") or "").strip()
        # A program that cannot calculate leaves the value out, or writes 0 and asks others to calculate.
        return (not value and cell.get("t", "n") == "n") or (value == "0" and self.calculates_on_load)

    def _shown(self, cell: etree._Element) -> str:
        kind = cell.get("t") or "n"
        if kind == "inlineStr":
            inline = cell.find(f"{_S}is")
            return _string(inline) if inline is not None else ""
        value = (cell.findtext(f"{_S}v") or "").strip()
        if not value:
            return ""
        if kind == "s":
            index = _whole(value)
            return self.strings[index] if value.isdecimal() and index < len(self.strings) else ""
        if kind == "d":
            return value.removesuffix("T00:00:00")
        if kind == "b":
            return "TRUE" if value in _ON else "FALSE"
        return self._number(value, cell) if kind == "n" else _unescaped(value)

    def _number(self, value: str, cell: etree._Element) -> str:
        style = _whole(cell.get("s"))
        code = self.formats[style] if style < len(self.formats) else ""
        try:
            return shown_number(float(value), code, since_1904=self.since_1904)
        except ValueError:
            return value


def _next(cell: etree._Element, row: int, column: int) -> tuple[int, int]:
    """Return where a cell stands that does not say so: after the one before, in the row that it is in."""
    parent = cell.getparent()
    said = None if parent is None else parent.get("r")
    return (_whole(said) - 1 if said else row + (column < 0)), column + 1


def _is_worksheet(relation: Relation | None) -> bool:
    return relation is not None and relation.kind == "worksheet"


def _string(element: etree._Element) -> str:
    """Return the text of a string in one or several runs, without the phonetic guides beside it."""
    runs = [one for one in element if one.tag in (f"{_S}t", f"{_S}r")]
    texts = (one.text if one.tag == f"{_S}t" else one.findtext(f"{_S}t") for one in runs)
    return _unescaped("".join(text or "" for text in texts))


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(_character, text) if "_x" in text else text


def _character(escape: re.Match[str]) -> str:
    character = chr(int(escape[1], 16))
    return character if character.isprintable() or character.isspace() else ""


def _formats(root: etree._Element) -> Iterator[str]:
    custom = {
        _whole(one.get("numFmtId")): one.get("formatCode") or ""
        for one in root.iterfind(f"{_S}numFmts/{_S}numFmt")
    }
    for style in root.iterfind(f"{_S}cellXfs/{_S}xf"):
        yield format_of(_whole(style.get("numFmtId")), custom)


def _whole(text: str | None) -> int:
    digits = (text or "").strip()
    return int(digits) if digits.isascii() and digits.isdecimal() and len(digits) < 10 else 0  # noqa: PLR2004


def _position(address: str) -> tuple[int, int] | None:
    found = _ADDRESS.fullmatch(address)
    if not found:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]) - 1, column - 1
