"""Shares of places with their intervals, against all places and against those that state an answer."""

from __future__ import annotations

import polars as pl

from placebench.benchmark import Result
from placebench.plots.grammar import Chart, field, layer, part, second, value
from placebench.plots.labels import words_of
from placebench.plots.leading import leads, over
from placebench.plots.style import BAR, INK, STRONG

IN_PLACE = "in_place"
_ROW, _WIDTH = 38, 420
_ALL, _STATED = "of all places", "of places that state any"


def in_place(counted: Result) -> pl.DataFrame:
    """Return the rows of a count that say what is in place, without those that sum several up."""
    return counted.frame.filter(
        pl.col("status") == IN_PLACE,
        pl.col("value").is_not_null(),
        pl.col("value") != "any",
        pl.col("share_of_all").is_not_null(),
    )


def share_bars(counted: Result) -> Chart:
    """Return a bar an answer that is in place, with Wilson's interval and both denominators.

    The bar is the share of all places, the diamond that of the places that state an answer; lines are the
    intervals. Answers with another status, and counts that are withheld, are left out.

    Args:
        counted: As the counts of `benchmark.counts` give it.
    """
    shown = (
        in_place(counted)
        .with_columns(words_of(pl.col("value")).alias("answer"))
        .sort(pl.col("answer").str.to_lowercase())
    )
    shares = pl.concat([_of(shown, "of_all", _ALL, -8), _of(shown, "of_stated", _STATED, 8)])
    order = shown["answer"].to_list()
    x = field(
        "share:Q", title="Share of places, with its 95 % interval",
        scale=part(domain=[0, 1]), axis=part(format="%", values=[0, 0.25, 0.5, 0.75, 1]),
    )  # fmt: skip
    layers = []
    for kind, offset in ((_ALL, -8), (_STATED, 8)):
        rows = Chart().where("kind", kind).encode(y=field("answer:N", sort=order, title=None))
        layers += [
            *([rows.mark("bar", height=11, color=BAR, yOffset=offset).encode(x=x)] if kind == _ALL else []),
            rows.mark("rule", color=INK, yOffset=offset).encode(x=field("low:Q"), x2=second("high")),
            rows.mark("point",
                shape="stroke" if kind == _ALL else "diamond", color=INK if kind == _ALL else STRONG,
                filled=kind != _ALL, size=70, angle=90 if kind == _ALL else 0, yOffset=offset,
            ).encode(x=x),
            rows.mark("text", align="left", dx=6, yOffset=offset).encode(
                x=value(_WIDTH), text=field("count:N")
            ),
        ]  # fmt: skip
    places = shown.columns[3]
    says = pl.format("{}: {} of {} places", "answer", places, "of_all")
    y = field("answer:N", sort=order, title=None)
    to_facts = over(shown.select("answer", leads(says)), x=value(0), x2=value(_WIDTH), y=y)
    return layer(*layers, data=shares, width=_WIDTH, height=_ROW * len(order)).under(to_facts)


def _of(shown: pl.DataFrame, of: str, kind: str, offset: int) -> pl.DataFrame:
    share = pl.col(f"share_{of}")
    places = shown.columns[3]
    return shown.select(
        "answer",
        pl.lit(kind).alias("kind"),
        pl.lit(offset).alias("offset"),
        share.alias("share"),
        # An answer without an interval, which is one statement on several places, has no line.
        pl.coalesce(f"share_{of}_low", share).alias("low"),
        pl.coalesce(f"share_{of}_high", share).alias("high"),
        pl.format("{} of {} {}", places, of, pl.lit("places" if kind == _ALL else "that state any")).alias(
            "count"
        ),
    ).filter(pl.col("share").is_not_null())
