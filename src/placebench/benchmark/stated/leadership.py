"""Who chairs and leads each place's partnership, post by post."""

from __future__ import annotations

import polars as pl

from placebench.benchmark.scope import Tables, at_places, scope_of
from placebench.benchmark.stated.compare import comparison, stated_answers
from placebench.benchmark.stated.comparison import Comparison
from placebench.model.vocabularies import ROLE

_IN_ONE = "post_and_organisation"
_NAMED = "named_in_one"


def leadership(dataset: Tables) -> Comparison:
    """Compare leading posts; `value` is the holder, a post or a person, and `detail` where they come from."""
    return comparison(
        dataset,
        scope_of(dataset),
        stated_answers(role_facts(dataset)),
        table="roles",
        name="leadership",
        title="Who chairs and leads each partnership",
        item="role",
        items=ROLE.codes,
        subject="who chairs or leads it",
    )


def role_facts(dataset: Tables) -> pl.LazyFrame:
    """Return the leading posts of each place's partnership; `value` is the holder where one is named.

    A post with its organisation is the holder that another source names in one: "Leader" of Alpha Council is
    the "Leader of Alpha Council" where a row of the same place and role says so.
    """
    facts = at_places(dataset, "roles").with_columns(
        pl.col("role").alias("item"),
        pl.coalesce("holder", "organisation").alias("value"),
        pl.coalesce("organisation", "sector").alias("detail"),
        pl.concat_str("holder", pl.lit(" of "), "organisation").str.to_lowercase().alias(_IN_ONE),
    )
    holders = facts.group_by("place_id", "item", pl.col("value").str.to_lowercase().alias(_IN_ONE))
    named = holders.agg(pl.col("value").min().alias(_NAMED))
    joined = facts.join(named, on=["place_id", "item", _IN_ONE], how="left", maintain_order="left")
    return joined.with_columns(pl.coalesce(_NAMED, "value").alias("value")).drop(_IN_ONE, _NAMED)
