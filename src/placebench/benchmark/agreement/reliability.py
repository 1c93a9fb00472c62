"""How far raters agree on a whole set of units: alpha, Fleiss' kappa, and kappa of each two raters."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import polars as pl

from placebench.benchmark.agreement import bootstrap as drawing
from placebench.benchmark.agreement.bootstrap import Bootstrap, Interval, interval
from placebench.benchmark.agreement.kappa import cohen_kappa, fleiss_kappa, light_kappa, meeting
from placebench.benchmark.agreement.krippendorff import krippendorff_alpha
from placebench.benchmark.agreement.ratings import Ratings, ratings_of, whole_scale
from placebench.benchmark.result import Result
from placebench.benchmark.stated.notes import counted

_PAIR = 2
_SCHEMA = {
    "coefficient": pl.String,
    "scale": pl.String,
    "first": pl.String,
    "second": pl.String,
    "value": pl.Float64,
    "low": pl.Float64,
    "high": pl.Float64,
    "confidence": pl.Float64,
    "n_units": pl.Int64,
    "n_units_used": pl.Int64,
    "n_ratings": pl.Int64,
    "z": pl.Float64,
    "reason": pl.String,
}


def alpha(
    frame: pl.DataFrame,
    level: str = "ordinal",
    *,
    order: Sequence[object] | None = None,
    bootstrap: Bootstrap | None = None,
) -> Result:
    """Return Krippendorff's alpha of all raters, with an interval.

    Args:
        frame: Columns `unit`, `rater` and `value` (null where blank); see `ratings_of`.
        level: `nominal`, `ordinal`, `interval` or `ratio`.
        order: Every value of the scale, lowest first; needed where words are ordered.
        bootstrap: How the interval is drawn; 1000 samples from seed 0 by default.

    Returns:
        One row: `value` is alpha, null with the `reason` where nothing varies. `n_units_used` are units
        with two ratings or more, `n_ratings` their ratings.
    """
    ratings, drawn = ratings_of(frame, order), bootstrap or Bootstrap()
    numbers = ratings.numbers if level in {"interval", "ratio"} else None
    counts = ratings.counts
    counts = counts[counts.sum(axis=1) >= _PAIR]
    value = krippendorff_alpha(counts, level, numbers)
    drawn_interval = interval(
        lambda times: krippendorff_alpha(counts, level, numbers, times), len(counts), drawn
    )
    row = _row("krippendorff_alpha", level, value, drawn_interval, drawn, ratings, len(counts), counts.sum())
    row["reason"] = None if value is not None else _silent(ratings, counts)
    return _result("alpha", "How far raters agree: Krippendorff's alpha", [row], ratings, drawn_interval)


def fleiss(
    frame: pl.DataFrame, *, order: Sequence[object] | None = None, bootstrap: Bootstrap | None = None
) -> Result:
    """Return Fleiss' kappa of all raters, with an interval and z against no agreement.

    Args:
        frame: Columns `unit`, `rater` and `value`; see `ratings_of`.
        order: Every value of the scale.
        bootstrap: How the interval is drawn.

    Returns:
        One row; `value` is null with the `reason` where a unit has blanks or nothing varies.
    """
    ratings, drawn = ratings_of(frame, order), bootstrap or Bootstrap()
    counts = ratings.counts
    uneven = _uneven(ratings, counts)
    found = None if uneven else fleiss_kappa(counts)
    if found is None:
        around = Interval(None, None, 0)
    else:
        around = interval(lambda times: _fleiss_again(counts, times), len(counts), drawn)
    row = _row(
        "fleiss_kappa",
        "nominal",
        found.kappa if found else None,
        around,
        drawn,
        ratings,
        len(counts),
        counts.sum(),
    )
    row["z"] = found.z if found else None
    row["reason"] = None if found else uneven or _silent(ratings, counts)
    return _result("fleiss", "How far raters agree: Fleiss' kappa", [row], ratings, around)


def kappas(
    frame: pl.DataFrame,
    weights: str = "unweighted",
    *,
    order: Sequence[object] | None = None,
    bootstrap: Bootstrap | None = None,
) -> Result:
    """Return kappa of each two raters on the units that both rate, and its mean over the pairs (Light 1971).

    Args:
        frame: Columns `unit`, `rater` and `value`; see `ratings_of`.
        weights: `unweighted`, or `linear` or `quadratic` in the distance of two values on the scale.
        order: Every value of the scale, lowest first; by default each whole number between the lowest
            and the highest rating, or the values that are there.
        bootstrap: How the intervals are drawn.

    Returns:
        One row a pair, and last one with the coefficient `light_kappa` where there are more than two raters.
    """
    ratings = ratings_of(frame, order if order is not None else whole_scale(frame))
    drawn = bootstrap or Bootstrap()
    rows = [
        _pair(ratings, pair, weights, drawn) for pair in itertools.combinations(range(len(ratings.raters)), 2)
    ]
    if len(rows) > 1:
        rows.append(_light(ratings, weights, drawn))
    undefined = Interval(None, None, sum(row.pop("undefined") for row in rows))
    return _result("kappas", "How far each two raters agree: kappa", rows, ratings, undefined)


def _pair(ratings: Ratings, pair: tuple[int, int], weights: str, drawn: Bootstrap) -> dict[str, Any]:
    both = (ratings.codes[:, list(pair)] >= 0).all(axis=1)
    first, second = ratings.codes[both][:, list(pair)].T
    size = len(ratings.values)
    value = cohen_kappa(meeting(first, second, size), weights)
    around = interval(
        lambda times: cohen_kappa(meeting(first, second, size, times), weights), len(first), drawn
    )
    row = _row("cohen_kappa", weights, value, around, drawn, ratings, len(first), 2 * len(first))
    names = {"first": str(ratings.raters[pair[0]]), "second": str(ratings.raters[pair[1]])}
    silent = (
        "no unit is rated by both" if not len(first) else "no variation: both give one value to every unit"
    )
    return {**row, **names, "reason": None if value is not None else silent, "undefined": around.undefined}


def _light(ratings: Ratings, weights: str, drawn: Bootstrap) -> dict[str, Any]:
    codes, size = ratings.codes, len(ratings.values)
    value = light_kappa(codes, size, weights)
    around = interval(
        lambda times: light_kappa(np.repeat(codes, times.astype(int), axis=0), size, weights),
        len(codes),
        drawn,
    )
    n_ratings = int((codes >= 0).sum())
    row = _row("light_kappa", weights, value, around, drawn, ratings, len(codes), n_ratings)
    reason = None if value is not None else "kappa of a pair of raters is not defined"
    return {**row, "reason": reason, "undefined": around.undefined}


def _fleiss_again(counts: np.ndarray, times: np.ndarray) -> float | None:
    found = fleiss_kappa(np.repeat(counts, times.astype(int), axis=0))
    return found.kappa if found else None


def _uneven(ratings: Ratings, counts: np.ndarray) -> str | None:
    per_unit = counts.sum(axis=1)
    odd = np.flatnonzero(per_unit != len(ratings.raters))
    if not len(odd):
        return None
    unit, n = ratings.units[odd[0]], int(per_unit[odd[0]])
    return (
        f"units with blanks: {len(odd)} of {len(counts)}, such as {unit} with {n} of {len(ratings.raters)} "
        "ratings; Krippendorff's alpha takes blanks"
    )


def _silent(ratings: Ratings, counts: np.ndarray) -> str:
    if not (counts.sum(axis=1) >= _PAIR).any():
        return "no unit has two ratings"
    value = ratings.values[int(np.flatnonzero(counts.sum(axis=0))[0])]
    return f"no variation: every rating is {value}"


def _row(
    coefficient: str,
    scale: str,
    value: float | None,
    around: Interval,
    drawn: Bootstrap,
    ratings: Ratings,
    used: int,
    n_ratings: float,
) -> dict[str, Any]:
    defined = value is not None
    return {
        "coefficient": coefficient,
        "scale": scale,
        "value": value,
        "low": around.low if defined else None,
        "high": around.high if defined else None,
        "confidence": drawn.confidence,
        "n_units": len(ratings.units),
        "n_units_used": used,
        "n_ratings": int(n_ratings),
    }


def _result(name: str, title: str, rows: list[dict[str, Any]], ratings: Ratings, around: Interval) -> Result:
    return Result(
        name=name,
        title=title,
        frame=pl.DataFrame(rows, schema=_SCHEMA),
        denominators={
            "units": len(ratings.units),
            "raters": len(ratings.raters),
            "ratings": int((ratings.codes >= 0).sum()),
        },
        notes=tuple(_notes(rows, ratings, around)),
        source=f"{_SOURCES[name]}; {drawing.SOURCE}",
    )


_SOURCES = {
    "alpha": "Krippendorff (2011), Computing Krippendorff's Alpha-Reliability",
    "fleiss": "Fleiss (1971), Measuring nominal scale agreement among many raters",
    "kappas": "Cohen (1960, 1968); Light (1971)",
}


def _notes(rows: list[dict[str, Any]], ratings: Ratings, around: Interval) -> Iterator[str]:
    if not rows:
        yield f"Nothing to compare: {counted(len(ratings.raters), 'rater', 'raters')}."
    for row in rows:
        if row["reason"]:
            yield f"No {_named(row)}: {row['reason']}."
    defined = [row for row in rows if not row["reason"]]
    few = [row for row in defined if row["n_units_used"] < drawing.FEW_UNITS]
    if few:
        named = ", ".join(f"{_named(row)} ({row['n_units_used']} units)" for row in few)
        yield (
            f"Below {drawing.FEW_UNITS} units, one of them moves a coefficient far and its interval is "
            f"too narrow: {named}."
        )
    blank = [row for row in defined if row["n_units_used"] < row["n_units"]]
    if blank:
        left = ", ".join(f"{row['n_units'] - row['n_units_used']} for {_named(row)}" for row in blank)
        yield f"Units without two ratings to compare do not count, of {len(ratings.units)}: {left}."
    if around.undefined:
        samples = counted(around.undefined, "sample is", "samples are")
        yield f"{samples} left out of the intervals, because nothing varies in them."


def _named(row: dict[str, Any]) -> str:
    who = f" of {row['first']} and {row['second']}" if row.get("first") else ""
    return f"{row['coefficient'].replace('_', ' ')}{who}"
