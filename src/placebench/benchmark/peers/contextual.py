"""Places alike in their circumstances, from figures that the reader supplies."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from placebench.benchmark.peers import kinds
from placebench.benchmark.peers.comparing import compared
from placebench.benchmark.peers.features import PlaceFeatures
from placebench.benchmark.peers.kinds import Feature, check_names
from placebench.benchmark.peers.nearest import nearest
from placebench.benchmark.result import Result
from placebench.benchmark.scope import Tables
from placebench.benchmark.unknown import unknown
from placebench.errors import UsageError


def contextual_peers(
    table: pl.DataFrame,
    k: int = 5,
    *,
    dataset: Tables | None = None,
    features: Sequence[Feature] | None = None,
    min_shared: int = 1,
) -> Result:
    """Name the `k` places that are nearest to each place by population, deprivation or other figures.

    These figures are the reader's own: they are kept apart from what sources state, and no result mixes the
    two.

    Args:
        table: `place_id` and the figures, one row a place; null where unknown.
        k: How many; all places that tie with the last are named too.
        dataset: Where the places must be known; without it they are taken as they are.
        features: What each column is; by default numbers are compared over the range of the places here,
            truth values as symmetric and words as nominal.
        min_shared: How many figures two places must both have.

    Returns:
        The frame of `peers`, without facts and dates.

    Raises:
        UsageError: A place is unknown, missing or named twice, or a column cannot be compared.
    """
    names = _names(table, dataset)
    taken = tuple(features) if features is not None else tuple(_features(table))
    check_names(taken)
    blanks: dict[str, pl.DataType | type[pl.DataType]] = {
        "as_of_first": pl.Date,
        "as_of_last": pl.Date,
        "fact_ids": pl.List(pl.String),
    }
    frame = table.drop([name for name in ("place", *blanks) if name in table.columns])
    frame = frame.join(names, on="place_id", how="left").with_columns(
        *(pl.lit(None, dtype).alias(name) for name, dtype in blanks.items())
    )
    given = PlaceFeatures(
        name="context",
        title="Figures of places",
        frame=frame,
        denominators={"places": frame.height, "features": len(taken)},
        features=taken,
    )
    title = "Places most alike in the figures supplied"
    return nearest(compared(given, min_shared), k, name="contextual_peers", title=title)


def _names(table: pl.DataFrame, dataset: Tables | None) -> pl.DataFrame:
    if "place_id" not in table.columns:
        raise unknown("a column 'place_id'", ", ".join(table.columns), ["place_id"], where="table")
    places = table["place_id"]
    if places.null_count():
        raise UsageError("a place in every row", "a row without one", where="table")
    if places.is_duplicated().any():
        raise UsageError(
            "one row a place", f"several of {places.filter(places.is_duplicated())[0]}", where="table"
        )
    if dataset is None:
        return pl.DataFrame({"place_id": places, "place": places})
    known = dataset.frame("places").select("place_id", pl.col("name").alias("place")).collect()
    for place in places:
        if place not in set(known["place_id"]):
            raise unknown("a place of the dataset", place, known["place_id"], where="table")
    return known.filter(pl.col("place_id").is_in(places.implode()))


def _features(table: pl.DataFrame) -> list[Feature]:
    found = []
    for name, dtype in table.schema.items():
        if name in {"place_id", "place"}:
            continue
        if dtype.is_numeric():
            found.append(Feature(name, kinds.INTERVAL))
        else:
            found.append(Feature(name, kinds.SYMMETRIC if dtype == pl.Boolean else kinds.NOMINAL))
    return found
