"""Tables of coverage, of governance and of counts over very many facts.

    python -m benchmarks.analysis.counts [--facts 10000000]

Each table is made in a process of its own, which says how long it took and how
much memory it had at its largest.
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

from benchmarks.analysis.many_facts import Folder, write_facts
from placebench.benchmark import counts, coverage, governance
from placebench.benchmark.stated.notes import counted

_UNIT = 1 if sys.platform == "darwin" else 1024


def bare(folder: Folder) -> int:
    """Count governance rows by place, feature and status in one streaming query, with nothing else known."""
    rows = folder.frame("governance").group_by("place_id", "feature", "status").len()
    return rows.collect(engine="streaming").height


TASKS: dict[str, Callable[[Folder], int]] = {
    "bare": bare,
    "coverage": lambda folder: coverage(folder).frame.height,
    "governance": lambda folder: governance(folder).frame.height,
    "arrangements": lambda folder: counts.arrangements(folder).frame.height,
    "member_sectors": lambda folder: counts.member_sectors(folder).frame.height,
}


def measure(task: str, folder: Path) -> dict[str, float]:
    """Do one task and return `seconds`, `megabytes` at the largest, and `rows` of its table."""
    start = time.perf_counter()
    rows = TASKS[task](Folder(folder))
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _UNIT / 1e6
    return {"seconds": seconds, "megabytes": peak, "rows": rows}


def main() -> None:
    """Write the facts, make every table in a child process, and print a table in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--facts", type=int, default=10_000_000)
    parser.add_argument("--task", choices=TASKS, help="what a child process does")
    parser.add_argument("--folder", type=Path, help="where a child process reads")
    given = parser.parse_args()
    if given.task:
        print(json.dumps(measure(given.task, given.folder)))
        return
    with tempfile.TemporaryDirectory() as folder:
        write_facts(Path(folder), given.facts)
        size = sum(file.stat().st_size for file in Path(folder).iterdir()) / 1e6
        print(f"{counted(given.facts, 'fact', 'facts')}, {size:.0f} MB of Parquet, polars {pl.__version__}\n")
        print("| table | rows | seconds | peak memory, MB |\n|---|---:|---:|---:|")
        for task in TASKS:
            command = [sys.executable, "-m", "benchmarks.analysis.counts", "--task", task, "--folder", folder]
            done = subprocess.run(command, check=True, capture_output=True, text=True)
            used = json.loads(done.stdout)
            print(
                f"| {task} | {used['rows']} | {used['seconds']:.1f} | {used['megabytes']:.0f} |", flush=True
            )


if __name__ == "__main__":
    main()
