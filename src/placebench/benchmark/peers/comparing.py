"""Places with their distances, and which of them can be compared at all."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

import attrs
import numpy as np
from numpy.typing import NDArray

from placebench.benchmark.peers.encoding import Numbers
from placebench.benchmark.peers.features import PlaceFeatures, Rest, rests_on
from placebench.benchmark.peers.gower import Distances, gower
from placebench.errors import UsageError

MIN_SHARED = 3

_DIGITS = 12  # the order of rows must not decide between distances that differ by rounding alone


@attrs.frozen(eq=False, slots=False)
class Compared:
    """Places in the order of their identifiers, with distances that rest on enough features.

    Attributes:
        features: The places and what is stated of them.
        distances: Distances between all of them.
        distance: Those that rest on `min_shared` features or more; NaN for the others.
        min_shared: How many features two places must both state.
    """

    features: PlaceFeatures
    distances: Distances
    distance: Numbers
    min_shared: int

    @cached_property
    def places(self) -> list[str]:
        """Identifiers of the places."""
        return self.features.frame["place_id"].to_list()

    @cached_property
    def names(self) -> list[str]:
        """Names of the places."""
        return self.features.frame["place"].to_list()

    @cached_property
    def rests(self) -> dict[str, Rest]:
        """What the features of each place rest on."""
        return rests_on(self.features.frame)

    @property
    def comparable(self) -> NDArray[np.bool_]:
        """Whether a place has a distance to any other."""
        others: NDArray[np.bool_] = ~np.isnan(self.distance) & ~np.eye(len(self.distance), dtype=np.bool_)
        return np.asarray(others.any(axis=1), dtype=np.bool_)

    def bounds(self, one: int, other: int) -> tuple[float | None, float | None]:
        """Return the bounds of the distance of two places, or None where there are none."""
        low, high = self.distances.low, self.distances.high
        if low is None or high is None or np.isnan(low[one, other]):
            return None, None
        return float(low[one, other]), float(high[one, other])


def compared(features: PlaceFeatures, min_shared: int = MIN_SHARED) -> Compared:
    """Compare all places on their features.

    Raises:
        UsageError: `min_shared` is below 1.
    """
    if min_shared < 1:
        raise UsageError("at least 1 shared feature", str(min_shared), where="min_shared")
    ordered = attrs.evolve(features, frame=features.frame.sort("place_id"))
    if not features.features:
        nothing = np.full((ordered.frame.height,) * 2, np.nan)
        distances = Distances(nothing, np.zeros(nothing.shape, dtype=np.int64), None, None, ())
    else:
        distances = gower(ordered.frame, features.features)
    enough = np.where(distances.n_shared >= min_shared, distances.distance, np.nan).round(_DIGITS)
    return Compared(ordered, distances, enough, min_shared)


def common_notes(given: Compared) -> Iterator[str]:
    """Say which places cannot be compared, and what the distances rest on."""
    alone = [place for place, there in zip(given.places, given.comparable, strict=True) if not there]
    if alone:
        yield (
            f"Not comparable, for they share {given.min_shared} or more features with no other place: "
            f"{', '.join(alone)}."
        )
    observed = [column.feature.name for column in given.distances.columns if not column.declared]
    if observed:
        yield f"Range or levels are those of the places here: {', '.join(observed)}."
    alike = [column.feature.name for column in given.distances.columns if not column.varies]
    if alike:
        yield f"No variation, so no distance: {', '.join(alike)}."
    if given.distances.columns and given.distances.low is None:
        yield "No bounds: ranks of an ordinal feature would change with what is not stated."
    yield from given.features.notes
