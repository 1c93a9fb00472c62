"""Time and memory of linear extensions: exact for eighteen places, drawn for two hundred.

    python -m benchmarks.analysis.order [--repeats 5]

Each case runs in a process of its own, so that its memory is its own; `imports alone` is in all of them.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator

import numpy as np
import polars as pl
from numpy.typing import NDArray

from benchmarks.speed.measure import Use
from placebench.benchmark.order import dominance, linear_extensions, ranks, robustness, variants
from placebench.benchmark.order.down_sets import down_sets

Matrix = NDArray[np.bool_]
_MEBIBYTE = 1 << 20
_SEED = 11


def places(number: int, themes: int, blanks: float) -> pl.DataFrame:
    """Make intervals of places with random stages from 1 to 4, some of them blank."""
    random = np.random.default_rng(_SEED)
    stages = random.integers(1, 5, number * themes)
    blank = random.random(number * themes) < blanks
    return pl.DataFrame(
        {
            "place_id": np.repeat([f"p{at:03}" for at in range(number)], themes),
            "theme_id": np.tile([f"t{at:02}" for at in range(themes)], number),
            "low": np.where(blank, 1, stages),
            "high": np.where(blank, 4, stages),
            "n_stages": 4,
        }
    )


def grid(side: int) -> Matrix:
    """Return the order of all profiles of two themes."""
    rows = np.array(list(np.ndindex(side, side)))
    return np.asarray((rows[:, None] <= rows[None]).all(axis=2) & ~np.eye(side**2, dtype=np.bool_))


def ring(pairs: int) -> Matrix:
    """Return an order without parts: each of the low places is below two of the high ones."""
    below = np.zeros((2 * pairs, 2 * pairs), dtype=np.bool_)
    for at in range(pairs):
        below[at, pairs + at] = below[at, pairs + (at + 1) % pairs] = True
    return below


def one_by_one(below: Matrix, left: frozenset[int]) -> Iterator[tuple[int, ...]]:
    """Yield every linear extension of what is left, as a plain enumeration does."""
    if not left:
        yield ()
    for lowest in left:
        if not any(below[other, lowest] for other in left):
            for rest in one_by_one(below, left - {lowest}):
                yield (lowest, *rest)


def enumerated() -> None:
    """Enumerate the extensions of a grid, and check the exact count against them."""
    below = grid(4)
    heights = np.zeros(below.shape)
    number = 0
    for extension in one_by_one(below, frozenset(range(len(below)))):
        number += 1
        heights[extension, range(len(below))] += 1
    exact = linear_extensions(below)
    if exact.number != number or abs(exact.heights - heights / number).max() > 1e-12:  # noqa: PLR2004 - rounding
        sys.exit("the exact count and the enumeration differ")


def counted(below: Matrix) -> None:
    """Count over down-sets alone, without taking the order apart first."""
    found = down_sets(below, most=1 << 20)
    if found is not None:
        found.heights_and_precedence()


CASES: dict[str, Callable[[], object]] = {
    "imports alone": lambda: None,
    "18 places, all incomparable, down-sets alone": lambda: counted(np.zeros((18, 18), dtype=np.bool_)),
    "18 places in a ring, half of each below two": lambda: linear_extensions(ring(9)),
    "20 places, all incomparable, down-sets alone": lambda: counted(np.zeros((20, 20), dtype=np.bool_)),
    "16 places in a grid, 24,024 extensions": lambda: linear_extensions(grid(4)),
    "the same, one extension after the other": enumerated,
    "ranks of 18 places, 6 themes, a tenth blank": lambda: ranks(places(18, 6, 0.1)),
    "ranks of 200 places, 10 themes, a fifth blank": lambda: ranks(places(200, 10, 0.2)),
    "ranks of 200 places, 5 themes, drawn": lambda: ranks(places(200, 5, 0)),
    "dominance of 200 places, 10 themes": lambda: dominance(places(200, 10, 0.2)),
    "robustness of 200 places over 13 variants": lambda: robustness(variants(places(200, 10, 0.2))),
}


def main() -> None:
    """Run one case, or measure all of them."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--repeats", type=int, default=5, help="how often each case runs; the median is printed"
    )
    parser.add_argument("--case", choices=CASES, help="run this case alone, and print nothing")
    asked = parser.parse_args()
    if asked.case:
        CASES[asked.case]()
        return
    print("| case | wall, s | processor, s | peak memory, MB |\n|---|---:|---:|---:|")
    for name in CASES:
        command = [sys.executable, "-m", "benchmarks.analysis.order", "--case", name]
        use = Use.median([Use.of(command) for _ in range(asked.repeats)])
        print(f"| {name} | {use.wall:.2f} | {use.processor:.2f} | {use.peak / _MEBIBYTE:.0f} |", flush=True)


if __name__ == "__main__":
    main()
