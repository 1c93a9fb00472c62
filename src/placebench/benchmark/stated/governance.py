"""How each place's partnership is governed: every feature, its value and how far it is there."""

from __future__ import annotations

import polars as pl

from placebench.benchmark.scope import Tables, at_places, scope_of
from placebench.benchmark.stated.compare import comparison, stated_answers
from placebench.benchmark.stated.comparison import Comparison
from placebench.model.vocabularies import FEATURES

SINGLE_VALUED = ("dedicated_staff", "host", "meeting_frequency")


def governance(dataset: Tables) -> Comparison:
    """Compare governance features of partnerships, place by place."""
    return comparison(
        dataset,
        scope_of(dataset),
        governance_answers(dataset),
        table="governance",
        name="governance",
        title="How each partnership is governed",
        item="feature",
        items=FEATURES,
        subject="a feature of its governance",
    )


def governance_answers(dataset: Tables) -> pl.DataFrame:
    """Return what is stated on each feature of each place, with `conflict`; `detail` names the body."""
    return stated_answers(governance_facts(dataset), SINGLE_VALUED)


def disputed_features(dataset: Tables) -> pl.DataFrame:
    """Return `place_id` and `item` of the features on which sources disagree."""
    # Identifiers of facts, which decide nothing here, are what takes memory.
    facts = governance_facts(dataset).with_columns(fact_id=pl.lit(None, pl.String))
    answers = stated_answers(facts, SINGLE_VALUED)
    return answers.filter("conflict").select("place_id", "item").unique()


def governance_facts(dataset: Tables) -> pl.LazyFrame:
    """Return the features of each place; `detail` is the body."""
    facts = at_places(dataset, "governance").rename({"feature": "item"})
    return facts.with_columns(pl.col("body").alias("detail"))
