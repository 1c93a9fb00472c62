"""Temporary folders: gone with whoever used them, and with the next run where that was killed."""

from __future__ import annotations

import gc
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from placebench.dataset.scratch import Scratch
from placebench.errors import DatasetError

HOLDER = """
import sys
from placebench.dataset.scratch import Scratch
from placebench.errors import DatasetError

scratch = Scratch()
(scratch.folder / "rows.parquet").write_text("rows")
print(scratch.folder, flush=True)
sys.stdin.read()
"""


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return tmp_path


def test_a_folder_goes_with_the_last_who_refers_to_it(temporary: Path) -> None:
    scratch = Scratch()
    (scratch.folder / "rows").touch()
    del scratch
    gc.collect()
    assert [*temporary.iterdir()] == []


@pytest.mark.program
def test_the_folder_of_a_process_that_was_killed_goes_with_the_next_one(temporary: Path) -> None:
    command = [sys.executable, "-c", HOLDER]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout
        folder = Path(holder.stdout.readline().strip())
        mine = Scratch()
        assert (folder / "rows.parquet").exists(), "who is alive keeps its files"
        holder.kill()
    assert folder.exists()
    other = Scratch()
    assert {path.name for path in temporary.iterdir()} == {
        name for one in (mine, other) for name in (one.folder.name, f"{one.folder.name}.lock")
    }


def test_what_others_made_stays(temporary: Path) -> None:
    elsewhere = temporary / "papers"
    elsewhere.mkdir()
    (temporary / "placebench-notes").mkdir()
    (temporary / "placebench-link").symlink_to(elsewhere)
    (temporary / "placebench-link.lock").touch()
    before = {*temporary.iterdir()}
    scratch = Scratch()
    assert before <= {*temporary.iterdir()}
    del scratch


def test_a_disk_that_refuses_is_told_of(temporary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(temporary / "nowhere"))
    with pytest.raises(DatasetError, match=r"expected to make a temporary folder, found .*TMPDIR"):
        Scratch()
