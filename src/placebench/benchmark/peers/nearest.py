"""The places that are most like each place, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import numpy as np
import polars as pl

from placebench.benchmark.peers.comparing import MIN_SHARED, Compared, common_notes, compared
from placebench.benchmark.peers.encoding import Column
from placebench.benchmark.peers.features import PlaceFeatures, features_of, together
from placebench.benchmark.peers.kinds import ASYMMETRIC
from placebench.benchmark.result import Result
from placebench.benchmark.scope import Tables
from placebench.benchmark.stated.notes import counted
from placebench.errors import UsageError

SOURCE = "Gower (1971); Podani (1999) for ranked features"
_SCHEMA: dict[str, pl.DataType | type[pl.DataType]] = {
    "place_id": pl.String,
    "place": pl.String,
    "rank": pl.Int64,
    "peer_id": pl.String,
    "peer": pl.String,
    "distance": pl.Float64,
    "low": pl.Float64,
    "high": pl.Float64,
    "n_shared": pl.Int64,
    "n_own": pl.Int64,
    "n_features": pl.Int64,
    "shared": pl.List(pl.String),
    "reason": pl.String,
    "as_of_first": pl.Date,
    "as_of_last": pl.Date,
    "fact_ids": pl.List(pl.String),
}


def peers(dataset: Tables | PlaceFeatures, k: int = 5, *, min_shared: int = MIN_SHARED) -> Result:
    """Name the `k` places that are nearest to each place by what is stated of their governance.

    Args:
        dataset: The tables, or features that `features_of` made.
        k: How many; all places that tie with the last are named too.
        min_shared: How many features two places must both state to be compared.

    Returns:
        One row a place and peer. `distance` is Gower's over the `n_shared` features of `n_features` that both
        state, named in `shared`; of `n_own` of them a statement speaks of one of the two alone; `low` and
        `high` hold it for every completion of what is not stated. A place that can be compared with no other
        has one row without a peer, and the `reason`.

    Raises:
        UsageError: `k` or `min_shared` is below 1.
    """
    features = dataset if isinstance(dataset, PlaceFeatures) else features_of(dataset)
    given = compared(features, min_shared)
    return nearest(given, k, name="peers", title="Places most alike in what is stated of their governance")


def nearest(given: Compared, k: int, *, name: str, title: str) -> Result:
    """Name the `k` nearest of each place; see `peers`."""
    if k < 1:
        raise UsageError("at least 1 peer", str(k), where="k")
    rows = [row for place in range(len(given.places)) for row in _of_place(given, place, k)]
    return Result(
        name=name,
        title=f"{title}{said_of_each(rows)}",
        frame=pl.DataFrame(rows, schema=_SCHEMA),
        denominators={
            "places": len(given.places),
            "places_comparable": int(given.comparable.sum()),
            "features": len(given.features.features),
        },
        notes=tuple(_notes(given)),
        source=SOURCE,
    )


def said_of_each(rows: Iterable[Mapping[str, Any]]) -> str:
    """Say how many pairs are compared by statements on each place of a system alone; nothing of none."""
    own = {frozenset((row["place_id"], row["peer_id"])): row["n_own"] for row in rows if row.get("peer_id")}
    spread = sum(1 for number in own.values() if number == 0)
    if not spread:
        return ""
    pairs = counted(len(own), "pair", "pairs")
    return f" ({spread} of {pairs} by statements on each place of a system alone)"


def _of_place(given: Compared, place: int, k: int) -> Iterator[dict[str, Any]]:
    own: dict[str, Any] = {"place_id": given.places[place], "place": given.names[place]}
    own["n_features"] = len(given.features.features)
    apart = given.distance[place].copy()
    apart[place] = np.nan
    others = np.flatnonzero(~np.isnan(apart))
    if not len(others):
        best = int(np.delete(given.distances.n_shared[place], place).max(initial=0))
        most = counted(best, "feature", "features")
        yield {**own, "reason": f"shares at most {most} with another place; {given.min_shared} needed"}
        return
    ranks = 1 + (apart[others][:, None] > apart[others][None, :]).sum(axis=1)
    for other in others[np.argsort(ranks, kind="stable")]:
        rank = int(ranks[others == other][0])
        if rank <= k:
            yield {**own, "rank": rank, **_pair(given, place, int(other))}


def _pair(given: Compared, place: int, other: int) -> dict[str, Any]:
    low, high = given.bounds(place, other)
    both = [
        column.feature.name
        for column in given.distances.columns
        if column.known[place] and column.known[other] and not _both_lack(column, place, other)
    ]
    own = _own(given, place, other)
    first, last, facts = together([given.rests[given.places[place]], given.rests[given.places[other]]])
    return {
        "peer_id": given.places[other],
        "peer": given.names[other],
        "distance": float(given.distance[place, other]),
        "low": low,
        "high": high,
        "n_shared": int(given.distances.n_shared[place, other]),
        "n_own": len(both if own is None else [name for name in both if name in own]),
        "shared": both,
        "as_of_first": first,
        "as_of_last": last,
        "fact_ids": facts,
    }


def _own(given: Compared, place: int, other: int) -> frozenset[str] | None:
    """Return the features on which a statement speaks of one of two places alone; None where each does."""
    stated = given.features.own
    if stated is None:
        return None
    one, two = (stated.get(given.places[at], frozenset()) for at in (place, other))
    return one | two


def _both_lack(column: Column, place: int, other: int) -> bool:
    return bool(column.feature.kind == ASYMMETRIC and column.high[place] == 0 and column.high[other] == 0)


def _notes(given: Compared) -> Iterator[str]:
    if not given.places:
        yield "No place is spoken of."
    elif not given.features.features:
        yield "No feature is stated of any place."
    elif not given.comparable.any():
        yield f"No two places share {counted(given.min_shared, 'feature', 'features')}."
    yield from common_notes(given)
