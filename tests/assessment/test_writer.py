"""What a workbook offers to those who fill it in."""

from __future__ import annotations

from io import BytesIO

import openpyxl
import pytest

from placebench.assessment.form import Form
from placebench.assessment.framework_file import parse_framework
from placebench.assessment.writer import write_workbook
from placebench.errors import UsageError
from placebench.model import Place, System

VALE = System(system_id="vale", name="Vale")
DALE = Place(place_id="vale/dale", system_id="vale", name="Dale")


def test_only_cells_to_fill_in_are_unlocked(filled):
    book = filled(assessors=2)
    for sheet in book.book:
        assert sheet.protection.sheet
    open_cells = {
        cell.coordinate for row in book.sheet().iter_rows() for cell in row if not cell.protection.locked
    }
    answers = {
        book.answer(theme, None, part, who).coordinate
        for theme in (1, 2, 3)
        for part in ("stage", "up to stage", "evidence", "comment")
        for who in (1, 2)
    }
    signs = {book.beside(f"Assessor {who}: {part}").coordinate for who in (1, 2) for part in ("name", "date")}
    assert open_cells == answers | signs


def test_stages_are_chosen_from_lists(filled):
    book = filled(assessors=2)
    lists = {
        str(one.sqref): one.formula1
        for one in book.sheet().data_validations.dataValidation
        if one.type == "list"
    }
    assert lists == {
        "H8:H10": "StageAnswers",
        "I8:I10": "Stages",
        "L8:L10": "StageAnswers",
        "M8:M10": "Stages",
    }
    named = {}
    for name in ("StageAnswers", "Stages"):
        ((sheet, cells),) = book.book.defined_names[name].destinations
        named[name] = [row[0].value for row in book.book[sheet][cells]]
    stages = ["1 Emerging", "2 Developing", "3 Maturing", "4 Thriving"]
    assert named == {"StageAnswers": [*stages, "Not assessed"], "Stages": stages}


def test_a_sheet_prints_with_its_headings_on_every_page(filled):
    sheet = filled().sheet()
    assert (sheet.freeze_panes, sheet.print_title_rows, sheet.print_title_cols) == ("C8", "$7:$7", "$A:$B")
    assert sheet.page_setup.orientation == "landscape"
    assert [one.id for one in sheet.col_breaks.brk] == [7]


def test_places_with_names_that_no_sheet_can_have(framework):
    names = (
        "North/South",
        "north south",
        "About",
        "A place with a name that is longer than a sheet's may be",
    )
    places = [Place(place_id=f"vale/p{n}", system_id="vale", name=name) for n, name in enumerate(names)]
    book = openpyxl.load_workbook(BytesIO(write_workbook(Form(framework, VALE, places))))
    sheets = book.sheetnames[1:-2]
    assert len(sheets) == len({name.lower() for name in sheets}) == len(names)


def test_stages_that_are_numbers_are_offered_as_they_are(framework):
    text = 'name = "Zero to two"\nstages = ["0", "1", "2"]\n[[theme]]\nname = "One"\n'
    whole = parse_framework("framework.toml", text.encode())
    assert whole.choices == ("0", "1", "2")
    assert (whole.stage("0"), whole.stage("2"), whole.stage("3")) == (1, 3, None)
    assert framework.stage("4") == 4


@pytest.mark.parametrize("wrong", [{"places": []}, {"places": [DALE], "kind": "documentary"}])
def test_a_form_that_nobody_can_fill_in_is_refused(framework, wrong):
    with pytest.raises(UsageError):
        Form(framework, VALE, **wrong)


def test_words_that_no_cell_can_hold_are_told():
    text = (
        f'name = "Long"\nstages = ["Low", "High"]\n[[theme]]\nname = "One"\ndescription = "{"a" * 40_000}"\n'
    )
    whole = parse_framework("framework.toml", text.encode())
    with pytest.raises(UsageError, match="theme 1, One: expected at most 32,767 characters"):
        write_workbook(Form(whole, VALE, [DALE]))
