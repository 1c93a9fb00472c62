"""Two states of a dataset that are compared, and which places can be."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import attrs
import polars as pl

from placebench.benchmark.scope import Tables, with_text_codes
from placebench.benchmark.stated import notes
from placebench.benchmark.window import Window
from placebench.errors import UsageError
from placebench.model import FACT_TABLES

KEPT = "kept"
ENDED = "place_ended"
BEGAN = "place_began"
MOVED = "footprint_changed"


@attrs.frozen(eq=False)
class Sides:
    """What is compared with what.

    Attributes:
        before: The tables before.
        after: The tables after.
        first: Day that `before` stands for: its last date, or the one that was asked for.
        last: The same of `after`.
    """

    before: Tables
    after: Tables
    first: dt.date | None
    last: dt.date | None

    def notes(self) -> Iterator[str]:
        """Say what is compared, and how many facts are in neither side."""
        before = f"what speaks for {self.first or 'no known day'} or earlier"
        yield f"Before is {before}; after is {self._after()}."
        if isinstance(self.after, Window) and (cut := self.after.outside()):
            facts = notes.counted(cut, "fact has", "facts have")
            yield f"{facts} no date, or one that is known too roughly to stand on one side."

    def _after(self) -> str:
        if isinstance(self.after, Window):
            return f"what speaks for the time from then to {self.last}"
        return f"the other dataset, up to {self.last or 'no known day'}"


def between(dataset: Tables, first: dt.date, last: dt.date) -> Sides:
    """Set what a dataset says up to one day against what it says from the day after up to another.

    Args:
        dataset: The tables.
        first: Last day before.
        last: Last day after.

    Raises:
        UsageError: `first` is not before `last`.
    """
    if first >= last:
        raise UsageError("a first day before the last", f"{first} and {last}", where="between")
    after = Window(dataset, first + dt.timedelta(days=1), last)
    return Sides(Window(dataset, until=first), after, first, last)


def datasets(before: Tables, after: Tables) -> Sides:
    """Set one dataset against another."""
    return Sides(before, after, _latest(before), _latest(after))


def places(sides: Sides) -> pl.DataFrame:
    """Tell what became of each place.

    One that ended or began between the two days is not compared with those that it followed or that followed
    it. One that had ended before the first day is the same place on both sides.

    Returns:
        `place_id`, `system_id`, `place`, `footing` (kept, place_ended, place_began or footprint_changed) and
        `on` (the day of it, where it is known).
    """
    both = _known(sides.before).join(
        _known(sides.after), on="place_id", how="full", coalesce=True, suffix="_b"
    )
    begun, ended = pl.coalesce("valid_from_b", "valid_from"), pl.coalesce("valid_to_b", "valid_to")
    first, last = (pl.lit(day, dtype=pl.Date) for day in (sides.first, sides.last))
    ends = ((ended >= first) & (ended < last)).fill_null(value=False)
    begins = ((begun > first) & (begun <= last)).fill_null(value=False)
    stated = (pl.col("footprint").list.len() > 0) & (pl.col("footprint_b").list.len() > 0)
    moved = stated & (pl.col("footprint").list.sort() != pl.col("footprint_b").list.sort())
    footing = (
        pl.when(ends)
        .then(pl.lit(ENDED))
        .when(begins)
        .then(pl.lit(BEGAN))
        .when(moved.fill_null(value=False))
        .then(pl.lit(MOVED))
        .otherwise(pl.lit(KEPT))
    )
    day = pl.when(ends).then(ended).when(begins).then(begun)
    return both.select(
        "place_id",
        pl.coalesce("system_id", "system_id_b").alias("system_id"),
        pl.coalesce("name_b", "name").alias("place"),
        footing.alias("footing"),
        day.alias("on"),
    ).sort("place_id")


def _known(dataset: Tables) -> pl.DataFrame:
    # A window shows the places of its time only; the other side must know when a place ended all the same.
    whole = dataset.dataset if isinstance(dataset, Window) else dataset
    columns = ("place_id", "system_id", "name", "footprint", "valid_from", "valid_to")
    return with_text_codes(whole.frame("places")).select(columns).collect()


def _latest(dataset: Tables) -> dt.date | None:
    dates = [dataset.frame(table).select(pl.col("as_of").max()) for table in FACT_TABLES]
    found = [frame.item() for frame in pl.collect_all(dates)]
    return max((day for day in found if day), default=None)
