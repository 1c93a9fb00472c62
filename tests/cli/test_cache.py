"""What an import takes from earlier runs, and the commands on what they left."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

pytestmark = pytest.mark.whole

Run = Callable[..., Result]


@pytest.fixture
def once(placebench: Run, documents: Path, tmp_path: Path) -> Path:
    """Import a folder, of which one document makes its importer fail."""
    (documents / "bad.txt").write_text("Northern partnerships\n\nNow break the importer.\n")
    assert placebench("import", documents, "--out", tmp_path / "out", "-q").exit_code == 1
    return tmp_path / "out"


def test_a_second_import_says_what_it_did_not_read(placebench: Run, documents: Path, once: Path) -> None:
    again = placebench("import", documents, "--out", once)
    told = "2 of 2 documents are as an earlier run read them; 1 of them failed then, and --retry reads those"
    assert f"{told} again." in again.stderr.splitlines()
    assert again.exit_code == 1


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--retry"], "1 of 2 documents are as an earlier run read them."),
        (["--force"], ""),
        (["--no-cache"], ""),
        (["--in-process"], ""),
    ],
    ids=str,
)
def test_what_is_asked_for_is_read_again(
    placebench: Run, documents: Path, once: Path, options: list[str], said: str
) -> None:
    again = placebench("import", documents, "--out", once, *options)
    told = [line for line in again.stderr.splitlines() if "earlier run" in line]
    assert told == ([said] if said else [])


def test_datasets_can_share_a_cache_by_option_or_variable(
    placebench: Run, documents: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    placebench("import", documents, "--out", tmp_path / "one", "--cache", tmp_path / "shared")
    monkeypatch.setenv("PLACEBENCH_CACHE", str(tmp_path / "shared"))
    other = placebench("import", documents, "--out", tmp_path / "other")
    assert "1 of 1 documents are as an earlier run read them." in other.stderr
    assert not (tmp_path / "one" / ".cache").exists()
    assert not (tmp_path / "other" / ".cache").exists()
    assert json.loads(placebench("cache", "info", "--format", "json").stdout)[0]["documents"] == 1


def test_no_cache_leaves_none(placebench: Run, documents: Path, tmp_path: Path) -> None:
    placebench("import", documents, "--out", tmp_path / "out", "--no-cache")
    assert not (tmp_path / "out" / ".cache").exists()


def test_no_cache_and_force_exclude_each_other(placebench: Run, documents: Path, tmp_path: Path) -> None:
    done = placebench("import", documents, "--out", tmp_path / "out", "--no-cache", "--force")
    assert done.exit_code == 2
    assert "leave out --force and --retry" in done.stderr


@pytest.mark.parametrize("inside", [".", ".cache"])
def test_info_counts_by_outcome(placebench: Run, once: Path, inside: str) -> None:
    done = placebench("cache", "info", once / inside, "--format", "csv")
    lines = [line.rpartition(",")[0] for line in done.stdout.splitlines()]
    assert lines == ["outcome,documents,rows", "failed,1,0", "ok,1,2"]
    assert "2 documents, 2 rows" in " ".join(placebench("cache", "info", once / inside).stdout.split())


def test_info_shows_what_is_damaged(placebench: Run, once: Path) -> None:
    for file in (once / ".cache").rglob("*.gz"):
        file.write_bytes(b"torn")
    done = placebench("cache", "info", once, "--format", "csv")
    assert done.stdout.splitlines()[1].startswith("damaged,2,0,")


def test_prune_removes_what_was_not_used(placebench: Run, documents: Path, once: Path) -> None:
    assert "Removed 0 documents" in placebench("cache", "prune", once).stdout
    first = next((once / ".cache").rglob("*.gz"))
    os.utime(first, (0, 0))
    assert "Removed 1 documents" in placebench("cache", "prune", once).stdout
    assert "1 of 2 documents are" in placebench("import", documents, "--out", once).stderr


def test_a_folder_without_a_cache_is_told(placebench: Run, documents: Path, tmp_path: Path) -> None:
    assert placebench("cache", "info", tmp_path / "none").exit_code == 2
    done = placebench("cache", "prune", documents)
    assert done.exit_code == 2
    assert "expected a cache" in done.stderr


@pytest.mark.parametrize(
    ("url", "said"),
    [
        (
            "spark://here:1",
            "expected an executor such as dask://scheduler.example:8786, found “spark://here:1”",
        ),
        ("dask://", "expected an executor such as"),
    ],
)
def test_an_executor_of_another_kind_is_wrong_usage(
    placebench: Run, documents: Path, tmp_path: Path, url: str, said: str
) -> None:
    done = placebench("import", documents, "--out", tmp_path / "out", "--executor", url)
    assert done.exit_code == 2
    assert said in done.stderr


def test_an_executor_and_a_number_of_jobs_exclude_each_other(
    placebench: Run, documents: Path, tmp_path: Path
) -> None:
    out = ["--out", tmp_path / "out"]
    done = placebench("import", documents, *out, "--executor", "dask://here:1", "--in-process")
    assert done.exit_code == 2
    assert "leave out --jobs and --in-process" in done.stderr
