"""From rows to answers: what is stated of each place on each item, and where nothing is.

One row an answer; a place without an answer on an item has one row that says `not_stated` or `no_source`.
"""

from __future__ import annotations

from collections.abc import Iterable

import polars as pl

from placebench.benchmark.periods import period
from placebench.benchmark.scope import Scope
from placebench.dataset.buckets import compact, in_buckets

NOT_STATED = "not_stated"
NO_SOURCE = "no_source"
UNKNOWN = (NOT_STATED, NO_SOURCE)

HELD = 500_000
"""Facts that are held at a time, about."""

_ANSWER = ("value", "status", "basis", "applies_to")
COLUMNS = (
    "place_id",
    "system_id",
    "place",
    "item",
    *_ANSWER,
    "conflict",
    "as_of_first",
    "as_of_last",
    "n_sources",
    "n_sources_read",
    "sources",
    "fact_ids",
    "detail",
)


def grouped(facts: pl.LazyFrame, rows: int = HELD) -> pl.DataFrame:
    """Bring the rows that give one answer of one place together.

    Args:
        facts: Fact rows with `place_id`, and with `item`, `value` and `detail` as text.
        rows: How many facts to hold at a time; the answers are the same for any number.

    Returns:
        The columns of every comparison that facts give, and `latest_from` and `latest_until`: the days within
        which the latest statement of the answer lies, as exactly as its date is known.
    """
    first, last = period("as_of", "as_of_precision")
    days = (first.alias("latest_from"), last.alias("latest_until"))
    needed = facts.select("place_id", "item", *_ANSWER, "as_of", *days, "source_id", "fact_id", "detail")
    return pl.concat([compact(_answers(bucket)) for bucket in in_buckets(needed, ("place_id", "item"), rows)])


def completed(stated: pl.DataFrame, scope: Scope, table: str, items: Iterable[str]) -> pl.DataFrame:
    """Add what is not stated, and order the answers by place, item and status.

    Args:
        stated: Answers as `grouped` gives them, with `conflict`.
        scope: The places, and the sources that were read.
        table: The table that must have been read for an answer to be missing from a source.
        items: Every item that is asked of a place, in the order of the comparison.
    """
    order = pl.DataFrame({"item": list(items)}, schema={"item": pl.String}).with_row_index("item_number")
    grid = scope.places.join(order, how="cross").join(scope.reads_of(table), on="place_id", how="left")
    silent = pl.when(pl.col("n_sources_read") > 0).then(pl.lit(NOT_STATED)).otherwise(pl.lit(NO_SOURCE))
    return (
        grid.with_columns(pl.col("n_sources_read").fill_null(0))
        .join(stated, on=["place_id", "item"], how="left")
        .with_columns(
            pl.col("status").fill_null(silent),
            pl.col("conflict").fill_null(value=False),
            pl.col("n_sources").fill_null(0),
            pl.col("sources", "fact_ids", "detail").fill_null([]),
        )
        .sort("place_id", "item_number", "status", "value", "basis", "applies_to")
        .select(COLUMNS)
    )


def _answers(facts: pl.DataFrame) -> pl.DataFrame:
    return facts.group_by("place_id", "item", *_ANSWER).agg(
        pl.col("as_of").min().alias("as_of_first"),
        pl.col("as_of").max().alias("as_of_last"),
        pl.col("latest_from", "latest_until").max(),
        pl.col("source_id").n_unique().cast(pl.Int64).alias("n_sources"),
        pl.col("source_id").unique().sort().alias("sources"),
        pl.col("fact_id").unique().sort().alias("fact_ids"),
        pl.col("detail").drop_nulls().unique().sort(),
    )
