from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from contextlib import redirect_stdout

import pytest

from placebench import benchmark
from placebench.cli.saving import print_summary
from placebench.dataset import Dataset
from placebench.pipeline import DocumentReport, ImportRun

pytestmark = pytest.mark.whole

UNKNOWN = "Nobody knows this kind of paper.\n"
BROKEN = "Northern partnerships\n\nbreak the importer\n"
WRONG = "Northern partnerships\n\nalder has no_such_feature.\n\nbirch has chairing of kind single.\n"


def test_run_saves_the_dataset_and_prints_and_saves_comparisons(placebench, documents, tmp_path):
    result = placebench("run", documents, "--out", tmp_path / "out", "--verbose")
    assert result.exit_code == 0
    assert Dataset.open(tmp_path / "out")["governance"].num_rows == 2
    for name, compare in benchmark.ALL.items():
        with (tmp_path / "out" / "comparisons" / f"{name}.csv").open(newline="") as stream:
            assert len(list(csv.DictReader(stream))) == compare(Dataset.open(tmp_path / "out")).frame.height
    assert "How each partnership is governed" in result.stdout
    assert "in place: rotating" in result.stdout
    assert "not stated: no source that was read says anything of it" in " ".join(result.stdout.split())


def test_the_summary_counts_documents_and_rows(placebench, documents, tmp_path):
    (documents / "other.txt").write_text(UNKNOWN)
    (documents / "wrong.txt").write_text(WRONG)
    result = placebench("import", documents, "--out", tmp_path / "out", "-v")
    assert "Documents: 3, 2 imported, 1 refused, 0 failed; rows: 3, 1 rejected." in result.stdout
    assert "northern@1.0  governance          2     3         1" in result.stdout
    assert result.exit_code == 1


def test_without_verbose_a_run_is_told_in_short_with_what_to_look_at_next(placebench, documents, tmp_path):
    result = placebench("run", documents, "--out", tmp_path / "out")
    said = result.stdout
    assert "governance  How each partnership is governed         2 of 2" in said
    assert "in place: rotating" not in said
    assert f"placebench report {tmp_path / 'out'}" in said.partition("To look at next:")[2]


def test_a_document_that_one_importer_failed_on_is_imported_in_part():
    report = DocumentReport("paper.txt", "failed", importers=("northern@1.0",), rows={"governance": 2})
    run = ImportRun(dataset=Dataset.build([], build_version="1"), reports=(report,), plugins=())
    with redirect_stdout(io.StringIO()) as printed:
        print_summary(run)
    assert "Documents: 1, 0 imported, 1 imported in part, 0 refused, 0 failed" in printed.getvalue()
    assert "paper.txt  in part" in printed.getvalue()


@pytest.mark.parametrize(("verbose", "lines"), [(False, 20), (True, 25)])
def test_of_many_documents_the_first_are_printed_and_the_rest_counted(verbose, lines):
    reports = tuple(DocumentReport(f"paper-{number:02}.txt", "ok") for number in range(25))
    run = ImportRun(dataset=Dataset.build([], build_version="1"), reports=reports, plugins=())
    with redirect_stdout(io.StringIO()) as printed:
        print_summary(run, verbose=verbose)
    assert printed.getvalue().count("paper-") == lines
    assert ("... and 5 more documents; --verbose prints all." in printed.getvalue()) is not verbose


def test_import_makes_no_comparison(placebench, documents, tmp_path):
    result = placebench("import", documents, "--out", tmp_path / "out")
    assert result.exit_code == 0
    assert not (tmp_path / "out" / "comparisons").exists()
    assert "partnership is governed" not in result.output


@pytest.mark.parametrize("command", ["run", "import"])
def test_quiet_prints_nothing_where_nothing_is_wrong(placebench, documents, tmp_path, command):
    assert placebench(command, documents, "--out", tmp_path / "out", "-q").output == ""


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (UNKNOWN, "refused: other.txt: expected a document that an importer knows"),
        (
            BROKEN,
            "failed: importer northern@1.0 of northern-plugin 1.0: expected extract of other.txt to finish",
        ),
        (
            WRONG,
            "note: 1 row of governance was rejected by unknown-code; other.txt: expected a code of feature",
        ),
    ],
)
def test_a_problem_is_one_line_on_stderr(placebench, documents, tmp_path, text, line):
    (documents / "other.txt").write_text(text)
    result = placebench("import", documents, "--out", tmp_path / "out", "-q")
    assert result.stdout == ""
    (said,) = result.stderr.splitlines()
    assert said.startswith(line)
    assert result.exit_code == 1


def test_what_could_be_read_is_saved_when_another_document_fails(placebench, documents, tmp_path):
    (documents / "other.txt").write_text(BROKEN)
    assert placebench("run", documents, "--out", tmp_path / "out", "-q").exit_code == 1
    assert Dataset.open(tmp_path / "out")["governance"].num_rows == 2


def test_json_logs_are_one_event_a_line(placebench, documents, tmp_path):
    (documents / "other.txt").write_text(UNKNOWN)
    result = placebench("import", documents, "--out", tmp_path / "out", "-q", "--log-format", "json")
    events = [json.loads(line) for line in result.stderr.splitlines()]
    said = {event["path"]: event for event in events if event["event"] == "document"}
    assert (said["other.txt"]["outcome"], said["other.txt"]["level"]) == ("refused", "error")
    assert said["paper.txt"]["rows"] == {"governance": 2}
    assert [(e["done"], e["total"]) for e in events if e["event"] == "progress"] == [(1, 2), (2, 2)]


class TestNothingSavedIsLost:
    def test_when_no_document_can_be_imported(self, placebench, dataset, tmp_path):
        before = Dataset.open(dataset).id
        (tmp_path / "unknown.txt").write_text(UNKNOWN)
        result = placebench("run", tmp_path / "unknown.txt", "--out", dataset)
        assert result.exit_code == 1
        assert f"nothing was saved; {dataset} keeps the dataset that it has" in result.stderr
        assert Dataset.open(dataset).id == before

    def test_when_a_document_that_it_has_rows_of_fails(self, placebench, dataset, documents):
        before = Dataset.open(dataset).id
        (documents / "paper.txt").write_text(BROKEN)
        (documents / "second.txt").write_text("Northern partnerships\n\nbirch has board.\n")
        result = placebench("run", documents, "--out", dataset)
        assert result.exit_code == 1
        assert "it has rows of paper.txt that this run did not read" in result.stderr
        assert Dataset.open(dataset).id == before

    def test_but_a_document_that_says_less_now_does_not_stop_a_save(self, placebench, dataset, documents):
        (documents / "paper.txt").write_text("Northern partnerships\n\nbirch has board.\n")
        assert placebench("import", documents, "--out", dataset).exit_code == 0
        assert Dataset.open(dataset)["governance"].num_rows == 1

    def test_and_a_damaged_dataset_is_replaced(self, placebench, dataset, documents):
        (documents / "other.txt").write_text(UNKNOWN)
        (dataset / "datapackage.json").write_text("{")
        assert placebench("import", documents, "--out", dataset, "-q").exit_code == 1
        assert Dataset.open(dataset)["governance"].num_rows == 2


def test_nothing_is_made_where_nothing_is_imported_but_the_cache(placebench, tmp_path):
    (tmp_path / "unknown.txt").write_text(UNKNOWN)
    given = ["run", tmp_path / "unknown.txt", "--out", tmp_path / "out"]
    assert placebench(*given, "--no-cache").exit_code == 1
    assert not (tmp_path / "out").exists()
    assert placebench(*given).exit_code == 1
    assert [path.name for path in (tmp_path / "out").iterdir()] == [".cache"]


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [(["missing.txt"], "expected a file or a folder"), (["paper.txt", "--importer", "norther"], "northern")],
)
def test_what_does_not_exist_is_wrong_usage(placebench, documents, tmp_path, arguments, hint):
    first, *rest = arguments
    result = placebench("run", documents / first, *rest, "--out", tmp_path / "out")
    assert result.exit_code == 2
    assert hint in result.stderr


def test_a_real_process_runs_the_whole_way(process, documents, tmp_path):
    run = process("run", documents, "--out", tmp_path / "out")
    assert run.returncode == 0
    assert "Documents: 1, 1 imported" in run.stdout
    assert "\r" not in run.stderr


@pytest.mark.usefixtures("site")
def test_progress_is_shown_on_a_terminal(documents, tmp_path):
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "placebench", "import", str(documents), "--out", str(tmp_path / "out")]
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=theirs, check=True)
    os.close(theirs)
    said = os.read(ours, 10_000).decode()
    os.close(ours)
    assert "1 of 1 documents: paper.txt" in said


CHAIRED = "Northern partnerships\n\nalder has host of kind The ICB.\n"


def test_sources_that_disagree_are_listed_with_dates_and_files(placebench, documents, tmp_path):
    (documents / "first.txt").write_text(CHAIRED)
    (documents / "second.txt").write_text(CHAIRED.replace("The ICB", "The Trust"))
    said = placebench("run", documents, "--out", tmp_path / "out", "-v", width=160).stdout
    listed = said.partition("Where sources disagree\n")[2]
    for name, host in (("first.txt", "The ICB"), ("second.txt", "The Trust")):
        line = next(line for line in listed.splitlines() if name in line)
        assert f"in place: {host}" in line
        assert "1 March 2023" in line


def test_one_line_says_that_no_sources_disagree(placebench, documents, tmp_path):
    said = placebench("run", documents, "--out", tmp_path / "out", "-v").stdout
    assert "\nWhere sources disagree: No statements on the same place and item disagree.\n" in said


def test_the_summary_says_how_many_sentences_gave_a_fact(placebench, documents, tmp_path):
    result = placebench("import", documents, "--out", tmp_path / "out", "--log-format", "json", width=160)
    assert "2 of 2 (100%)" in result.stdout
    events = [json.loads(line) for line in result.stderr.splitlines()]
    (said,) = (event for event in events if event["event"] == "document")
    assert (said["sentences"], said["stating"]) == (2, 2)


def test_what_several_documents_share_is_told_once_with_their_names(placebench, documents, tmp_path):
    for number in (1, 2):
        (documents / f"wrong-{number}.txt").write_text(f"{WRONG}\n\nPaper {number}.\n")
        (documents / f"other-{number}.txt").write_text(f"{UNKNOWN}\n\nPaper {number}.\n")
    said = placebench("import", documents, "--out", tmp_path / "out", "-q").stderr.splitlines()
    refused, rejected = said
    assert refused.startswith("refused: 2 documents: expected a document that an importer knows")
    assert refused.endswith(": other-1.txt, other-2.txt")
    assert rejected.startswith(
        "note: 2 rows of governance in 2 documents were rejected by unknown-code, first: wrong-1.txt: "
    )
