"""Which order of two places stays the same whatever is compared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
import polars as pl
from numpy.typing import NDArray

from placebench.benchmark.order.intervals import checked, merged
from placebench.benchmark.order.pair_frames import once_each, pair_frame
from placebench.benchmark.order.profiles import Profiles, profiles_of
from placebench.benchmark.result import Result
from placebench.errors import UsageError

VERDICTS = ("kept", "vanishes", "reverses", "never")
Relation = NDArray[np.str_]


def robustness(variants: Mapping[str, pl.DataFrame]) -> Result:
    """Compare the certain relation of every pair over variants of the same intervals.

    Args:
        variants: Intervals frames by name, such as those of `variants`, or with an assessor left out each. A
            place that a variant lacks stands in no certain relation there.

    Returns:
        A row a pair: `verdict` is `kept` (the same certain relation in every variant), `vanishes` (in some
        variants only), `reverses` (above in one, below in another) or `never` (certain in none); `above_in`,
        `below_in`, `equal_in` and `open_in` name the variants, in which `place_id` is certainly above
        `other_id`, below it, equal to it, or none of these; `n_variants`.

    Raises:
        UsageError: No variant is given, the frame of one is not right, or they are of several frameworks.
    """
    if not variants:
        raise UsageError("a variant of the intervals or more", "none")
    together = profiles_of(pl.concat([_evidence_only(frame) for frame in variants.values()]))
    one, other = once_each(len(together.place_ids))
    by_variant = {
        name: _relation(profiles_of(frame), together)[one, other] for name, frame in variants.items()
    }
    sides = {
        side: np.array([said == side for said in by_variant.values()]) for side in ("above", "below", "equal")
    }
    sides["open"] = ~(sides["above"] | sides["below"] | sides["equal"])
    verdict = _verdicts(sides)
    lists = {f"{side}_in": _named(where, list(variants)) for side, where in sides.items()}
    return Result(
        name="robustness",
        title="Which order of two places stays the same whatever is compared",
        frame=pair_frame(
            together,
            one,
            other,
            {"verdict": verdict, **lists, "n_variants": np.full(len(one), len(variants))},
        ),
        denominators={**together.denominators, "pairs": len(one), "variants": len(variants)},
        notes=tuple(_notes(verdict, list(variants))),
        source="Sensitivity over variants: OECD, Handbook on Constructing Composite Indicators (2008)",
    )


def variants(frame: pl.DataFrame) -> dict[str, pl.DataFrame]:
    """Make the variants of an intervals frame that need nothing else.

    Args:
        frame: Intervals of places on the themes of one framework.

    Returns:
        The frame `as stated`; `without` each theme in turn, where there are several; each basis `alone`,
        where there are several; and the two extreme completions, `all low` and `all high`, which fill blanks
        on purpose, though never those of a place of which nothing is stated.

    Raises:
        UsageError: The frame is not right.
    """
    rows = checked(frame)
    made = {"as stated": rows}
    themes = rows.select("theme_id", "theme").unique("theme_id").sort("theme_id")
    told_apart = themes["theme"].is_unique().all()
    for theme_id, theme in themes.iter_rows() if themes.height > 1 else ():
        called = theme if told_apart else theme_id
        made[f"without {called}"] = rows.filter(pl.col("theme_id") != theme_id)
    bases = rows["basis"].drop_nulls().unique().sort()
    for basis in bases if len(bases) > 1 else ():
        made[f"{basis} alone"] = rows.filter(pl.col("basis") == basis)
    single = merged(rows).filter(pl.col("known").any().over("place_id"))
    return made | {
        "all low": single.with_columns(high="low", known=True),
        "all high": single.with_columns(low="high", known=True),
    }


def _evidence_only(frame: pl.DataFrame) -> pl.DataFrame:
    names = ("place_id", "place", "framework_id", "theme_id", "low", "high", "n_stages", "known")
    return checked(frame).select(*names, "fact_ids", "as_of_first", "as_of_last")


def _relation(profiles: Profiles, everyone: Profiles) -> Relation:
    """Lay the certain relations of a variant out over all places."""
    spread = np.full((len(everyone.place_ids),) * 2, "open", dtype=np.dtype("U12"))
    position = {place: at for at, place in enumerate(everyone.place_ids)}
    at = np.array([position[place] for place in profiles.place_ids], dtype=np.int64)
    spread[np.ix_(at, at)] = profiles.relations.names()
    return spread


def _verdicts(sides: Mapping[str, NDArray[np.bool_]]) -> Relation:
    above, below, equal = (sides[side] for side in ("above", "below", "equal"))
    some, every = (
        [side.any(axis=0) for side in (above, below)],
        [s.all(axis=0) for s in (above, below, equal)],
    )
    reverses = some[0] & some[1]
    kept = np.logical_or.reduce(every)
    vanishes = np.logical_or.reduce([*some, equal.any(axis=0)])
    return np.select([reverses, kept, vanishes], ["reverses", "kept", "vanishes"], default="never")


def _named(where: NDArray[np.bool_], names: list[str]) -> pl.Series:
    """Name the variants of each pair; pairs have few different lists, so each is made once."""
    patterns, of_pair = np.unique(where.T, axis=0, return_inverse=True)
    lists = [[name for name, holds in zip(names, pattern, strict=True) if holds] for pattern in patterns]
    return pl.Series(lists, dtype=pl.List(pl.String))[of_pair.ravel()]


def _notes(verdict: Relation, names: list[str]) -> Iterator[str]:
    counts = {name: int((verdict == name).sum()) for name in VERDICTS}
    yield (
        f"Over {len(names)} variants, of {len(verdict)} pairs {counts['kept']} keep their certain relation, "
        f"{counts['vanishes']} have it in some variants only, {counts['reverses']} reverse, and "
        f"{counts['never']} have none."
    )
    yield f"The variants: {', '.join(names)}."
