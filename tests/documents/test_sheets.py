"""Spreadsheets: a heading and a table a sheet, with every cell at its address."""

from __future__ import annotations

import datetime as dt
import io
import resource
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from odf.office import Annotation
from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import Style, TableProperties
from odf.table import CoveredTableCell, Table, TableCell, TableHeaderRows, TableRow
from odf.text import LineBreak, P, S, Span, Tab

from placebench.documents import Document, open_document, read_document
from placebench.documents.limits import DEFAULT_LIMITS
from placebench.documents.sheets.sheet import column_letters
from placebench.errors import UnreadableDocument
from tests.documents.soundness import check

NOON = dt.datetime.combine(dt.date(2031, 5, 3), dt.time(12))


def read(book: openpyxl.Workbook) -> Document:
    file = io.BytesIO()
    book.save(file)
    document = read_document(file.getvalue(), "book.xlsx")
    check(document)
    return document


def of_cells(**cells: object) -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    book.active.title = "Self-assessment"
    for address, value in cells.items():
        book.active[address] = value
    return book


def found(document: Document) -> dict[str | None, str]:
    """Return the text of each filled cell by its address."""
    return {
        cell.address: "\n".join(document.at(span) for span in cell.spans)
        for table in document.tables
        for cell in table.cells
        if cell.spans
    }


def read_ods(*rows: TableRow) -> Document:
    book = OpenDocumentSpreadsheet()
    table = Table(name="Scores")
    for row in rows:
        table.addElement(row)
    book.spreadsheet.addElement(table)
    file = io.BytesIO()
    book.write(file)
    document = read_document(file.getvalue(), "book.ods")
    check(document)
    return document


def ods_row(*cells: TableCell | CoveredTableCell, **attributes: int) -> TableRow:
    row = TableRow(**attributes)
    for cell in cells:
        row.addElement(cell)
    return row


def ods_cell(*paragraphs: str, **attributes: object) -> TableCell:
    cell = TableCell(**attributes)
    for text in paragraphs:
        cell.addElement(P(text=text))
    return cell


def test_cells_stand_at_their_addresses() -> None:
    document = read(of_cells(B3="Theme", D3="Score", B4="Trust", D4=3))
    assert found(document) == {
        "Self-assessment!B3": "Theme",
        "Self-assessment!D3": "Score",
        "Self-assessment!B4": "Trust",
        "Self-assessment!D4": "3",
    }
    assert [[(cell.row, cell.column) for cell in row] for row in document.tables[0].rows] == [
        [(2, 1), (2, 2), (2, 3)],
        [(3, 1), (3, 2), (3, 3)],
    ]


def test_place_in_the_text_leads_to_the_cell() -> None:
    document = read(of_cells(A1="Theme", B7="Partners trust each other."))
    cell = document.cell_at(document.text.index("trust"))
    assert cell is not None
    assert cell.address == "Self-assessment!B7"
    assert document.cell_at(0) is None
    assert document.section_at(document.text.index("trust")) == "Self-assessment"


def test_each_sheet_is_a_heading_and_a_table_and_a_hidden_one_is_only_named() -> None:
    book = of_cells(A1="seen")
    for name, state in (("Notes", "visible"), ("Drafts", "hidden"), ("Secret", "veryHidden")):
        sheet = book.create_sheet(name)
        sheet.sheet_state = state
        sheet["A1"] = f"in {name}"
    document = read(book)
    assert [(block.kind, document.at(block.span)) for block in document.blocks] == [
        ("heading", "Self-assessment"),
        ("cell", "seen"),
        ("heading", "Notes"),
        ("cell", "in Notes"),
        ("furniture", "Hidden sheet, not read: Drafts"),
        ("furniture", "Hidden sheet, not read: Secret"),
    ]
    assert len(document.tables) == 2


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        (dt.date(2031, 5, 3), "dd/mm/yyyy", "2031-05-03"),
        (dt.date(2031, 5, 3), "d mmmm yyyy", "2031-05-03"),
        (dt.date(1900, 1, 31), "dd/mm/yyyy", "1900-01-31"),
        (NOON, "dd/mm/yyyy hh:mm", "2031-05-03T12:00:00"),
        (dt.time(14, 30), "hh:mm", "14:30:00"),
        (1.5, "[h]:mm:ss", "36:00:00"),
        (0.07, "0%", "7%"),
        (0.1 + 0.2, "General", "0.3"),
        (1250, '"£"#,##0', "1250"),
        (3, '0" days"', "3"),
        (True, "General", "TRUE"),
        ("two\nlines", "General", "two\nlines"),
    ],
)
def test_what_a_cell_shows(value: object, form: str, shown: str) -> None:
    book = of_cells(A1=value)
    book.active["A1"].number_format = form
    assert found(read(book)) == {"Self-assessment!A1": shown}


def test_dates_counted_from_1904() -> None:
    book = of_cells(A1="Completed")
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    book.active["B1"] = dt.date(2031, 5, 3)
    assert found(read(book))["Self-assessment!B1"] == "2031-05-03"


def test_dates_that_are_stored_as_text() -> None:
    book = of_cells(A1=dt.date(2031, 5, 3), A2=NOON)
    book.iso_dates = True
    assert list(found(read(book)).values()) == ["2031-05-03", "2031-05-03T12:00:00"]


def test_merged_cells_cover_others() -> None:
    book = of_cells(A1="Dale self-assessment", A2="Trust", B2="met often", A3="Plans")
    book.active.merge_cells("A1:C1")
    book.active.merge_cells("B2:B3")
    (table,) = read(book).tables
    assert [(cell.address, cell.row_span, cell.column_span) for cell in table.cells] == [
        ("Self-assessment!A1", 1, 3),
        ("Self-assessment!A2", 1, 1),
        ("Self-assessment!B2", 2, 1),
        ("Self-assessment!A3", 1, 1),
    ]


def test_formulas_that_nobody_calculated_are_told_with_sheet_and_cell() -> None:
    book = of_cells(A1="Theme", B1="Stage", A2="Trust", B2='=IF(C2>1,"Maturing","Emerging")', A3="Plans")
    book.active["B3"], book.active["B9"] = "=1+1", "=COUNTBLANK(B2:B3)"
    document = read(book)
    (line,) = (document.at(span) for span in document.illegible)
    assert line.endswith(
        "never calculated, so that nothing was read of them: Self-assessment!B2, Self-assessment!B3"
    )
    assert document.warnings == (f"{line}; open the file in Excel or LibreOffice, and save it",)
    assert set(found(document).values()) == {"Theme", "Stage", "Trust", "Plans"}
    assert document.tables[0].rows[1][1].uncalculated


@pytest.mark.parametrize(("value", "shown"), [(None, None), (0, None), (3, "3"), ("Maturing", "Maturing")])
def test_a_value_that_excel_was_asked_to_calculate_anew_is_none(value: object, shown: str | None) -> None:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet("Scores")
        sheet.write_string("A1", "Stage")
        # Without a value the library writes 0.
        sheet.write_formula("B1", "=A2+1", None, *(() if value is None else (value,)))
    document = read_document(file.getvalue(), "book.xlsx")
    check(document)
    assert found(document).get("Scores!B1") == shown
    assert bool(document.illegible) == (shown is None)


def test_formulas_of_an_opendocument_that_nobody_calculated() -> None:
    document = read_ods(
        ods_row(
            ods_cell("Theme"), TableCell(formula="of:=[.A1]"), TableCell(formula="of:=COUNTBLANK([.A1])")
        ),
        ods_row(ods_cell("Trust"), ods_cell("3", formula="of:=1+2", valuetype="float", value="3")),
        ods_row(ods_cell("Plans"), TableCell(formula='of:=""', valuetype="string", stringvalue="")),
    )
    (line,) = (document.at(span) for span in document.illegible)
    assert line.endswith(": Scores!B1")
    assert found(document)["Scores!B2"] == "3"


def test_far_cell_costs_no_memory(formats: Path) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    document = open_document(formats / "xlsx" / "far.xlsx")
    assert found(document) == {"Sheet!A1": "x", "Sheet!XFD1048576": "far"}
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50_000


@pytest.mark.parametrize("name", ["self.xlsx", "self.ods"])
def test_self_assessment_reads_the_same_from_either_format(formats: Path, name: str) -> None:
    document = open_document(formats / "xlsx" / name)
    check(document)
    cells = found(document)
    assert len(cells) == 73
    assert cells["Self-assessment!C4"] == "2023-10-05"
    assert cells["Self-assessment!G20"] == "2.3"
    assert [cells[f"Self-assessment!{column}6"] for column in "BCDEFGH"] == [
        "Component themes", "Emerging", "Developing", "Maturing", "Thriving", "Score", "Evidence",
    ]  # fmt: skip
    spans = {cell.address: (cell.row_span, cell.column_span) for cell in document.tables[0].cells}
    assert spans["Self-assessment!B3"] == (1, 6)
    assert spans["Self-assessment!H7"] == (3, 1)
    assert "Hidden sheet, not read: Hidden" in document.text


def test_opendocument_cells_show_what_excel_cells_show() -> None:
    document = read_ods(
        ods_row(ods_cell("Theme"), ods_cell("Score")),
        ods_row(ods_cell(numbercolumnsrepeated=16384), numberrowsrepeated=2),
        ods_row(
            ods_cell("3 May", valuetype="date", datevalue="2031-05-03"),
            ods_cell("3,00", valuetype="float", value="3"),
            ods_cell("7 %", valuetype="percentage", value="0.07"),
            ods_cell("wahr", valuetype="boolean", booleanvalue="true"),
            ods_cell("2:30", valuetype="time", timevalue="PT02H30M00S"),
            ods_cell("FALSE", valuetype="float", value="0"),
        ),
        ods_row(ods_cell("both", numbercolumnsspanned=2), CoveredTableCell(), ods_cell("a", "b")),
        ods_row(ods_cell("twice", numbercolumnsrepeated=2)),
    )
    assert found(document) == {
        "Scores!A1": "Theme",
        "Scores!B1": "Score",
        "Scores!A4": "2031-05-03",
        "Scores!B4": "3",
        "Scores!C4": "7%",
        "Scores!D4": "TRUE",
        "Scores!E4": "02:30:00",
        "Scores!F4": "FALSE",
        "Scores!A5": "both",
        "Scores!C5": "a\nb",
        "Scores!A6": "twice",
        "Scores!B6": "twice",
    }


def test_opendocument_text_has_its_spaces_and_breaks_and_no_comments() -> None:
    cell = ods_cell()
    words = P(text="one")
    for part in (S(), Span(text="two"), Tab(), LineBreak()):
        words.addElement(part)
    words.addText("three")
    note = Annotation()
    note.addElement(P(text="a comment"))
    cell.addElement(note)
    cell.addElement(words)
    assert found(read_ods(ods_row(cell))) == {"Scores!A1": "one two\nthree"}


def test_rows_in_a_group_and_hidden_sheets_of_an_opendocument() -> None:
    book = OpenDocumentSpreadsheet()
    hidden = Style(name="ta2", family="table")
    hidden.addElement(TableProperties(display="false"))
    book.automaticstyles.addElement(hidden)
    seen = Table(name="Scores")
    group = TableHeaderRows()
    group.addElement(ods_row(ods_cell("Theme")))
    seen.addElement(group)
    unseen = Table(name="Drafts", stylename=hidden)
    unseen.addElement(ods_row(ods_cell("secret")))
    for table in (seen, unseen):
        book.spreadsheet.addElement(table)
    file = io.BytesIO()
    book.write(file)
    assert read_document(file.getvalue(), "book.ods").text == "Scores\nTheme\nHidden sheet, not read: Drafts"


def test_cell_repeated_without_end_is_refused() -> None:
    with pytest.raises(UnreadableDocument, match=f"at most {DEFAULT_LIMITS.cells:,} filled cells"):
        read_ods(ods_row(ods_cell("x", numbercolumnsrepeated=16384), numberrowsrepeated=1048576))


def test_workbook_without_a_filled_cell_has_no_text() -> None:
    with pytest.raises(UnreadableDocument, match="no text"):
        read(openpyxl.Workbook())


def test_title_of_a_workbook() -> None:
    book = of_cells(A1="x")
    book.properties.title = "Dale self-assessment"
    assert read(book).metadata["title"] == "Dale self-assessment"


@pytest.mark.parametrize(("column", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (16383, "XFD")])
def test_letters_of_a_column(column: int, letters: str) -> None:
    assert column_letters(column) == letters
