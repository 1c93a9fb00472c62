"""Documents read in processes of their own give what they give in this one."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest

from placebench.errors import UsageError
from placebench.pipeline import Limits, import_documents
from placebench.plugins import discover
from tests.pipeline.hostile import PLUGIN, SAID
from tests.pipeline.running import run

pytestmark = pytest.mark.program


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    (tmp_path / "heath_in_a_module.py").write_text(PLUGIN)
    monkeypatch.syspath_prepend(tmp_path)
    yield "heath_in_a_module"
    sys.modules.pop("heath_in_a_module", None)


@pytest.fixture
def heath(tmp_path: Path) -> Path:
    folder = tmp_path / "heath"
    folder.mkdir()
    for number in range(4):
        (folder / f"{number}.txt").write_text(f"Paper {number}. {SAID}")
    (folder / "unknown.txt").write_text("Nothing of the kind.")
    return folder


def test_the_dataset_is_the_same_wherever_documents_are_read(heath: Path, module: str) -> None:
    here = run(heath, module, jobs=0)
    with (
        ThreadPoolExecutor(1) as threads,
        ProcessPoolExecutor(1, mp_context=get_context("spawn")) as processes,
    ):
        others = [
            run(heath, module, **options)
            for options in (
                {"jobs": 1},
                {"jobs": 2},
                {"executor": threads, "jobs": None},
                {"executor": processes, "jobs": None},
            )
        ]
    for other in others:
        assert other.dataset.id == here.dataset.id
        assert other.reports == here.reports
        assert all(other.dataset[table].equals(here.dataset[table]) for table in here.dataset.tables)


def test_a_document_that_crashes_has_the_same_receipt_in_an_executor(heath: Path, module: str) -> None:
    (heath / "aborts.txt").write_text(f"{SAID} Now abort.")
    here = run(heath, module, jobs=2)
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as executor:
        there = run(heath, module, executor=executor, jobs=None)
    assert there.reports == here.reports
    assert there.dataset.id == here.dataset.id
    assert [report.outcome for report in here.reports] == ["ok"] * 4 + ["crashed", "refused"]


def test_plugins_that_another_process_cannot_load_are_wrong_usage(papers: Path, toy: Any) -> None:
    with pytest.raises(UsageError, match=r"plugins that another process can load, found .*; .*jobs=0"):
        run(papers, toy(change=lambda fact: fact), jobs=1)


def test_a_script_without_a_guard_imports_and_leaves_no_process(heath: Path, tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "import placebench\n"
        "plugins = placebench.discover(installed=False)\n"
        f"done = placebench.import_documents([{str(heath)!r}], plugins=plugins)\n"
        "print([report.outcome for report in done.reports])\n"
    )
    ended = subprocess.run(
        [sys.executable, str(script)], capture_output=True, text=True, check=True, timeout=60
    )
    assert ended.stdout.strip() == str(["refused"] * 5)
    assert ended.stderr == ""


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="needs /proc")
def test_no_process_stays_after_a_run(heath: Path, module: str) -> None:
    run(heath, module, jobs=2)
    with ThreadPoolExecutor(1) as executor:
        run(heath, module, executor=executor, jobs=None)
    children = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text().split()
    commands = [Path(f"/proc/{child}/cmdline").read_bytes() for child in children]
    assert not any(b"placebench.pipeline.worker" in command for command in commands)


def test_a_negative_number_of_jobs_is_wrong_usage(heath: Path) -> None:
    with pytest.raises(UsageError, match="expected a number of jobs from 0, found -1"):
        import_documents([heath], plugins=discover(installed=False), jobs=-1)


@pytest.mark.parametrize(("name", "value"), [("timeout", 0), ("memory", 100), ("pages", -1)])
def test_a_limit_that_nothing_could_keep_is_refused(name: str, value: int) -> None:
    with pytest.raises(ValueError, match=name):
        Limits(**{name: value})
