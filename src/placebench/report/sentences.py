"""Sentences that the report says of itself: each comes from a rule with its n, and judges nothing."""

from __future__ import annotations

import polars as pl

from placebench.benchmark import Comparison
from placebench.benchmark.stated.answers import NO_SOURCE, UNKNOWN
from placebench.benchmark.stated.notes import counted
from placebench.plots.labels import words


def stated_of(comparison: Comparison, subject: str) -> str:
    """Say for how many places a source states something.

    Args:
        comparison: The answers.
        subject: What is stated, such as "a feature of its governance".
    """
    places = comparison.stated["place_id"].n_unique()
    read = comparison.frame.filter(pl.col("status") != NO_SOURCE)["place_id"].n_unique()
    of = counted(read, "place", "places")
    return f"Sources state {subject} for {places} of {of} for which a source on it was read."


def covered(coverage: Comparison) -> str:
    """Say on how many subjects a source states anything, and for how many places where not for all."""
    stated = coverage.stated
    tables, asked = (
        len({item.partition(":")[0] for item in items})
        for items in (stated[coverage.item], coverage.frame[coverage.item])
    )
    said = f"Sources state something on {tables} of {counted(asked, 'subject', 'subjects')}"
    places, of = stated["place_id"].n_unique(), coverage.frame["place_id"].n_unique()
    # Of places that are compared because a source states something, "14 of 14" would say nothing.
    return f"{said}." if places == of else f"{said}, for {places} of {counted(of, 'place', 'places')}."


def most_stated(comparison: Comparison) -> str | None:
    """Name the item that sources state most often; nothing where several share the first position."""
    counts = (
        comparison.frame.filter(~pl.col("status").is_in(UNKNOWN))
        .group_by(comparison.item)
        .agg(pl.col("place_id").n_unique().alias("places"))
        .sort("places", descending=True)
    )
    if counts.height == 0 or counts["places"].head(2).n_unique() < min(2, counts.height):
        return None
    item, places = counts.row(0)
    of = counted(comparison.frame["place_id"].n_unique(), "place", "places")
    return f"Most often stated: {words(item)} ({places} of {of})."


def disagreement(comparison: Comparison) -> str | None:
    """Say on how many cells sources disagree; nothing where they do on none."""
    cells = comparison.frame.filter("conflict").select("place_id", comparison.item).n_unique()
    return f"Sources disagree in {counted(cells, 'cell', 'cells')}, marked with !." if cells else None


def side_by_side(comparison: Comparison) -> str | None:
    """Say why a cell has a denial beside another answer and no mark; nothing where no cell has that."""
    of_cell = comparison.frame.group_by("place_id", comparison.item).agg(
        pl.col("conflict").any(), pl.col("status").unique()
    )
    denied = pl.col("status").list.contains("absent") & (pl.col("status").list.len() > 1)
    cells = of_cell.filter(denied & ~pl.col("conflict")).height
    if not cells:
        return None
    return (
        f"In {counted(cells, 'cell', 'cells')} N stands beside another letter without !: what is not there "
        "yet can be in discussion, planned, an option or expected, and one source can say both."
    )
