"""Ranges of ranks, in the order of the alphabet."""

from __future__ import annotations

import altair as alt
import polars as pl

from placebench.benchmark import Result
from placebench.plots.labels import LABEL, alphabetical, with_labels
from placebench.plots.style import BAR, INK, STEP

_WIDTH = 420
_FEW = 20
"""Ranks up to which each has its tick."""


def rank_ranges(ranks: Result) -> alt.TopLevelMixin:
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
        pl.format("{} to {}", "rank_low", "rank_high").alias("range"),
    )
    steps = [at for at in range(1, last + 1) if last <= _FEW or at == 1 or at % 10 == 0]
    x = alt.X(
        "start:Q",
        title="Rank, 1 is the highest",
        scale=alt.Scale(domain=[0.5, last + 0.5], nice=False),
        axis=alt.Axis(values=steps, format="d", orient="top"),
    )
    base = alt.Chart(placed, width=_WIDTH, height=STEP * len(order)).encode(
        y=alt.Y("label:N", sort=order, title=None)
    )
    bars = base.mark_bar(height=12, color=BAR, stroke=INK, strokeWidth=0.5).encode(x=x, x2=alt.X2("end:Q"))
    means = base.mark_tick(color=INK, thickness=2, height=18).encode(x=alt.X("expected_rank:Q"))
    texts = base.mark_text(align="left", dx=6).encode(x=alt.value(_WIDTH), text=alt.Text("range:N"))
    return alt.layer(bars, means, texts)
