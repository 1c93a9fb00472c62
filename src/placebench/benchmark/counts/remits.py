"""Places by what the system and what the place does, service by service."""

from __future__ import annotations

import attrs
import polars as pl

from placebench.benchmark.counts.question import Question, count
from placebench.benchmark.result import Result
from placebench.benchmark.scope import Tables, at_places
from placebench.benchmark.stated.compare import stated_answers

REMITS = Question(
    name="remits",
    title="Places by level that a service is done at",
    table="remits",
    items=(),
    subject="which level does what",
)
_EMPTY = ("remit",)


def remits(dataset: Tables, *, suppress_below: int | None = None) -> Result:
    """Count places by service area and level; the items are the service areas in the sources' words.

    A value is a level and, after a colon, whether the source calls the service delegated to place: `place:no`
    is a service that is named for the place only to say that it is not delegated.

    Args:
        dataset: The tables.
        suppress_below: Withhold counts from 1 up to below this.
    """
    facts = at_places(dataset, "remits").with_columns(
        pl.col("service_area").alias("item"),
        pl.concat_str("level", "delegated", separator=":", ignore_nulls=True).alias("value"),
        pl.col("text").alias("detail"),
    )
    answers = stated_answers(facts)
    areas = tuple(answers["item"].unique().sort()) or _EMPTY
    return count(dataset, attrs.evolve(REMITS, items=areas), answers, suppress_below=suppress_below)
