"""How stages moved: before in the rows, after in the columns."""

from __future__ import annotations

import polars as pl

from placebench.benchmark import Result
from placebench.plots.grammar import Chart, field, layer, part
from placebench.plots.leading import leads, over
from placebench.plots.style import INK, LINE

_CELL = 44


def exact(transitions: Result) -> pl.DataFrame:
    """Return the rows of which the stage before and the stage after are both certain."""
    return transitions.frame.filter(
        pl.col("low_before") == pl.col("high_before"), pl.col("low_after") == pl.col("high_after")
    )


def transition_map(transitions: Result) -> Chart:
    """Return a map that counts places and themes by stage before and stage after.

    On the diagonal nothing moved; to its right stages rose. Ranges of stages are left out.

    Args:
        transitions: As `benchmark.change.stage_transitions` gives it.
    """
    told = exact(transitions)
    last = int(transitions.frame.select(pl.max_horizontal("high_before", "high_after").max()).item())
    counts = told.group_by("low_before", "low_after").agg(
        pl.len().alias("cells"), pl.col("fact_ids").list.join(" ").str.join(",").alias("facts")
    )
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
    base = Chart().encode(
        x=field("low_after:O", title="Stage after", axis=part(labelAngle=0, orient="top")),
        y=field("low_before:O", title="Stage before"),
    )
    most = max(counts["cells"], default=1)
    tiles = base.mark("rect", stroke=LINE).encode(
        color=field(
            "cells:Q",
            scale=part(domain=[0, most], range=["#ffffff", "#7fabdf"], interpolate="rgb"),
            legend=None,
        ),
        strokeWidth=part(condition=part(test="datum.same", value=3), value=1),
    )
    numbers = base.mark("text", color=INK, fontWeight="bold").encode(text=field("words:N"))
    says = pl.format("stage {} before, stage {} after: {}", "low_before", "low_after", "words")
    to_facts = over(
        cells.filter(pl.col("cells") > 0).select("low_before", "low_after", leads(says, pl.col("facts"))),
        **base.given["encoding"],
    )
    whole = layer(tiles, numbers, data=cells.drop("facts"), width=_CELL * last, height=_CELL * last)
    return whole.under(to_facts)
