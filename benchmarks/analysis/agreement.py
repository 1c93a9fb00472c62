"""Time Krippendorff's alpha beside the package `krippendorff`, on the same ratings, as Markdown."""

from __future__ import annotations

import argparse
from functools import partial
from importlib import import_module

import numpy as np
import polars as pl
from numpy.typing import NDArray

from benchmarks.analysis.taking_turns import Take, taking_turns
from placebench.benchmark.agreement import Bootstrap, alpha
from placebench.benchmark.agreement.krippendorff import LEVELS, alpha_of_matrix

TOLERANCE = 1e-9
_STAGES = 5
_BLANK_SHARE = 0.2


def ratings(units: int, raters: int, seed: int = 0) -> NDArray[np.float64]:
    """Return ratings from 1 to 5, a row a unit, of which a fifth are blank; raters mostly agree."""
    random = np.random.default_rng(seed)
    truth = random.integers(1, _STAGES + 1, size=(units, 1))
    slips = random.integers(-1, 2, size=(units, raters))
    given: NDArray[np.float64] = np.clip(truth + slips, 1, _STAGES).astype(np.float64)
    given[random.random(given.shape) < _BLANK_SHARE] = np.nan
    return given


def long(matrix: NDArray[np.float64]) -> pl.DataFrame:
    """Return a matrix of ratings as a long frame."""
    units, raters = matrix.shape
    return pl.DataFrame(
        {
            "unit": np.repeat(np.arange(units), raters),
            "rater": np.tile(np.arange(raters), units),
            "value": pl.Series(matrix.ravel()).fill_nan(None),
        }
    )


def main() -> None:
    """Measure and print; the exit code is 1 where answers differ."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.analysis.agreement", description=__doc__)
    parser.add_argument("--units", type=int, default=1000)
    parser.add_argument("--raters", type=int, default=50)
    parser.add_argument("--repeats", type=int, default=21)
    given = parser.parse_args()
    peer = import_module("krippendorff")
    matrix = ratings(given.units, given.raters)
    frame, turned = long(matrix), matrix.T.copy()
    print(f"{given.units} units, {given.raters} raters, {np.isnan(matrix).mean():.0%} blank\n")
    print(
        "| level | krippendorff, ms | placebench, ms | from a long frame, ms | and 1000 samples, ms | apart |"
    )
    print("|---|---:|---:|---:|---:|---:|")
    for level in LEVELS:
        takes: dict[str, Take] = {
            "peer": partial(peer.alpha, reliability_data=turned, level_of_measurement=level),
            "matrix": partial(alpha_of_matrix, matrix, level),
            "frame": partial(alpha, frame, level, bootstrap=Bootstrap(resamples=0)),
        }
        times, answers = taking_turns(takes, given.repeats)
        drawn, _ = taking_turns({"drawn": partial(alpha, frame, level)}, 3)
        answers["frame"] = answers["frame"].frame["value"][0]
        apart = max(abs(answers[one] - answers["peer"]) for one in ("matrix", "frame"))
        cells = " | ".join(f"{1000 * seconds:.2f}" for seconds in (*times.values(), *drawn.values()))
        print(f"| {level} | {cells} | {apart:.0e} |")
        if apart > TOLERANCE:
            parser.exit(1, f"answers differ at level {level}\n")


if __name__ == "__main__":
    main()
