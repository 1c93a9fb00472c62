"""Rules on maturity, fitted to a framework of a dataset that has all that they name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs
import polars as pl

from placebench.benchmark.maturity.instrument import Instrument
from placebench.benchmark.scope import Tables
from placebench.codebook.maturity_rules import AT_LEAST, MaturityRule
from placebench.errors import CodebookError, UsageError


@attrs.frozen
class FittedRule:
    """A rule, with what it names in a framework.

    Attributes:
        rule: The rule.
        theme_id: The theme.
        at_least: Number of the lowest stage that it leaves; None for a bound from above.
        at_most: Number of the highest stage that it leaves; None for a bound from below.
        criterion_id: The criterion that justifies it; None where the dataset has no criteria of it.
    """

    rule: MaturityRule
    theme_id: str
    at_least: int | None
    at_most: int | None
    criterion_id: str | None


def fitted(dataset: Tables, instrument: Instrument, rules: Iterable[MaturityRule]) -> tuple[FittedRule, ...]:
    """Find the theme, the stage and the criterion of each rule in a framework.

    Raises:
        CodebookError: The framework lacks one of them, as another edition of it may.
    """
    criteria = dataset.frame("criteria").filter(pl.col("framework_id") == instrument.framework_id)
    texts = criteria.select("criterion_id", "theme_id", "stage", "text").collect()
    return tuple(_fit(rule, instrument, texts) for rule in rules)


def _fit(rule: MaturityRule, instrument: Instrument, criteria: pl.DataFrame) -> FittedRule:
    try:
        theme_id = instrument.theme_id(rule.theme)
    except UsageError as error:
        raise _misfit(rule, error, "theme") from None
    try:
        stage = instrument.stage(rule.stage)
    except UsageError as error:
        raise _misfit(rule, error, rule.bound) from None
    from_below = rule.bound == AT_LEAST
    if stage == 1 and not from_below:
        found = f"below {rule.stage}, which is the lowest"
        raise rule.table.fault("a stage that a place may be below", found, rule.bound)
    return FittedRule(
        rule=rule,
        theme_id=theme_id,
        at_least=stage if from_below else None,
        at_most=None if from_below else stage - 1,
        criterion_id=_criterion(rule, theme_id, stage, criteria),
    )


def _criterion(rule: MaturityRule, theme_id: str, stage: int, criteria: pl.DataFrame) -> str | None:
    """Return the criterion at a theme and stage that has the words of a rule."""
    if criteria.is_empty():
        return None
    words = _folded(rule.criterion)
    # A text that lost the boundaries between its stages leaves open which one a criterion stands at.
    at_stage = (pl.col("theme_id") == theme_id) & (pl.col("stage").is_null() | (pl.col("stage") == stage))
    rows = criteria.filter(at_stage).select("criterion_id", "text").iter_rows()
    found = next((str(identifier) for identifier, text in rows if words in _folded(text)), None)
    if found is None:
        expected = f"a criterion of theme {rule.theme} at stage {rule.stage} with the words of {rule.rule}"
        hint = "the rule was written for another edition of the framework; change it, or replace it"
        raise rule.table.fault(expected, f"none with “{rule.criterion}”", "criterion", hint=hint)
    return found


def _misfit(rule: MaturityRule, error: UsageError, key: str) -> CodebookError:
    return rule.table.fault(error.expected, error.found, key, hint=error.hint)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def unread_notes(instrument: Instrument, rules: tuple[FittedRule, ...]) -> Iterator[str]:
    """Say which rules there are for a framework, and what could not be checked of them."""
    if not rules:
        yield f"No rule reads documents for {instrument.name} ({instrument.framework_id})."
    elif all(rule.criterion_id is None for rule in rules):
        yield "The dataset has no criteria of the framework: that the rules fit them is not checked."
