"""Which answers disagree.

Two answers of different sources on one item of one place disagree when

- one says that the thing is there and the other that it is absent, or that it had ended before then;
- one says later, or elsewhere on the same day, that the thing is less far than the other says;
- the item can have one value only, and both are said to hold with different values.

A plan that may have come true since is none, also where dates are known to the month or year only. Where
dates say which of two statements is the later one, that decides what a place comes to in a count, and the
earlier one is history; only where they do not is that undecided.

A source that is silent disagrees with nobody, and what a document requires, offers or puts on a long list
contradicts nothing.
"""

from __future__ import annotations

from collections.abc import Collection

import polars as pl

_PROGRESS = {"emerging": 1, "planned": 2, "shadow": 3, "in_place": 4}
_NOTHING = "none"
THERE = ("shadow", "in_place")
_CELL = ("place_id", "item")


def with_conflicts(stated: pl.DataFrame, single_valued: Collection[str] = ()) -> pl.DataFrame:
    """Mark the answers that another answer disagrees with.

    Args:
        stated: Answers as `grouped` gives them.
        single_valued: Items that can have one value only at a time.

    Returns:
        The answers with `conflict`, and with `undecided`: whether dates leave open which of them is later.
    """
    answers = numbered(stated)
    disagree = _pairs(answers, single_valued).filter(_denied() | _gone_back() | _two_values(single_valued))
    return stated.with_columns(
        in_pairs_of_sources(answers, disagree).alias("conflict"),
        in_pairs_of_sources(answers, disagree.filter(~_in_order())).alias("undecided"),
    )


def numbered(stated: pl.DataFrame) -> pl.DataFrame:
    """Return answers with their number in `answer`, without lists, which pairs of answers could not afford.

    In their place, `by` tells the sets of sources apart, and `only_source` is null where there are several.
    """
    sources = pl.col("sources")
    return stated.with_row_index("answer").select(
        "answer",
        *_CELL,
        "value",
        "status",
        "latest_from",
        "latest_until",
        sources.list.join(" ").rank("dense").alias("by"),
        pl.when(sources.list.len() == 1).then(sources.list.first()).alias("only_source"),
    )


def in_pairs_of_sources(answers: pl.DataFrame, pairs: pl.DataFrame) -> pl.Series:
    """Tell which answers are in a pair that different sources give.

    Args:
        answers: Answers as `numbered` gives them.
        pairs: Pairs of them, the columns of the second with the suffix `_other`.
    """
    one_source = (pl.col("only_source") == pl.col("only_source_other")).fill_null(value=False)
    of_two = pairs.filter(~one_source)
    found = pl.concat([of_two["answer"], of_two["answer_other"]]).unique()
    return answers["answer"].is_in(found.implode())


def _pairs(answers: pl.DataFrame, single_valued: Collection[str]) -> pl.DataFrame:
    """Pair the answers that can disagree: on the same value, on any value, and on several where one holds."""
    there = answers.filter(_there())
    alone = pl.col("item").is_in(list(single_valued))
    same = answers.join(there, on=[*_CELL, "value"], suffix="_other", nulls_equal=True)
    nothing = answers.filter(pl.col("value").fill_null(_NOTHING) == _NOTHING)
    return pl.concat(
        [
            same.with_columns(pl.col("value").alias("value_other")),
            nothing.join(there, on=_CELL, suffix="_other"),
            answers.filter(_there(), alone).join(there, on=_CELL, suffix="_other"),
        ],
        how="diagonal",
    )


def _same_value() -> pl.Expr:
    return pl.col("value").eq_missing(pl.col("value_other"))


def _there(suffix: str = "") -> pl.Expr:
    return pl.col(f"status{suffix}").is_in(THERE)


def _denied() -> pl.Expr:
    about_the_same = _same_value() | pl.col("value").fill_null(_NOTHING).eq(_NOTHING)
    absent = pl.col("status") == "absent"
    ended_before = (pl.col("status") == "ended") & _before("", "_other")
    return _there("_other") & about_the_same & (absent | ended_before)


def _gone_back() -> pl.Expr:
    progress = pl.col("status").replace_strict(_PROGRESS, default=None, return_dtype=pl.Int8)
    other = pl.col("status_other").replace_strict(_PROGRESS, default=None, return_dtype=pl.Int8)
    may_be_earlier = pl.col("latest_from") < pl.col("latest_until_other")
    elsewhere = pl.col("by") != pl.col("by_other")
    back = (progress < other) & ~may_be_earlier & (_before("_other", "") | elsewhere)
    return _there("_other") & _same_value() & back.fill_null(value=False)


def _before(one: str, other: str) -> pl.Expr:
    """Hold where the latest statement of an answer is certainly earlier than that of another."""
    return (pl.col(f"latest_until{one}") < pl.col(f"latest_from{other}")).fill_null(value=False)


def _in_order() -> pl.Expr:
    return _before("", "_other") | _before("_other", "")


def _two_values(single_valued: Collection[str]) -> pl.Expr:
    different = (pl.col("value") != pl.col("value_other")).fill_null(value=False)
    return pl.col("item").is_in(list(single_valued)) & _there() & _there("_other") & different
