"""Measure the whole command on a folder of documents, and print the figures as a Markdown table."""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.speed.measure import Use

BARE = [sys.executable, "-c", "pass"]
HELP = [sys.executable, "-m", "placebench", "--help"]
IMPORT = [sys.executable, "-m", "placebench", "run"]


def runs_of(documents: Path, folder: Path, repeats: int) -> Iterator[Use]:
    """Import the documents again and again, each time into a new dataset, so that nothing is cached."""
    for number in range(repeats):
        yield Use.of([*IMPORT, str(documents), "--out", str(folder / str(number))])


def rows_of(dataset: Path) -> int:
    """Count the rows of every table of a dataset."""
    from placebench.dataset import Dataset  # noqa: PLC0415 - its libraries would weigh on what is measured

    opened = Dataset.open(dataset)
    return sum(opened[table].num_rows for table in opened.tables)


def report(measured: dict[str, Use], rows: int) -> Iterator[str]:
    """Yield the lines of the report."""
    yield "| command | wall, s | processor, s | peak memory, MB |"
    yield "|---|---|---|---|"
    for name, use in measured.items():
        yield f"| {name} | {use.wall:.3f} | {use.processor:.3f} | {use.peak / 1e6:.0f} |"
    bare, asked, whole = measured.values()
    yield ""
    yield f"`--help` takes {asked.wall / bare.wall:.1f} times as long as a bare interpreter."
    yield f"{rows} rows, evidence included: {rows / whole.wall:.0f} rows a second."
    yield f"Python {platform.python_version()}, {os.cpu_count()} processors, {platform.system()}."


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    parser.add_argument("documents", type=Path, nargs="?", default=Path("examples/documents"))
    parser.add_argument("--repeats", type=int, default=5, help="runs that each median is of")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        measured = {
            "bare interpreter": Use.median([Use.of(BARE) for _ in range(given.repeats)]),
            "`placebench --help`": Use.median([Use.of(HELP) for _ in range(given.repeats)]),
            "`placebench run`": Use.median([*runs_of(given.documents, Path(folder), given.repeats)]),
        }
        print(*report(measured, rows_of(Path(folder, "0"))), sep="\n")


if __name__ == "__main__":
    main()
