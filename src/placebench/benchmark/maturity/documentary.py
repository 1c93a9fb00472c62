"""Bounds that published rules draw from facts; they are derived, and no ratings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import reduce
from pathlib import Path

import polars as pl

from placebench.benchmark.maturity.instrument import Instrument
from placebench.benchmark.maturity.intervals import DOCUMENTARY
from placebench.benchmark.maturity.ratings import Wanted
from placebench.benchmark.maturity.rules import FittedRule, fitted
from placebench.benchmark.scope import Tables, at_places
from placebench.codebook.maturity_file import load_maturity_rules
from placebench.codebook.maturity_rules import NOT_GIVEN, Condition

BOUNDS = pl.Schema(
    {
        "place_id": pl.String(),
        "theme_id": pl.String(),
        "at_least": pl.Int64(),
        "at_most": pl.Int64(),
        "rule": pl.String(),
        "reason": pl.String(),
        "criterion_id": pl.String(),
        "applies_to": pl.String(),
        "as_of_first": pl.Date(),
        "as_of_last": pl.Date(),
        "fact_ids": pl.List(pl.String()),
    }
)
"""Columns of a frame of bounds: one row a place and rule; of `at_least` and `at_most` one is null."""


def rules_for(dataset: Tables, instrument: Instrument, paths: Iterable[Path | str]) -> tuple[FittedRule, ...]:
    """Return the rules of the package and of some files that are for a framework.

    Raises:
        CodebookError: A file cannot be used, or a rule names what the framework lacks.
    """
    return fitted(dataset, instrument, load_maturity_rules(paths).of(instrument.framework_id))


def bounds_of(dataset: Tables, rules: Iterable[FittedRule], wanted: Wanted) -> pl.DataFrame:
    """Return the bounds that rules draw for places; see `BOUNDS`."""
    drawn = [_drawn(dataset, rule, wanted) for rule in rules]
    return pl.concat([BOUNDS.to_frame(), *drawn])


def bounds_of_ratings(ratings: pl.DataFrame, n_stages: int) -> pl.DataFrame:
    """Return documentary ratings as bounds; one that allows every stage bounds nothing."""
    documentary = ratings.filter(pl.col("basis") == DOCUMENTARY)
    lower = documentary.filter(pl.col("low") > 1).with_columns(at_least="low", at_most=None)
    upper = documentary.filter(pl.col("high") < n_stages).with_columns(at_least=None, at_most="high")
    both = [
        frame.with_columns(
            pl.lit("read by the importer of the document").alias("reason"),
            pl.lit(None, pl.String).alias("criterion_id"),
            pl.col("as_of").alias("as_of_first"),
            pl.col("as_of").alias("as_of_last"),
            pl.concat_list("fact_id").alias("fact_ids"),
        ).select(pl.col(name).cast(dtype) for name, dtype in BOUNDS.items())
        for frame in (lower, upper)
    ]
    return pl.concat(both)


def _drawn(dataset: Tables, rule: FittedRule, wanted: Wanted) -> pl.DataFrame:
    found = [_facts(dataset, condition, wanted) for condition in rule.rule.when]
    whole = reduce(_both, found).collect()
    return whole.with_columns(
        pl.lit(rule.theme_id).alias("theme_id"),
        pl.lit(rule.at_least, pl.Int64).alias("at_least"),
        pl.lit(rule.at_most, pl.Int64).alias("at_most"),
        pl.lit(rule.rule.rule).alias("rule"),
        pl.lit(rule.rule.reason).alias("reason"),
        pl.lit(rule.criterion_id, pl.String).alias("criterion_id"),
    ).select(pl.col(name).cast(dtype) for name, dtype in BOUNDS.items())


def _facts(dataset: Tables, condition: Condition, wanted: Wanted) -> pl.LazyFrame:
    """Return the facts of each place that meet a condition; what is itself derived meets none."""
    facts = at_places(dataset, condition.table)
    schema = facts.collect_schema()
    met = [_is_any(name, codes, schema[name]) for name, codes in condition.columns.items()]
    rows = facts.filter(*met, pl.col("basis") != "derived", wanted.in_window())
    return rows.group_by("place_id").agg(
        pl.col("applies_to").unique().sort().str.join(" | "),
        pl.col("as_of").min().alias("as_of_first"),
        pl.col("as_of").max().alias("as_of_last"),
        pl.col("fact_id").unique().sort().alias("fact_ids"),
    )


def _is_any(name: str, codes: tuple[str, ...], dtype: pl.DataType) -> pl.Expr:
    given = pl.col(name)
    if isinstance(dtype, pl.List):
        return given.list.set_intersection(list(codes)).list.len() > 0
    return given.fill_null(NOT_GIVEN).is_in(list(codes))


def _both(one: pl.LazyFrame, other: pl.LazyFrame) -> pl.LazyFrame:
    joined = one.join(other, on="place_id", suffix="_other")
    return joined.select(
        "place_id",
        pl.concat_list(pl.col(name).str.split(" | ") for name in ("applies_to", "applies_to_other"))
        .list.unique()
        .list.sort()
        .list.join(" | ")
        .alias("applies_to"),
        pl.min_horizontal("as_of_first", "as_of_first_other").alias("as_of_first"),
        pl.max_horizontal("as_of_last", "as_of_last_other").alias("as_of_last"),
        pl.col("fact_ids").list.set_union("fact_ids_other").list.sort(),
    )


def reading_notes(instrument: Instrument, bounds: pl.DataFrame) -> Iterator[str]:
    """Say which bounds are on places of other systems, and which come from a statement on each place."""
    home = instrument.system_id
    if home and not bounds.filter(~pl.col("place_id").str.starts_with(f"{home}/")).is_empty():
        yield f"The framework is that of {home}; places of other systems are read by it all the same."
    each = bounds.filter(pl.col("applies_to").str.contains("each_place")).height
    if each:
        rest = "bound rests" if each == 1 else "bounds rest"
        yield f"{each} {rest} on a statement on each place of a system."


def conflict_notes(intervals: pl.DataFrame, bounds: pl.DataFrame, stages: tuple[str, ...]) -> Iterator[str]:
    """Describe each place and theme that documents bound from both sides at once, with rules and dates."""
    conflicts = intervals.filter(pl.col("conflict") & (pl.col("basis") == DOCUMENTARY))
    for row in conflicts.iter_rows(named=True):
        own = bounds.filter(pl.col("place_id") == row["place_id"], pl.col("theme_id") == row["theme_id"])
        said = "; ".join(_said(bound, stages) for bound in own.sort("rule").to_dicts())
        about = f"{row['place_id']}: documents contradict each other on {row['theme']}"
        yield f"{about}: {said}. No stage follows."


def _said(bound: dict[str, object], stages: tuple[str, ...]) -> str:
    from_below = bound["at_least"] is not None
    stage = stages[int(str(bound["at_least"] if from_below else bound["at_most"])) - 1]
    words = f"at least {stage}" if from_below else f"at most {stage}"
    return f"{words} ({bound['rule'] or 'no rule'}, {bound['as_of_last'] or 'no date'})"
