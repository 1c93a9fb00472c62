"""How two places stand to each other in every completion of their intervals, and in at least one."""

from __future__ import annotations

import attrs
import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.bool_]
Stages = NDArray[np.int64] | NDArray[np.float64]


@attrs.frozen(eq=False, kw_only=True)
class Relations:
    """What holds of each ordered pair of places; entry `[a, b]` speaks of a over b.

    A completion puts one value from its interval into every cell. In a completion, a is *at least* b where it
    is not lower on any theme, and *above* b where it is also higher on one. Equal places are at least each
    other and neither is above.

    Attributes:
        certain: a is above b in every completion.
        at_least: a is at least b in every completion; of a place and itself it holds.
        possible: a is above b in at least one completion.
        equal: a and b agree on every theme in every completion; of a place and itself it holds.
        incomparable: Each is higher than the other on some theme, in every completion.
        can_be_incomparable: So in at least one completion.
    """

    certain: Matrix
    at_least: Matrix
    possible: Matrix
    equal: Matrix
    incomparable: Matrix
    can_be_incomparable: Matrix

    def names(self) -> NDArray[np.str_]:
        """Name the relation of each ordered pair, as far as it is certain.

        Returns:
            A square array of `above`, `below`, `at_least`, `at_most`, `equal`, `incomparable`, or `open`,
            where completions differ.
        """
        said = [
            (self.equal, "equal"),
            (self.certain, "above"),
            (self.certain.T, "below"),
            (self.at_least, "at_least"),
            (self.at_least.T, "at_most"),
            (self.incomparable, "incomparable"),
        ]
        return np.select([where for where, _ in said], [name for _, name in said], default="open")


def relations(low: Stages, high: Stages) -> Relations:
    """Compare all places with each other, theme by theme.

    Cells of different places and themes vary on their own, so each answer needs the ends of intervals only.
    Above for certain is a low end that nowhere stays under the other's high end, and exceeds it once.

    Args:
        low: Lowest value of each place (row) on each theme (column).
        high: Highest value, of the same shape.

    Returns:
        Square matrices over the places.
    """
    one_low, one_high = low[:, None, :], high[:, None, :]
    other_low, other_high = low[None, :, :], high[None, :, :]
    itself = np.eye(len(low), dtype=np.bool_)
    at_least = (one_low >= other_high).all(axis=2) | itself
    can_be_at_least = (one_high >= other_low).all(axis=2)
    can_exceed, can_fall_short = one_high > other_low, one_low < other_high
    return Relations(
        certain=at_least & (one_low > other_high).any(axis=2),
        at_least=at_least,
        possible=can_be_at_least & can_exceed.any(axis=2) & ~itself,
        equal=at_least & at_least.T,
        incomparable=np.logical_not(can_be_at_least | can_be_at_least.T),
        can_be_incomparable=_on_two_themes(can_exceed, can_fall_short) & ~itself,
    )


def _on_two_themes(exceeds: Matrix, falls_short: Matrix) -> Matrix:
    """Hold where one theme can go one way and another theme the other way."""
    both = (exceeds & falls_short).sum(axis=2)
    either = (exceeds | falls_short).sum(axis=2)
    some = exceeds.any(axis=2) & falls_short.any(axis=2)
    return np.asarray(some & ~((both == 1) & (either == 1)), dtype=np.bool_)
