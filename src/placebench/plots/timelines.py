"""When documents were published and events took place, system by system."""

from __future__ import annotations

import polars as pl

from placebench.plots.grammar import Chart, field, layer, part, second, value
from placebench.plots.labels import alphabetical
from placebench.plots.leading import leads, over
from placebench.plots.style import DIM, STEP, STRONG

_WIDTH = 640
_TARGET = 576
"""Square pixels around a mark that lead to its facts: 24 a side."""
DOCUMENT, EVENT = "document", "event"
_KINDS = ((DOCUMENT, "diamond", STRONG), (EVENT, "circle", "#b35900"))


def timeline(dated: pl.DataFrame) -> Chart:
    """Return a line of time: a diamond a document, a circle an event, a bar over a month or year.

    What is known to a month or a year only is a bar as long as that, with its mark in the middle.

    Args:
        dated: `system` (its name), `kind` (`document` or `event`), `first` and `last` day (equal where the
            day is known), `words` and `fact_ids`.
    """
    rows = alphabetical(dated["system"])
    placed = dated.with_columns(
        pl.col("first").cast(pl.Datetime("ms")),
        pl.col("last").cast(pl.Datetime("ms")),
        (pl.col("first") + (pl.col("last") - pl.col("first")) / 2).cast(pl.Datetime("ms")).alias("middle"),
    )
    y = field("system:N", sort=rows, title=None, axis=part(labelLimit=360))
    base = Chart().encode(y=y)
    x = field(
        "first:T", title=None, scale=part(padding=10), axis=part(format="%Y", tickCount="year", grid=True)
    )
    spans = base.mark("rule", strokeWidth=4, opacity=0.45, color=DIM).encode(x=x, x2=second("last"))
    there = set(dated["kind"])
    kinds, shapes, colours = zip(*(one for one in _KINDS if one[0] in there), strict=True)
    marks = base.mark("point", size=90, filled=True, opacity=0.9, stroke="white", strokeWidth=1).encode(
        x=field("middle:T"),
        shape=field(
            "kind:N", scale=part(domain=list(kinds), range=list(shapes)),
            legend=part(title=None, orient="bottom"),
        ),
        color=field("kind:N", scale=part(domain=list(kinds), range=list(colours))),
    )  # fmt: skip
    shown = placed.select("system", "kind", "first", "last", "middle")
    to_facts = over(
        placed.select("system", "middle", leads(pl.col("words"))),
        mark="point", size=_TARGET, shape=value("circle"), x=field("middle:T"), y=y,
    )  # fmt: skip
    whole = layer(spans, marks, data=shown, width=_WIDTH, height=(STEP + 8) * len(rows))
    return whole.under(to_facts)
