"""Profiles of places: what is known of each on every theme, as bounds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

import attrs
import numpy as np
import polars as pl
from numpy.typing import NDArray

from placebench.benchmark.order.intervals import (
    checked,
    chosen,
    merged,
    refuse_readings_beside_ratings,
)
from placebench.benchmark.order.partial_order import Matrix
from placebench.benchmark.order.relations import Relations, relations
from placebench.errors import UsageError


@attrs.define(eq=False, kw_only=True, frozen=True, slots=False)
class Profiles:
    """Bounds of every place on every theme.

    Attributes:
        place_ids: The places, sorted.
        theme_ids: The themes, sorted.
        low: Lowest stage of each place (row) on each theme (column).
        high: Highest stage, of the same shape.
        known: Where something is known.
        evidence: A row a place, in the same order: `place_id`, `place`, `n_known`, `fact_ids`, `as_of_first`,
            `as_of_last`.
        bases: On what the bounds rest, such as `self`; empty where the frame does not say.
    """

    place_ids: tuple[str, ...]
    theme_ids: tuple[str, ...]
    low: NDArray[np.int64]
    high: NDArray[np.int64]
    known: Matrix
    evidence: pl.DataFrame
    bases: tuple[str, ...]

    @cached_property
    def relations(self) -> Relations:
        """How the places stand to each other."""
        return relations(self.low, self.high)

    @cached_property
    def classes(self) -> tuple[tuple[int, ...], ...]:
        """Positions of the places that are equal in every completion, together; mostly one place each."""
        if not self.place_ids:
            return ()
        first = self.relations.equal.argmax(axis=1)
        return tuple(tuple(np.flatnonzero(first == one).tolist()) for one in np.unique(first))

    @property
    def names(self) -> list[str]:
        """Names of the places, in the order of `place_ids`."""
        return self.evidence["place"].to_list()

    @property
    def silent(self) -> Matrix:
        """Which places have nothing known on any theme."""
        return np.asarray(~self.known.any(axis=1))

    @property
    def denominators(self) -> dict[str, int]:
        """Number of places, of those with something known, and of themes."""
        some = int(self.known.any(axis=1).sum())
        return {"places": len(self.place_ids), "places_stated": some, "themes": len(self.theme_ids)}

    def notes(self) -> Iterator[str]:
        """Say what a reader must know of the places before any method."""
        if not self.known.any():
            yield f"No place states a stage on any theme; {len(self.place_ids)} places were looked at."
        silent = [name for name, nothing in zip(self.names, self.silent, strict=True) if nothing]
        if silent and self.known.any():
            yield f"Nothing is stated of {', '.join(silent)}; so every stage is possible there."
        if len(self.bases) > 1:
            yield f"Where {' and '.join(self.bases)} speak of one theme, the interval spans them all."
        for members in self.classes:
            if len(members) > 1:
                yield f"{', '.join(self.names[at] for at in members)}: equal on every theme."


def profiles_of(
    frame: pl.DataFrame, places: Sequence[str] | None = None, themes: Sequence[str] | None = None
) -> Profiles:
    """Read the profiles of places from an intervals frame.

    A place without a row on a theme gets its full range. Rows of several bases on one place and theme become
    the range that they span.

    Args:
        frame: Intervals, as `checked` describes them.
        places: Identifiers of the places to compare; all of the frame by default.
        themes: Identifiers of the themes to compare them on; all of the frame by default.

    Raises:
        UsageError: The frame is not right, a name is unknown, no theme is left, or readings of documents
            stand beside ratings.
    """
    rows = checked(frame)
    place_ids = chosen(places, rows["place_id"], "place")
    theme_ids = chosen(themes, rows["theme_id"], "theme")
    if place_ids and not theme_ids:
        raise UsageError("a theme to compare places on", "none", where="intervals frame")
    kept = rows.filter(pl.col("place_id").is_in(place_ids), pl.col("theme_id").is_in(theme_ids))
    bases = kept.filter(pl.col("known"))["basis"].drop_nulls().unique().sort().to_list()
    refuse_readings_beside_ratings(bases)
    stages = rows.group_by("theme_id").agg(pl.col("n_stages").first().alias("last"))
    cells = _cells(kept, stages, place_ids, theme_ids)
    shape = (len(place_ids), len(theme_ids))
    return Profiles(
        place_ids=tuple(place_ids),
        theme_ids=tuple(theme_ids),
        low=cells["low"].to_numpy().reshape(shape),
        high=cells["high"].to_numpy().reshape(shape),
        known=cells["known"].to_numpy().reshape(shape),
        evidence=_evidence(cells, rows),
        bases=tuple(bases),
    )


def _cells(
    kept: pl.DataFrame, stages: pl.DataFrame, place_ids: list[str], theme_ids: list[str]
) -> pl.DataFrame:
    """Return one row for every place and theme, the full range where the frame has none."""
    of_places = pl.DataFrame({"place_id": place_ids}, schema={"place_id": pl.String})
    of_themes = pl.DataFrame({"theme_id": theme_ids}, schema={"theme_id": pl.String})
    grid = of_places.join(of_themes, how="cross", maintain_order="left_right")
    cells = grid.join(merged(kept), on=["place_id", "theme_id"], how="left", maintain_order="left")
    return cells.join(stages, on="theme_id", how="left", maintain_order="left").with_columns(
        pl.col("low").fill_null(1),
        pl.col("high").fill_null(pl.col("last")),
        pl.col("known").fill_null(value=False),
    )


def _evidence(cells: pl.DataFrame, rows: pl.DataFrame) -> pl.DataFrame:
    names = rows.group_by("place_id").agg(pl.col("place").drop_nulls().first().alias("name"))
    by_place = cells.group_by("place_id", maintain_order=True).agg(
        pl.col("known").sum().cast(pl.Int64).alias("n_known"),
        pl.col("fact_ids").explode().drop_nulls().unique().sort(),
        pl.col("as_of_first").min(),
        pl.col("as_of_last").max(),
    )
    named = by_place.join(names, on="place_id", how="left", maintain_order="left")
    name = pl.coalesce("name", "place_id").alias("place")
    return named.select("place_id", name, "n_known", "fact_ids", "as_of_first", "as_of_last")
