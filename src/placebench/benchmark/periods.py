"""Dates that are known to the day, the month or the year, as the periods that they are."""

from __future__ import annotations

import datetime as dt

import polars as pl


def last_day(day: str, precision: str) -> pl.Expr:
    """Return the last day of the period that a date and its precision name.

    Args:
        day: Column of the first day.
        precision: Column that says day, month or year; null counts as day.
    """
    first = pl.col(day)
    return (
        pl.when(pl.col(precision).cast(pl.String) == "year")
        .then(pl.date(first.dt.year(), 12, 31))
        .when(pl.col(precision).cast(pl.String) == "month")
        .then(first.dt.month_end())
        .otherwise(first)
    )


def within(day: str, precision: str, since: dt.date | None, until: dt.date | None) -> pl.Expr:
    """Hold where the period of a date is known and meets a window.

    Args:
        day: Column of the first day.
        precision: Column that says day, month or year.
        since: First day of the window; open where None.
        until: Last day of the window; open where None.
    """
    holds = pl.col(day).is_not_null()
    if since:
        holds &= last_day(day, precision) >= since
    if until:
        holds &= pl.col(day) <= until
    return holds
