"""Which places are put in an order: those of one system, unless a study asks for more."""

from __future__ import annotations

from collections.abc import Iterator

import attrs
import polars as pl

from placebench.benchmark.maturity import Maturity
from placebench.benchmark.result import Result
from placebench.benchmark.scope import Tables
from placebench.benchmark.stated.notes import counted
from placebench.benchmark.study.choices import Study

_SYSTEM = pl.col("place_id").str.split("/").list.first()


@attrs.frozen(eq=False)
class Ordered:
    """Intervals of the places that are put in an order, and what is to be said of the choice.

    Attributes:
        frame: The intervals.
        whose: Whose places they are, in words; empty where all places that are compared are of one system.
        systems: Number of their systems.
        notes: Who is left out, and why.
    """

    frame: pl.DataFrame
    whose: str
    systems: int
    notes: tuple[str, ...]

    def of(self, result: Result) -> Result:
        """Return an order of these places with the choice in its title, sizes and notes."""
        title = f"{result.title}, places of {self.whose}" if self.whose else result.title
        sizes = {**result.denominators, "systems": self.systems}
        return attrs.evolve(result, title=title, denominators=sizes, notes=(*self.notes, *result.notes))


def ordered(found: Maturity, study: Study, tables: Tables) -> Ordered:
    """Choose the places that are put in an order.

    Where a study names systems or places, these are. Else they are those of the system whose framework it
    is, if a stage of one is known; else those of every system of which a stage is.

    Args:
        found: Intervals of stages on one framework.
        study: What is asked for.
        tables: The tables, for the names of systems.
    """
    given = _systems(found.frame)
    kept = given if study.systems or study.places else _comparable(found) & given
    frame = found.frame.filter(_SYSTEM.is_in(sorted(kept)))
    whose = _names(tables, kept) if len(given) > 1 else ""
    return Ordered(frame, whose, len(kept), tuple(_left_out(found.frame, frame, whose)))


def _comparable(found: Maturity) -> set[str]:
    known = _systems(found.frame.filter("known"))
    home = found.instrument.system_id if found.instrument else None
    return {home} if home and home in known else known


def _systems(intervals: pl.DataFrame) -> set[str]:
    return {str(system) for system in intervals.select(_SYSTEM)["place_id"]}


def _names(tables: Tables, systems: set[str]) -> str:
    if len(systems) != 1:
        return f"{len(systems)} systems"
    (system,) = systems
    names = dict(tables.frame("systems").select("system_id", "name").collect().iter_rows())
    return f"the system {names.get(system, system)}"


def _left_out(given: pl.DataFrame, kept: pl.DataFrame, whose: str) -> Iterator[str]:
    others = given.join(kept, on="place_id", how="anti")
    if others.is_empty():
        return
    places = counted(others["place_id"].n_unique(), "place", "places")
    known = others.filter("known")["place_id"].n_unique()
    yield (
        f"In the order stand the places of {whose}. Left out of it: {places} of other systems, "
        f"{known or 'none'} with a known stage; a study that names its `systems` puts several in one order."
    )
