"""Very many facts: saved, opened and validated, and tables of coverage, of governance and of counts.

    python -m benchmarks.analysis.counts [--facts 10000000]

Each is done in a process of its own, which says how long it took and how much
memory it had at its largest.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import polars as pl

from benchmarks.analysis.many_facts import save_facts
from placebench.benchmark import counts, coverage, governance
from placebench.benchmark.stated.notes import counted
from placebench.dataset import Dataset

_UNIT = 1 if sys.platform == "darwin" else 1024


def bare(dataset: Dataset) -> int:
    """Count governance rows by place, feature and status in one streaming query, with nothing else known."""
    rows = dataset.frame("governance").group_by("place_id", "feature", "status").len()
    return rows.collect(engine="streaming").height


TASKS: dict[str, Callable[[Dataset], int]] = {
    "validate": lambda dataset: len(dataset.validate()),
    "bare": bare,
    "coverage": lambda dataset: coverage(dataset).frame.height,
    "governance": lambda dataset: governance(dataset).frame.height,
    "arrangements": lambda dataset: counts.arrangements(dataset).frame.height,
    "member_sectors": lambda dataset: counts.member_sectors(dataset).frame.height,
}
COMMIT, OPEN = "commit", "open"


def measure(task: str, folder: Path, facts: int) -> dict[str, float]:
    """Do one task; return `seconds`, those of the `processor`, `megabytes` at the largest, and its `rows`."""
    dataset = Dataset.open(folder) if task in TASKS else None
    start, used = time.perf_counter(), time.process_time()
    if dataset is not None:
        rows = TASKS[task](dataset)
    elif task == OPEN:
        rows = len(Dataset.open(folder).tables)
    else:
        save_facts(folder, facts)
        rows = facts
    seconds, processor = time.perf_counter() - start, time.process_time() - used
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _UNIT / 1e6
    return {"seconds": seconds, "processor": processor, "megabytes": peak, "rows": rows}


def main() -> None:
    """Do every task in a child process, and print a table in Markdown."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.analysis.counts", description=__doc__)
    parser.add_argument("--facts", type=int, default=10_000_000)
    parser.add_argument("--only", nargs="+", choices=[OPEN, *TASKS], default=[OPEN, *TASKS], metavar="TASK")
    parser.add_argument("--task", choices=[COMMIT, OPEN, *TASKS], help="what a child process does")
    parser.add_argument("--folder", type=Path, help="where a child process reads")
    given = parser.parse_args()
    if given.task:
        print(json.dumps(measure(given.task, given.folder, given.facts)))
        return
    with tempfile.TemporaryDirectory() as folder:
        print(f"{counted(given.facts, 'fact', 'facts')}, polars {pl.__version__}\n")
        print("| task | rows | seconds | processor, s | peak memory, MB |\n|---|---:|---:|---:|---:|")
        for task in (COMMIT, *given.only):
            command = [sys.executable, "-m", "benchmarks.analysis.counts", "--task", task, "--folder", folder]
            command += ["--facts", str(given.facts)]
            used = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
            rows, seconds, processor, peak = (
                used[name] for name in ("rows", "seconds", "processor", "megabytes")
            )
            print(f"| {task} | {rows} | {seconds:.1f} | {processor:.1f} | {peak:.0f} |", flush=True)
        size = sum(file.stat().st_size for file in Path(folder).rglob("*.parquet")) / 1e6
        print(f"\n{size:.0f} MB of Parquet")


if __name__ == "__main__":
    main()
