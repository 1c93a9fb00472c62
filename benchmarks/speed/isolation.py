"""Measure what it costs to read documents in processes of their own, as a Markdown table."""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.speed.measure import Use
from placebench.pipeline.files import find_documents

WAYS = {
    "in this process": ["--in-process"],
    "one process of its own": ["--jobs", "1"],
    "two": ["--jobs", "2"],
    "as many as are worth it": [],
}


def write_corpus(documents: Path, folder: Path, times: int) -> int:
    """Write each document of a folder so many times, each time with another last line, and count them."""
    found = find_documents([documents])
    for number in range(times):
        copy = folder / str(number)
        shutil.copytree(documents, copy)
        for one in found:
            with (copy / one.path.name).open("a", encoding="utf-8") as file:
                file.write(f"\n\n{number}\n")
    return len(found) * times


def lines_on(corpus: Path, count: int, repeats: int, results: Path) -> Iterator[str]:
    """Yield a line for each way to read the documents; the ways take turns, as others use the machine."""
    uses: dict[str, list[Use]] = {way: [] for way in WAYS}
    for turn in range(repeats):
        for way, options in WAYS.items():
            out = results / f"{count}-{turn}-{way}"
            command = [sys.executable, "-m", "placebench", "import", str(corpus), "--out", str(out), "-q"]
            uses[way].append(Use.of([*command, *options]))
    for way, used in uses.items():
        use = Use.median(used)
        rate, peak = count / use.wall, use.peak / 1e6
        yield f"| {count} | {way} | {use.wall:.2f} | {use.processor:.2f} | {rate:.1f} | {peak:.0f} |"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed.isolation", description=__doc__)
    parser.add_argument("documents", type=Path, nargs="?", default=Path("examples/documents"))
    parser.add_argument("--times", type=int, nargs="+", default=[1, 25], help="copies of each document")
    parser.add_argument("--repeats", type=int, default=3, help="runs that each median is of")
    given = parser.parse_args()
    print("| documents | read | wall, s | processor, s | documents a second | peak memory, MB |")
    print("|---:|---|---:|---:|---:|---:|")
    with tempfile.TemporaryDirectory() as folder:
        for times in given.times:
            corpus = Path(folder, f"corpus-{times}")
            corpus.mkdir()
            count = write_corpus(given.documents, corpus, times)
            print(*lines_on(corpus, count, given.repeats, Path(folder)), sep="\n", flush=True)
    print(f"\nPython {platform.python_version()}, {os.cpu_count()} processors, {platform.system()}.")


if __name__ == "__main__":
    main()
