"""The order of places as a Hasse diagram: who stands just above whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import polars as pl

from placebench.benchmark.order.pair_frames import Column, pair_frame
from placebench.benchmark.order.partial_order import Matrix
from placebench.benchmark.order.profiles import Profiles, profiles_of
from placebench.benchmark.order.relations import Relations
from placebench.benchmark.result import Result


def hasse(
    frame: pl.DataFrame, *, places: Sequence[str] | None = None, themes: Sequence[str] | None = None
) -> Result:
    """Give the edges of the Hasse diagram, the certain ones and those that are only possible.

    A certain edge is a certain dominance with no place certainly between, so the certain edges are the
    transitive reduction. A possible edge is a dominance that holds in some completion, not in all, and does
    not follow from another possible one together with a certain one. Possible dominance is not transitive, so
    a path of possible edges says nothing of its ends. Equal places are one node, named by the first of them.

    Args:
        frame: Intervals of places on the themes of one framework.
        places: Identifiers of the places; all by default.
        themes: Identifiers of the themes; all by default.

    Returns:
        A row an edge: `place_id` stands above `other_id`; `kind` is `certain` or `possible`; `members` and
        `other_members` list the places of either node.

    Raises:
        UsageError: The frame is not right, or a name is unknown.
    """
    profiles = profiles_of(frame, places, themes)
    first = np.array([members[0] for members in profiles.classes], dtype=np.int64)
    certain, possible = edges(profiles.relations)
    of_nodes = np.ix_(first, first)
    upper, lower = np.nonzero((certain | possible)[of_nodes])
    members = pl.Series(
        [[profiles.place_ids[at] for at in each] for each in profiles.classes], dtype=pl.List(pl.String)
    )
    columns: dict[str, Column] = {
        "kind": np.where(certain[of_nodes][upper, lower], "certain", "possible"),
        "members": members[upper],
        "other_members": members[lower],
    }
    return Result(
        name="hasse",
        title="Who stands just above whom",
        frame=pair_frame(profiles, first[upper], first[lower], columns),
        denominators={**profiles.denominators, "nodes": len(first)},
        notes=(*profiles.notes(), *_notes(profiles)),
        source="Brüggemann, Patil, Ranking and Prioritization for Multi-indicator Systems (2011)",
    )


def edges(found: Relations) -> tuple[Matrix, Matrix]:
    """Return the certain and the possible edges, `[a, b]` for a above b, of places that may be equal."""
    certain, only_possible = found.certain, found.possible & ~found.certain
    follows = _through(certain, found.possible) | _through(found.possible, certain)
    return certain & ~_through(certain, certain), only_possible & ~follows


def _through(first: Matrix, second: Matrix) -> Matrix:
    return np.asarray((first.astype(np.float64) @ second.astype(np.float64)) > 0)


def _notes(profiles: Profiles) -> Iterator[str]:
    certain = profiles.relations.certain
    joined = np.logical_or(certain.any(axis=0), certain.any(axis=1)).tolist()
    names = [name for name, is_joined in zip(profiles.names, joined, strict=True) if not is_joined]
    if names:
        yield f"In no certain edge: {', '.join(names)}."
