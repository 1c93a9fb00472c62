"""Documents read on workers of Dask, over TCP: the same receipts, and what dies is made up for."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import attrs
import pytest

from placebench.errors import UsageError
from placebench.pipeline import ImportRun, Limits, import_documents
from placebench.pipeline.executors import executor_at
from placebench.plugins import discover

distributed = pytest.importorskip("distributed")
pytestmark = pytest.mark.program

MODULE = "heath_on_workers"
PLUGIN = """
import os, signal, time
from pathlib import Path
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
        if "kill" in document.text:
            *_, folder, victim = document.text.split()
            self.kill_once(Path(folder), int(victim))
        if "hang" in document.text:
            time.sleep(600)
        if "abort" in document.text:
            os.abort()
        if "raise" in document.text:
            raise ValueError("as it was told")
        row = Governance(system_id="heath", place_id="heath/dale", feature="board")
        yield Fact(row, (document.quote(Span(0, 5)),))

    def kill_once(self, folder, victim):
        # Not before some documents are read. Nought is the worker that this process belongs to.
        while not (folder / "some-read").exists():
            time.sleep(0.05)
        if not (folder / f"killed-{victim}").exists():
            (folder / f"killed-{victim}").touch()
            os.kill(victim or os.getppid(), signal.SIGKILL)


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
    workers: tuple[subprocess.Popen[bytes], ...]

    @property
    def url(self) -> str:
        return self.address.replace("tcp://", "dask://")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("site")
    (folder / f"{MODULE}.py").write_text(PLUGIN)
    with pytest.MonkeyPatch.context() as patch:
        paths = [str(folder), os.environ.get("PYTHONPATH", "")]
        patch.setenv("PYTHONPATH", os.pathsep.join(filter(None, paths)))
        patch.syspath_prepend(folder)
        yield folder
    sys.modules.pop(MODULE, None)


@pytest.fixture(scope="module")
def cluster(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    del site
    with started_cluster(tmp_path_factory.mktemp("cluster")) as cluster:
        yield cluster


@contextmanager
def started_cluster(folder: Path) -> Iterator[Cluster]:
    with ExitStack() as stack:
        told = folder / "scheduler.json"
        options = ["--no-dashboard", "--host", "127.0.0.1"]
        scheduler = started(
            stack, folder, "scheduler", *options, "--port", "0", "--scheduler-file", str(told)
        )
        while not told.exists():
            assert scheduler.poll() is None
            time.sleep(0.05)
        address = json.loads(told.read_text())["address"]
        options += ["--no-nanny", "--nthreads", "1", "--local-directory", str(folder)]
        workers = [started(stack, folder, "worker", address, *options) for _ in range(2)]
        yield Cluster(address, scheduler, tuple(workers))


def started(stack: ExitStack, folder: Path, *arguments: str) -> subprocess.Popen[bytes]:
    log = stack.enter_context((folder / f"{arguments[0]}.log").open("ab"))
    command = [sys.executable, "-m", "dask", *arguments]
    process = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT)
    stack.callback(process.wait)
    stack.callback(process.kill)
    return process


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    return folder


def read(papers: Path, **options: Any) -> ImportRun:
    plugins = discover([MODULE], installed=False)
    options.setdefault("limits", Limits(timeout=8))
    return import_documents([papers], plugins=plugins, **options)


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


def test_workers_with_other_code_are_told(
    cluster: Cluster, papers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (papers / "good.txt").write_text("Board of Dale")
    (tmp_path / f"{MODULE}.py").write_text(f"{PLUGIN}\n# another version\n")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, MODULE, raising=False)
    told = "expected workers with the same Python, libraries, placebench and plugins as here, found others"
    with executor_at(cluster.url) as executor, pytest.raises(UsageError, match=told):
        read(papers, executor=executor)


def test_the_command_line_reads_on_workers(cluster: Cluster, examples: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "placebench", "import", str(examples), "--executor", cluster.url]
    ended = subprocess.run(
        [*command, "--out", str(tmp_path / "out")], capture_output=True, text=True, check=False, timeout=60
    )
    assert (ended.returncode, ended.stderr) == (0, f"Dataset saved in {tmp_path / 'out'}.\n")
    assert "Documents: 8, 8 imported" in ended.stdout


def test_what_a_killed_worker_had_open_is_read_by_another_and_a_killed_scheduler_is_told(
    site: Path, papers: Path, tmp_path: Path
) -> None:
    del site
    cache, limits = tmp_path / "cache", Limits(timeout=120)
    done: list[str] = []

    def count(report: Any, *_: Any) -> None:
        done.append(report.path)
        if len(done) == 3:
            (tmp_path / "some-read").touch()

    told = r"an executor that goes on until all .*; start it again; with a cache"
    with started_cluster(tmp_path) as cluster:
        kills = {10: f": kill the worker, {tmp_path} 0", 19: f": kill {tmp_path} {cluster.scheduler.pid}"}
        for number in range(20):
            (papers / f"{number:02}.txt").write_text(f"Board {number}{kills.get(number, '')}")
        with distributed.Client(cluster.address, set_as_default=False) as client:
            client.wait_for_workers(2, timeout=60)
        with pytest.raises(UsageError, match=told), executor_at(cluster.url) as executor:
            read(papers, executor=executor, on_progress=count, cache=cache, limits=limits)
        assert cluster.scheduler.wait() == -signal.SIGKILL
        assert -signal.SIGKILL in {worker.wait(timeout=60) for worker in cluster.workers}
    again = read(papers, jobs=2, cache=cache, limits=limits)
    assert again.remembered >= set(done)
    assert len(done) >= 3
    assert "19.txt" not in again.remembered
    assert {report.outcome for report in again.reports} == {"ok"}
    assert again.dataset["governance"].num_rows == 20
