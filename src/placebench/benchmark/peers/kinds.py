"""What a feature is: how its values are compared, over what range, and how much it weighs."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from placebench.benchmark.unknown import unknown
from placebench.errors import UsageError

NOMINAL, SYMMETRIC, ASYMMETRIC = "nominal", "symmetric", "asymmetric"
ORDINAL, PODANI = "ordinal", "podani"
INTERVAL, RATIO, BOUNDS = "interval", "ratio", "bounds"

KINDS = {
    NOMINAL: "Categories: 0 apart where alike, else 1.",
    SYMMETRIC: "0 or 1, where both alike counts whichever it is.",
    ASYMMETRIC: "0 or 1, where both 0 says nothing and is left out.",
    ORDINAL: "Ordered levels, one step apart each, over the range of the levels.",
    PODANI: "Ordered levels by their ranks, corrected for ties (Podani 1999).",
    INTERVAL: "A number, over its range.",
    RATIO: "A number from 0 on, over its range.",
    BOUNDS: "A number that is known to lie between the columns `<name>_low` and `<name>_high`.",
}
"""By kind, how two values are compared."""


@attrs.frozen
class Feature:
    """A feature that places are compared on.

    Attributes:
        name: Its column; of `bounds` the columns are `<name>_low` and `<name>_high`.
        kind: One of `KINDS`.
        weight: How much it counts, above 0.
        low: The least value of a number; by default the least that is there.
        high: The greatest.
        levels: The values of a nominal or ordinal feature, the latter lowest first; by default those there.

    Raises:
        UsageError: The kind is unknown, the weight is not above 0, or the range is empty.
    """

    name: str
    kind: str
    weight: float = 1.0
    low: float | None = None
    high: float | None = None
    levels: tuple[object, ...] = attrs.field(default=(), converter=tuple)

    def __attrs_post_init__(self) -> None:
        where = f"feature {self.name!r}"
        if self.kind not in KINDS:
            raise unknown(f"a kind of feature ({', '.join(KINDS)})", self.kind, KINDS, where=where)
        if not 0 < self.weight < float("inf"):
            raise UsageError("a weight above 0", str(self.weight), where=where)
        if self.low is not None and self.high is not None and not self.low < self.high:
            raise UsageError("a range from low to high", f"{self.low} to {self.high}", where=where)
        if len(set(self.levels)) != len(self.levels):
            raise UsageError("each level once", ", ".join(map(str, self.levels)), where=where)

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that hold the feature."""
        return (f"{self.name}_low", f"{self.name}_high") if self.kind == BOUNDS else (self.name,)


def check_names(features: Sequence[Feature]) -> None:
    """Make sure that there are features, each named once.

    Raises:
        UsageError: There is none, or two have one name.
    """
    if not features:
        raise UsageError("at least one feature", "none")
    names = [feature.name for feature in features]
    for name in names:
        if names.count(name) > 1:
            raise UsageError("each feature once", f"{name!r} several times")
