"""`placebench workbook` and `placebench framework`, from the command line."""

from __future__ import annotations

import openpyxl
import pytest

PROFILE = """
[system]
id = "vale"
name = "The Vale"

[[place]]
id = "dale"
name = "Dale"

[[place]]
id = "ford"
name = "Ford"

[[place]]
id = "hill"
name = "Hill"
valid_to = 2022-06-30
"""


@pytest.fixture
def framework(placebench, tmp_path):
    path = tmp_path / "framework.toml"
    assert placebench("framework", "new", "--out", path).exit_code == 0
    return path


@pytest.fixture
def vale(tmp_path):
    path = tmp_path / "vale.toml"
    path.write_text(PROFILE, encoding="utf-8")
    return path


def test_a_workbook_goes_out_and_comes_back(placebench, tmp_path, framework, vale):
    path, out = tmp_path / "vale.xlsx", tmp_path / "out"
    written = placebench(
        "workbook", framework, "--profile", vale, "--system", "vale", "--assessors", 2, "--out", path
    )
    assert (written.exit_code, written.stdout) == (0, "")
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["Instructions", "Dale", "Ford", "Framework", "About"]
    sheet = book["Dale"]
    heading = next(cell for row in sheet.iter_rows() for cell in row if cell.value == "Assessor 2: stage")
    heading.offset(1, 0).value = "2 Growing"
    heading.offset(2, 0).value = "Not assessed"
    book.save(path)
    imported = placebench("import", path, "--out", out)
    assert imported.exit_code == 0
    assert "Gaps: 1; the table `gaps` says what gave no row" in imported.stdout
    found = placebench(
        "tables", out, "assessments", "--format", "csv", "--columns", "place_id,stage_low,fact_id"
    )
    place, stage, fact_id = found.stdout.splitlines()[1].split(",")
    assert (place, stage) == ("vale/dale", "2")
    assert f"cell Dale!{heading.offset(1, 0).coordinate}" in placebench("evidence", out, fact_id).stdout
    exported = placebench("framework", "export", "my-organisation", "--dataset", out)
    assert 'name = "Working together at place"' in exported.stdout


def test_a_misspelt_stage_ends_with_exit_code_1(placebench, tmp_path, framework, vale):
    path = tmp_path / "vale.xlsx"
    placebench(
        "workbook", framework, "--profile", vale, "--system", "The Vale", "--place", "Dale", "--out", path
    )
    book = openpyxl.load_workbook(path)
    assert book.sheetnames[1:-2] == ["Dale"]
    heading = next(
        cell for row in book["Dale"].iter_rows() for cell in row if cell.value == "Assessor 1: stage"
    )
    heading.offset(1, 0).value = "2 Growin"
    book.save(path)
    result = placebench("import", path, "--out", tmp_path / "out", width=300)
    assert result.exit_code == 1
    cell = heading.offset(1, 0).coordinate
    assert f"failed: vale.xlsx, Dale!{cell}: expected 1 Starting" in result.stderr
    assert "did you mean Growing?" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--system", "vael"), "found “vael”; did you mean vale?"),
        (("--system", "moor"), "give its profile with --profile"),
        (("--system", "vale", "--place", "Dael"), "found “Dael”; did you mean Dale?"),
    ],
)
def test_unknown_names_are_told_with_the_nearest(placebench, tmp_path, framework, vale, arguments, said):
    result = placebench("workbook", framework, "--profile", vale, *arguments, "--out", tmp_path / "x.xlsx")
    assert result.exit_code == 2
    assert said in result.stderr


def test_a_workbook_is_never_written_over(placebench, tmp_path, framework, vale):
    path = tmp_path / "vale.xlsx"
    path.write_text("answers")
    result = placebench("workbook", framework, "--profile", vale, "--system", "vale", "--out", path)
    assert (result.exit_code, path.read_text()) == (2, "answers")


def test_a_framework_is_named_by_what_there_is(placebench, framework, vale, dataset):
    near = framework.with_name("framwork.toml")
    whose = ("--profile", vale, "--system", "vale")
    missing = placebench("workbook", near, *whose, "--out", framework.with_name("x.xlsx"), width=300)
    assert f"did you mean {framework}?" in missing.stderr
    unknown = placebench("framework", "export", "bob", "--dataset", dataset)
    assert unknown.exit_code == 2
    assert "the dataset has no framework" in unknown.stderr


def test_check_prints_what_a_framework_holds(placebench, framework):
    result = placebench("framework", "check", framework)
    assert result.exit_code == 0
    assert "Stages: 1 Starting, 2 Growing, 3 Settled" in result.stdout
    framework.write_text("name = 3", encoding="utf-8")
    assert placebench("framework", "check", framework).exit_code == 1
