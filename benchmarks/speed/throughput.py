"""Measure how fast text is read and coded, and whether the cost stays linear, as Markdown."""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path

from benchmarks.speed.copies import copies, idle_cues
from placebench.pipeline import Found, import_one
from placebench.pipeline.files import find_documents
from placebench.pipeline.worker import collect_seldom
from placebench.plugins import Registry, discover

_PEAK_UNIT = 1 if sys.platform == "darwin" else 1024
_LENGTHS = (1, 2, 4, 8)
_IDLE = 9


class Reader:
    """Reads and codes texts, one after another, in this process.

    Args:
        registry: The plugins.
        folder: Where to put the texts.
    """

    def __init__(self, registry: Registry, folder: Path) -> None:
        self.registry = registry
        self.folder = folder

    def seconds(self, text: str, metadata: Mapping[str, str]) -> float:
        """Return how many seconds of processor time a text takes."""
        path = self.folder / "paper.txt"
        path.write_text(text, encoding="utf-8")
        start = time.process_time()
        import_one(Found(path, path.name, metadata), registry=self.registry)
        return time.process_time() - start


Papers = list[tuple[str, Mapping[str, str]]]


def papers(folder: Path) -> Papers:
    """Return text and metadata of the documents of a folder."""
    return [(f.path.read_text(encoding="utf-8"), f.metadata) for f in find_documents([folder])]


def many(reader: Reader, given: Papers, size: float) -> Iterator[str]:
    """Yield lines on many documents: rate and peak memory after each fifth of them."""
    streams = [(copies(text), metadata) for text, metadata in given]
    yield "| read, MB | documents | MB a second | peak memory, MB |"
    yield "|---:|---:|---:|---:|"
    read, spent, count = 0, 0.0, 0
    for fifth in range(1, 6):
        while read < size * fifth / 5:
            for stream, metadata in streams:
                text = next(stream)
                spent += reader.seconds(text, metadata)
                read += len(text.encode())
                count += 1
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _PEAK_UNIT
        yield f"| {read / 1e6:.1f} | {count} | {read / spent / 1e6:.2f} | {peak / 1e6:.0f} |"


def longer(reader: Reader, given: Papers) -> Iterator[str]:
    """Yield lines on one document that grows: seconds for each MB of it."""
    text, metadata = max(given, key=lambda paper: len(paper[0]))
    yield "| length of one document, MB | seconds a MB |"
    yield "|---:|---:|"
    for times in _LENGTHS:
        long = "\n\n".join(islice(copies(text), times))
        size = len(long.encode()) / 1e6
        yield f"| {size:.2f} | {reader.seconds(long, metadata) / size:.2f} |"


def more_cues(folder: Path, given: Papers) -> str:
    """Return a sentence on how much longer ten times as many cues take."""
    taken = []
    for additions in ((), (idle_cues(_IDLE),)):
        reader = Reader(discover(additions=additions), folder)
        for text, metadata in given:  # what is compiled once is not what is measured
            reader.seconds(text, metadata)
        streams = [(copies(text), metadata) for text, metadata in given]
        taken.append(
            sum(reader.seconds(next(stream), metadata) for stream, metadata in streams for _ in range(5))
        )
    return f"With ten times as many cues it takes {taken[1] / taken[0]:.2f} times as long."


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed.throughput", description=__doc__)
    parser.add_argument("documents", type=Path, nargs="?", default=Path("examples/documents"))
    parser.add_argument("--megabytes", type=float, default=50, help="how much text to read (default 50)")
    given = parser.parse_args()
    found = papers(given.documents)
    with tempfile.TemporaryDirectory() as folder:
        reader = Reader(discover(), Path(folder))
        collect_seldom()  # as in the processes in which documents are read
        print(*many(reader, found, given.megabytes * 1e6), "", sep="\n", flush=True)
        print(*longer(reader, found), "", sep="\n", flush=True)
        print(more_cues(Path(folder), found))


if __name__ == "__main__":
    main()
