"""Time several ways to do one thing, in turns, so that what else the machine does falls on all of them."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping
from typing import Any

Take = Callable[[], Any]


def taking_turns(takes: Mapping[str, Take], repeats: int) -> tuple[dict[str, float], dict[str, Any]]:
    """Return the median seconds of each way, and what it gave; a first round is not timed."""
    answers = {name: take() for name, take in takes.items()}
    seconds: dict[str, list[float]] = {name: [] for name in takes}
    for _ in range(repeats):
        for name, take in takes.items():
            start = time.perf_counter()
            take()
            seconds[name].append(time.perf_counter() - start)
    return {name: statistics.median(times) for name, times in seconds.items()}, answers
