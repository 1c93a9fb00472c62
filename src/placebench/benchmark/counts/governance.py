"""Places by form of governance, and by pooled budget."""

from __future__ import annotations

import polars as pl

from placebench.benchmark.counts.question import Question, count
from placebench.benchmark.result import Result
from placebench.benchmark.scope import Tables
from placebench.benchmark.stated.compare import stated_answers
from placebench.benchmark.stated.governance import governance_facts

ANY = "any"
_GONE = ("absent", "ended")

ARRANGEMENTS = Question(
    name="arrangements",
    title="Places by form of governance",
    table="governance",
    items=("arrangement",),
    subject="the form of its governance",
)
POOLED_BUDGETS = Question(
    name="pooled_budgets",
    title="Places by pooled budget",
    table="governance",
    items=("pooled_budget",),
    subject="a pooled budget, or that there is none",
)


def arrangements(dataset: Tables, *, suppress_below: int | None = None) -> Result:
    """Count places by form of governance and status; a place may have several forms.

    Args:
        dataset: The tables.
        suppress_below: Withhold counts from 1 up to below this.
    """
    return _feature(dataset, ARRANGEMENTS, suppress_below)


def pooled_budgets(dataset: Tables, *, suppress_below: int | None = None) -> Result:
    """Count places by kind of pooled budget and status; the value `any` stands for one of whatever kind.

    Args:
        dataset: The tables.
        suppress_below: Withhold counts from 1 up to below this.
    """
    return _feature(dataset, POOLED_BUDGETS, suppress_below)


def _feature(dataset: Tables, question: Question, suppress_below: int | None) -> Result:
    facts = governance_facts(dataset).filter(pl.col("item").is_in(list(question.items)))
    # That one kind is absent does not say that there is none of another kind.
    of_any = facts.filter(pl.col("value").is_null() | ~pl.col("status").is_in(_GONE))
    both = pl.concat([facts, of_any.with_columns(pl.lit(ANY).alias("value"))])
    return count(dataset, question, stated_answers(both), suppress_below=suppress_below)
