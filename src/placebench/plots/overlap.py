"""What the priorities of places share, two by two."""

from __future__ import annotations

import polars as pl

from placebench.benchmark import Result
from placebench.plots.grammar import Chart, field, layer, part
from placebench.plots.labels import alphabetical
from placebench.plots.leading import leads, over
from placebench.plots.style import INK

_CELL = 62


def overlap_map(overlap: Result) -> Chart:
    """Return a map of pairs of places: topics that both list, of those that either lists.

    Args:
        overlap: As `benchmark.counts.priority_overlap` gives it.
    """
    pairs = overlap.frame.with_columns(
        pl.format("{} of {}", "shared", "of_either").alias("words"),
        pl.col("share_of_either").fill_null(0),
    )
    places = alphabetical([*pairs["place_a"], *pairs["place_b"]])
    names = short_names(places)
    pairs = pairs.with_columns(pl.col("place_a", "place_b").replace_strict(names))
    order = [names[place] for place in places]
    base = Chart().encode(
        x=field("place_b:N", sort=order, title=None, axis=part(orient="top", labelAngle=-45)),
        y=field("place_a:N", sort=order, title=None),
    )  # fmt: skip
    colour = field(
        "share_of_either:Q", title="Share of the topics of either",
        scale=part(domain=[0, 1], range=["#ffffff", "#7fabdf"], interpolate="rgb"),
        legend=part(format="%", orient="bottom", gradientLength=160),
    )  # fmt: skip
    tiles = base.mark("rect", stroke="#c9d1d6").encode(color=colour)
    says = leads(pl.format("{} and {}: {} topics", "place_a", "place_b", "words"))
    to_facts = over(pairs.select("place_a", "place_b", says), **base.given["encoding"])
    whole = layer(
        tiles,
        base.mark("text", color=INK).encode(text=field("words:N")),
        data=pairs.select("place_a", "place_b", "share_of_either", "words"),
        width=_CELL * (len(places) - 1),
        height=30 * (len(places) - 1),
    )
    return whole.under(to_facts)


def short_names(place_ids: list[str]) -> dict[str, str]:
    """Return the last part of each identifier in words; the whole one where two places share it."""
    last = {place: place.rpartition("/")[2].replace("-", " ").title() for place in place_ids}
    counts = pl.Series(list(last.values())).value_counts()
    shared = set(counts.filter(pl.col("count") > 1).to_series())
    return {place: place if name in shared else name for place, name in last.items()}
