"""Two large datasets merged, one added to the other, and two compared.

    python -m benchmarks.scale.merging [--facts 3000000]

Each dataset has so many invented facts and as many quotes; they share half of their documents. Each task is a
process of its own, which says how long it took and how much memory it had at its largest.
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

from benchmarks.analysis.many_facts import SOURCES, save_facts
from placebench.dataset import Dataset, add, difference_counts, merge

_UNIT = 1 if sys.platform == "darwin" else 1024
FIRST, SECOND, MERGED = "first", "second", "merged"


def saved(folder: Path, facts: int) -> int:
    """Save both datasets, in the order of sources as an import gives them."""
    for seed, name in enumerate((FIRST, SECOND)):
        save_facts(folder / "drawn", facts, seed=seed, first=seed * SOURCES // 2)
        merge([Dataset.open(folder / "drawn")]).dataset.save(folder / name)
    return 2 * facts


def _rows(dataset: Dataset) -> int:
    return sum(chunk.num_rows for table in dataset.tables for chunk in dataset.chunks(table))


def merged(folder: Path, facts: int) -> int:
    """Merge both, and save."""
    del facts
    done = merge(Dataset.open(folder / name) for name in (FIRST, SECOND))
    done.dataset.save(folder / MERGED)
    return _rows(done.dataset)


def added(folder: Path, facts: int) -> int:
    """Add the second to what was merged."""
    del facts
    return _rows(add(folder / MERGED, Dataset.open(folder / SECOND)).dataset)


def compared(folder: Path, facts: int) -> int:
    """Count what differs between the first and what was merged."""
    del facts
    counts = difference_counts(Dataset.open(folder / FIRST), Dataset.open(folder / MERGED))
    return sum(counts.values())


TASKS: dict[str, Callable[[Path, int], int]] = {
    "save both": saved,
    "merge": merged,
    "add": added,
    "diff": compared,
}


def main() -> None:
    """Do every task in a child process, and print a table in Markdown."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scale.merging", description=__doc__)
    parser.add_argument("--facts", type=int, default=3_000_000)
    parser.add_argument("--task", choices=TASKS, help="what a child process does")
    parser.add_argument("--folder", type=Path, help="where a child process works")
    given = parser.parse_args()
    if given.task:
        start = time.perf_counter()
        rows = TASKS[given.task](given.folder, given.facts)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _UNIT / 1e6
        print(json.dumps([rows, time.perf_counter() - start, time.process_time(), peak]))
        return
    print("| task | rows | seconds | processor, s | peak memory, MB |\n|---|---:|---:|---:|---:|", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        for task in TASKS:
            command = [sys.executable, "-m", "benchmarks.scale.merging", "--task", task, "--folder", folder]
            command += ["--facts", str(given.facts)]
            done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
            rows, seconds, processor, peak = json.loads(done.stdout)
            print(f"| {task} | {rows} | {seconds:.1f} | {processor:.1f} | {peak:.0f} |", flush=True)


if __name__ == "__main__":
    main()
