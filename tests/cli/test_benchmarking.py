"""`placebench benchmark` and `placebench compare` on the example documents."""

from __future__ import annotations

import csv
import re
import struct
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import openpyxl
import pytest
from click.testing import CliRunner

import placebench
from placebench.cli.app import cli

pytestmark = pytest.mark.whole

DOCUMENTS = Path(__file__).parents[2] / "examples" / "documents"


@pytest.fixture(scope="module")
def saved(tmp_path_factory):
    folder = tmp_path_factory.mktemp("dataset")
    placebench.import_documents([DOCUMENTS]).dataset.save(folder)
    return folder


def called(*arguments):
    return CliRunner().invoke(cli, [str(argument) for argument in arguments], env={"COLUMNS": "160"})


def test_a_study_is_saved_checked_and_a_table_of_it_printed(saved, tmp_path):
    done = called("benchmark", saved, "--out", tmp_path / "tables", "--table", "arrangements")
    assert done.exit_code == 0, done.output
    assert "Places by form of governance" in done.output
    assert (tmp_path / "tables" / "manifest.json").exists()
    assert "Without rows: conflicts" in done.output
    assert "first note" not in done.output
    again = called("benchmark", saved, "--check", tmp_path / "tables", "--verbose")
    assert again.exit_code == 0
    assert "first note" in again.output
    assert "The same tables" in again.output


def test_tables_that_differ_are_named_and_the_exit_code_says_so(saved, tmp_path):
    called("benchmark", saved, "--out", tmp_path / "tables")
    study = tmp_path / "study.toml"
    study.write_text('systems = ["bob"]\n')
    done = called("benchmark", saved, "--study", study, "--check", tmp_path / "tables")
    assert done.exit_code == 1
    assert "table governance differs" in done.output


def test_conditions_that_cases_cannot_answer_are_told_and_the_other_tables_made(saved, tmp_path):
    study = tmp_path / "study.toml"
    asked = 'conditions = ["governance.risk_sharing"]\noutcome = "governance.pooled_budget"\n'
    study.write_text(f'systems = ["greater-manchester"]\n[configurations]\n{asked}')
    done = called("benchmark", saved, "--study", study, "--out", tmp_path / "tables")
    assert done.exit_code == 1
    assert "truth_table: No truth table can be made." in done.stderr
    assert (tmp_path / "tables" / "governance.csv").exists()


def test_figures_are_files_with_their_table_and_their_words(saved, tmp_path):
    done = called("figures", saved, "--out", tmp_path, "--to", "svg")
    assert done.exit_code == 0, done.output
    assert "coverage-map: Sources state something" in done.output
    with (tmp_path / "figures.csv").open(encoding="utf-8", newline="") as listed:
        rows = {row["figure"]: row for row in csv.DictReader(listed)}
    assert f"{len(rows)} figures written" in done.output
    for name, row in rows.items():
        drawn = ET.parse(tmp_path / f"{name}.svg").getroot()
        assert [one.text for one in drawn[:2]] == [row["title"], row["alt_text"]]
        around = " ".join(one.text for one in drawn.findall("{http://www.w3.org/2000/svg}text"))
        assert around == f"{row['title']} {row['n']} {row['how_to_read_it']}"
        assert row["n"].startswith("n = ")
        assert (tmp_path / f"{name}.csv").read_text("utf-8").count("\n") > 1
    assert not list(tmp_path.glob("*.png"))


def test_a_figure_as_png_has_as_many_pixels_as_are_asked_for(saved, tmp_path):
    study = tmp_path / "study.toml"
    study.write_text('methods = ["coverage"]\n')
    sizes = {}
    for scale in (1, 3):
        done = called("figures", saved, "--study", study, "--out", tmp_path, "--to", "png", "--scale", scale)
        assert done.exit_code == 0, done.output
        sizes[scale] = struct.unpack(">II", (tmp_path / "coverage-map.png").read_bytes()[16:24])
    assert sizes[3][0] == pytest.approx(3 * sizes[1][0], abs=3)


def test_the_template_of_a_study_runs(saved, tmp_path):
    study = tmp_path / "study.toml"
    study.write_text(called("study").output)
    assert called("benchmark", saved, "--study", study).exit_code == 0


def test_an_unknown_table_is_named_with_the_nearest(saved):
    done = called("benchmark", saved, "--table", "arrangement")
    assert done.exit_code == 2
    assert "did you mean arrangements" in done.output


@pytest.mark.parametrize("more", [(), ("--verbose",)])
def test_places_stand_side_by_side_in_the_order_in_which_they_were_named(saved, more):
    done = called("compare", "bob/oxfordshire", "bob/buckinghamshire", "--dataset", saved, *more)
    assert done.exit_code == 0, done.output
    header = next(line for line in done.output.splitlines() if line.startswith("feature"))
    assert header.split()[1:] == ["bob/oxfordshire", "bob/buckinghamshire"]
    named = set(re.findall(r"\b(?:bob|black-country|lsc|greater-manchester)/[a-z-]+", done.output))
    assert named == {"bob/oxfordshire", "bob/buckinghamshire"}


def test_places_may_be_given_by_name(saved):
    by_id = called("compare", "bob/oxfordshire", "black-country/dudley", "--dataset", saved)
    assert called("compare", "oxfordshire", "Dudley", "--dataset", saved).output == by_id.output


def test_a_place_that_the_dataset_lacks_is_named(saved):
    done = called("compare", "bob/oxfordshir", "--dataset", saved)
    assert done.exit_code == 2
    assert "did you mean bob/oxfordshire" in done.output


def test_a_dataset_in_the_place_of_a_place_is_told_how_it_is_given(saved):
    done = called("compare", saved, "bob/oxfordshire")
    assert done.exit_code == 2
    assert f"placebench compare bob/oxfordshire --dataset {saved}" in done.output


def test_a_workbook_of_a_study_has_a_sheet_for_each_table_with_rows(saved, tmp_path):
    study = tmp_path / "study.toml"
    study.write_text('methods = ["governance", "counts"]\n')
    done = called("export", saved, "--to", "excel", "--study", study, "--out", tmp_path / "a.xlsx")
    assert done.exit_code == 0, done.output
    sheets = openpyxl.load_workbook(tmp_path / "a.xlsx").sheetnames
    assert {"governance", "arrangements", "member_sectors", "facts", "evidence"} <= set(sheets)
    assert "coverage" not in sheets


def test_a_study_is_for_the_workbook_only(saved, tmp_path):
    done = called("export", saved, "--to", "csv", "--study", tmp_path / "no.toml", "--out", tmp_path / "a")
    assert done.exit_code == 2
    assert "--study is for excel" in done.output


def test_a_run_writes_the_report_with_the_words_around_quotes_of_all_that_was_named(tmp_path):
    one, other, page = tmp_path / "one", tmp_path / "other", tmp_path / "report.html"
    for folder, name in ((one, "bob-case-study.txt"), (other, "dudley-partnership-board-minutes.txt")):
        folder.mkdir()
        (folder / name).write_bytes((DOCUMENTS / name).read_bytes())
    done = called("run", one, f"{other}/*.txt", "--out", tmp_path / "out", "--report", page, "-q")
    assert done.exit_code == 0, done.output
    text = page.read_text("utf-8")
    assert text.count('class="passage"') > 1
    assert "The words around quotes are not shown" not in text


def test_a_report_names_the_sources_that_are_not_among_the_documents(saved, tmp_path):
    empty, page = tmp_path / "empty", tmp_path / "report.html"
    empty.mkdir()
    done = called("report", saved, "--documents", empty, "--out", page)
    assert done.exit_code == 0, done.output
    sources = placebench.Dataset.open(saved)["sources"]["path"].to_pylist()
    written, missing = done.stderr.splitlines()
    assert str(page) in written
    assert f"{len(sources)} source" in missing
    assert min(sources) in missing
    assert "Name the folder" in missing


def test_the_words_around_a_quote_are_found_in_a_pack_too(tmp_path):
    pack = tmp_path / "pack.zip"
    with zipfile.ZipFile(pack, "w") as archive:
        for file in DOCUMENTS.iterdir():
            archive.write(file, file.name)
    called("import", pack, "--out", tmp_path / "out", "-q")
    fact = placebench.Dataset.open(tmp_path / "out")["delegations"]["fact_id"][0].as_py()
    done = called("evidence", tmp_path / "out", fact, "--documents", pack)
    assert done.exit_code == 0, done.output
    assert "Shown without its paragraph" not in done.output
