"""When documents were published and events took place, system by system."""

from __future__ import annotations

import altair as alt
import polars as pl

from placebench.plots.labels import alphabetical
from placebench.plots.style import DIM, STEP, STRONG

_WIDTH = 640
DOCUMENT, EVENT = "document", "event"


def timeline(dated: pl.DataFrame) -> alt.TopLevelMixin:
    """Return a line of time: a diamond a document, a circle an event, a bar over a month or year.

    What is known to a month or a year only is a bar as long as that, with its mark in the middle.

    Args:
        dated: `system` (its name), `kind` (`document` or `event`), `first` and `last` day (equal where the
            day is known) and `words`.
    """
    rows = alphabetical(dated["system"])
    placed = dated.with_columns(
        pl.col("first").cast(pl.Datetime("ms")),
        pl.col("last").cast(pl.Datetime("ms")),
        (pl.col("first") + (pl.col("last") - pl.col("first")) / 2).cast(pl.Datetime("ms")).alias("middle"),
    )
    y = alt.Y("system:N", sort=rows, title=None)
    base = alt.Chart(placed, width=_WIDTH, height=(STEP + 8) * len(rows)).encode(y=y)
    x = alt.X("first:T", title=None, axis=alt.Axis(format="%Y", tickCount="year", grid=True))
    spans = base.mark_rule(strokeWidth=4, opacity=0.45, color=DIM).encode(x=x, x2=alt.X2("last:T"))
    kinds = [DOCUMENT, EVENT]
    marks = base.mark_point(size=90, filled=True, opacity=0.9, stroke="white", strokeWidth=1).encode(
        x=alt.X("middle:T"),
        shape=alt.Shape(
            "kind:N", scale=alt.Scale(domain=kinds, range=["diamond", "circle"]),
            legend=alt.Legend(title=None, orient="bottom"),
        ),
        color=alt.Color("kind:N", scale=alt.Scale(domain=kinds, range=[STRONG, "#b35900"])),
    )  # fmt: skip
    return alt.layer(spans, marks)
