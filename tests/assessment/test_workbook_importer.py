"""Workbooks are written, filled in as teams do, and imported."""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess

import pytest

from placebench.assessment.form import Form
from placebench.assessment.writer import write_workbook
from placebench.benchmark import governance
from placebench.benchmark.scope import scope_of
from placebench.dataset.frameworks import framework_of
from placebench.model import FACT_TABLES
from placebench.pipeline import FAILED, OK, import_documents
from placebench.plugins import discover

pytestmark = pytest.mark.whole


@pytest.mark.parametrize(
    ("said", "low", "high"),
    [
        ("2 Developing", 2, 2),
        ("developing", 2, 2),
        ("2", 2, 2),
        (3, 3, 3),
        ("2-3", 2, 3),
        ("2 to 3", 2, 3),
        ("Developing – Maturing", 2, 3),
    ],
)
def test_a_stage_may_be_chosen_or_typed(filled, read, ratings, said, low, high):
    book = filled()
    book.answer(1, said)
    assert ratings(read(book)) == [("vale/dale", "1", low, high, "Place lead")]


def test_a_range_has_its_highest_stage_beside_it(filled, read, ratings):
    book = filled()
    book.answer(1, "2 Developing")
    book.answer(1, "4 Thriving", "up to stage")
    assert ratings(read(book)) == [("vale/dale", "1", 2, 4, "Place lead")]


def test_a_rating_has_its_date_kind_comment_and_cells(filled, read, rows):
    book = filled(kind="peer")
    book.answer(1, "2 Developing")
    book.answer(1, "https://example.org/minutes", "evidence")
    book.answer(1, "Agreed by all", "comment")
    done = read(book)
    assert rows(done, "assessments", "kind", "as_of", "as_of_precision", "note", "basis", "status") == [
        ("peer", dt.date(2023, 10, 5), "day", "Agreed by all", "stated", "in_place")
    ]
    quotes = [one[1:] for one in rows(done, "evidence", "table", "cell", "quote") if one[0] == "assessments"]
    assert quotes == [
        ("Dale!H8", "2 Developing"),
        ("Dale!J8", "https://example.org/minutes"),
        ("Dale!K8", "Agreed by all"),
    ]


def test_not_assessed_is_a_gap_and_an_empty_cell_is_nothing(filled, read, rows):
    book = filled()
    book.answer(1, "Not assessed")
    done = read(book)
    assert done.reports[0].outcome == OK
    assert rows(done, "assessments", "theme_id") == []
    assert rows(done, "gaps", "table", "what", "reason") == [
        ("assessments", "stage of theme 1, Purpose, of vale/dale by Place lead", "not_assessed")
    ]


def test_a_comment_without_a_stage_is_a_gap(filled, read, rows):
    book = filled()
    book.answer(1, "We could not agree", "comment")
    assert rows(read(book), "gaps", "reason") == [("absent",)]


def test_an_answer_by_a_formula_that_nobody_calculated_is_told(filled, read, ratings):
    book = filled(assessors=2)
    book.sign("Trust lead", "=TODAY()", assessor=2)
    stage = book.answer(1, '=IF(TRUE,"2 Developing","")')
    remark = book.answer(2, '="Seen by "&"all"', "comment")
    book.answer(2, "1 Emerging")
    book.answer(3, "3 Maturing")
    done = read(book)
    (report,) = done.reports
    assert ratings(done) == [("vale/dale", "3", 3, 3, "Place lead")]
    day = book.beside("Assessor 2: date")
    told = [
        one
        for one in report.messages
        if "expected an answer, found a formula that was never calculated" in one
    ]
    for number, cell in enumerate((day, stage, remark)):
        assert f"Dale!{cell.coordinate}: expected an answer" in told[number]
    assert (report.outcome, done.dataset.validate()) == (FAILED, ())


def test_no_date_is_no_date(filled, read, rows):
    book = filled()
    book.sign("Place lead", None)
    book.answer(1, "2")
    assert rows(read(book), "assessments", "as_of") == [(None,)]


def test_the_framework_comes_along_whole(filled, read, rows, framework):
    done = read(filled())
    assert done.exit_code == 0
    assert rows(done, "frameworks", "framework_id", "name", "publisher", "system_id") == [
        (framework.framework.framework_id, "Working together", "Vale ICS", "vale")
    ]
    for table, given in (
        ("stages", framework.stages),
        ("themes", framework.themes),
        ("criteria", framework.criteria),
    ):
        names = done.dataset[table].column_names
        assert rows(done, table, *names) == [tuple(getattr(row, name) for name in names) for row in given]
    assert rows(done, "places", "place_id", "name") == [("vale/dale", "Dale"), ("vale/ford", "Ford")]
    assert done.dataset.validate() == ()


def test_a_framework_of_another_system_can_be_used(filled, read, rows):
    book = filled()
    book.beside("System of the framework", "About").value = "moor"
    assert rows(read(book), "frameworks", "system_id") == [(None,)]


def test_renamed_sheets_and_moved_columns_are_found(filled, read, ratings):
    book = filled()
    book.answer(1, "2")
    book.answer(2, "Not assessed")
    sheet = book.sheet()
    sheet.title = "Ours"
    sheet.move_range("A7:Z10", rows=3, cols=2)
    assert ratings(read(book)) == [("vale/dale", "1", 2, 2, "Place lead")]


def test_a_row_that_a_team_put_between_the_themes_is_passed_over(filled, read, ratings):
    book = filled()
    heading = book.cell("Theme ID")
    book.sheet().insert_rows(heading.row + 2)
    book.sheet().cell(heading.row + 2, 1).value = "We talked about this one."
    book.answer(1, "2")
    book.answer(3, "3")
    assert [theme for _, theme, *_ in ratings(read(book))] == ["1", "2"]


def change(text, value):
    def apply(book):
        book.cell(text).value = value

    return apply


def beside(text, value, sheet="Dale"):
    def apply(book):
        book.beside(text, sheet).value = value

    return apply


def answer(*arguments):
    def apply(book):
        book.answer(1, *arguments)

    return apply


def both(stage, up_to):
    def apply(book):
        book.answer(1, stage)
        book.answer(1, up_to, "up to stage")

    return apply


def edit_framework(book):
    sheet = book.book["Framework"]
    cell = next(cell for row in sheet.iter_rows() for cell in row if cell.value == "Most partners know it.")
    cell.value = "All partners know it."


def repeat_theme(book):
    heading = book.cell("Theme ID")
    heading.offset(3, 0).value = heading.offset(2, 0).value


@pytest.mark.parametrize(
    ("wrong", "said", "kept"),
    [
        (answer("3 Maturng"), "4 Thriving or Not assessed, found “3 Maturng”; did you mean Maturing?", ["2"]),
        (answer("Maturng"), "Dale!H8: expected 1 Emerging, 2 Developing, 3 Maturing, 4 Thriving", ["2"]),
        (answer("3-2"), "Dale!H8: expected the lowest stage first, found 3 Maturing to 2 Developing", ["2"]),
        (answer("5"), "Dale!H8: expected 1 Emerging,", ["2"]),
        (both("3", "2"), "Dale!I8: expected the lowest stage first, found 3 Maturing to 2 Developing", ["2"]),
        (both("2-3", "4"), "Dale!H8: expected a single stage", ["2"]),
        (both(None, "4"), "Dale!H8: expected a stage beside the highest stage of a range", ["2"]),
        (
            change("Assessor 1: stage", "Assessor 1: stge"),
            "Dale!H7: expected the heading “Assessor 1: stage”, found",
            [],
        ),
        (change("Theme ID", None), "sheet Dale: expected the heading “Theme ID”, found none", []),
        (change("2 Developing", "2 Growing"), "expected the heading “2 Developing”, found", []),
        (
            change("Data", "Digital"),
            "Dale!B10: expected “Data”, as the framework says, found “Digital”",
            ["1", "2"],
        ),
        (change("Partners have met.", "Nobody met."), "Dale!C8: expected “Partners have met.”", ["2"]),
        (
            beside("Assessor 1: date", "last week"),
            "Dale!I4: expected a date, such as 5 October 2023, found",
            [],
        ),
        (
            change("Assessor 1: name", "Kim"),
            "Dale!H3: expected the label “Assessor 1: name” with the name in the next cell, found “Kim”",
            [],
        ),
        (
            change("Assessor 1: date", "5 May"),
            "Dale!H4: expected the label “Assessor 1: date” with the date in the next cell, found “5 May”",
            [],
        ),
        (beside("Place ID", "vale/dael"), "Dale!C4: expected one of vale/ford, found “vale/dael”", []),
        (
            beside("Place ID", "moor/dale"),
            "Dale!C4: expected one of vale/ford, found “moor/dale”",
            [],
        ),
        (
            beside("Kind", "slef", "About"),
            "About!B5: expected self or peer, found “slef”; did you mean self?",
            None,
        ),
        (beside("Template version", "0", "About"), "About!B4: expected template version 1, found “0”", None),
        (
            beside("System ID", None, "About"),
            "About!B6: expected “System ID” and its value in the next cell",
            None,
        ),
        (edit_framework, "expected the row of the framework as it was written", ["2"]),
        (repeat_theme, "Dale!L10: expected each theme once, found theme 2 again", ["1", "2"]),
    ],
)
def test_what_is_wrong_is_told_with_its_cell_and_the_rest_is_read(
    filled, read, ratings, rows, wrong, said, kept
):
    book = filled()
    book.answer(1, "1 Emerging")
    book.answer(2, "2 Developing")
    wrong(book)
    done = read(book)
    told = [message for message in done.reports[0].messages if said in message]
    assert told, done.reports[0].messages
    assert all(message.startswith("filled.xlsx, ") for message in told)
    assert (done.exit_code, done.reports[0].outcome) == (1, FAILED)
    assert any(said in (error or "") for (error,) in rows(done, "claims", "error"))
    if kept is None:
        assert ratings(done) == []
    else:
        assert [theme for _, theme, *_ in ratings(done)] == kept
        assert any(
            said in what for what, reason in rows(done, "gaps", "what", "reason") if reason == "illegible"
        )
    assert done.dataset.validate() == ()


@pytest.mark.parametrize("hidden", [True, False])
def test_a_workbook_without_the_sheet_that_says_what_it_is_is_told(filled, read, *, hidden):
    book = filled()
    book.answer(1, "2")
    if hidden:
        book.sheet("About").sheet_state = "hidden"
    else:
        del book.book["About"]
    done = read(book)
    assert done.exit_code == 1
    assert any("expected the sheet that says “Template: " in said for said in done.reports[0].messages)


def test_a_hidden_sheet_of_a_place_is_told(filled, read, ratings):
    book = filled()
    book.answer(1, "2", place="Dale")
    book.answer(1, "3", place="Ford")
    book.sheet("Ford").sheet_state = "hidden"
    done = read(book)
    assert [place for place, *_ in ratings(done)] == ["vale/dale"]
    assert any("hidden sheets were not read: Ford;" in said for said in done.reports[0].problems)


def test_a_place_that_the_system_does_not_have_is_told(tmp_path, filled, rows):
    book = filled()
    book.beside("System ID", "About").value = "bob"
    for place, said in (("Dale", "bob/oxfordshire"), ("Ford", "bob/oxfrdshire")):
        book.beside("Place ID", place).value = said
        book.answer(1, "2", place=place)
    done = import_documents([book.save(tmp_path / "bob.xlsx")])
    assert rows(done, "assessments", "place_id") == [("bob/oxfordshire",)]
    assert "Ford!C4: expected one of" in done.reports[0].messages[0]
    assert "did you mean bob/oxfordshire?" in done.reports[0].messages[0]
    # What the plugin of the system says of it is better than what the workbook says.
    assert rows(done, "systems", "ods_code") != [(None,)]


def test_a_workbook_goes_with_the_paper_that_its_framework_is_from(tmp_path, real_documents, rows):
    paper = real_documents / "bob-board-paper-2023-03.txt"
    framework = framework_of(import_documents([paper]).dataset, "bob/")
    bob = discover().importers["bob"]
    path = tmp_path / "bob.xlsx"
    path.write_bytes(write_workbook(Form(framework, bob.system, bob.places)))
    done = import_documents([paper, path])
    assert done.exit_code == 0
    assert rows(done, "rejections", "message") == []
    assert len(rows(done, "criteria", "text")) == len(framework.criteria)


@pytest.mark.program
@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
@pytest.mark.parametrize("form", ["ods", "xlsx"])
def test_libreoffice_may_save_it(tmp_path, filled, ratings, rows, form):
    book = filled()
    book.answer(1, "2 Developing")
    book.answer(2, "Not assessed")
    path = book.save(tmp_path / "filled.xlsx")
    out = tmp_path / "out"
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", str(out), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    done = import_documents([out / f"filled.{form}"])
    assert done.exit_code == 0
    assert ratings(done) == [("vale/dale", "1", 2, 2, "Place lead")]
    assert rows(done, "assessments", "as_of") == [(dt.date(2023, 10, 5),)]
    assert rows(done, "gaps", "reason") == [("not_assessed",)]


def test_another_workbook_is_nobodys(formats):
    (report,) = import_documents([formats / "xlsx" / "self.xlsx"]).reports
    assert "a workbook that `placebench workbook` wrote" in report.messages[-1]


def test_a_workbook_is_a_source_of_ratings_and_of_no_other_facts(filled, read, rows):
    book = filled()
    book.answer(1, "2 Developing")
    done = read(book)
    claimed = {table for (table,) in rows(done, "claims", "table")}
    assert claimed & set(FACT_TABLES) == {"assessments"}
    assert set(scope_of(done.dataset).reads["table"]) & set(FACT_TABLES) == {"assessments"}
    silent = [one for one in governance(done.dataset).notes if one.startswith("No place states")]
    assert silent == ["No place states a feature of its governance: no document was found to speak of it."]
