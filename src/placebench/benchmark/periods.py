"""Dates that are known to the day, the month or the year, as the periods that they are."""

from __future__ import annotations

import datetime as dt

import polars as pl


def period(day: str, precision: str) -> tuple[pl.Expr, pl.Expr]:
    """Return the first and the last day of the period that a date and its precision name.

    Args:
        day: Column of the date.
        precision: Column that says day, month or year; null counts as day.
    """
    date, known = pl.col(day), pl.col(precision).cast(pl.String)
    year = pl.date(date.dt.year(), 1, 1), pl.date(date.dt.year(), 12, 31)
    month = date.dt.month_start(), date.dt.month_end()
    first, last = (
        pl.when(known == "year").then(y).when(known == "month").then(m).otherwise(date)
        for y, m in zip(year, month, strict=True)
    )
    return first, last


def inside(day: str, precision: str, since: dt.date | None, until: dt.date | None) -> pl.Expr:
    """Hold where all of the period of a date is inside a window; without a window it holds everywhere.

    A date known to the year only is thus in no window that begins or ends within that year, and one that is
    not known is in no window at all.

    Args:
        day: Column of the date.
        precision: Column that says day, month or year.
        since: First day of the window; open where None.
        until: Last day of the window; open where None.
    """
    first, last = period(day, precision)
    holds = pl.lit(value=True)
    if since:
        holds &= (first >= since).fill_null(value=False)
    if until:
        holds &= (last <= until).fill_null(value=False)
    return holds
