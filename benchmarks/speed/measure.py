"""Start a command and read from the operating system what it used."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

_PEAK_UNIT = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True)
class Use:
    """What one command used, its child processes included.

    Attributes:
        wall: Seconds from start to end.
        processor: Seconds of processor time, user and system.
        peak: Bytes of memory of the largest single process at its largest.
    """

    wall: float
    processor: float
    peak: float

    @classmethod
    def of(cls, command: Sequence[str]) -> Self:
        """Run a command to its end.

        Raises:
            CalledProcessError: It did not end with exit code 0.
        """
        start = time.perf_counter()
        child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            raise subprocess.CalledProcessError(child.returncode, command)
        return cls(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * _PEAK_UNIT)

    @classmethod
    def median(cls, uses: Sequence[Self]) -> Self:
        """Return the median of each figure."""
        return cls(
            statistics.median(use.wall for use in uses),
            statistics.median(use.processor for use in uses),
            statistics.median(use.peak for use in uses),
        )
