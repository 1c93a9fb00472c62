"""Dates of results in words, as exactly as sources give them: a year that is all that is known stays one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import lru_cache
from typing import TypeVar

import attrs
import polars as pl

from placebench.benchmark.result import Result
from placebench.benchmark.scope import Tables, with_text_codes
from placebench.dataset.words import date_in_words
from placebench.model import FACT_TABLES

AS_OF = "as_of"
_ENDS = ("as_of_first", "as_of_last")
_COARSEST = ("year", "month", "day")

Found = TypeVar("Found", bound=Result)


@lru_cache(maxsize=1)  # one comparison after another asks it of the same dataset
def date_words(dataset: Tables) -> Mapping[dt.date, str]:
    """Return every date that facts speak for, in words.

    Of a date that some facts know to the day and others to the year only, the year: nothing is said more
    exactly than each of them does.
    """
    dates = [
        with_text_codes(dataset.frame(table)).select("as_of", "as_of_precision").unique()
        for table in FACT_TABLES
    ]
    known = pl.concat(dates).unique().drop_nulls("as_of").collect()
    found: dict[dt.date, set[str]] = {}
    for day, precision in known.iter_rows():
        found.setdefault(day, set()).add(precision or "day")
    return {
        day: date_in_words(day, min(precisions, key=_COARSEST.index)) for day, precisions in found.items()
    }


def with_dates(result: Found, dates: Mapping[dt.date, str]) -> Found:
    """Return a result with a column `as_of` that says in words what its rows speak for.

    Args:
        result: What a method found; one without dates is returned as it is. Of a year and a day in it the
            year is said.
        dates: As `date_words` gives them.
    """
    frame = result.frame
    if not set(_ENDS) <= set(frame.columns) or AS_OF in frame.columns:
        return result
    ends = pl.DataFrame({name: pl.Series(_in_words(frame[name], dates), dtype=pl.String) for name in _ENDS})
    first, last = pl.col(_ENDS[0]), pl.col(_ENDS[1])
    said = ends.select(
        pl.when((first == last) | last.str.ends_with(" " + first))
        .then(first)
        .when(first.str.ends_with(" " + last))
        .then(last)
        .otherwise(pl.format("{} to {}", first, last))
    )
    at = frame.columns.index(_ENDS[1]) + 1
    return attrs.evolve(result, frame=frame.clone().insert_column(at, said.to_series().alias(AS_OF)))


def in_words(first: dt.date | None, last: dt.date | None, dates: Mapping[dt.date, str]) -> str:
    """Return a range of dates in words; nothing where none is known.

    One end where both are the same or it holds the other: of 2023 and a day of 2023 the year.
    """
    ends = list(dict.fromkeys(one for one in _in_words([first, last], dates) if one is not None))
    wide = [one for one in ends if any(other.endswith(f" {one}") for other in ends)]
    return " to ".join(wide or ends)


def _in_words(days: pl.Series | list[dt.date | None], dates: Mapping[dt.date, str]) -> list[str | None]:
    return [None if day is None else dates.get(day, date_in_words(day)) for day in days]
