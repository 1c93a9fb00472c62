"""What places say of themselves beside what documents say, theme by theme."""

from __future__ import annotations

import polars as pl

from placebench.benchmark import Result
from placebench.plots.grammar import Chart, field, layer, second
from placebench.plots.labels import LABEL, alphabetical, stage_axis, stage_scale, with_labels
from placebench.plots.style import INK, STRONG

SELF, DOCUMENTARY = "self", "documentary"
_WIDTH, _ROW = 230, 30
_COLUMNS = 3


def both_known(ratings: Result, readings: Result) -> pl.DataFrame:
    """Return the intervals where a self-assessment and documents both say something."""
    rated = ratings.frame.filter(pl.col("known") & (pl.col("basis") == SELF))
    read = readings.frame.filter("known")
    key = ["place_id", "theme_id"]
    kept = rated.select(key).join(read.select(key), on=key)
    return pl.concat([rated, read]).join(kept, on=key)


def dumbbell(ratings: Result, readings: Result) -> Chart:
    """Return a panel a theme with a row a place: its own interval above that of documents.

    A filled dot is an end of the place's own, a hollow square one of documents. The two are of different
    kinds: documents bound a stage, they do not rate.

    Args:
        ratings: Intervals of self-assessments, as `benchmark.maturity.maturity` gives them.
        readings: Intervals of basis `documentary`.
    """
    shown = with_labels(both_known(ratings, readings))
    order = alphabetical(shown[LABEL])
    n_stages = max(shown["n_stages"], default=1)
    rows = shown.select(
        LABEL, "basis", "low", "high", pl.format("{} {}", "theme_number", "theme").alias("heading")
    )
    headings = shown.sort("theme_number").select(pl.format("{} {}", "theme_number", "theme"))
    x = field("low:Q", axis=stage_axis(n_stages), scale=stage_scale(n_stages))
    base = Chart().encode(y=field("label:N", sort=order, title=None))
    layers = []
    for basis, offset, colour, shape in ((SELF, -6, STRONG, "circle"), (DOCUMENTARY, 6, INK, "square")):
        of = base.where("basis", basis)
        fill = {} if basis == SELF else {"fill": "white"}
        dots = of.mark(
            "point",
            shape=shape,
            size=70,
            color=colour,
            filled=basis == SELF,
            **fill,
            opacity=1,
            yOffset=offset,
        )
        layers += [
            of.mark("rule", strokeWidth=2, color=colour, yOffset=offset).encode(x=x, x2=second("high")),
            dots.encode(x=x),
            dots.encode(x=field("high:Q", axis=stage_axis(n_stages), scale=stage_scale(n_stages))),
        ]
    return layer(*layers, data=rows, width=_WIDTH, height=_ROW * len(order)).facet(
        field("heading:N", title=None, sort=headings.to_series().unique(maintain_order=True).to_list()),
        columns=_COLUMNS,
    )
