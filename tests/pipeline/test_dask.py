"""Documents read on the workers of a Dask scheduler, over TCP: the same receipts, and what dies is made up for."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import attrs
import pytest

from placebench.errors import UsageError
from placebench.pipeline import ImportRun, Limits, import_documents
from placebench.pipeline.executors import executor_at
from placebench.plugins import discover

distributed = pytest.importorskip("distributed")

MODULE = "heath_on_workers"
PLUGIN = """
import os, time
from placebench.documents import Span
from placebench.hookspecs import hookimpl
from placebench.importer import Claim, Fact
from placebench.model import Governance, Place, System


class Importer:
    name, version, api, expects = "heath", "1.0", 1, {}
    system = System(system_id="heath", name="Heath")
    places = (Place(place_id="heath/dale", system_id="heath", name="Dale"),)

    def identify(self, document):
        yield Claim((document.span,), frozenset({"governance"}), 3, "a board")

    def extract(self, document, claim):
        if "slow" in document.text:
            time.sleep(0.2)
        if "hang" in document.text:
            time.sleep(600)
        if "abort" in document.text:
            os.abort()
        if "raise" in document.text:
            raise ValueError("as it was told")
        row = Governance(system_id="heath", place_id="heath/dale", feature="board")
        yield Fact(row, (document.quote(Span(0, 5)),))


@hookimpl
def placebench_importers():
    return [Importer()]
"""
OUTCOMES = {
    "aborts.txt": "crashed",
    "good.txt": "ok",
    "hangs.txt": "timeout",
    "no.pdf": "failed",
    "raises.txt": "failed",
}
CONTENTS = ("Board: abort", "Board of Dale", "Board: hang", "%PDF-1.7", "Board: raise")


@attrs.frozen
class Cluster:
    """A scheduler and two workers, each a process of its own."""

    address: str
    scheduler: subprocess.Popen[bytes]

    @property
    def url(self) -> str:
        return self.address.replace("tcp://", "dask://")

    def kill_a_worker(self) -> None:
        with distributed.Client(self.address, set_as_default=False) as client:
            first = min(client.run(os.getpid).values())
        os.kill(first, signal.SIGKILL)


@pytest.fixture
def cluster(site: Path, tmp_path: Path) -> Iterator[Cluster]:
    del site
    with ExitStack() as stack:
        told = tmp_path / "scheduler.json"
        local = ["--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(told)]
        scheduler = started(stack, tmp_path, "scheduler", *local)
        while not told.exists():
            assert scheduler.poll() is None
            time.sleep(0.05)
        address = json.loads(told.read_text())["address"]
        one_each = [
            "--nworkers",
            "2",
            "--nthreads",
            "1",
            "--no-dashboard",
            "--local-directory",
            str(tmp_path),
        ]
        started(stack, tmp_path, "worker", address, *one_each)
        yield Cluster(address, scheduler)


def started(stack: ExitStack, folder: Path, *arguments: str) -> subprocess.Popen[bytes]:
    log = stack.enter_context((folder / f"{arguments[0]}.log").open("wb"))
    command = [sys.executable, "-m", "dask", *arguments]
    process = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT)
    stack.callback(ended, process)
    return process


def ended(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / f"{MODULE}.py").write_text(PLUGIN)
    paths = [str(folder), os.environ.get("PYTHONPATH", "")]
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, paths)))
    monkeypatch.syspath_prepend(folder)
    monkeypatch.delitem(sys.modules, MODULE, raising=False)
    return folder


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    return folder


def slow(papers: Path, count: int) -> None:
    for number in range(count):
        (papers / f"{number:02}.txt").write_text(f"Board {number} is slow.")


def read(papers: Path, **options: Any) -> ImportRun:
    plugins = discover([MODULE], installed=False)
    return import_documents([papers], plugins=plugins, limits=Limits(timeout=4), **options)


def same(one: ImportRun, other: ImportRun) -> bool:
    equal = all(one.dataset[table].equals(other.dataset[table]) for table in one.dataset.tables)
    return equal and one.dataset.id == other.dataset.id and one.reports == other.reports


def test_documents_that_hang_abort_or_raise_have_the_same_receipts(
    cluster: Cluster, papers: Path, tmp_path: Path
) -> None:
    for name, content in zip(OUTCOMES, CONTENTS, strict=True):
        (papers / name).write_text(content)
    with executor_at(cluster.url) as executor:
        there = read(papers, executor=executor, cache=tmp_path / "cache")
    assert {report.path: report.outcome for report in there.reports} == OUTCOMES
    assert same(there, read(papers, jobs=2))
    assert len(read(papers, jobs=2, cache=tmp_path / "cache").remembered) == len(OUTCOMES)


def test_what_a_killed_worker_had_open_is_read_by_another(cluster: Cluster, papers: Path) -> None:
    slow(papers, 20)
    done: list[str] = []

    def kill_once(report: Any, *_: Any) -> None:
        done.append(report.path)
        if len(done) == 4:
            cluster.kill_a_worker()

    with executor_at(cluster.url) as executor:
        run = read(papers, executor=executor, on_progress=kill_once)
    assert {report.outcome for report in run.reports} == {"ok"}
    assert run.dataset["governance"].num_rows == 20


def test_a_killed_scheduler_is_told_and_the_next_run_goes_on(
    cluster: Cluster, papers: Path, tmp_path: Path
) -> None:
    slow(papers, 20)
    done: list[str] = []

    def kill_once(report: Any, *_: Any) -> None:
        done.append(report.path)
        if len(done) == 4:
            cluster.scheduler.kill()

    with (
        pytest.raises(
            UsageError, match=r"an executor that goes on until all .*; start it again; with a cache"
        ),
        executor_at(cluster.url) as executor,
    ):
        read(papers, executor=executor, on_progress=kill_once, cache=tmp_path / "cache")
    again = read(papers, jobs=2, cache=tmp_path / "cache")
    assert again.remembered >= set(done)
    assert len(again.remembered) < 20
    assert same(again, read(papers, jobs=2))


def test_workers_with_other_code_are_told(cluster: Cluster, papers: Path, site: Path) -> None:
    (papers / "good.txt").write_text("Board of Dale")
    with executor_at(cluster.url) as executor:
        plugin = site / f"{MODULE}.py"
        discover([MODULE], installed=False)
        read(papers, executor=executor)
        plugin.write_text(f"{PLUGIN}\n# another version\n")
        with pytest.raises(UsageError, match="expected workers with the same Python, libraries, placebench"):
            read(papers, executor=executor)


def test_the_command_line_reads_on_workers(cluster: Cluster, examples: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "placebench", "import", str(examples), "--executor", cluster.url]
    ended = subprocess.run(
        [*command, "--out", str(tmp_path / "out")], capture_output=True, text=True, check=False, timeout=60
    )
    assert (ended.returncode, ended.stderr) == (0, f"Dataset saved in {tmp_path / 'out'}.\n")
    assert "Documents: 8, 8 imported" in ended.stdout
