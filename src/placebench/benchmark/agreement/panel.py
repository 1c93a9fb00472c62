"""What a panel says of each item: its median, whether it agrees, and what that means by a published rule."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from placebench.benchmark.agreement.panel_rules import PanelRule, panel_rule
from placebench.benchmark.agreement.ratings import Ratings, ratings_of
from placebench.benchmark.result import Result

AGREEMENT, SPLIT = "Agreement", "Split"
SYMMETRIC_IPR = 2.35
ASYMMETRY_FACTOR = 1.5

_PERCENTILES = (30, 70)
_DIGITS = 9  # so that a difference of rounding decides nothing
_PANEL_SCHEMA = {
    "unit": pl.String,
    "n_ratings": pl.Int64,
    "n_blank": pl.Int64,
    "median": pl.Float64,
    "pct_at_median": pl.Float64,
    "pct_in_agreement": pl.Float64,
    "n_outside": pl.Int64,
    "distribution": pl.String,
    "level": pl.String,
    "reason": pl.String,
}
_IPR_SCHEMA = {
    "p30": pl.Float64,
    "p70": pl.Float64,
    "ipr": pl.Float64,
    "ipr_central_point": pl.Float64,
    "asymmetry_index": pl.Float64,
    "ipras": pl.Float64,
    "disagreement": pl.Boolean,
}


def panel(frame: pl.DataFrame, rule: str | PanelRule = "delphi") -> Result:
    """Say of each item whether a panel agrees or is split, and what level that gives.

    Args:
        frame: Columns `unit` (the item), `rater` (the panellist) and `value`, a whole number of the rule's
            scale.
        rule: Name of a rule that comes with the package, or one read by `panel_rules`.

    Returns:
        One row an item. `pct_at_median` is the share of ratings at the median, the mean of both neighbours'
        shares where it lies between two values; `pct_in_agreement` that of ratings in the region of the
        median. `distribution` is `Agreement` or `Split`, null where no limit is published for so many
        panellists.

    Raises:
        UsageError: The rule is unknown, or a rating is not on its scale.
    """
    used = panel_rule(rule)
    ratings = _on_scale(frame, used)
    rows = [_judged(unit, given, used, ratings) for unit, given in _items(ratings)]
    return _result("panel", "Whether the panel agrees, item by item", rows, _PANEL_SCHEMA, used, ratings)


def appropriateness(frame: pl.DataFrame, rule: str | PanelRule = "appropriateness") -> Result:
    """Say of each item what a RAND/UCLA panel finds, with the interpercentile range adjusted for symmetry.

    A panel disagrees where its range between the 30th and 70th percentile is wider than IPRAS: 2.35, and 1.5
    for each point that the middle of the range lies from the middle of the scale. Percentiles are those at
    `(n + 1) p` of the sorted ratings, between two ratings in proportion.

    Args:
        frame: Columns `unit`, `rater` and `value` from 1 to 9.
        rule: The rule on agreement and levels.

    Returns:
        The columns of `panel`, and `p30`, `p70`, `ipr`, `ipr_central_point`, `asymmetry_index`, `ipras` and
        `disagreement`. `level` is that of the median, or the rule's level for a split panel where it
        disagrees.
    """
    used = panel_rule(rule)
    ratings = _on_scale(frame, used)
    rows = [_ranged(unit, given, used, ratings) for unit, given in _items(ratings)]
    schema = {**_PANEL_SCHEMA, **_IPR_SCHEMA}
    return _result("appropriateness", "What the panel finds, item by item", rows, schema, used, ratings)


def interpercentile_range(given: NDArray[np.float64], middle: float) -> dict[str, float | bool]:
    """Return the range between the 30th and 70th percentile, IPRAS, and whether that means disagreement.

    Args:
        given: The ratings of one item.
        middle: The middle of the scale.
    """
    p30, p70 = (float(p) for p in np.percentile(given, _PERCENTILES, method="weibull"))
    centre = (p30 + p70) / 2
    asymmetry = abs(middle - centre)
    ipras = SYMMETRIC_IPR + ASYMMETRY_FACTOR * asymmetry
    return {
        "p30": p30,
        "p70": p70,
        "ipr": p70 - p30,
        "ipr_central_point": centre,
        "asymmetry_index": asymmetry,
        "ipras": ipras,
        "disagreement": round(p70 - p30 - ipras, _DIGITS) > 0,
    }


def _on_scale(frame: pl.DataFrame, rule: PanelRule) -> Ratings:
    scale: Sequence[object] = range(rule.lowest, rule.highest + 1)
    return ratings_of(frame, [*scale])


def _items(ratings: Ratings) -> Iterator[tuple[object, NDArray[np.float64]]]:
    for unit, codes in zip(ratings.units, ratings.codes, strict=True):
        yield unit, ratings.numbers[codes[codes >= 0]]


def _judged(unit: object, given: NDArray[np.float64], rule: PanelRule, ratings: Ratings) -> dict[str, Any]:
    row: dict[str, Any] = {
        "unit": str(unit),
        "n_ratings": len(given),
        "n_blank": len(ratings.raters) - len(given),
    }
    if not len(given):
        return {**row, "reason": "no rating"}
    median = float(np.median(given))
    low, high = rule.region(median)
    outside = int(((given < low) | (given > high)).sum())
    agreed = rule.agreed(outside, len(given))
    neighbours = (math.floor(median), math.ceil(median))
    row |= {
        "median": median,
        "pct_at_median": 100 * float(np.mean([(given == value).mean() for value in neighbours])),
        "pct_in_agreement": 100 * (len(given) - outside) / len(given),
        "n_outside": outside,
    }
    if agreed is None:
        return {**row, "reason": f"no limit is published for a panel of {len(given)}"}
    return {
        **row,
        "distribution": AGREEMENT if agreed else SPLIT,
        "level": rule.level(median) if agreed else rule.split,
    }


def _ranged(unit: object, given: NDArray[np.float64], rule: PanelRule, ratings: Ratings) -> dict[str, Any]:
    row = _judged(unit, given, rule, ratings)
    if not len(given):
        return row
    found = interpercentile_range(given, (rule.lowest + rule.highest) / 2)
    return {**row, **found, "level": rule.split if found["disagreement"] else rule.level(row["median"])}


def _result(
    name: str,
    title: str,
    rows: list[dict[str, Any]],
    schema: dict[str, Any],
    rule: PanelRule,
    ratings: Ratings,
) -> Result:
    return Result(
        name=name,
        title=title,
        frame=pl.DataFrame(rows, schema=schema),
        denominators={"items": len(ratings.units), "panellists": len(ratings.raters)},
        notes=tuple(_notes(rows, rule)),
        source=rule.source,
    )


def _notes(rows: list[dict[str, Any]], rule: PanelRule) -> Iterator[str]:
    if not rows:
        yield "No item is rated."
    sizes = sorted({row["n_ratings"] for row in rows if row["n_ratings"]})
    if rule.panel and sizes and sizes != [rule.panel]:
        yield (
            f"The rule {rule.name!r} is published for a panel of {rule.panel}; items here have "
            f"{', '.join(map(str, sizes))} ratings."
        )
    for row in rows:
        if row.get("reason"):
            yield f"{row['unit']}: {row['reason']}."
    if any(row.get("median") is not None and row["median"] % 1 for row in rows):
        yield "A median between two levels belongs to the higher, as in the source."
