"""Who sits in each place's partnership, by sector; stated and derived members are kept apart."""

from __future__ import annotations

import polars as pl

from placebench.benchmark.scope import Tables, at_places, scope_of
from placebench.benchmark.stated.compare import comparison, stated_answers
from placebench.benchmark.stated.comparison import Comparison
from placebench.model.vocabularies import SECTOR


def membership(dataset: Tables) -> Comparison:
    """Compare the sectors that sit in partnerships; `value` is the organisation where one is named."""
    return comparison(
        dataset,
        scope_of(dataset),
        stated_answers(member_facts(dataset)),
        table="memberships",
        name="membership",
        title="Which sectors sit in each partnership",
        item="sector",
        items=SECTOR.codes,
        subject="who its members are",
    )


def member_facts(dataset: Tables) -> pl.LazyFrame:
    """Return the members of each place's partnership, a row a sector; `value` is the organisation."""
    facts = at_places(dataset, "memberships").explode("sectors")
    members = facts.with_columns(
        pl.col("sectors").cast(pl.String).alias("item"),
        pl.col("organisation").alias("value"),
        pl.col("partnership").alias("detail"),
    )
    return members.filter(pl.col("item").is_not_null())
