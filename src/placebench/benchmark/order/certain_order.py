"""The certain order of places, with equal places as one element, and its linear extensions."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import attrs
import numpy as np
import polars as pl
from numpy.typing import NDArray

from placebench.benchmark.order.extensions import DRAWS, Extensions, linear_extensions
from placebench.benchmark.order.profiles import Profiles, profiles_of

SOURCE = (
    "De Loof, De Meyer, De Baets, Fundamenta Informaticae 71 (2006) on counting linear extensions; "
    "Propp, Wilson, Random Structures and Algorithms 9 (1996) on drawing them"
)
_LONG = 10**12


@attrs.frozen(eq=False, kw_only=True)
class CertainOrder:
    """Places in the order that holds in every completion.

    Attributes:
        profiles: The places.
        member_of: Position of the class of each place.
        sizes: Number of places of each class.
        extensions: Linear extensions of the order of classes.
        seed: Seed of the draws, where there were any.
    """

    profiles: Profiles
    member_of: NDArray[np.int64]
    sizes: NDArray[np.int64]
    extensions: Extensions
    seed: int

    @property
    def lowest_rank(self) -> NDArray[np.int64]:
        """The best rank that each place has in any extension of any completion; rank 1 is the highest."""
        return np.asarray(1 + self.profiles.relations.certain.sum(axis=0), dtype=np.int64)

    @property
    def highest_rank(self) -> NDArray[np.int64]:
        """The worst rank that each place has in any extension of any completion."""
        not_above = self.profiles.relations.at_least.sum(axis=1)  # itself among them
        return np.asarray(len(self.profiles.place_ids) + 1 - not_above, dtype=np.int64)

    @property
    def above(self) -> NDArray[np.float64]:
        """Share of the linear extensions with place a above place b at `[a, b]`; 0 for equal places."""
        share = self.extensions.precedence[np.ix_(self.member_of, self.member_of)]
        return np.asarray(share.T)

    def notes(self) -> Iterator[str]:
        """Say how the extensions were found, and what they are not."""
        yield (
            "The certain order holds in every completion: on each theme the low end of one place is at or "
            "over the high end of the other. It is a partial order; what is stated later can only add to it."
        )
        yield (
            "Its linear extensions are all weighed alike. That is a convention, not a chance that one place "
            "is better than another."
        )
        found = self.extensions
        if found.draws is None:
            yield f"Counted exactly; the number of linear extensions is {_in_words(found.number or 1)}."
        else:
            largest = found.standard_error(np.array([0.5])).item()
            yield (
                f"Estimated from {found.draws} linear extensions, drawn uniformly with seed {self.seed}; "
                f"the standard error of a share is at most {largest:.3f}."
            )


def _in_words(number: int) -> str:
    return f"{number:,}" if number < _LONG else f"about 10^{math.log10(number):.1f}"


def certain_order(
    frame: pl.DataFrame,
    places: Sequence[str] | None = None,
    themes: Sequence[str] | None = None,
    *,
    draws: int = DRAWS,
    seed: int = 0,
) -> CertainOrder:
    """Find the certain order of places and its linear extensions.

    A place is at or below another where no completion has it higher on a theme. Places that are equal in
    every completion are one element, so that a tie is neither broken nor counted as two.

    Args:
        frame: Intervals of places on the themes of one framework.
        places: Identifiers of the places; all by default.
        themes: Identifiers of the themes; all by default.
        draws: How many extensions to draw where they cannot be counted.
        seed: Seed of the draws.

    Raises:
        UsageError: The frame is not right, a name is unknown, or draws or seed are out of range.
    """
    profiles = profiles_of(frame, places, themes)
    member_of = np.zeros(len(profiles.place_ids), dtype=np.int64)
    for number, members in enumerate(profiles.classes):
        member_of[list(members)] = number
    first = np.array([members[0] for members in profiles.classes], dtype=np.int64)
    at_most = profiles.relations.at_least.T[np.ix_(first, first)]
    return CertainOrder(
        profiles=profiles,
        member_of=member_of,
        sizes=np.array([len(members) for members in profiles.classes], dtype=np.int64),
        extensions=linear_extensions(at_most, draws=draws, seed=seed),
        seed=seed,
    )
