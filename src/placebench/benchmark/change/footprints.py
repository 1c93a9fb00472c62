"""Which places began, ended or moved, with what sources say of it."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from placebench.benchmark.change.sides import BEGAN, ENDED, KEPT, MOVED, Sides, places
from placebench.benchmark.result import Result
from placebench.benchmark.scope import at_places
from placebench.benchmark.stated import notes

_EVENTS = ("place_created", "place_ended", "merger", "footprint_decision", "renamed")


def footprint_changes(sides: Sides) -> Result:
    """List the places that began, ended or changed their boundaries, and what sources tell of such events.

    Whether a place began or ended is known from the table of places; `events` are what sources tell of the
    time between, and may be none; where they tell of a place that neither began nor ended, `change` is
    `kept`. A place that is only in one of two datasets, without dates, is no change.

    Args:
        sides: What is compared, see `between` and `datasets`.

    Returns:
        `place_id`, `place`, `change`, `on` (the day, where it is known), `events`, dates, sources and facts.
    """
    footing = places(sides)
    told = _told(sides)
    frame = (
        footing.join(told, on="place_id", how="left")
        .filter((pl.col("footing") != KEPT) | pl.col("events").is_not_null())
        .with_columns(pl.col("events", "sources", "fact_ids").fill_null([]))
        .rename({"footing": "change"})
        .select(
            "place_id", "place", "change", "on", "events", "as_of_first", "as_of_last", "sources", "fact_ids"
        )
    )
    return Result(
        name="footprint_changes",
        title="Places that began, ended or moved",
        frame=frame,
        denominators={"places": footing.height},
        notes=tuple(_notes(frame)),
    )


def _told(sides: Sides) -> pl.DataFrame:
    both = pl.concat([at_places(sides.before, "events"), at_places(sides.after, "events")])
    day = pl.coalesce("date", "as_of")
    events = both.filter(pl.col("event").is_in(_EVENTS), day > sides.first, day <= sides.last)
    return (
        events.group_by("place_id")
        .agg(
            pl.col("event").unique().sort().alias("events"),
            pl.col("as_of").min().alias("as_of_first"),
            pl.col("as_of").max().alias("as_of_last"),
            pl.col("source_id").unique().sort().alias("sources"),
            pl.col("fact_id").unique().sort().alias("fact_ids"),
        )
        .collect()
    )


def _notes(frame: pl.DataFrame) -> Iterator[str]:
    counts = dict(frame["change"].value_counts().iter_rows())
    kinds = {ENDED: ("ended", "ended"), BEGAN: ("began", "began"), MOVED: ("moved", "moved")}
    said = [
        notes.counted(counts[kind], f"place {one}", f"places {many}")
        for kind, (one, many) in kinds.items()
        if kind in counts
    ]
    if said:
        yield f"{', '.join(said)}; none is taken for the successor of another."
    else:
        yield "No place is known to have begun, ended or moved."
