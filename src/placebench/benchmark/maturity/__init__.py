"""Maturity: which stages each place may have on each theme of one framework.

A stage is an interval: a point where one is stated, wider where assessors split, the full range where
nothing is known. Ratings by the partnership (`self`), by peers (`peer`) and bounds that published rules draw
from documents (`documentary`) are shown apart. Stages are ordered, not measured: they are counted, and never
averaged.
"""

from __future__ import annotations

from placebench.benchmark.maturity.assessed import Maturity, maturity, undecided
from placebench.benchmark.maturity.coverage import coverage_of_places, coverage_of_themes
from placebench.benchmark.maturity.distribution import distribution, medians
from placebench.benchmark.maturity.home import at_home
from placebench.benchmark.maturity.instrument import Instrument, find_instrument
from placebench.benchmark.maturity.intervals import SCHEMA, pooled
from placebench.benchmark.maturity.readings import documentary_bounds

__all__ = [
    "SCHEMA",
    "Instrument",
    "Maturity",
    "at_home",
    "coverage_of_places",
    "coverage_of_themes",
    "distribution",
    "documentary_bounds",
    "find_instrument",
    "maturity",
    "medians",
    "pooled",
    "undecided",
]
