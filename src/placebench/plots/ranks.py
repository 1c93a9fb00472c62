"""Ranges of ranks, in the order of the alphabet."""

from __future__ import annotations

import polars as pl

from placebench.benchmark import Result
from placebench.plots.grammar import Chart, field, layer, part, second, value
from placebench.plots.labels import LABEL, alphabetical, with_labels
from placebench.plots.leading import leads, over
from placebench.plots.style import BAR, INK, STEP

_WIDTH = 420
_FEW = 20
"""Ranks up to which each has its tick."""


def rank_ranges(ranks: Result) -> Chart:
    """Return a bar a place from the highest to the lowest rank that it can have, places by the alphabet.

    A tick marks the mean over all orders that agree with what is stated. Places of which nothing is stated
    can have any rank and are left out.

    Args:
        ranks: As `benchmark.order.ranks` gives it.
    """
    told = with_labels(ranks.frame).filter(pl.col("n_known") > 0)
    order = alphabetical(told[LABEL])
    last = max(ranks.frame["n"], default=1)
    placed = told.with_columns(
        (pl.col("rank_low") - 0.4).alias("start"),
        (pl.col("rank_high") + 0.4).alias("end"),
        pl.when(pl.col("rank_low") < pl.col("rank_high"))
        .then(pl.format("{} to {}", "rank_low", "rank_high"))
        .otherwise(pl.format("{}", "rank_low"))
        .alias("range"),
    )
    steps = [at for at in range(1, last + 1) if last <= _FEW or at == 1 or at % 10 == 0]
    x = field(
        "start:Q",
        title="Rank, 1 is the highest",
        scale=part(domain=[0.5, last + 0.5], nice=False),
        axis=part(values=steps, format="d", orient="top"),
    )
    base = Chart().encode(y=field("label:N", sort=order, title=None))
    bars = base.mark("bar", height=12, color=BAR, stroke=INK, strokeWidth=0.5).encode(x=x, x2=second("end"))
    means = base.mark("tick", color=INK, thickness=2, height=18).encode(x=field("expected_rank:Q"))
    texts = base.mark("text", align="left", dx=6).encode(x=value(_WIDTH), text=field("range:N"))
    shown = placed.select(LABEL, "start", "end", "expected_rank", "range")
    says = leads(pl.format("{}: rank {}", LABEL, "range"))
    to_facts = over(
        placed.select(LABEL, "start", "end", says), **base.given["encoding"], x=x, x2=second("end")
    )
    whole = layer(bars, means, texts, data=shown, width=_WIDTH, height=STEP * len(order))
    return whole.under(to_facts)
