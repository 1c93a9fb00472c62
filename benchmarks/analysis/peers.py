"""Time Gower's distance beside the package `gower`, on the same places, as Markdown."""

from __future__ import annotations

import argparse
from importlib import import_module

import numpy as np
import polars as pl
from numpy.typing import NDArray

from benchmarks.analysis.taking_turns import taking_turns
from placebench.benchmark.peers import Feature, gower

TOLERANCE = 1e-6  # the other package computes in single precision
_BLANK_SHARE = 0.2


def places(rows: int, columns: int, seed: int = 0) -> tuple[NDArray[np.object_], NDArray[np.bool_]]:
    """Return features of places, half of them numbers and half categories, and which are categories."""
    random = np.random.default_rng(seed)
    numbers, categories = columns - columns // 2, columns // 2
    table = np.empty((rows, columns), dtype=object)
    table[:, :numbers] = random.random((rows, numbers))
    table[:, numbers:] = np.array(list("abcd"))[random.integers(0, 4, (rows, categories))]
    return table, np.arange(columns) >= numbers


def framed(table: NDArray[np.object_], categorical: NDArray[np.bool_]) -> tuple[pl.DataFrame, list[Feature]]:
    """Return a table as a frame, and its features."""
    names = [f"x{n}" for n in range(table.shape[1])]
    kinds = ["nominal" if one else "interval" for one in categorical]
    dtypes = [pl.String if one else pl.Float64 for one in categorical]
    series = [
        pl.Series(name, table[:, n].tolist(), dtype=dtype)
        for n, (name, dtype) in enumerate(zip(names, dtypes, strict=True))
    ]
    return pl.DataFrame(series), [Feature(name, kind) for name, kind in zip(names, kinds, strict=True)]


def blanked(table: NDArray[np.object_], seed: int = 1) -> NDArray[np.object_]:
    """Return the table with a fifth of its numbers and categories taken out."""
    given = table.copy()
    given[np.random.default_rng(seed).random(given.shape) < _BLANK_SHARE] = None
    return given


def main() -> None:
    """Measure and print; the exit code is 1 where answers differ."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.analysis.peers", description=__doc__)
    parser.add_argument("--places", type=int, default=2000)
    parser.add_argument("--features", type=int, default=30)
    parser.add_argument("--repeats", type=int, default=3)
    given = parser.parse_args()
    peer = import_module("gower")
    table, categorical = places(given.places, given.features)
    frame, features = framed(table, categorical)
    holed, _ = framed(blanked(table), categorical)
    takes = {
        "gower": lambda: peer.gower_matrix(table, cat_features=categorical),
        "placebench": lambda: gower(frame, features, bounded=False).distance,
        "placebench, a fifth blank": lambda: gower(holed, features, bounded=False).distance,
        "placebench, a fifth blank, with bounds": lambda: gower(holed, features).distance,
    }
    times, answers = taking_turns(takes, given.repeats)
    print(f"{given.places} places, {given.features} features, half of them numbers\n")
    print("| | seconds | pairs without an answer |")
    print("|---|---:|---:|")
    for name, seconds in times.items():
        print(f"| {name} | {seconds:.2f} | {np.isnan(answers[name].astype(float)).mean():.0%} |")
    some = blanked(table[:200])
    some[:, ~categorical] = np.where(some[:, ~categorical] == None, np.nan, some[:, ~categorical])  # noqa: E711
    missing = np.isnan(peer.gower_matrix(some, cat_features=categorical)).mean()
    print(f"\nWith a fifth blank, `gower` gives NaN for {missing:.0%} of the pairs of 200 places.")
    apart = np.abs(answers["gower"] - answers["placebench"]).max()
    print(f"Without blanks the two are at most {apart:.0e} apart.")
    if apart > TOLERANCE:
        parser.exit(1, "answers differ\n")


if __name__ == "__main__":
    main()
