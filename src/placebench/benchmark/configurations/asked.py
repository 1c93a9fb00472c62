"""What a condition asks of places, and what sources answer: there (1), not there (0), or not known (null).

`in_place` is 1 and `absent` is 0. Every other status, silence and disagreement are null, and so is what was
there and has ended. A condition is named by what it asks:

- `governance.pooled_budget`: the partnership has the feature, whatever its value;
- `governance.arrangement=joint_committee`: it has the feature with this value;
- `delegations.budget`: something of this scope has passed to place, to other than a single officer;
- `maturity.THEME>=3`: on this theme, by its identifier, number or name, the place is at this stage or above.
  It is 1 where every interval lies there, 0 where every interval lies below, and null otherwise.
"""

from __future__ import annotations

import re

import polars as pl

from placebench.benchmark.configurations.sets import unknown_name
from placebench.benchmark.scope import Tables
from placebench.benchmark.stated.delegation import SCOPE_NOT_NAMED, delegation_answers
from placebench.benchmark.stated.governance import governance_answers
from placebench.errors import UnsuitableCases, UsageError
from placebench.model.vocabularies import DELEGATION_SCOPE, DELEGATION_TO, FEATURES

_STAGE = re.compile(r"(?P<theme>.+?)\s*>=\s*(?P<stage>\d+)")
_NAMES = ("governance.pooled_budget", "delegations.budget", "maturity.THEME>=3")


def answers(dataset: Tables, name: str, intervals: pl.DataFrame | None = None) -> pl.DataFrame:
    """Return what is known of places on a condition.

    Args:
        dataset: The tables.
        name: What is asked.
        intervals: Intervals of stages for conditions on maturity: one row a place, theme and basis, with
            `place_id`, `framework_id`, `theme_id`, `theme`, `theme_number`, `low`, `high`, `n_stages`,
            `known`, `as_of_first`, `as_of_last` and `fact_ids`.

    Returns:
        One row a place that a source says something of: `place_id`, `value` (1, 0 or null), `fact_ids`,
        `as_of_first` and `as_of_last`.

    Raises:
        UsageError: The name asks for nothing known, or a theme is asked for without intervals.
    """
    table, _, item = name.partition(".")
    if table == "governance":
        return _decided(_governance(dataset, *item.partition("=")[::2]))
    if table == "delegations":
        return _decided(_delegations(dataset, item))
    if table == "maturity":
        return _maturity(item, intervals)
    raise UsageError(f"a condition such as {', '.join(_NAMES)}", f"“{name}”")


def table_of(name: str) -> str:
    """Return the table that answers a condition."""
    table = name.partition(".")[0]
    return "assessments" if table == "maturity" else table


def _governance(dataset: Tables, feature: str, value: str) -> pl.DataFrame:
    if feature not in FEATURES:
        raise unknown_name("governance feature", feature, FEATURES)
    stated = governance_answers(dataset).filter(item=feature)
    outright = (pl.col("status") != "absent") | pl.col("value").is_null()
    if not value:
        asked = stated.filter(outright)
    else:
        known = {*FEATURES[feature].codes, *stated["value"].drop_nulls()}
        if value not in known:
            raise unknown_name(f"value of {feature}", value, known)
        asked = stated.filter((pl.col("value") == value) | ((pl.col("status") == "absent") & outright))
    return asked.with_columns(
        pl.col("value").alias("of"),
        (pl.col("status") == "in_place").alias("there"),
        (pl.col("status") == "absent").alias("not_there"),
    )


def _delegations(dataset: Tables, scope: str) -> pl.DataFrame:
    if scope not in DELEGATION_SCOPE.codes:
        raise unknown_name("scope of delegation", scope, DELEGATION_SCOPE.codes)
    parts = pl.col("item").str.split(":").list
    outright = (parts.first() == SCOPE_NOT_NAMED) & (pl.col("status") == "absent")
    none = (pl.col("status") == "in_place") & (pl.col("value") == "none").fill_null(value=False)
    nothing = (pl.col("status") == "absent") | none
    to_place = parts.last().is_in([kind for kind in DELEGATION_TO.codes if kind != "officer"])
    asked = delegation_answers(dataset).filter((parts.first() == scope) | outright, to_place)
    return asked.with_columns(
        parts.last().alias("of"),
        ((pl.col("status") == "in_place") & ~none).alias("there"),
        nothing.alias("not_there"),
    )


def _decided(asked: pl.DataFrame) -> pl.DataFrame:
    """Decide for each place: there if one value or receiver surely is, else null where answers disagree."""
    each = asked.group_by("place_id", "of").agg(
        pl.col("there").any(),
        pl.col("not_there").any(),
        (pl.col("conflict").any() | (pl.col("status") == "ended").any()).alias("unsure"),
        pl.col("fact_ids").explode(),
        pl.col("as_of_first").min(),
        pl.col("as_of_last").max(),
    )
    unsure = pl.col("unsure") | (pl.col("there") & pl.col("not_there"))
    return each.group_by("place_id").agg(
        pl.when((pl.col("there") & ~unsure).any())
        .then(1)
        .when(pl.col("not_there").any() & ~unsure.any() & ~pl.col("there").any())
        .then(0)
        .cast(pl.Int64)
        .alias("value"),
        pl.col("fact_ids").explode().unique().sort(),
        pl.col("as_of_first").min(),
        pl.col("as_of_last").max(),
    )


def _maturity(item: str, intervals: pl.DataFrame | None) -> pl.DataFrame:
    asked = _STAGE.fullmatch(item)
    if asked is None:
        raise UsageError("a theme and a stage, such as maturity.THEME>=3", f"“maturity.{item}”")
    if intervals is None:
        expected = "intervals of stages for a condition on maturity"
        raise UnsuitableCases(expected, "none", where=f"maturity.{item}")
    theme, stage = asked["theme"], int(asked["stage"])
    rows = _of_theme(intervals, theme).filter(pl.col("known"))
    stages = max(_of_theme(intervals, theme)["n_stages"])
    if not 1 <= stage <= stages:
        raise UsageError(f"a stage from 1 to {stages}", f"{stage}", where=f"maturity.{item}")
    return rows.group_by("place_id").agg(
        pl.when((pl.col("low") >= stage).all())
        .then(1)
        .when((pl.col("high") < stage).all())
        .then(0)
        .cast(pl.Int64)
        .alias("value"),
        pl.col("fact_ids").explode().unique().sort(),
        pl.col("as_of_first").min(),
        pl.col("as_of_last").max(),
    )


def _of_theme(intervals: pl.DataFrame, theme: str) -> pl.DataFrame:
    named = (pl.col("theme_id") == theme) | (pl.col("theme") == theme)
    rows = intervals.filter(named | (pl.col("theme_number").cast(pl.String) == theme))
    found = rows["theme_id"].unique().sort()
    if found.is_empty():
        raise unknown_name("theme", theme, {*intervals["theme_id"], *intervals["theme"].drop_nulls()})
    if len(found) > 1:
        raise UsageError("one theme", f"“{theme}” in {', '.join(found)}", hint="name it by its identifier")
    return rows
