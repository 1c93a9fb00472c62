"""How long `placebench report` takes from its start to its end, on documents of a folder.

    python -m benchmarks.report.command DOCUMENTS [--repeats 10]

Times are by the clock, median and range; beside them the processor time of the command with the processes
that it starts, and how many processes waited for the machine: the clock tells their share too. Modules are
compiled before, as they are on every machine that keeps them (`PYTHONDONTWRITEBYTECODE` is not set).
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

REPEATS = 10
_MEGABYTE = 1_000_000


def main() -> None:
    """Print one line a figure."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.report.command")
    parser.add_argument("documents", type=Path)
    parser.add_argument("--repeats", type=int, default=REPEATS)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(Path(folder, "compiled"))}
        dataset, page = Path(folder, "dataset"), Path(folder, "report.html")
        _placebench("import", asked.documents, "--out", dataset, "--quiet")
        arguments = ("report", dataset, "--out", page, "--documents", asked.documents)
        _placebench(*arguments)
        before, waiting = _processor(), os.getloadavg()[0]
        times = sorted(_timed(*arguments) for _ in range(asked.repeats))
        used = (_processor() - before) / asked.repeats
        print(f"by the clock, s           {statistics.median(times):.2f} ({times[0]:.2f} to {times[-1]:.2f})")
        print(f"processor, s              {used:.2f}")
        print(f"processes that waited     {waiting:.1f} before, {os.getloadavg()[0]:.1f} after")
        print(f"size, MB                  {page.stat().st_size / _MEGABYTE:.2f}")


def _timed(*arguments: object) -> float:
    begin = time.perf_counter()
    _placebench(*arguments)
    return time.perf_counter() - begin


def _placebench(*arguments: object) -> None:
    command = [sys.executable, "-m", "placebench", *map(str, arguments)]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
