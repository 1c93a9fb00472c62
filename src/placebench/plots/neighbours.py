"""Places beside their nearest peers."""

from __future__ import annotations

import altair as alt
import polars as pl

from placebench.benchmark import Result
from placebench.plots.labels import LABEL, alphabetical, stage_axis, stage_scale, with_labels
from placebench.plots.style import DIM, SOFT, STRONG

_WIDTH, _ROW = 320, 20


def told(peers: Result) -> pl.DataFrame:
    """Return the rows that name a peer."""
    return peers.frame.filter(pl.col("peer_id").is_not_null())


def peer_distances(peers: Result) -> alt.TopLevelMixin:
    """Return a panel a place with a dot a peer: how far apart they are in what both state.

    The line reaches from the least to the greatest distance that what is not stated leaves possible.

    Args:
        peers: As `benchmark.peers.peers` gives it.
    """
    rows = with_labels(told(peers)).with_columns(pl.format("{} ({} shared)", "peer", "n_shared").alias("row"))
    base = alt.Chart().encode(y=alt.Y("row:N", title=None, sort=alt.SortField("distance")))
    x = alt.X(
        "distance:Q", title="Distance: 0 alike, 1 different in every shared feature",
        scale=alt.Scale(domain=[0, 1]),
    )  # fmt: skip
    layers = alt.layer(
        base.mark_rule(color=SOFT, strokeWidth=3).encode(x=alt.X("low:Q"), x2=alt.X2("high:Q")),
        base.mark_point(filled=True, size=70, color=STRONG, opacity=1).encode(x=x),
        data=rows.select(LABEL, "row", "distance", "low", "high"),
        width=_WIDTH,
        height=alt.Step(_ROW),
    )
    header = alt.Header(
        labelAngle=0,
        labelAlign="left",
        labelOrient="top",
        labelAnchor="start",
        labelFontWeight="bold",
        labelPadding=2,
    )
    facets = alt.Row("label:N", title=None, sort=alphabetical(rows[LABEL]), header=header)
    panels: alt.TopLevelMixin = layers.facet(row=facets).resolve_scale(y="independent")
    return panels


def against_peers(intervals: Result, peers: Result, place_id: str) -> alt.TopLevelMixin:
    """Return a row a theme: the stages that a place may have, over those of its nearest peers.

    Args:
        intervals: As `benchmark.maturity.maturity` gives them.
        peers: As `benchmark.peers.peers` gives it.
        place_id: The place.
    """
    nearest = told(peers).filter(pl.col("place_id") == place_id)["peer_id"].to_list()
    known = with_labels(intervals.frame).filter("known", pl.col("place_id").is_in([place_id, *nearest]))
    n_stages = max(intervals.frame["n_stages"], default=1)
    rows = known.select(
        LABEL, "theme_number", "low", "high", pl.format("{} {}", "theme_number", "theme").alias("heading"),
        (pl.col("place_id") == place_id).alias("own"),
    )  # fmt: skip
    order = rows.sort("theme_number")["heading"].unique(maintain_order=True).to_list()
    x = alt.X("low:Q", axis=stage_axis(n_stages), scale=stage_scale(n_stages))
    high = alt.X("high:Q", axis=stage_axis(n_stages), scale=stage_scale(n_stages))
    base = alt.Chart(rows, width=_WIDTH, height=30 * len(order)).encode(
        y=alt.Y("heading:N", sort=order, title=None, axis=alt.Axis(labelLimit=320))
    )
    layers = []
    for own, offset, colour, shape in ((False, 6, DIM, "square"), (True, -6, STRONG, "circle")):
        of = base.transform_filter(alt.datum.own == own)
        dots = of.mark_point(shape=shape, filled=own, color=colour, size=70, opacity=1, yOffset=offset)
        lines = of.mark_rule(color=colour, strokeWidth=2, yOffset=offset).encode(x=x, x2=alt.X2("high:Q"))
        layers += [lines, dots.encode(x=x), dots.encode(x=high)]
    return alt.layer(*layers)
