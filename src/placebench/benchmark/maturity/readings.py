"""The bounds behind documentary readings, one by one."""

from __future__ import annotations

import polars as pl

from placebench.benchmark.maturity.assessed import Maturity
from placebench.benchmark.maturity.documentary import BOUNDS
from placebench.benchmark.result import Result

_ABOUT = ("place_id", "place", "framework_id", "theme_id", "theme", "theme_number")


def documentary_bounds(assessed: Maturity) -> Result:
    """List what documents say of stages, with the rule, its reason, the criterion and the facts.

    Args:
        assessed: What `maturity` gives for a basis with `documentary`.

    Returns:
        A row a place and rule. `at_least` is the lowest stage that the bound leaves, `at_most` the highest;
        the other is null. `stage` is its name, and `conflict` tells whether another bound contradicts it.
    """
    stages = dict(enumerate(assessed.instrument.stages if assessed.instrument else (), 1))
    cells = assessed.frame.filter(pl.col("basis") == "documentary").select(*_ABOUT, "conflict")
    listed = assessed.bounds.join(cells, on=["place_id", "theme_id"])
    bound = pl.coalesce("at_least", "at_most")
    named = bound.replace_strict(stages, default=None, return_dtype=pl.String).alias("stage")
    columns = [name for name in BOUNDS.names() if name not in ("place_id", "theme_id")]
    return Result(
        name="maturity_bounds",
        title="What documents say of stages, by published rules",
        frame=listed.select(*_ABOUT, named, *columns, "conflict").sort("place_id", "theme_number", "rule"),
        denominators=assessed.denominators,
        notes=assessed.notes,
    )
