"""How well one set fits inside another: the parameters of fit of qualitative comparative analysis.

`x` is the membership of each case in an expression and `y` that in the outcome, both from 0 to 1. A share
whose whole is nothing is null. Ragin (2006) gives inclusion and coverage, Schneider and Wagemann (2012) the
proportional reduction in inconsistency and the relevance of necessity.
"""

from __future__ import annotations

import attrs
import numpy as np
import numpy.typing as npt

Memberships = npt.NDArray[np.float64]

TOLERANCE = 1e-9  # sums of decimal fractions miss a cut-off by less


@attrs.frozen
class Sufficiency:
    """How far an expression is a subset of the outcome.

    Attributes:
        inclusion: Share of the expression that lies in the outcome (consistency).
        pri: The same without what lies in the outcome and in its negation at once.
        coverage: Share of the outcome that lies in the expression (raw coverage).
    """

    inclusion: float | None
    pri: float | None
    coverage: float | None


@attrs.frozen
class Necessity:
    """How far an expression is a superset of the outcome.

    Attributes:
        inclusion: Share of the outcome that lies in the expression.
        coverage: Share of the expression that lies in the outcome.
        relevance: Relevance of necessity (RoN); near 0 where nearly every case is in the expression.
    """

    inclusion: float | None
    coverage: float | None
    relevance: float | None


def sufficiency(x: Memberships, y: Memberships) -> Sufficiency:
    """Measure how far `x` is a subset of `y`."""
    both = np.minimum(x, y)
    torn = float(np.minimum(both, 1 - y).sum())
    shared, whole = float(both.sum()), float(x.sum())
    return Sufficiency(
        share(shared, whole), share(shared - torn, whole - torn), share(shared, float(y.sum()))
    )


def necessity(x: Memberships, y: Memberships) -> Necessity:
    """Measure how far `x` is a superset of `y`."""
    both = np.minimum(x, y)
    shared = float(both.sum())
    relevance = share(float((1 - x).sum()), float((1 - both).sum()))
    return Necessity(share(shared, float(y.sum())), share(shared, float(x.sum())), relevance)


def share(part: float, whole: float) -> float | None:
    """Return a part of a whole, or null where the whole is nothing."""
    return part / whole if whole > TOLERANCE else None


def reaches(value: float | None, cut: float) -> bool:
    """Tell whether a figure is at a cut-off or above it; one that is null is not."""
    return value is not None and value >= cut - TOLERANCE
