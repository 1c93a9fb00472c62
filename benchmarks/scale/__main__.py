"""Measure an import of many documents in several ways, and print the figures as a Markdown table."""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.scale.corpus import write_corpus
from benchmarks.speed.measure import Use

LOOP = """
import sys
from placebench.pipeline import import_one
from placebench.pipeline.files import find_documents
from placebench.plugins import discover
plugins = discover()
for found in find_documents([sys.argv[1]]):
    import_one(found, registry=plugins)
"""
"""The same readers and importers in a bare loop: no children, no cache, no dataset."""

WAYS: dict[str, tuple[str, list[str]]] = {
    "in this process, no cache": ("plain", ["--in-process"]),
    "one child, no cache": ("one", ["--jobs", "1", "--no-cache"]),
    "one child, first run": ("one-cached", ["--jobs", "1"]),
    "one child, second run": ("one-cached", ["--jobs", "1"]),
    "two children, first run": ("two-cached", ["--jobs", "2"]),
    "two children, second run": ("two-cached", ["--jobs", "2"]),
}
"""Folder of the dataset and options; a second run has the folder of the first."""
BARE = "bare loop of the same readers"


def lines_on(corpus: Path, count: int, results: Path, ways: Sequence[str]) -> Iterator[str]:
    """Yield a line for each way to import a corpus."""
    for way in ways:
        if way == BARE:
            use = Use.of([sys.executable, "-c", LOOP, str(corpus)])
        else:
            folder, options = WAYS[way]
            out = ["--out", str(results / folder), "-q"]
            use = Use.of([sys.executable, "-m", "placebench", "import", str(corpus), *out, *options])
        rate, cost, peak = count / use.wall, 1000 * use.processor / count, use.peak / 1e6
        yield f"| {count:,} | {way} | {use.wall:.1f} | {rate:.0f} | {cost:.1f} | {peak:.0f} |"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scale", description=__doc__)
    parser.add_argument("documents", type=Path, nargs="?", default=Path("examples/documents"))
    parser.add_argument("--count", type=int, nargs="+", default=[10_000], help="documents (default 10,000)")
    parser.add_argument("--only", nargs="+", choices=[BARE, *WAYS], default=[BARE, *WAYS], metavar="WAY")
    given = parser.parse_args()
    print("| documents | read | wall, s | documents a second | processor, ms a document | peak memory, MB |")
    print("|---:|---|---:|---:|---:|---:|", flush=True)
    for count in given.count:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            size = write_corpus(given.documents, folder / "corpus", count)
            for line in lines_on(folder / "corpus", count, folder, given.only):
                print(line, flush=True)
            for cache in sorted(folder.glob("*/.cache")):
                kept = sum(file.stat().st_size for file in cache.rglob("*.gz"))
                print(f"\n{size / 1e6:.1f} MB of documents, {kept / 1e6:.1f} MB of cache.\n", flush=True)
                shutil.rmtree(cache)
    print(f"Python {platform.python_version()}, {os.cpu_count()} processors, {platform.system()}.")


if __name__ == "__main__":
    main()
