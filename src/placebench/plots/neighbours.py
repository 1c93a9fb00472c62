"""Places beside their nearest peers."""

from __future__ import annotations

import polars as pl

from placebench.benchmark import Result
from placebench.plots.grammar import Chart, field, layer, part, second
from placebench.plots.labels import LABEL, alphabetical, stage_axis, stage_scale, with_labels
from placebench.plots.style import DIM, SOFT, STRONG

_WIDTH, _ROW, _THEME = 320, 20, 30


def told(peers: Result) -> pl.DataFrame:
    """Return the rows that name a peer."""
    return peers.frame.filter(pl.col("peer_id").is_not_null())


def peer_distances(peers: Result) -> Chart:
    """Return a panel a place with a dot a peer: how far apart they are in what both state.

    The line reaches from the least to the greatest distance that what is not stated leaves possible.

    Args:
        peers: As `benchmark.peers.peers` gives it.
    """
    rows = with_labels(told(peers)).with_columns(pl.format("{} ({} shared)", "peer", "n_shared").alias("row"))
    base = Chart().encode(y=field("row:N", title=None, sort=part(field="distance")))
    x = field(
        "distance:Q", title="Distance: 0 alike, 1 different in every shared feature",
        scale=part(domain=[0, 1]),
    )  # fmt: skip
    layers = layer(
        base.mark("rule", color=SOFT, strokeWidth=3).encode(x=field("low:Q"), x2=second("high")),
        base.mark("point", filled=True, size=70, color=STRONG, opacity=1).encode(x=x),
        data=rows.select(LABEL, "row", "distance", "low", "high"),
        width=_WIDTH,
        height=part(step=_ROW),
    )
    header = part(
        labelAngle=0,
        labelAlign="left",
        labelOrient="top",
        labelAnchor="start",
        labelFontWeight="bold",
        labelPadding=2,
    )
    facets = field("label:N", title=None, sort=alphabetical(rows[LABEL]), header=header)
    return layers.facet(row=facets, resolve=part(scale=part(y="independent")))


def beside_peers(intervals: Result, peers: Result) -> pl.DataFrame:
    """Return the known stages of each place and of its peers, on the themes that a place and a peer know.

    Returns:
        `panel_id` and `panel` (the place that the others stand beside), `own`, and the columns of intervals.
    """
    known = intervals.frame.filter("known")
    pairs = told(peers).select(pl.col("place_id").alias("panel_id"), pl.col("peer_id").alias("place_id"))
    own = known.with_columns(pl.col("place_id").alias("panel_id"), own=pl.lit(value=True))
    others = pairs.join(known, on="place_id").with_columns(own=pl.lit(value=False))
    theme = ["panel_id", "theme_id"]
    both = own.select(theme).join(others.select(theme), on=theme).unique()
    names = with_labels(told(peers)).select(pl.col("place_id").alias("panel_id"), panel=LABEL).unique()
    rows = pl.concat([own.select(others.columns), others]).join(both, on=theme)
    return rows.join(names, on="panel_id").sort("panel", "theme_number", "own", "place_id")


def all_against_peers(intervals: Result, peers: Result) -> Chart:
    """Return a panel a place: the stages that it may have, over those of its nearest peers.

    Args:
        intervals: As `benchmark.maturity.maturity` gives them.
        peers: As `benchmark.peers.peers` gives it.
    """
    rows = beside_peers(intervals, peers)
    layers, order = _over_peers(rows, max(intervals.frame["n_stages"], default=1))
    themes = rows.select("panel", "low", "high", "own", heading=_heading())
    layered = layer(*layers, data=themes, width=_WIDTH, height=_THEME * len(order))
    return layered.facet(field("panel:N", title=None, sort=alphabetical(rows["panel"])), columns=2)


def against_peers(intervals: Result, peers: Result, place_id: str) -> Chart:
    """Return a row a theme: the stages that a place may have, over those of its nearest peers.

    Args:
        intervals: As `benchmark.maturity.maturity` gives them.
        peers: As `benchmark.peers.peers` gives it.
        place_id: The place.
    """
    nearest = told(peers).filter(pl.col("place_id") == place_id)["peer_id"].to_list()
    known = intervals.frame.filter("known", pl.col("place_id").is_in([place_id, *nearest]))
    rows = known.with_columns((pl.col("place_id") == place_id).alias("own"))
    data = rows.select("theme_number", "low", "high", "own", heading=_heading())
    layers, order = _over_peers(rows, max(intervals.frame["n_stages"], default=1))
    return layer(*layers, data=data, width=_WIDTH, height=_THEME * len(order))


def _heading() -> pl.Expr:
    return pl.format("{} {}", "theme_number", "theme")


def _over_peers(rows: pl.DataFrame, n_stages: int) -> tuple[list[Chart], list[str]]:
    """Return the marks of a place and of its peers, a row a theme, and the themes."""
    order = rows.sort("theme_number").select(_heading()).to_series().unique(maintain_order=True).to_list()
    axis, scale = stage_axis(n_stages), stage_scale(n_stages)
    low, high = field("low:Q", axis=axis, scale=scale), field("high:Q", axis=axis, scale=scale)
    base = Chart().encode(y=field("heading:N", sort=order, title=None, axis=part(labelLimit=320)))
    layers = []
    for own, offset, colour, shape in ((False, 6, DIM, "square"), (True, -6, STRONG, "circle")):
        of = base.where("own", own)
        dots = of.mark("point", shape=shape, filled=own, color=colour, size=70, opacity=1, yOffset=offset)
        lines = of.mark("rule", color=colour, strokeWidth=2, yOffset=offset).encode(x=low, x2=second("high"))
        layers += [lines, dots.encode(x=low), dots.encode(x=high)]
    return layers, order
