"""What authority has passed to each place, by scope and receiver."""

from __future__ import annotations

import polars as pl

from placebench.benchmark.scope import Tables, at_places, scope_of
from placebench.benchmark.stated.compare import comparison, stated_answers
from placebench.benchmark.stated.comparison import Comparison
from placebench.benchmark.stated.disagreement import THERE, in_pairs_of_sources, numbered
from placebench.model.vocabularies import DELEGATION_SCOPE, DELEGATION_TO

SCOPE_NOT_NAMED = "scope_not_named"
_TO_OFFICER = "Authority of a single officer who acts at place is no delegation to the partnership."


def delegation(dataset: Tables) -> Comparison:
    """Compare delegation to place; an item is a scope and, after a colon, the kind of the receiver."""
    stated = delegation_answers(dataset)
    officers = stated.filter(pl.col("item").str.ends_with(":officer"))
    return comparison(
        dataset,
        scope_of(dataset),
        stated,
        table="delegations",
        name="delegation",
        title="What authority has passed to each place",
        item="scope",
        items=_items(),
        subject="that authority has passed to it, or that none has",
        more=() if officers.is_empty() else (_TO_OFFICER,),
    )


def delegation_answers(dataset: Tables) -> pl.DataFrame:
    """Return what is stated on each scope and receiver of each place, with `conflict`; `detail` says how."""
    return _with_outright_denials(stated_answers(delegation_facts(dataset), single_valued=_items()))


def delegation_facts(dataset: Tables) -> pl.LazyFrame:
    """Return the delegations to each place; `detail` says how."""
    facts = at_places(dataset, "delegations")
    subject = pl.col("scope").fill_null(SCOPE_NOT_NAMED)
    return facts.with_columns(
        pl.format("{}:{}", subject, "to_kind").alias("item"),
        pl.col("extent").alias("value"),
        _how().alias("detail"),
    )


def _items() -> list[str]:
    scopes = (*DELEGATION_SCOPE.codes, SCOPE_NOT_NAMED)
    return [f"{scope}:{kind}" for scope in scopes for kind in DELEGATION_TO.codes]


def _with_outright_denials(stated: pl.DataFrame) -> pl.DataFrame:
    """Mark where a lack of any delegation meets a delegation of something to the same kind of receiver."""
    receiver = pl.col("item").str.split(":").list.last().alias("receiver")
    answers = numbered(stated).with_columns(receiver)
    nothing = pl.col("item").str.starts_with(SCOPE_NOT_NAMED) & (pl.col("status") == "absent")
    something = answers.filter(pl.col("status").is_in(THERE))
    pairs = answers.filter(nothing).join(something, on=["place_id", "receiver"], suffix="_other")
    denied = in_pairs_of_sources(answers, pairs)
    # Which scopes a later statement speaks of may not be all that were denied, so that dates decide nothing.
    return stated.with_columns(pl.col("conflict") | denied, pl.col("undecided") | denied)


def _how() -> pl.Expr:
    parts = [
        pl.format("from {}", "from_body"),
        pl.format("to {}", "to_body"),
        pl.format("under {}", "power"),
    ]
    words = pl.concat_list(parts).list.drop_nulls().list.join(" ")
    return pl.when(words != "").then(words)
