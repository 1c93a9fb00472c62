"""The commands for authors of importers."""

from __future__ import annotations

import json

import pytest

pytestmark = pytest.mark.whole


def listed(result, *names):
    return {row["check"]: tuple(row[name] for name in names) for row in json.loads(result.stdout)}


def test_checks_are_printed_with_outcomes_and_reasons(placebench, documents):
    result = placebench("check-importer", "northern-plugin", "--documents", documents, "--format", "json")
    found = listed(result, "outcome", "found")
    assert result.exit_code == 0
    assert found["evidence"] == ("passed", None)
    assert found["golden"] == ("skipped", "no golden file; `placebench golden update` writes them")
    assert "placebench.hookspecs is deprecated" in found["imports"][1]
    assert result.stderr == "northern@1.0 with paper.txt: 0 failed.\n"


@pytest.mark.parametrize("name", ["northern-plugin", "northern"])
def test_without_documents_it_says_which_checks_need_them(placebench, name):
    found = listed(placebench("check-importer", name, "--format", "json"), "outcome", "found")
    assert found["evidence"] == ("skipped", "no document of its own was given")
    assert found["offline"] == ("passed", None)


def test_an_importer_that_fails_a_check_exits_with_1(placebench, documents):
    paper = "Northern partnerships\n\nbreak the importer\n"
    (documents / "broken.txt").write_text(paper, encoding="utf-8")
    result = placebench("check-importer", "northern", "--documents", documents)
    assert result.exit_code == 1
    assert "as it was told" in " ".join(result.stdout.split())


def test_other_documents_must_be_refused(placebench, documents):
    result = placebench("check-importer", "northern", "--others", documents, "--format", "json")
    assert listed(result, "outcome")["refuses-others"] == ("failed",)


def test_an_unknown_distribution_is_told_with_the_nearest(placebench):
    result = placebench("check-importer", "nothern-plugin")
    assert result.exit_code == 2
    assert "did you mean northern-plugin?" in result.stderr


def test_golden_files_are_written_checked_and_outdated(placebench, documents):
    options = ("northern-plugin", "--documents", documents)
    assert placebench("golden", "update", *options).stderr == "1 of 1 golden files changed.\n"
    assert (documents.parent / "golden" / "paper.txt.json").is_file()
    checked = placebench("golden", "check", *options)
    assert (checked.exit_code, checked.stderr) == (0, "Documents: 1; differences: 0, moved: 0.\n")
    paper = documents / "paper.txt"
    paper.write_text(paper.read_text(encoding="utf-8").replace("rotating", "joint"), encoding="utf-8")
    outdated = placebench("golden", "check", *options, "--format", "json")
    assert outdated.exit_code == 1
    assert [row["kind"] for row in json.loads(outdated.stdout)] == ["moved", "new", "missing"]


def test_words_that_moved_are_no_fault(placebench, documents):
    options = ("northern-plugin", "--documents", documents)
    placebench("golden", "update", *options)
    paper = documents / "paper.txt"
    moved = "Northern partnerships\n\nOf two places.\n" + paper.read_text(encoding="utf-8").partition("\n")[2]
    paper.write_text(moved, encoding="utf-8")
    checked = placebench("golden", "check", *options)
    assert (checked.exit_code, checked.stderr) == (0, "Documents: 1; differences: 0, moved: 2.\n")


def test_golden_files_need_documents(placebench):
    result = placebench("golden", "check", "northern-plugin")
    assert result.exit_code == 2
    assert "name a folder with --documents" in result.stderr


def test_a_new_importer_is_written_below_the_folder_that_is_named(placebench, tmp_path):
    result = placebench("new-importer", "mid-vale", "--out", tmp_path / "new")
    assert result.exit_code == 0
    assert (tmp_path / "new" / "pyproject.toml").is_file()
    assert "placebench check-importer placebench-mid-vale" in result.stderr
    assert placebench("new-importer", "mid-vale", "--out", tmp_path / "new").exit_code == 2


@pytest.fixture
def edition(tmp_path):
    folder = tmp_path / "new"
    folder.mkdir()
    return folder / "paper.txt"


@pytest.mark.parametrize(
    ("paper", "code", "states"),
    [
        (
            "Northern partnerships\n\nalder has chairing of kind rotating.\n\nbirch has shared_vision.\n",
            0,
            set(),
        ),
        (
            "Northern partnerships\n\nalder has chairing of kind joint.\n\nbirch has shared_vision.\n",
            0,
            {"reworded"},
        ),
        ("Northern partnerships\n\nalder has chairing of kind rotating.\n", 1, {"vanished"}),
        (
            "About places\n\nalder has chairing of kind rotating.\n\nbirch has shared_vision.\n",
            1,
            {"vanished", "moved"},
        ),
    ],
)
def test_drift_says_what_a_new_edition_lacks(placebench, dataset, edition, paper, code, states):
    edition.write_text(paper, encoding="utf-8")
    result = placebench("drift", edition, "--against", dataset, "--format", "json")
    assert result.exit_code == code
    assert {row["state"] for row in json.loads(result.stdout)} == states
    assert result.stderr.startswith("2 facts of paper.txt rest on 4 anchors: ")


def test_drift_names_the_earlier_documents_where_none_is_meant(placebench, dataset, edition):
    edition.write_text("Northern partnerships\n", encoding="utf-8")
    result = placebench("drift", edition, "--against", dataset, "--source", "papr.txt")
    assert result.exit_code == 2
    assert "name one with --source, such as paper.txt" in result.stderr
