"""Comparisons of places: polars in, a `Result` out, a room for each family of methods and a module a method.

The names here are those of `stated`, which lays side by side what sources state; `study` runs every method.
Missing is shown as not stated and never imputed; assertions that disagree stand side by side and are flagged.
"""

from __future__ import annotations

from collections.abc import Callable

from placebench.benchmark.dating import date_words, with_dates
from placebench.benchmark.result import Result
from placebench.benchmark.scope import Tables
from placebench.benchmark.stated.comparison import Comparison
from placebench.benchmark.stated.conflicts import conflicts
from placebench.benchmark.stated.coverage import coverage
from placebench.benchmark.stated.delegation import delegation
from placebench.benchmark.stated.governance import governance
from placebench.benchmark.stated.leadership import leadership
from placebench.benchmark.stated.membership import membership
from placebench.benchmark.stated.priorities import priorities

ALL: dict[str, Callable[[Tables], Comparison]] = {
    "coverage": coverage,
    "governance": governance,
    "membership": membership,
    "leadership": leadership,
    "delegation": delegation,
    "priorities": priorities,
    "conflicts": conflicts,
}


def compare_all(dataset: Tables) -> tuple[Comparison, ...]:
    """Make every comparison, in the order in which a reader meets them, dates in words in `as_of`."""
    dates = date_words(dataset)
    return tuple(with_dates(compare(dataset), dates) for compare in ALL.values())


__all__ = [
    "ALL",
    "Comparison",
    "Result",
    "Tables",
    "compare_all",
    "conflicts",
    "coverage",
    "delegation",
    "governance",
    "leadership",
    "membership",
    "priorities",
]
