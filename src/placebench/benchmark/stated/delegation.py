"""What authority has passed to each place, by scope and receiver."""

from __future__ import annotations

from collections.abc import Iterable

import polars as pl

from placebench.benchmark.scope import Tables, at_places, scope_of
from placebench.benchmark.stated.compare import comparison, stated_answers
from placebench.benchmark.stated.comparison import Comparison
from placebench.benchmark.stated.disagreement import THERE, in_pairs_of_sources, numbered
from placebench.model.vocabularies import DELEGATION_SCOPE, DELEGATION_TO

SCOPE_NOT_NAMED = "scope_not_named"
RECEIVER_NOT_NAMED = "receiver_not_named"
_TO_OTHERS = "Authority that members bring from their own bodies is no delegation to the partnership."
_TO_OFFICER = "Authority of a single officer who acts at place is no delegation to the partnership."


def delegation(dataset: Tables) -> Comparison:
    """Compare delegation to place; an item is a scope and, after a colon, the receiver: see `items_of`."""
    stated = delegation_answers(dataset)
    receivers = set(stated["item"].str.split(":").list.last())
    told = ((_TO_OFFICER, "officer" in receivers), (_TO_OTHERS, bool(receivers - set(DELEGATION_TO.codes))))
    return comparison(
        dataset,
        scope_of(dataset),
        stated,
        table="delegations",
        name="delegation",
        title="What authority has passed to each place",
        item="scope",
        items=items_of(stated["item"]),
        subject="that authority has passed to it, or that none has",
        more=tuple(note for note, holds in told if holds),
    )


def delegation_answers(dataset: Tables) -> pl.DataFrame:
    """Return what is stated on each scope and receiver of each place, with `conflict`; `detail` says how."""
    facts = delegation_facts(dataset)
    return _with_outright_denials(stated_answers(facts, single_valued=items_of(found_items(facts))))


def delegation_facts(dataset: Tables) -> pl.LazyFrame:
    """Return the delegations to each place, with their `receiver`; `detail` says how.

    A receiver is a kind, or the words for one that is of no kind, such as members with their own authority.
    """
    facts = at_places(dataset, "delegations")
    subject = pl.col("scope").fill_null(SCOPE_NOT_NAMED)
    receiver = pl.coalesce("to_kind", pl.col("to_body").str.replace_all(":", " "), pl.lit(RECEIVER_NOT_NAMED))
    return facts.with_columns(
        pl.format("{}:{}", subject, receiver).alias("item"),
        receiver.alias("receiver"),
        pl.col("extent").alias("value"),
        _how().alias("detail"),
    )


def found_items(facts: pl.LazyFrame) -> list[str]:
    """Return the items that facts speak of."""
    return facts.select("item").unique().collect()["item"].to_list()


def items_of(found: Iterable[str]) -> list[str]:
    """Return every scope with every kind of receiver, then those of receivers that are of no kind."""
    scopes = (*DELEGATION_SCOPE.codes, SCOPE_NOT_NAMED)
    asked = [f"{scope}:{kind}" for scope in scopes for kind in DELEGATION_TO.codes]
    return [*asked, *sorted(set(found) - set(asked))]


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
