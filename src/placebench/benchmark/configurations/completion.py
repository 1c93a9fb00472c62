"""Missing values by completion: what is not stated could be anything, and nothing is imputed.

A completion gives every missing value one of the values that it could have. What holds in every completion
holds whatever the missing values are.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

import attrs
import numpy as np

from placebench.benchmark.configurations.sets import Sets
from placebench.errors import UsageError

_READABLE = 10**6


@attrs.frozen(kw_only=True)
class Completing:
    """How missing values are completed.

    Attributes:
        most: Number of ways up to which all are looked at, and size of the sample beyond it.
        seed: Seed of the sample.

    Raises:
        UsageError: Fewer ways than two.
    """

    most: int = attrs.field(default=1024)
    seed: int = 0

    @most.validator
    def _some(self, _: object, value: int) -> None:
        if value < 2:  # noqa: PLR2004 - all missing values at their lowest, and at their highest
            raise UsageError("at least two completions", f"{value}")


@attrs.frozen(eq=False, kw_only=True)
class Completions:
    """Ways to complete calibrated data.

    Attributes:
        sets: Complete data, one for each way that was looked at.
        possible: Number of ways that there are.
        missing: Number of values that are missing.
        values: Number of values, missing or not.
        seed: Seed of the draw; null where every way was looked at.
        graded: Whether a degree of membership is missing.
    """

    sets: tuple[Sets, ...]
    possible: int
    missing: int
    values: int
    seed: int | None
    graded: bool

    @property
    def denominators(self) -> dict[str, int]:
        """Count values and completions."""
        return {
            "values": self.values,
            "values_missing": self.missing,
            "completions": len(self.sets),
            "completions_possible": self.possible,
        }

    def in_words(self) -> Iterator[str]:
        """Say how missing values were treated; nothing where there are none."""
        if not self.missing:
            return
        short = f"Not stated: {self.missing} of {self.values} values."
        if self.seed is None:
            yield f"{short} All {self.possible:,} ways to complete them were looked at."
        else:
            many = f"{self.possible:,}" if self.possible < _READABLE else _power_of_ten(self.possible)
            yield (
                f"{short} Of {many} ways to complete them, {len(self.sets):,} were looked at, all but two "
                f"drawn at random (seed {self.seed}). What holds in each of these may fail in others, "
                "and what never came up may still be possible."
            )
        if self.graded:
            yield (
                "A missing degree of membership was completed as 0 and as 1 only: what holds at both ends "
                "may fail in between."
            )


def completions(sets: Sets, completing: Completing) -> Completions:
    """Complete missing values: in every way where there are few, else in a sample that a seed fixes.

    The sample holds the ways in which all missing values are the lowest and the highest, and others drawn
    independently.

    Args:
        sets: Calibrated data.
        completing: How many ways to look at, and the seed of the draw.
    """
    cells = [(int(case), int(condition)) for case, condition in np.argwhere(np.isnan(sets.values))]
    outcomes = [int(case) for case in np.flatnonzero(np.isnan(sets.memberships))]
    options = [sets.levels[condition] for _, condition in cells] + [2] * len(outcomes)
    possible = math.prod(options)
    few = possible <= completing.most
    ways = product(*(range(n) for n in options)) if few else _drawn(options, completing)
    graded = any(sets.fuzzy[condition] for _, condition in cells) or bool(outcomes and sets.outcome_is_fuzzy)
    return Completions(
        sets=tuple(_completed(sets, cells, outcomes, way) for way in ways),
        possible=possible,
        missing=len(options),
        values=sets.values.size + sets.memberships.size,
        seed=None if few else completing.seed,
        graded=graded,
    )


def _drawn(options: Sequence[int], completing: Completing) -> Iterable[tuple[int, ...]]:
    yield tuple(0 for _ in options)
    yield tuple(n - 1 for n in options)
    draw = np.random.default_rng(completing.seed)
    for _ in range(completing.most - 2):
        yield tuple(int(level) for level in draw.integers(0, options))


def _completed(
    sets: Sets, cells: Sequence[tuple[int, int]], outcomes: Sequence[int], way: Sequence[int]
) -> Sets:
    if not way:
        return sets
    values, memberships = sets.values.copy(), sets.memberships.copy()
    for (case, condition), level in zip(cells, way[: len(cells)], strict=True):
        values[case, condition] = level
    memberships[outcomes] = way[len(cells) :]
    return attrs.evolve(sets, values=values, memberships=memberships)


def _power_of_ten(number: int) -> str:
    return f"about 10^{len(str(number)) - 1}"
