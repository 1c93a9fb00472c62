"""An import that is killed at any moment goes on where it was: nothing that was kept is read again."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from placebench.cache import Store
from placebench.dataset import Dataset
from placebench.pipeline import import_documents
from placebench.plugins import discover

pytestmark = pytest.mark.program

# So many and so slow that a whole run outlasts the moment of its killing on a slow machine too.
DOCUMENTS, LIVES, JOBS = 60, 3, 2
PLUGIN = """
import time
from pathlib import Path
from placebench.documents import Span
from placebench.hookspecs import hookimpl
from placebench.importer import Claim, Fact
from placebench.model import Governance, Place, System

LOG = Path(__file__).with_name("log")


class Importer:
    name, version, api, expects = "heath", "1.0", 1, {}
    system = System(system_id="heath", name="Heath")
    places = (Place(place_id="heath/dale", system_id="heath", name="Dale"),)

    def identify(self, document):
        yield Claim((document.span,), frozenset({"governance"}), 3, "a board")

    def extract(self, document, claim):
        with LOG.open("a") as log:
            log.write(f"{document.path}\\n")
        time.sleep(0.1)
        row = Governance(system_id="heath", place_id="heath/dale", feature="board")
        yield Fact(row, (document.quote(Span(0, 5)),))


@hookimpl
def placebench_importers():
    return [Importer()]
"""
RUN = """
import sys
import placebench
folder, out, cache, jobs = sys.argv[1:]
plugins = placebench.discover(["heath_that_logs"], installed=False)
done = placebench.import_documents(
    [folder],
    plugins=plugins,
    jobs=int(jobs),
    cache=cache,
    on_progress=lambda *told: print("read", flush=True),
)
done.dataset.save(out)
print("saved", flush=True)
"""


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "heath_that_logs.py").write_text(PLUGIN)
    paths = [str(folder), os.environ.get("PYTHONPATH", "")]
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, paths)))
    monkeypatch.syspath_prepend(folder)
    monkeypatch.delitem(sys.modules, "heath_that_logs", raising=False)
    return folder


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    for number in range(DOCUMENTS):
        (folder / f"{number:02}.txt").write_text(f"Board {number} of Dale.")
    return folder


def extracts(site: Path) -> Counter[str]:
    """Return how often each document was read, once nobody is reading any longer."""
    log, before = site / "log", None
    while before != (before := log.read_bytes() if log.exists() else b""):
        time.sleep(0.2)
    return Counter((before or b"").decode().split())


def test_a_run_that_is_killed_again_and_again_reads_only_what_was_open(
    site: Path, papers: Path, tmp_path: Path
) -> None:
    moments = random.Random(2024)
    out, cache = tmp_path / "out", tmp_path / "cache"
    command = [sys.executable, "-c", RUN, *map(str, (papers, out, cache, JOBS))]
    kept: set[str] = set()
    for _ in range(LIVES):
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout
            for _ in range(len(kept) + moments.randint(1, 6)):
                process.stdout.readline()
            time.sleep(moments.random() / 20)
            process.kill()
        assert process.returncode == -signal.SIGKILL
        receipts = [entry.receipt for entry in Store(cache).entries()]
        now = {receipt.path for receipt in receipts if receipt}
        assert kept <= now
        assert len(now) == len(receipts)
        kept = now
    before = extracts(site)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, timeout=60)
    after = extracts(site)
    assert {name for name in after if after[name] != before[name]} == {
        path.name for path in papers.iterdir()
    } - kept
    assert sum(after.values()) <= DOCUMENTS + LIVES * JOBS
    whole = import_documents([papers], plugins=discover(["heath_that_logs"], installed=False), jobs=1)
    saved = Dataset.open(out)
    assert saved.id == whole.dataset.id
    assert all(saved[table].equals(whole.dataset[table]) for table in saved.tables)


def test_two_runs_at_once_share_a_cache_and_both_save(site: Path, papers: Path, tmp_path: Path) -> None:
    del site
    out, cache = tmp_path / "out", tmp_path / "cache"
    command = [sys.executable, "-c", RUN, *map(str, (papers, out, cache, 1))]
    both = [subprocess.Popen(command, stdout=subprocess.DEVNULL) for _ in range(2)]
    assert [process.wait(timeout=120) for process in both] == [0, 0]
    receipts = [entry.receipt for entry in Store(cache).entries()]
    assert sorted(receipt.path for receipt in receipts if receipt) == sorted(p.name for p in papers.iterdir())
    assert Dataset.open(out)["governance"].num_rows == DOCUMENTS
    assert list((cache / "v1").rglob("*.unfinished")) == []
