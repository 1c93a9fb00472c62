"""Indices of consensus: how close together the ratings of one item are on an ordered scale.

Each takes how many raters chose each value of the scale, lowest first, with a zero for a value that nobody
chose.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from placebench.errors import UsageError

_TRIPLE = 3


def agreement_a(frequencies: ArrayLike) -> float | None:
    """Return van der Eijk's agreement A (van der Eijk 2001): 1 all alike, 0 evenly spread, -1 at both ends.

    Returns:
        None without a rating, or on a scale of fewer than three values.
    """
    left = _checked(frequencies)
    total = left.sum()
    if not total or len(left) < _TRIPLE:
        return None
    found = 0.0
    while left.any():
        layer = left > 0
        height = left[layer].min()
        found += height * layer.sum() / total * _agreement_of_layer(layer)
        left = left - height * layer
    return float(found)


def polarization(frequencies: ArrayLike) -> float | None:
    """Return polarization, (1 - A) / 2: 0 all alike, 0.5 evenly spread, 1 at both ends."""
    agreement = agreement_a(frequencies)
    return None if agreement is None else (1 - agreement) / 2


def tastle_wierman(frequencies: ArrayLike) -> float | None:
    """Return consensus (Tastle & Wierman 2007): 1 all alike, 0 half at each end, values one step apart."""
    given = _checked(frequencies)
    if not given.sum() or len(given) < 2:  # noqa: PLR2004 - a scale has two ends
        return None
    shares, values = given / given.sum(), np.arange(len(given))
    away = np.abs(values - shares @ values) / (len(given) - 1)
    chosen = shares > 0
    return float(1 + shares[chosen] @ np.log2(1 - away[chosen]))


def leik_d(frequencies: ArrayLike) -> float | None:
    """Return ordinal dispersion D (Leik 1966): 0 all alike, 1 half at each end."""
    below = _cumulative(frequencies)
    if below is None:
        return None
    return float(2 * np.minimum(below, 1 - below).sum() / len(below))


def blair_lacy(frequencies: ArrayLike) -> float | None:
    """Return concentration l squared (Blair & Lacy 2000): 1 all alike, 0 half at each end."""
    below = _cumulative(frequencies)
    if below is None:
        return None
    return float(4 * ((below - 0.5) ** 2).sum() / len(below))


def berry_mielke(frequencies: ArrayLike) -> float | None:
    """Return ordinal variation IOV (Berry & Mielke 1992): 0 all alike, 1 as far apart as so many can be."""
    given = _checked(frequencies)
    total = given.sum()
    if total < 2 or len(given) < 2:  # noqa: PLR2004 - two ratings on two values can vary
        return None
    apart = np.abs(np.subtract.outer(np.arange(len(given)), np.arange(len(given))))
    furthest = (total**2 - total % 2) * (len(given) - 1) / 4
    return float(given @ apart @ given / 2 / furthest)


def _cumulative(frequencies: ArrayLike) -> NDArray[np.float64] | None:
    given = _checked(frequencies)
    if not given.sum() or len(given) < 2:  # noqa: PLR2004 - a scale has two ends
        return None
    shares: NDArray[np.float64] = given.cumsum()[:-1] / given.sum()
    return shares


def _agreement_of_layer(layer: NDArray[np.bool_]) -> float:
    """Return A of a layer whose values are chosen equally often or not at all."""
    values, chosen = len(layer), np.flatnonzero(layer)
    if len(chosen) == 1:
        return 1.0
    gaps = [int((~layer[first:last]).sum()) for n, first in enumerate(chosen) for last in chosen[n + 1 :]]
    outside = [
        int((~layer[:first]).sum() + (~layer[last:]).sum())
        for n, first in enumerate(chosen)
        for last in chosen[n + 1 :]
    ]
    split, joined = sum(gaps), sum(outside)
    unimodal = 1.0
    if split + joined:
        unimodal = ((values - 2) * joined - (values - 1) * split) / ((values - 2) * (joined + split))
    return unimodal * (1 - (len(chosen) - 1) / (values - 1))


def _checked(frequencies: ArrayLike) -> NDArray[np.float64]:
    given = np.asarray(frequencies, dtype=np.float64)
    if given.ndim != 1 or (given < 0).any() or not np.isfinite(given).all():
        raise UsageError("one number of ratings, from 0 on, for each value of the scale", str(frequencies))
    return given
