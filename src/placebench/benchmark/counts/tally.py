"""Places counted by answer, against all places and against those that state one."""

from __future__ import annotations

import polars as pl

from placebench.benchmark.counts.standing import CONFLICT
from placebench.benchmark.counts.wilson import CONFIDENCE, wilson
from placebench.benchmark.stated.answers import NO_SOURCE, NOT_STATED

COLUMNS = (
    "item",
    "value",
    "status",
    "places",
    "places_derived",
    "places_said_of_each",
    "of_all",
    "of_stated",
    "undecided",
    "share_of_all",
    "share_of_all_low",
    "share_of_all_high",
    "share_of_stated",
    "share_of_stated_low",
    "share_of_stated_high",
    "share_at_least",
    "share_at_most",
    "as_of_first",
    "as_of_last",
    "place_ids",
    "sources",
    "fact_ids",
)
_ENDS = pl.Struct({"low": pl.Float64, "high": pl.Float64})


def tally(
    standings: pl.DataFrame, asked: pl.DataFrame, *, exclusive: bool, confidence: float = CONFIDENCE
) -> pl.DataFrame:
    """Count the places of each answer.

    A place whose answer is not stated is in no count of answers: it has its row `not_stated`, or `no_source`.
    `share_at_least` and `share_at_most` are what the share would be if none, and if all, of the places whose
    answer is open had this answer; open are those that state none and those whose sources disagree. Shares
    of places that only statements on each place of a system speak of have no interval.

    Args:
        standings: One status a place and answer, see `standing.standings`.
        asked: `place_id`, `item` and `read` (whether a source was read for it), a row for every place and
            item, items in the order of the table.
        exclusive: Whether a place that has one value of an item has no other.
        confidence: Of the intervals.

    Returns:
        The columns `COLUMNS`, one row an item, value and status.
    """
    counted = pl.concat([_answers(standings), _silent(standings, asked)], how="diagonal_relaxed")
    sized = counted.join(_sizes(standings, asked), on="item").with_columns(
        pl.col("of_stated").fill_null(0), pl.col("denying").fill_null([]), pl.col("unnamed").fill_null(0)
    )
    open_places = _open_where_one_holds(sized) if exclusive else _open_where_several_hold(sized)
    rows = open_places.with_columns(pl.col("undecided").fill_null(0), pl.col("disputed").fill_null(0))
    order = asked.select("item").unique(maintain_order=True).with_row_index("item_number")
    ordered = rows.join(order, on="item").sort("item_number", "silent", "value", "status", nulls_last=True)
    return _with_shares(ordered, confidence).select(COLUMNS)


def _answers(standings: pl.DataFrame) -> pl.DataFrame:
    return standings.group_by("item", "value", "status").agg(
        pl.len().cast(pl.Int64).alias("places"),
        pl.col("derived").sum().cast(pl.Int64).alias("places_derived"),
        pl.col("of_each").sum().cast(pl.Int64).alias("places_said_of_each"),
        pl.col("as_of_first").min(),
        pl.col("as_of_last").max(),
        pl.col("place_id").sort().alias("place_ids"),
        pl.col("sources").list.explode().unique().sort(),
        pl.col("fact_ids").list.explode().unique().sort(),
        pl.lit(value=False).alias("silent"),
    )


def _silent(standings: pl.DataFrame, asked: pl.DataFrame) -> pl.DataFrame:
    nothing = asked.join(standings, on=["place_id", "item"], how="anti")
    status = pl.when("read").then(pl.lit(NOT_STATED)).otherwise(pl.lit(NO_SOURCE))
    return (
        nothing.group_by("item", status.alias("status"))
        .agg(pl.len().cast(pl.Int64).alias("places"), pl.col("place_id").sort().alias("place_ids"))
        .with_columns(
            pl.lit(0, pl.Int64).alias("places_derived"),
            pl.lit(0, pl.Int64).alias("places_said_of_each"),
            pl.lit([], pl.List(pl.String)).alias("sources"),
            pl.lit([], pl.List(pl.String)).alias("fact_ids"),
            pl.lit(value=True).alias("silent"),
        )
    )


def _sizes(standings: pl.DataFrame, asked: pl.DataFrame) -> pl.DataFrame:
    """Return for each item how many places there are and state it, and which deny all of it."""
    outright = pl.col("value").is_null() & (pl.col("status") == "absent")
    stated = standings.group_by("item").agg(
        pl.col("place_id").n_unique().cast(pl.Int64).alias("of_stated"),
        pl.col("place_id").filter(outright).alias("denying"),
    )
    everyone = asked.group_by("item").agg(pl.len().cast(pl.Int64).alias("of_all"))
    unnamed = pl.lit(0, pl.Int64).alias("unnamed")
    return everyone.join(stated, on="item", how="left").with_columns(unnamed)


def _open_where_one_holds(rows: pl.DataFrame) -> pl.DataFrame:
    """Open is who states nothing, and who states the status without the value."""
    named = pl.col("value").is_not_null() & ~pl.col("silent")
    unnamed = pl.col("places").filter(pl.col("value").is_null() & ~pl.col("silent")).sum()
    disputed = pl.col("places").filter(pl.col("status") == CONFLICT).sum().over("item")
    return rows.with_columns(
        pl.when(named).then(unnamed.over("item", "status")).otherwise(0).alias("unnamed")
    ).with_columns(
        (pl.col("of_all") - pl.col("of_stated") + pl.col("unnamed")).alias("undecided"),
        pl.when(pl.col("status") != CONFLICT).then(disputed).otherwise(0).alias("disputed"),
    )


def _open_where_several_hold(rows: pl.DataFrame) -> pl.DataFrame:
    """Open is who states nothing of this value: having one form denies no other."""
    answer = ["item", "value"]
    said = pl.col("places").filter(~pl.col("silent")).sum().over(answer)
    here = pl.col("place_ids").filter(~pl.col("silent")).list.explode().implode().over(answer)
    denied = pl.col("denying").list.set_difference(here).list.len().cast(pl.Int64)
    disputed = pl.col("places").filter(pl.col("status") == CONFLICT).sum().over(answer)
    unnamed = pl.col("value").is_null()
    return rows.with_columns(
        pl.when(unnamed)
        .then(pl.col("of_all") - pl.col("of_stated"))
        .otherwise(pl.col("of_all") - said - denied)
        .alias("undecided"),
        pl.when(pl.col("status") != CONFLICT).then(disputed).otherwise(0).alias("disputed"),
    )


def _with_shares(rows: pl.DataFrame, confidence: float) -> pl.DataFrame:
    places, of_all, of_stated = pl.col("places"), pl.col("of_all"), pl.col("of_stated")
    answers = ~pl.col("silent")
    among = answers & (of_stated > 0)
    of_everyone = _interval("places", "of_all", confidence)
    of_those = _interval("places", "of_stated", confidence)
    return rows.with_columns(
        (places / of_all).alias("share_of_all"),
        of_everyone.struct.field("low").alias("share_of_all_low"),
        of_everyone.struct.field("high").alias("share_of_all_high"),
        pl.when(among).then(places / of_stated).alias("share_of_stated"),
        pl.when(among).then(of_those.struct.field("low")).alias("share_of_stated_low"),
        pl.when(among).then(of_those.struct.field("high")).alias("share_of_stated_high"),
        pl.when(answers).then(places / of_all).alias("share_at_least"),
        pl.when(answers)
        .then((places + pl.col("undecided") + pl.col("disputed")) / of_all)
        .alias("share_at_most"),
        pl.when(answers).then("undecided").alias("undecided"),
    )


def _interval(count: str, of: str, confidence: float) -> pl.Expr:
    def ends(row: dict[str, int]) -> dict[str, float | None]:
        within = row[count] <= row[of]  # a row of silence is no part of those that state
        # One statement on each place of a system is no sample of places.
        spread = 0 < row[count] <= row["places_said_of_each"]
        low, high = wilson(row[count], row[of], confidence) if within and not spread else (None, None)
        return {"low": low, "high": high}

    return pl.struct(count, of, "places_said_of_each").map_elements(ends, return_dtype=_ENDS)
