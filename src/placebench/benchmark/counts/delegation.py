"""Places by delegation of functions, budget, decisions and staff."""

from __future__ import annotations

import attrs
import polars as pl

from placebench.benchmark.counts.question import Question, count
from placebench.benchmark.result import Result
from placebench.benchmark.scope import Tables
from placebench.benchmark.stated.compare import stated_answers
from placebench.benchmark.stated.delegation import SCOPE_NOT_NAMED, delegation_facts, found_items, items_of
from placebench.model.vocabularies import DELEGATION_SCOPE, DELEGATION_TO

NONE = "none"
_ITEMS = tuple(
    f"{scope}:{kind}" for kind in DELEGATION_TO.codes for scope in (*DELEGATION_SCOPE.codes, SCOPE_NOT_NAMED)
)
DELEGATIONS = Question(
    name="delegations",
    title="Places by what is delegated to them",
    table="delegations",
    items=_ITEMS,
    subject="that authority has passed to it, or that none has",
    exclusive=True,
)
_DENIALS = (
    "A place that denies any delegation, without a scope, also counts as `none` for every scope that others "
    "state of this kind of receiver: derived by this rule, and counted in `places_derived`."
)


def delegations(dataset: Tables, *, suppress_below: int | None = None) -> Result:
    """Count places by extent of delegation, for each scope and kind of receiver.

    Items are `<scope>:<receiver>`, see `delegation_facts`. A null value is a delegation whose extent is not
    stated. Who denies that any authority has passed to a kind of receiver denies it of every scope that some
    place states of this kind; such an answer is marked as derived.

    Args:
        dataset: The tables.
        suppress_below: Withhold counts from 1 up to below this.
    """
    denied = pl.col("status") == "absent"
    facts = delegation_facts(dataset).with_columns(
        pl.when(denied).then(pl.col("value").fill_null(NONE)).otherwise("value").alias("value")
    )
    outright = facts.filter(denied & pl.col("item").str.starts_with(SCOPE_NOT_NAMED))
    found = found_items(facts)
    items = sorted(items_of(found), key=lambda item: _ITEMS.index(item) if item in _ITEMS else len(_ITEMS))
    by_rule = outright.with_columns(pl.lit("derived").alias("basis"))
    spread = [
        by_rule.with_columns(pl.format("{}:{}", pl.lit(scope), "receiver").alias("item")).filter(
            pl.col("item").is_in(found)
        )
        for scope in DELEGATION_SCOPE.codes
    ]
    answers = stated_answers(pl.concat([facts, *spread]), single_valued=items)
    more = (_DENIALS,) if pl.concat(spread).select(pl.len()).collect().item() else ()
    asked = attrs.evolve(DELEGATIONS, items=items)
    return count(dataset, asked, answers, suppress_below=suppress_below, more=more)
