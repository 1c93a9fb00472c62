"""What a place comes to in a count: one status for each of its answers, so that it is counted once."""

from __future__ import annotations

import polars as pl

CONFLICT = "conflict"
JOINT = " + "

_REACHED = ("in_place", "shadow", "planned", "emerging", "ended", "absent")
_MEANT = ("expected", "candidate", "option")
"""What a document requires or offers does not say what is there; it counts where nothing else is said."""
_ORDER = {status: n for n, status in enumerate((*_REACHED, *_MEANT))}


def standings(answers: pl.DataFrame, *, exclusive: bool) -> pl.DataFrame:
    """Give each place one status for each value, or one value and status where only one can hold.

    Where sources disagree and dates do not say which is the later one, the status is `conflict`. Else the
    latest statement on what is there decides, and of those that may be the latest the one that is furthest;
    then what is expected, a candidate or an option.

    Args:
        answers: Rows of `stated.answers.grouped` with `undecided`, see `stated.disagreement`.
        exclusive: Whether a place has one value of an item at a time. Values said together, such as the
            sectors of two chairs, are then one joint value; of a conflict the value is null.

    Returns:
        `place_id`, `item`, `value`, `status`, `derived` (whether no source states it outright), `of_each`
        (whether it is said of each place of the system alone), `as_of_first`, `as_of_last`, `sources` and
        `fact_ids` of the statements that decide.
    """
    key = ["place_id", "item"] if exclusive else ["place_id", "item", "value"]
    deciding = _deciding(answers, key, exclusive=exclusive)
    if exclusive:
        deciding = deciding.with_columns(pl.when(pl.col("status") != CONFLICT).then("value").alias("value"))
    joint = (
        deciding.group_by(key).agg(_joined(), _first_status(), *_behind())
        if exclusive
        else deciding.group_by(key).agg(_first_status(), *_behind())
    )
    columns = ("place_id", "item", "value", "status", "derived", "of_each")
    dates = ("as_of_first", "as_of_last", "sources", "fact_ids")
    return joint.select(*columns, *dates).sort("item", "place_id", "value", "status")


def _deciding(answers: pl.DataFrame, key: list[str], *, exclusive: bool) -> pl.DataFrame:
    order = pl.col("status").replace_strict(_ORDER, return_dtype=pl.Int8)
    ranked = answers.with_columns(
        pl.col("status").is_in(_MEANT).alias("meant"),
        order.alias("order"),
        pl.col("undecided").any().over(key).alias("disputed"),
        _overtaken().over([*key, pl.col("status").is_in(_MEANT)]).alias("overtaken"),
    ).sort(
        "meant", "overtaken", "order", "as_of_last", descending=[False, False, False, True], nulls_last=True
    )
    same_status = pl.col("status") == pl.col("status").first().over(key)
    decides = same_status & ~pl.col("overtaken") if exclusive else same_status
    kept = ranked.filter(pl.when("disputed").then("undecided").otherwise(decides))
    return kept.with_columns(pl.when("disputed").then(pl.lit(CONFLICT)).otherwise("status").alias("status"))


def _overtaken() -> pl.Expr:
    """Hold for what is certainly earlier than another statement, or undated where another has a date."""
    latest = pl.col("latest_from").max()
    return pl.coalesce(pl.col("latest_until") < latest, latest.is_not_null())


def _joined() -> pl.Expr:
    values = pl.col("value").drop_nulls().unique().sort()
    return pl.when(values.len() > 0).then(values.str.join(JOINT)).first().alias("value")


def _first_status() -> pl.Expr:
    return pl.col("status").first()


def _behind() -> tuple[pl.Expr, ...]:
    return (
        (pl.col("basis") != "stated").all().alias("derived"),
        (pl.col("applies_to") == "each_place").all().alias("of_each"),
        pl.col("as_of_first").min(),
        pl.col("as_of_last").max(),
        pl.col("sources").list.explode().unique().sort(),
        pl.col("fact_ids").list.explode().unique().sort(),
    )
