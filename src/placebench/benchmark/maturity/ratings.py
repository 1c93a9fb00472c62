"""Ratings that people gave: which of them count, and what the others are."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator

import attrs
import polars as pl

from placebench.benchmark.maturity.instrument import Instrument, near
from placebench.benchmark.periods import inside, period
from placebench.benchmark.scope import Tables, at_places
from placebench.errors import DatasetError, UsageError

_ASSESSOR = ("place_id", "theme_id", "basis", "assessor")
_HELD = "in_place"


@attrs.frozen
class Wanted:
    """Which ratings are asked for.

    Attributes:
        basis: Kinds of ratings: `self`, `peer`, `documentary`.
        assessors: Names of the assessors that count; None for all.
        since: First day that a rating may speak for.
        until: Last day that a rating may speak for.
    """

    basis: tuple[str, ...]
    assessors: tuple[str, ...] | None = None
    since: dt.date | None = None
    until: dt.date | None = None

    def in_window(self) -> pl.Expr:
        """Hold for rows whose period of `as_of` meets the days that are asked for."""
        if self.since is None and self.until is None:
            return pl.lit(value=True)
        return inside("as_of", "as_of_precision", self.since, self.until)


@attrs.frozen(eq=False)
class Ratings:
    """Ratings that count, and how many do not.

    Attributes:
        frame: One row a rating: `place_id`, `theme_id`, `basis`, `assessor`, `low`, `high`, `as_of`,
            `applies_to`, `rule` and `fact_id`.
        left_out: Number of ratings that do not count, by the reason.
    """

    frame: pl.DataFrame
    left_out: dict[str, int]


def read_ratings(
    dataset: Tables, instrument: Instrument, wanted: Wanted, places: pl.DataFrame, themes: pl.DataFrame
) -> Ratings:
    """Return the ratings of places on a framework, of each assessor the latest.

    A rating is later than another when the whole period of that one lies before its date; a rating without a
    date is neither earlier nor later. Ratings that cannot be told apart by date count together.

    Args:
        dataset: The tables.
        instrument: The framework.
        wanted: Which ratings are asked for.
        places: `place_id` of the places that are asked for.
        themes: `theme_id` of the themes that are asked for.

    Raises:
        UsageError: An assessor that is asked for gave no rating.
        DatasetError: A rating is on a theme or stage that the framework lacks.
    """
    # Who rated is the basis here; the column of that name says how a fact was come by.
    named = {"kind": "basis", "stage_low": "low", "stage_high": "high"}
    facts = at_places(dataset, "assessments").drop("basis").rename(named)
    rows = facts.filter(pl.col("basis").is_in(wanted.basis)).collect().join(places, on="place_id", how="semi")
    left_out: dict[str, int] = {}

    def keep(rows: pl.DataFrame, condition: pl.Expr, reason: str) -> pl.DataFrame:
        kept = rows.filter(condition)
        if kept.height < rows.height:
            left_out[reason] = rows.height - kept.height
        return kept

    rows = keep(rows, pl.col("framework_id") == instrument.framework_id, "on another framework")
    _check(rows, instrument)
    rows = rows.join(themes, on="theme_id", how="semi")
    rows = keep(rows, pl.col("status") == _HELD, "planned, expected or otherwise not held")
    rows = keep(rows, _of(rows, wanted.assessors), "of other assessors")
    rows = keep(rows, wanted.in_window(), "without a date or outside the dates asked for")
    rows = keep(rows, ~_superseded(), "earlier than another of the same assessor")
    columns = (*_ASSESSOR, "low", "high", "as_of", "applies_to", "rule", "fact_id")
    return Ratings(rows.select(columns), left_out)


def _superseded() -> pl.Expr:
    """Hold for what people rated before their latest rating; bounds from documents all count."""
    later = period("as_of", "as_of_precision")[1] < pl.col("as_of").max().over(_ASSESSOR)
    return (pl.col("basis") != "documentary") & later.fill_null(value=False)


def _of(rows: pl.DataFrame, assessors: Collection[str] | None) -> pl.Expr:
    if assessors is None:
        return pl.lit(value=True)
    known = rows["assessor"].drop_nulls().unique().sort().to_list()
    for name in assessors:
        if name not in known:
            raise UsageError("an assessor who gave a rating", f"“{name}”", hint=near(name, known))
    return pl.col("assessor").is_in(list(assessors)) | (pl.col("basis") == "documentary")


def _check(rows: pl.DataFrame, instrument: Instrument) -> None:
    """Raise for the first rating that does not fit the framework."""
    for row in rows.filter(~_fits(instrument)).head(1).iter_rows(named=True):
        where = f"assessments, fact {row['fact_id']}"
        if row["theme_id"] not in instrument.themes["theme_id"]:
            hint = near(row["theme_id"], instrument.themes["theme_id"])
            raise DatasetError(f"a theme of {instrument.name}", row["theme_id"], where=where, hint=hint)
        stages = ", ".join(f"{number} {name}" for number, name in enumerate(instrument.stages, 1))
        expected = f"stages of {instrument.name} ({stages}), the lower first"
        raise DatasetError(expected, f"{row['low']} to {row['high']}", where=where)


def _fits(instrument: Instrument) -> pl.Expr:
    ordered = (pl.col("low") >= 1) & (pl.col("low") <= pl.col("high"))
    theme = pl.col("theme_id").is_in(instrument.themes["theme_id"].implode())
    return theme & ordered & (pl.col("high") <= instrument.n_stages)


def left_out_notes(left_out: dict[str, int]) -> Iterator[str]:
    """Say how many ratings do not count, and why."""
    for reason, number in left_out.items():
        subject = "1 rating is" if number == 1 else f"{number} ratings are"
        more = "; changes between them are another method" if reason.startswith("earlier") else ""
        yield f"{subject} {reason} and not counted{more}."
