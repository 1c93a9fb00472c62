"""Groups of places that are alike, and how well each place sits in its group."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs
import numpy as np
import polars as pl

from placebench.benchmark.peers.clustering import METHODS, Groups, medoid, silhouettes
from placebench.benchmark.peers.comparing import MIN_SHARED, Compared, common_notes, compared
from placebench.benchmark.peers.encoding import Numbers
from placebench.benchmark.peers.features import PlaceFeatures, features_of, together
from placebench.benchmark.result import Result
from placebench.benchmark.scope import Tables
from placebench.benchmark.stated.notes import counted
from placebench.benchmark.unknown import unknown
from placebench.errors import UsageError

MOST_GROUPS = 10

_FEWEST_PLACES = 3
_SOURCES = {
    "medoids": "k-medoids: Kaufman & Rousseeuw (1990)",
    "average": "average linkage: Sokal & Michener (1958)",
}
_SCHEMA: dict[str, pl.DataType | type[pl.DataType]] = {
    "place_id": pl.String,
    "place": pl.String,
    "group": pl.Int64,
    "group_size": pl.Int64,
    "medoid": pl.String,
    "silhouette": pl.Float64,
    "reason": pl.String,
    "as_of_first": pl.Date,
    "as_of_last": pl.Date,
    "fact_ids": pl.List(pl.String),
}


def clusters(
    dataset: Tables | PlaceFeatures,
    n_groups: int | None = None,
    *,
    method: str = "medoids",
    min_shared: int = MIN_SHARED,
) -> Result:
    """Group places by what is stated of their governance.

    Args:
        dataset: The tables, or features that `features_of` made.
        n_groups: How many groups; by default the number up to ten with the greatest mean silhouette.
        method: `medoids` or `average`.
        min_shared: How many features two places must both state to be compared.

    Returns:
        One row a place: its `group`, the place in the middle of it (`medoid`) and its `silhouette`. Every two
        places of the groups can be compared; the places that stand in the way of that, those with most
        partners to whom they have no distance first, have no group, and the `reason`.

    Raises:
        UsageError: The method is unknown, or there are not so many places to group.
    """
    if method not in METHODS:
        raise unknown(f"a method ({', '.join(METHODS)})", method, METHODS)
    features = dataset if isinstance(dataset, PlaceFeatures) else features_of(dataset)
    given = compared(features, min_shared)
    kept = _complete(given.distance)
    grouping = _grouped(given.distance[np.ix_(kept, kept)], n_groups, method)
    rows = [_row(given, kept, grouping, place) for place in range(len(given.places))]
    return Result(
        name="clusters",
        title="Groups of places that are alike in what is stated of their governance",
        frame=pl.DataFrame(rows, schema=_SCHEMA),
        denominators={
            "places": len(given.places),
            "places_grouped": len(kept) if grouping.n else 0,
            "features": len(given.features.features),
            "groups": grouping.n,
        },
        notes=tuple(_notes(given, grouping, chosen=n_groups is None)),
        source=f"Gower (1971); {_SOURCES[method]}; silhouette: Rousseeuw (1987)",
    )


@attrs.frozen(eq=False)
class _Grouping:
    groups: Groups
    medoids: tuple[int, ...]
    widths: Numbers

    @property
    def n(self) -> int:
        return len(self.medoids)


def _complete(distance: Numbers) -> Groups:
    """Return the places that can all be compared with each other, leaving out the worst one at a time."""
    kept = np.arange(len(distance))
    while len(kept):
        blanks = np.isnan(distance[np.ix_(kept, kept)])
        np.fill_diagonal(blanks, val=False)
        missing = blanks.sum(axis=1)
        if not missing.any():
            break
        worst = len(kept) - 1 - int(missing[::-1].argmax())
        kept = np.delete(kept, worst)
    return kept if len(kept) > 1 else kept[:0]


def _grouped(distance: Numbers, n_groups: int | None, method: str) -> _Grouping:
    n = len(distance)
    if n_groups is not None and not 1 <= n_groups <= n:
        raise UsageError(
            f"from 1 to {n} groups", str(n_groups), where="clusters", hint=f"{n} places can be grouped"
        )
    if n_groups is None and n < _FEWEST_PLACES:
        return _Grouping(np.zeros(0, dtype=np.int64), (), np.zeros(0))
    sizes = [n_groups] if n_groups else range(2, min(MOST_GROUPS, n - 1) + 1)
    groupings = [METHODS[method](distance, size) for size in sizes]
    widths = [silhouettes(distance, groups) for groups in groupings]
    best = int(np.argmax([width.mean().round(12) for width in widths]))
    groups = groupings[best]
    members = (np.flatnonzero(groups == label) for label in range(groups.max() + 1))
    return _Grouping(groups, tuple(medoid(distance, one) for one in members), widths[best])


def _row(given: Compared, kept: Groups, grouping: _Grouping, place: int) -> dict[str, Any]:
    own: dict[str, Any] = {"place_id": given.places[place], "place": given.names[place]}
    first, last, facts = together([given.rests[given.places[place]]])
    own |= {"as_of_first": first, "as_of_last": last, "fact_ids": facts}
    at = np.flatnonzero(kept == place)
    if not len(at):
        few = counted(given.min_shared, "feature", "features")
        return {**own, "reason": f"does not share {few} with each place of the groups"}
    if not grouping.n:
        return {**own, "reason": f"fewer than {_FEWEST_PLACES} places can be compared with each other"}
    label = int(grouping.groups[at[0]])
    return {
        **own,
        "group": label + 1,
        "group_size": int((grouping.groups == label).sum()),
        "medoid": given.places[int(kept[grouping.medoids[label]])],
        # How well a place sits in its group is told by other groups.
        "silhouette": float(grouping.widths[at[0]]) if grouping.n > 1 else None,
    }


def _notes(given: Compared, grouping: _Grouping, *, chosen: bool) -> Iterator[str]:
    if not grouping.n:
        yield f"No groups: fewer than {_FEWEST_PLACES} places can all be compared with each other."
    elif grouping.n == 1:
        yield "One group: its places are not told apart, or one group was asked for."
    else:
        mean = float(grouping.widths.mean())
        which = (
            f"{grouping.n} groups, the number with the greatest" if chosen else f"{grouping.n} groups, with a"
        )
        yield f"{which} mean silhouette: {mean:.2f} (1 well apart, 0 none to speak of)."
    yield from common_notes(given)
