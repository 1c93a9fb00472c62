"""Linear extensions of a partial order: how many, and where each element stands in them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

import attrs
import numpy as np
from numpy.typing import NDArray

from placebench.benchmark.order.down_sets import down_sets
from placebench.benchmark.order.partial_order import Indices, Matrix, components, strict_order
from placebench.benchmark.order.sampling import Seed, draw_extensions
from placebench.benchmark.order.shuffles import shuffled_heights, shuffled_precedence
from placebench.errors import UsageError

DRAWS = 200
MOST_DOWN_SETS = 300_000
Shares = NDArray[np.float64]


@attrs.frozen(eq=False, kw_only=True)
class Extensions:
    """The linear extensions of a partial order, all taken as equally likely.

    Attributes:
        number: How many there are, exact; None where they were drawn at random.
        heights: Share of the extensions with each element (row) at each height (column); the first column is
            the lowest height, 1.
        precedence: Share of the extensions with i below j at `[i, j]`, the mutual ranking probability; 0 for
            an element and itself.
        draws: How many extensions were drawn where exact counting would take too long; None where all is
            exact.
    """

    number: int | None
    heights: Shares
    precedence: Shares
    draws: int | None = None

    @property
    def expected(self) -> Shares:
        """Expected height of each element, from 1, the lowest."""
        return np.asarray(self.heights @ np.arange(1, len(self.heights) + 1))

    @property
    def deviation(self) -> Shares:
        """Standard deviation of each element's height over the extensions."""
        steps = np.arange(1, len(self.heights) + 1)[None, :] - self.expected[:, None]
        return np.asarray(np.sqrt((self.heights * steps**2).sum(axis=1)))

    def standard_error(self, shares: Shares) -> Shares:
        """Return the standard error of shares of drawn extensions, never too small; zeros where all is exact.

        That of a share of independent draws, with half a draw added on either side, so that what was never
        drawn is not taken for impossible. Where part of the order was counted exactly it is an upper bound.
        """
        if self.draws is None:
            return np.zeros_like(shares)
        seen = (shares * self.draws + 0.5) / (self.draws + 1)
        return np.asarray(np.sqrt(seen * (1 - seen) / self.draws))


def linear_extensions(
    at_most: NDArray[np.generic],
    *,
    names: Sequence[str] | None = None,
    draws: int = DRAWS,
    seed: int = 0,
    most_down_sets: int = MOST_DOWN_SETS,
) -> Extensions:
    """Count the linear extensions of a partial order, and where each element stands in them.

    Parts that lie wholly above each other, and parts that know nothing of each other, are solved apart and
    put together. What is left is counted exactly over its down-sets (De Loof, De Meyer and De Baets 2006), or
    drawn at random, independently and uniformly, where it has too many.

    Args:
        at_most: Square; true or 1 at `[i, j]` where element i is at or below element j.
        names: What the elements are called in errors.
        draws: How many extensions to draw of a part that cannot be counted.
        seed: Seed of the draws.
        most_down_sets: Number of down-sets of one part above which it is drawn.

    Returns:
        Exact shares, right to rounding, or estimates that say how many draws they rest on.

    Raises:
        UsageError: The matrix is no partial order, or draws or seed are out of range.
    """
    if draws < 1 or seed < 0:
        raise UsageError("one draw or more and a seed from 0", f"{draws} draws and seed {seed}")
    below = strict_order(at_most, names)
    return _remembered(below.tobytes(), len(below), draws, seed, most_down_sets)


@lru_cache(maxsize=8)  # ranks, pairs and probabilities ask it of one order
def _remembered(below: bytes, n: int, draws: int, seed: int, most: int) -> Extensions:
    order = np.frombuffer(below, dtype=np.bool_).reshape(n, n)
    solved = _solve(order, draws, (seed,), most)
    for shares in (solved.heights, solved.precedence):
        shares.setflags(write=False)
    return solved


def _solve(below: Matrix, draws: int, seed: Seed, most: int) -> Extensions:
    n = len(below)
    if n <= 1:
        return Extensions(number=1, heights=np.eye(n), precedence=np.zeros((n, n)))
    linked = below | below.T
    for parts, together in ((components(~linked), _stacked), (components(linked), _shuffled)):
        if len(parts) > 1:
            solved = [
                # a seed of its own, since what is drawn of different parts must not go together
                _solve(below[np.ix_(part, part)], draws, (*seed, number), most)
                for number, part in enumerate(parts)
            ]
            return together(below, parts, solved)
    return _counted(below, most) or _drawn(below, draws, seed)


def _counted(below: Matrix, most: int) -> Extensions | None:
    found = down_sets(below, most)
    if found is None:
        return None
    heights, precedence = found.heights_and_precedence()
    return Extensions(number=found.number_of_extensions, heights=heights, precedence=precedence)


def _drawn(below: Matrix, draws: int, seed: Seed) -> Extensions:
    drawn = draw_extensions(below, draws, seed)
    n = len(below)
    position = drawn.argsort(axis=0).argsort(axis=0)
    heights = np.stack([np.bincount(position[element], minlength=n) for element in range(n)]) / draws
    precedence = np.stack([(drawn[element] < drawn).mean(axis=1) for element in range(n)])
    return Extensions(number=None, heights=heights, precedence=precedence, draws=draws)


def _stacked(below: Matrix, parts: list[Indices], solved: list[Extensions]) -> Extensions:
    """Put parts together of which each lies wholly above or below each other."""
    heights, precedence = np.zeros(below.shape), below.astype(np.float64)
    for part, own in zip(parts, solved, strict=True):
        beneath = int(below[:, part[0]].sum() - below[part, part[0]].sum())
        heights[part, beneath : beneath + len(part)] = own.heights
        precedence[np.ix_(part, part)] = own.precedence
    return _together(solved, 1, heights, precedence)


def _shuffled(below: Matrix, parts: list[Indices], solved: list[Extensions]) -> Extensions:
    """Put parts together that know nothing of each other: every way to shuffle them is as likely."""
    heights, precedence = np.zeros(below.shape), np.zeros(below.shape)
    for number, (part, own) in enumerate(zip(parts, solved, strict=True)):
        heights[part] = shuffled_heights(own.heights, len(below) - len(part))
        precedence[np.ix_(part, part)] = own.precedence
        for other, theirs in zip(parts[:number], solved, strict=False):
            share = shuffled_precedence(own.heights, theirs.heights)
            precedence[np.ix_(part, other)] = share
            precedence[np.ix_(other, part)] = 1 - share.T
    ways = math.factorial(len(below)) // math.prod(math.factorial(len(part)) for part in parts)
    return _together(solved, ways, heights, precedence)


def _together(solved: list[Extensions], ways: int, heights: Shares, precedence: Shares) -> Extensions:
    numbers = [own.number for own in solved]
    exact = [number for number in numbers if number is not None]
    drawn = [own.draws for own in solved if own.draws is not None]
    return Extensions(
        number=ways * math.prod(exact) if len(exact) == len(numbers) else None,
        heights=heights,
        precedence=precedence,
        draws=min(drawn, default=None),
    )
