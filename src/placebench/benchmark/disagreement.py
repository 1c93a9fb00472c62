"""Which answers disagree.

Two answers on one item of one place disagree when

- one says that the thing is there and the other that it is absent, or that it had ended before then;
- one says later, or elsewhere at the same date, that the thing is less far than the other says;
- the item can have one value only, and both are said to hold with different values.

What a document requires, offers or puts on a long list contradicts nothing.
"""

from __future__ import annotations

from collections.abc import Collection

import polars as pl

_PROGRESS = {"emerging": 1, "planned": 2, "shadow": 3, "in_place": 4}
_NOTHING = "none"
THERE = ("shadow", "in_place")


def with_conflicts(stated: pl.DataFrame, single_valued: Collection[str] = ()) -> pl.DataFrame:
    """Mark the answers that another answer disagrees with, in a column `conflict`.

    Args:
        stated: Answers with `place_id`, `item`, `value`, `status`, `as_of_first`, `as_of_last` and `sources`.
        single_valued: Items that can have one value only at a time.
    """
    numbered = stated.with_row_index("answer")
    pairs = numbered.join(numbered, on=["place_id", "item"], suffix="_other")
    disagree = pairs.filter(_denied() | _gone_back() | _two_values(single_valued))
    answers = pl.concat([disagree["answer"], disagree["answer_other"]]).unique()
    return numbered.with_columns(pl.col("answer").is_in(answers.implode()).alias("conflict")).drop("answer")


def _same_value() -> pl.Expr:
    return pl.col("value").eq_missing(pl.col("value_other"))


def _there(suffix: str = "") -> pl.Expr:
    return pl.col(f"status{suffix}").is_in(THERE)


def _denied() -> pl.Expr:
    about_the_same = _same_value() | pl.col("value").fill_null(_NOTHING).eq(_NOTHING)
    absent = pl.col("status") == "absent"
    ended_before = (pl.col("status") == "ended") & (pl.col("as_of_last") < pl.col("as_of_last_other"))
    return _there("_other") & about_the_same & (absent | ended_before.fill_null(value=False))


def _gone_back() -> pl.Expr:
    progress = pl.col("status").replace_strict(_PROGRESS, default=None, return_dtype=pl.Int8)
    other = pl.col("status_other").replace_strict(_PROGRESS, default=None, return_dtype=pl.Int8)
    later = pl.col("as_of_last") > pl.col("as_of_last_other")
    elsewhere = (pl.col("as_of_last") == pl.col("as_of_last_other")) & (
        pl.col("sources") != pl.col("sources_other")
    )
    back = (progress < other) & (later | elsewhere)
    return _there("_other") & _same_value() & back.fill_null(value=False)


def _two_values(single_valued: Collection[str]) -> pl.Expr:
    different = (pl.col("value") != pl.col("value_other")).fill_null(value=False)
    return pl.col("item").is_in(list(single_valued)) & _there() & _there("_other") & different
