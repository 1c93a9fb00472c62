"""Measure qualitative comparative analysis, beside sympy's minimisation where sympy is installed.

`sympy.logic.SOPform` minimises the same truth table, with remainders as don't-cares, to one expression.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import product

import attrs
import numpy as np
import polars as pl

from placebench.benchmark.configurations import robustness, solutions

SIZES = ((5, 18), (6, 30), (8, 60), (10, 60), (12, 60), (12, 200))
PATIENCE = 120  # seconds that the peer has
_PEER = """
import json, sys, time
from sympy import Or, symbols
from sympy.logic import SOPform
k, positive, free = json.load(sys.stdin)
start = time.process_time()
found = SOPform(symbols(f"C0:{k}"), positive, free)
print(json.dumps([time.process_time() - start, len(Or.make_args(found))]))
"""


@attrs.frozen
class Measured:
    """What one minimisation took.

    Attributes:
        seconds: Processor time.
        terms: Terms of a model.
        models: Number of models given; null where only one is looked for.
        proven: Whether these are certainly all models of the fewest terms.
    """

    seconds: float
    terms: int
    models: int | None
    proven: bool


def cases(conditions: int, number: int, *, pattern: bool, seed: int) -> pl.DataFrame:
    """Draw cases whose outcome follows A*B + C*~D save for one in ten, or follows nothing."""
    draw = np.random.default_rng(seed)
    values = draw.integers(0, 2, (number, conditions))
    a, b, c, d = values.T[:4]
    noise = draw.random(number) < 0.1  # noqa: PLR2004 - one in ten
    outcome = ((a & b) | (c & (1 - d))) ^ noise if pattern else draw.integers(0, 2, number)
    columns = {name: values[:, n] for n, name in enumerate(names(conditions))}
    return pl.DataFrame({"case": np.arange(number), **columns, "Y": outcome.astype(np.int64)})


def names(conditions: int) -> list[str]:
    """Name conditions."""
    return [f"C{n}" for n in range(conditions)]


def ours(frame: pl.DataFrame) -> Measured:
    """Solve a truth table, with both solutions, all tied models and every figure of fit."""
    start = time.process_time()
    result = solutions(frame, frame.columns[1:-1], "Y")
    seconds = time.process_time() - start
    models = result.frame.filter(solution="parsimonious", part="model")
    terms = 1 + models["expression"][0].count(" + ")
    proven = not any("grew too long" in note or "(a cap)" in note for note in result.notes)
    return Measured(seconds, terms, models.height, proven)


def peer(frame: pl.DataFrame) -> Measured | None:
    """Minimise the same truth table with sympy; nothing where it is not installed or not done in time."""
    if importlib.util.find_spec("sympy") is None:
        return None
    conditions = len(frame.columns) - 2
    rows: dict[tuple[int, ...], list[int]] = {}
    for *row, outcome in frame.drop("case").iter_rows():
        rows.setdefault(tuple(row), []).append(outcome)
    positive = [row for row, outcomes in rows.items() if all(outcomes)]
    free = [row for row in product((0, 1), repeat=conditions) if row not in rows]
    asked = json.dumps([conditions, positive, free])
    command = [sys.executable, "-c", _PEER]
    try:
        done = subprocess.run(
            command, input=asked, capture_output=True, text=True, timeout=PATIENCE, check=True
        )
    except subprocess.TimeoutExpired:
        return None
    seconds, terms = json.loads(done.stdout)
    return Measured(seconds, terms, None, proven=False)


def minimisations() -> Iterator[str]:
    """Yield a line of the table for each size and kind of data."""
    yield "| conditions | cases | outcome | seconds | terms | tied models | sympy, seconds | terms |"
    yield "|---:|---:|---|---:|---:|---:|---:|---:|"
    for seed, (conditions, number) in enumerate(SIZES):
        for pattern in (True, False):
            frame = cases(conditions, number, pattern=pattern, seed=seed)
            mine, theirs = ours(frame), peer(frame)
            models = f"{mine.models}" if mine.proven else f"{mine.models} or more"
            other = f"{theirs.seconds:.2f} | {theirs.terms}" if theirs else "none | "
            kind = "pattern" if pattern else "random"
            said = f"{conditions} | {number} | {kind} | {mine.seconds:.2f} | {mine.terms} | {models}"
            yield f"| {said} | {other} |"


def completing(conditions: int, number: int, missing: int) -> str:
    """Return a line on the terms of data with missing values, every completion gone through."""
    frame = cases(conditions, number, pattern=True, seed=0)
    gone = pl.when(pl.col("case") < missing).then(None).otherwise(pl.col("C0")).alias("C0")
    start = time.process_time()
    result = robustness(frame.with_columns(gone), names(conditions), "Y")
    seconds = time.process_time() - start
    ways = result.denominators["completions"]
    return f"{conditions} conditions, {number} cases, {ways} completions: {seconds:.1f} s"


def main() -> None:
    """Measure and print."""
    argparse.ArgumentParser(
        prog="python -m benchmarks.analysis.configurations", description=__doc__
    ).parse_args()
    for line in minimisations():
        print(line, flush=True)
    print()
    for size in ((4, 20, 10), (6, 40, 10), (8, 60, 10)):
        print(completing(*size), flush=True)


if __name__ == "__main__":
    main()
