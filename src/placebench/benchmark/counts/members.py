"""Places by sector of their members."""

from __future__ import annotations

import polars as pl

from placebench.benchmark.counts.question import Question, count
from placebench.benchmark.result import Result
from placebench.benchmark.scope import Tables
from placebench.benchmark.stated.compare import stated_answers
from placebench.benchmark.stated.membership import member_facts

MEMBER_SECTORS = Question(
    name="member_sectors",
    title="Places by sector of their members",
    table="memberships",
    items=("member",),
    subject="who its members are",
)


def member_sectors(dataset: Tables, *, suppress_below: int | None = None) -> Result:
    """Count places by sector that sits in the partnership, and status.

    A list of members that lacks a sector does not deny it, so the place is open there.

    Args:
        dataset: The tables.
        suppress_below: Withhold counts from 1 up to below this.
    """
    facts = member_facts(dataset).with_columns(
        pl.lit("member").alias("item"), pl.col("item").alias("value"), pl.col("value").alias("detail")
    )
    answers = stated_answers(facts)
    return count(dataset, MEMBER_SECTORS, answers, suppress_below=suppress_below)
