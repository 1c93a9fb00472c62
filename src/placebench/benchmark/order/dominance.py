"""Which place stands above which, whatever the blanks turn out to be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import polars as pl

from placebench.benchmark.order.pair_frames import both_ways, once_each, pair_frame
from placebench.benchmark.order.profiles import Profiles, profiles_of
from placebench.benchmark.result import Result


def dominance(
    frame: pl.DataFrame, *, places: Sequence[str] | None = None, themes: Sequence[str] | None = None
) -> Result:
    """Compare every place with every other, in all completions of their intervals and in at least one.

    A completion puts one stage of its interval into each cell. There, a place is *at least* another where it
    is lower on no theme, and *above* it where it is also higher on some; two places that agree on every theme
    are equal, and two of which each is higher somewhere are incomparable. A place with nothing stated is
    certainly above nobody.

    Args:
        frame: Intervals of places on the themes of one framework.
        places: Identifiers of the places to compare; all by default.
        themes: Identifiers of the themes to compare them on; all by default.

    Returns:
        A row an ordered pair: `certain` (`place_id` is above `other_id` in every completion), `at_least` (at
        least it in every completion), `possible` (above it in at least one), `can_be_incomparable` (in at
        least one), and `relation`: what is certain of the pair, one of `above`, `below`, `at_least`,
        `at_most`, `equal`, `incomparable`, or `open` where completions differ.

    Raises:
        UsageError: The frame is not right, or a name is unknown.
    """
    profiles = profiles_of(frame, places, themes)
    found = profiles.relations
    one, other = both_ways(len(profiles.place_ids))
    columns = {
        "certain": found.certain[one, other],
        "at_least": found.at_least[one, other],
        "possible": found.possible[one, other],
        "can_be_incomparable": found.can_be_incomparable[one, other],
        "relation": found.names()[one, other],
    }
    return Result(
        name="dominance",
        title="Pairs of places of which the order is certain on every theme, and pairs of which it is not",
        frame=pair_frame(profiles, one, other, columns),
        denominators={**profiles.denominators, "pairs": len(one) // 2},
        notes=(*profiles.notes(), *_notes(profiles)),
        source="Fattore, Social Indicators Research 128 (2016); blanks as bounds",
    )


def _notes(profiles: Profiles) -> Iterator[str]:
    one, other = once_each(len(profiles.place_ids))
    said = profiles.relations.names()[one, other]
    ordered = int(np.isin(said, ("above", "below")).sum())
    apart = int((said == "incomparable").sum())
    undecided = int((said == "open").sum())
    yield (
        f"Of {len(said)} pairs {ordered} are certainly ordered and {apart} certainly incomparable; "
        f"of {undecided} nothing is certain until more is stated."
    )
