"""The rules for deciding, and the row rules that can be checked without reading a document."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import attrs

from placebench.model import vocabularies as v
from placebench.model.fields import Row


@attrs.frozen
class DecidingRule:
    """A rule that settles how coders read a sentence.

    Attributes:
        name: Short name, as rows and documentation quote it.
        says: The rule.
    """

    name: str
    says: str


DECIDING: tuple[DecidingRule, ...] = (
    DecidingRule(
        "whose",
        "A feature, chair or rhythm belongs to the body that the sentence names. Comparisons of "
        "partnerships use only rows whose body_kind is partnership.",
    ),
    DecidingRule(
        "force",
        "Requirements are expected; possibilities and alternatives are options; likelihoods, talks and "
        "forecasts about others are emerging; decisions, appointments and dates ahead are planned. A need "
        "is not an absence.",
    ),
    DecidingRule(
        "priorities",
        "Named priorities and present focus are in place, focus so far or in discussion is emerging, a "
        "long list or a suggestion is a candidate. A named programme is a programme unless the source "
        "calls it a priority.",
    ),
    DecidingRule(
        "delegation",
        "Delegation passes authority from a body to a partnership, committee, provider or council of a "
        "place. An officer who acts at place is no delegation to the partnership. A stated lack has extent "
        "none and status absent.",
    ),
    DecidingRule(
        "once",
        "The same feature, value, status and body said twice in a document is one row with two quotes. "
        "Plans of different kinds are different rows.",
    ),
    DecidingRule(
        "two_homes",
        "A bullet of a requirements list is a commitment, and a governance row too where it names a feature.",
    ),
    DecidingRule(
        "inference",
        "A member is stated when the source says that it sits, takes part or is represented; one that "
        "wrote the terms of reference, hosts or chairs is derived.",
    ),
    DecidingRule("alignment", "Strategies aligned in either direction count; value names the other side."),
    DecidingRule(
        "example",
        "Places named as examples, national statements and quoted guidance give no row for the system at "
        "hand.",
    ),
)


@attrs.frozen
class RowRule:
    """Something that must hold within one row.

    Attributes:
        name: Name that a rejection carries.
        says: What must hold.
        table: The table that it speaks of; `*` for every fact table.
        holds: Whether it does, for a row of that table.
    """

    name: str
    says: str
    table: str
    holds: Callable[[Any], bool]


def _value_fits_feature(row: Any) -> bool:
    feature = v.FEATURES.get(row.feature)
    if feature is None or row.value is None:
        return True
    if feature.holds == "codes":
        return row.value in feature.codes
    if feature.holds == "number":
        return bool(row.value.replace(".", "", 1).isdigit())
    return feature.holds != "nothing"


def _ordered(low: float | None, high: float | None) -> bool:
    return low is None or high is None or low <= high


ROW_RULES: tuple[RowRule, ...] = (
    RowRule(
        "place-has-applies-to",
        "place_id is given exactly where applies_to is place",
        "*",
        lambda row: (row.place_id is not None) == (row.applies_to == "place"),
    ),
    RowRule(
        "place-in-system",
        "place_id begins with system_id",
        "*",
        lambda row: row.place_id is None or row.place_id.startswith(f"{row.system_id}/"),
    ),
    RowRule(
        "derived-has-rule",
        "a derived row names its rule",
        "*",
        lambda row: row.basis != "derived" or bool(row.rule),
    ),
    RowRule(
        "date-has-precision",
        "as_of and as_of_precision are given together",
        "*",
        lambda row: (row.as_of is None) == (row.as_of_precision is None),
    ),
    RowRule(
        "value-fits-feature", "value is of the feature's list or kind", "governance", _value_fits_feature
    ),
    RowRule(
        "none-is-absent",
        "extent none goes with status absent or ended",
        "delegations",
        lambda row: row.extent != "none" or row.status in ("absent", "ended"),
    ),
    RowRule(
        "has-a-sector", "a membership names at least one sector", "memberships", lambda row: bool(row.sectors)
    ),
    RowRule("has-a-topic", "a priority has at least one topic", "priorities", lambda row: bool(row.topics)),
    RowRule(
        "population-ordered",
        "population_min is at most population_max",
        "footprints",
        lambda row: _ordered(row.population_min, row.population_max),
    ),
    RowRule(
        "footprint-counts",
        "a footprint gives a count or a population",
        "footprints",
        lambda row: any(x is not None for x in (row.count, row.population_min, row.population_max)),
    ),
    RowRule(
        "stages-ordered",
        "stage_low is at least 1 and at most stage_high",
        "assessments",
        lambda row: 1 <= row.stage_low <= row.stage_high,
    ),
    RowRule(
        "documentary-is-derived",
        "a documentary assessment is derived, and no other is",
        "assessments",
        lambda row: (row.kind == "documentary") == (row.basis == "derived"),
    ),
    RowRule(
        "milestone-has-a-date",
        "a milestone gives a date or the words for one",
        "milestones",
        lambda row: row.due is not None or bool(row.due_text),
    ),
)


def broken_rules(row: Row) -> Iterator[RowRule]:
    """Yield the row rules that a row breaks."""
    return (rule for rule in _rules_of(type(row)) if not rule.holds(row))  # type: ignore[arg-type]


@cache
def _rules_of(kind: type[Row]) -> tuple[RowRule, ...]:
    tables = {kind.__table__, "*"} if hasattr(kind, "applies_to") else {kind.__table__}
    return tuple(rule for rule in ROW_RULES if rule.table in tables)
