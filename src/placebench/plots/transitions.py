"""How stages moved: before in the rows, after in the columns."""

from __future__ import annotations

import altair as alt
import polars as pl

from placebench.benchmark import Result
from placebench.plots.style import INK, LINE

_CELL = 44


def exact(transitions: Result) -> pl.DataFrame:
    """Return the rows of which the stage before and the stage after are both certain."""
    return transitions.frame.filter(
        pl.col("low_before") == pl.col("high_before"), pl.col("low_after") == pl.col("high_after")
    )


def transition_map(transitions: Result) -> alt.TopLevelMixin:
    """Return a map that counts places and themes by stage before and stage after.

    On the diagonal nothing moved; to its right stages rose. Ranges of stages are left out.

    Args:
        transitions: As `benchmark.change.stage_transitions` gives it.
    """
    told = exact(transitions)
    last = int(transitions.frame.select(pl.max_horizontal("high_before", "high_after").max()).item())
    counts = told.group_by("low_before", "low_after").len("cells")
    stages = pl.DataFrame({"stage": range(1, last + 1)}, schema={"stage": pl.Int64})
    every = stages.rename({"stage": "low_before"}).join(stages.rename({"stage": "low_after"}), how="cross")
    cells = every.join(counts, on=["low_before", "low_after"], how="left").with_columns(
        pl.col("cells").fill_null(0).cast(pl.Int64),
        (pl.col("low_before") == pl.col("low_after")).alias("same"),
        pl.when(pl.col("cells") > 0)
        .then(pl.col("cells").cast(pl.String))
        .otherwise(pl.lit(""))
        .alias("words"),
    )
    base = alt.Chart(cells, width=_CELL * last, height=_CELL * last).encode(
        x=alt.X("low_after:O", title="Stage after", axis=alt.Axis(labelAngle=0, orient="top")),
        y=alt.Y("low_before:O", title="Stage before"),
    )
    most = max(counts["cells"], default=1)
    tiles = base.mark_rect(stroke=LINE).encode(
        color=alt.Color(
            "cells:Q",
            scale=alt.Scale(domain=[0, most], range=["#ffffff", "#7fabdf"], interpolate="rgb"),
            legend=None,
        ),
        strokeWidth=alt.condition("datum.same", alt.value(3), alt.value(1)),
    )
    return alt.layer(tiles, base.mark_text(color=INK, fontWeight="bold").encode(text=alt.Text("words:N")))
