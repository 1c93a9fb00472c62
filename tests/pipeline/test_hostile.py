"""A folder of hostile documents among good ones: each that does harm is named, and every good one is read."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import attrs
import pytest

from placebench.cli.app import cli
from placebench.cli.failures import exit_code_of
from placebench.dataset import Dataset
from placebench.errors import PlacebenchError
from placebench.pipeline import ImportRun, Limits, import_documents
from placebench.pipeline.audit import audit_document
from placebench.pipeline.identify import Identification, identify_documents
from placebench.plugins import discover
from tests.pipeline.hostile import PLUGIN, SAID, fill
from tests.pipeline.running import rows

pytestmark = pytest.mark.program

SECRET = "what the machine keeps to itself"
LIMITS = Limits(timeout=8, memory=512, size=32)


@pytest.fixture(scope="module")
def module(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("module")
    (folder / "heath_in_a_module.py").write_text(PLUGIN)
    sys.path.insert(0, str(folder))
    yield "heath_in_a_module"
    sys.path.remove(str(folder))
    sys.modules.pop("heath_in_a_module", None)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Mapping[str, str]]:
    folder = tmp_path_factory.mktemp("hostile")
    secret = tmp_path_factory.mktemp("secret") / "secret.txt"
    secret.write_text(SECRET)
    return folder, fill(folder, secret)


@pytest.fixture(scope="module")
def done(folder: tuple[Path, Mapping[str, str]], module: str) -> ImportRun:
    plugins = discover([module], installed=False)
    return import_documents([folder[0]], plugins=plugins, limits=LIMITS, jobs=2)


def test_each_document_has_its_outcome(done: ImportRun, folder: tuple[Path, Mapping[str, str]]) -> None:
    assert {report.path: report.outcome for report in done.reports} == folder[1]
    assert done.exit_code == 1


def test_every_good_document_gave_its_fact(done: ImportRun, folder: tuple[Path, Mapping[str, str]]) -> None:
    paths = dict(rows(done, "sources", "source_id", "path"))
    read = {paths[source] for (source,) in rows(done, "governance", "source_id")}
    assert read == {path for path, outcome in folder[1].items() if outcome == "ok"}
    assert set(rows(done, "evidence", "quote")) == {(SAID.rstrip("."),)}


def test_no_external_entity_is_followed(done: ImportRun) -> None:
    told = [message for report in done.reports for message in report.messages]
    assert not any(SECRET in text for text in told)
    assert SECRET not in str([done.dataset[table].to_pylist() for table in done.dataset.tables])


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("sleeps.txt", "expected extract of sleeps.txt to finish, found no answer within 8 seconds"),
        ("sleeps-early.txt", "expected identify of sleeps-early.txt to finish, found no answer within 8"),
        ("leaves.txt", "extract of leaves.txt to finish, found a process that ended with exit code 0"),
        ("eats.txt", "expected extract of eats.txt to finish within 512 MB of memory, found more"),
        ("bomb.docx", "with more than 67,108,864 bytes"),
        ("bomb.zip", "zeros.txt unpacks to more than 32 MB"),
        ("locked.pdf", "expected a PDF document that opens without a password"),
        ("laughs.docx", "which is no sound XML (Maximum entity"),
        ("external.docx", "with a document type declaration"),
        ("nested.html", "elements nested 100,000 deep"),
        ("garbage.pdf", "damaged or end too early"),
    ],
)
def test_a_message_says_what_happened(done: ImportRun, path: str, said: str) -> None:
    (report,) = (report for report in done.reports if report.path == path)
    (message,) = report.messages
    assert said in message


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_crash_is_named_by_its_signal_and_its_importer(done: ImportRun) -> None:
    (report,) = (report for report in done.reports if report.path == "aborts.txt")
    assert "importer heath@1.0" in report.messages[0]
    assert "found a process ended by SIGABRT" in report.messages[0]


def test_claims_name_importer_and_outcome(done: ImportRun) -> None:
    told = rows(done, "claims", "importer", "outcome")
    assert told.count(("heath@1.0", "timeout")) == 2
    assert told.count(("heath@1.0", "crashed")) == 2


def test_the_dataset_is_valid(done: ImportRun) -> None:
    assert list(done.dataset.validate()) == []


def test_the_command_line_ends_with_clear_lines(
    folder: tuple[Path, Mapping[str, str]], module: str, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    about = site / "heath-1.0.dist-info"
    about.mkdir(parents=True)
    (site / f"{module}.py").write_text(PLUGIN)
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: heath\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text(f"[placebench]\nheath = {module}\n")
    program = f"import sys; sys.path.insert(0, {str(site)!r}); from placebench.__main__ import main; main()"
    limits = ["--timeout", "8", "--max-memory", "512", "--max-size", "32"]
    arguments = ["import", str(folder[0]), "--out", str(tmp_path / "out"), *limits]
    ended = subprocess.run(
        [sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=False, timeout=120
    )
    assert ended.returncode == 1
    lines = ended.stderr.splitlines()
    assert "Traceback" not in ended.stderr
    for path, outcome in folder[1].items():
        if outcome != "ok":
            assert [line for line in lines if line.startswith(f"{outcome}: ") and path in line]
    read = sum(outcome == "ok" for outcome in folder[1].values())
    assert f"Documents: {len(folder[1])}, {read} imported, 1 refused, {len(folder[1]) - read - 1} failed" in (
        ended.stdout
    )
    assert Dataset.open(tmp_path / "out")["governance"].num_rows == read


@pytest.fixture(scope="module")
def identified(folder: tuple[Path, Mapping[str, str]], module: str) -> Mapping[str, Identification]:
    plugins = discover([module], installed=False)
    return {one.path: one for one in identify_documents([folder[0]], plugins, limits=LIMITS, jobs=2)}


def test_who_reads_a_document_is_told_of_all_that_can_be_opened(
    identified: Mapping[str, Identification], folder: tuple[Path, Mapping[str, str]]
) -> None:
    # What an importer does with a document once it extracts is nothing to those that only identify.
    late = {"aborts.txt", "leaves.txt", "eats.txt", "sleeps.txt"}
    known = {path for path, outcome in folder[1].items() if outcome == "ok"} | late
    assert {path for path, one in identified.items() if one.known} == known
    assert {path for path, one in identified.items() if one.errors} == set(folder[1]) - known - {
        "unknown.txt"
    }


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("sleeps-early.txt", "identify of sleeps-early.txt to finish, found no answer within 8 seconds"),
        ("bomb.docx", "with more than 67,108,864 bytes"),
        ("nested.html", "elements nested 100,000 deep"),
    ],
)
def test_what_cannot_be_identified_is_told(
    identified: Mapping[str, Identification], path: str, said: str
) -> None:
    (error,) = identified[path].errors
    assert said in str(error)


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("leaves.txt", "extract of leaves.txt to finish, found a process that ended with exit code 0"),
        ("sleeps.txt", "extract of sleeps.txt to finish, found no answer within 3 seconds"),
        ("laughs.docx", "which is no sound XML"),
    ],
)
def test_an_audit_ends_with_what_happened(
    folder: tuple[Path, Mapping[str, str]], module: str, path: str, said: str
) -> None:
    plugins = discover([module], installed=False)
    with pytest.raises(PlacebenchError) as error:
        audit_document(folder[0] / path, plugins, limits=attrs.evolve(LIMITS, timeout=3))
    assert said in str(error.value)


@pytest.mark.parametrize("command", ["identify", "audit"])
def test_a_bomb_is_one_line_to_whoever_looks_at_it(
    folder: tuple[Path, Mapping[str, str]], command: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert exit_code_of(cli, [command, str(folder[0] / "bomb.docx"), "--max-memory", "512"]) == 1
    (line,) = capfd.readouterr().err.splitlines()
    assert "bomb.docx: expected" in line
    assert "with more than 67,108,864 bytes" in line
