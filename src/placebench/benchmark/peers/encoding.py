"""Values of features as numbers from 0 to 1, ready to be compared."""

from __future__ import annotations

from collections.abc import Sequence

import attrs
import numpy as np
import polars as pl
from numpy.typing import NDArray

from placebench.benchmark.peers import kinds
from placebench.benchmark.peers.kinds import Feature
from placebench.benchmark.unknown import unknown
from placebench.errors import UsageError

Numbers = NDArray[np.float64]


@attrs.frozen(eq=False)
class Column:
    """A feature's values, one a place.

    Attributes:
        feature: What the feature is.
        low: Least value that the place can have, 0 to 1 over the range; of nominal features and ranks as they
            are.
        high: Greatest.
        known: Whether the value is known exactly.
        varies: Whether the range holds more than one value.
        declared: Whether the range was declared, rather than taken from the places.
    """

    feature: Feature
    low: Numbers
    high: Numbers
    known: NDArray[np.bool_]
    varies: bool = True
    declared: bool = True


def encode(frame: pl.DataFrame, feature: Feature) -> Column:
    """Read a feature from a frame of one row a place.

    Raises:
        UsageError: A column is missing, or a value is of the wrong type, out of its range, or no level.
    """
    for column in feature.columns:
        if column not in frame.columns:
            raise unknown(f"a column {column!r}", ", ".join(frame.columns), feature.columns, where="features")
    if feature.kind == kinds.NOMINAL:
        return _categories(frame[feature.name], feature)
    if feature.kind in {kinds.ORDINAL, kinds.PODANI}:
        return _levels(frame[feature.name], feature)
    if feature.kind in {kinds.SYMMETRIC, kinds.ASYMMETRIC}:
        return _binary(frame[feature.name], feature)
    ends = [_numbers(frame[column], feature) for column in feature.columns]
    return _scaled(ends[0], ends[-1], feature)


def _categories(series: pl.Series, feature: Feature) -> Column:
    codes = _positions(series, feature, feature.levels or series.drop_nulls().unique().sort().to_list())
    return Column(feature, codes, codes, ~np.isnan(codes), declared=bool(feature.levels))


def _levels(series: pl.Series, feature: Feature) -> Column:
    levels = feature.levels or series.drop_nulls().unique().sort().to_list()
    codes = _positions(series, feature, levels)
    known, declared = ~np.isnan(codes), bool(feature.levels)
    if feature.kind == kinds.PODANI:
        return Column(feature, codes, codes, known, declared=declared)
    steps = len(levels) - 1
    scaled = codes / max(steps, 1)
    low, high = np.where(known, scaled, 0.0), np.where(known, scaled, 1.0)
    return Column(feature, low, high, known, varies=steps > 0, declared=declared)


def _binary(series: pl.Series, feature: Feature) -> Column:
    numbers = _numbers(series.cast(pl.Int8) if series.dtype == pl.Boolean else series, feature)
    known = ~np.isnan(numbers)
    for value in numbers[known]:
        if value not in (0, 1):
            raise UsageError("0, 1 or null", f"{value:g}", where=f"feature {feature.name!r}")
    return Column(feature, np.where(known, numbers, 0.0), np.where(known, numbers, 1.0), known)


def _scaled(low: Numbers, high: Numbers, feature: Feature) -> Column:
    where = f"feature {feature.name!r}"
    given = np.concatenate([low[~np.isnan(low)], high[~np.isnan(high)]])
    least, most = (
        declared if declared is not None else (float(found(given)) if given.size else 0.0)
        for declared, found in ((feature.low, np.min), (feature.high, np.max))
    )
    beyond = given[(given < least) | (given > most)]
    if beyond.size:
        raise UsageError(f"values from {least:g} to {most:g}", f"{beyond[0]:g}", where=where)
    if feature.kind == kinds.RATIO and least < 0:
        raise UsageError("numbers from 0 on", f"{least:g}", where=where)
    if (low > high).any():
        worst = int(np.argmax(low > high))
        raise UsageError("low no greater than high", f"{low[worst]:g} and {high[worst]:g}", where=where)
    width = most - least
    scale = width or 1.0
    ends = (
        np.where(np.isnan(low), 0.0, (low - least) / scale),
        np.where(np.isnan(high), 1.0, (high - least) / scale),
    )
    known = ~np.isnan(low) & ~np.isnan(high) & (low == high)
    declared = feature.low is not None and feature.high is not None
    return Column(feature, *ends, known, varies=width > 0, declared=declared)


def _numbers(series: pl.Series, feature: Feature) -> Numbers:
    where = f"feature {feature.name!r}"
    if series.dtype != pl.Null and not series.dtype.is_numeric():
        raise UsageError("numbers", f"a column of {series.dtype}", where=where)
    if series.dtype.is_float() and not series.is_finite().all():
        raise UsageError("finite numbers, and null for what is not stated", "NaN or infinity", where=where)
    return series.cast(pl.Float64).to_numpy().astype(np.float64)


def _positions(series: pl.Series, feature: Feature, levels: Sequence[object]) -> Numbers:
    index = {level: position for position, level in enumerate(levels)}
    for value in series.drop_nulls().unique():
        if value not in index:
            raise unknown("a level of the feature", value, levels, where=f"feature {feature.name!r}")
    return np.array([np.nan if value is None else index[value] for value in series], dtype=np.float64)
