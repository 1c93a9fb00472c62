"""When documents were published and events took place, system by system."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

import polars as pl

from placebench.plots.grammar import Chart, field, layer, part, second, value
from placebench.plots.labels import alphabetical
from placebench.plots.leading import leads, over
from placebench.plots.style import DIM, STEP, STRONG

_WIDTH = 640
_TARGET = 576
"""Square pixels around a mark that lead to its facts: 24 a side."""
_LANE, _MOST_LANES = 24, 6
DOCUMENT, EVENT = "document", "event"
_KINDS = ((DOCUMENT, "diamond", STRONG), (EVENT, "circle", "#b35900"))


def timeline(dated: pl.DataFrame) -> Chart:
    """Return a line of time: a diamond a document, a circle an event, a bar over a month or year.

    What is known to a month or a year only is a bar as long as that, with its mark in the middle. Marks that
    would overlap stand one above the other; what has no date is left out.

    Args:
        dated: `system` (its name), `kind` (`document` or `event`), `first` and `last` day (equal where the
            day is known), `words` and `fact_ids`.
    """
    placed = _placed(dated.filter(pl.col("first").is_not_null()))
    rows = alphabetical(placed["system"])
    most = max(placed["lane"], default=0.0)
    row = STEP + 8 + 2 * _LANE * most
    within = part(domain=[-1, 1], range=[row / 2 - _LANE, row / 2 + _LANE])
    apart = field("lane:Q", scale=within)
    y = field("system:N", sort=rows, title=None, axis=part(labelLimit=360), scale=part(padding=0))
    base = Chart().encode(y=y)
    x = field(
        "first:T", title=None, scale=part(padding=10), axis=part(format="%Y", tickCount="year", grid=True)
    )
    lines = base.mark("rule", strokeWidth=4, opacity=0.45, color=DIM)
    spans = lines.encode(x=x, x2=second("last"), yOffset=apart)
    there = set(placed["kind"])
    kinds, shapes, colours = zip(*(one for one in _KINDS if one[0] in there), strict=True)
    marks = base.mark("point", size=90, filled=True, opacity=0.9, stroke="white", strokeWidth=1).encode(
        x=field("middle:T"),
        yOffset=apart,
        shape=field(
            "kind:N", scale=part(domain=list(kinds), range=list(shapes)),
            legend=part(title=None, orient="bottom"),
        ),
        color=field("kind:N", scale=part(domain=list(kinds), range=list(colours))),
    )  # fmt: skip
    shown = placed.select("system", "kind", "first", "last", "middle", "lane")
    to_facts = over(
        placed.select("system", "middle", "lane", leads(pl.col("words"))),
        mark="point", size=_TARGET, shape=value("circle"), x=field("middle:T"), y=y, yOffset=apart,
    )  # fmt: skip
    whole = layer(spans, marks, data=shown, width=_WIDTH, height=row * len(rows))
    return whole.under(to_facts)


def _placed(dated: pl.DataFrame) -> pl.DataFrame:
    """Return what has a date with its middle, and the lanes from the middle of its row to its mark."""
    moment = pl.Datetime("ms")
    middle = (pl.col("first") + (pl.col("last") - pl.col("first")) / 2).cast(moment)
    placed = dated.with_columns(pl.col("first", "last").cast(moment), middle.alias("middle"))
    ordered = placed.sort("system", "middle", maintain_order=True)
    if ordered.is_empty():
        return ordered.with_columns(pl.lit(0.0).alias("lane"))
    whole = (max(placed["last"]) - min(placed["first"])) or dt.timedelta(days=1)
    near = whole * _TARGET**0.5 / _WIDTH
    of_systems = ordered.partition_by("system", maintain_order=True)
    lanes = [lane for rows in of_systems for lane in _lanes(rows["middle"].to_list(), near)]
    of_row = pl.col("lane").max().over("system")
    in_lanes = ordered.with_columns(pl.Series("lane", lanes, pl.Float64))
    return in_lanes.with_columns(pl.col("lane") - of_row / 2)


def _lanes(moments: Sequence[dt.datetime], near: dt.timedelta) -> Iterator[int]:
    """Yield the lane of each moment, from the earliest on: the first in which none is near."""
    last: list[dt.datetime] = []
    for moment in moments:
        free = next((lane for lane, before in enumerate(last) if moment - before >= near), len(last))
        lane = free % _MOST_LANES
        last[lane : lane + 1] = [moment]
        yield lane
