"""Each rule within a row: a row that breaks it, and the same row put right."""

from __future__ import annotations

import datetime as dt
from typing import Any

import attrs
import pytest

from placebench.model import (
    FACT_TABLES,
    ROW_RULES,
    Assessment,
    Delegation,
    FactRow,
    Footprint,
    Governance,
    Membership,
    Milestone,
    Priority,
    System,
    broken_rules,
)

BOARD = Governance(system_id="bob", place_id="bob/oxfordshire", feature="board", value="Example Board")
DELEGATION = Delegation(system_id="bob", extent="none", status="absent")
MEMBER = Membership(system_id="bob", sectors=("acute",))
PRIORITY = Priority(system_id="bob", label="Warm homes", topics=("other",), position=1)
FOOTPRINT = Footprint(system_id="bob", level="place", count=3, text="three places")
RATING = Assessment(system_id="bob", framework_id="f", theme_id="f/1", stage_low=1, stage_high=2, kind="self")
MILESTONE = Milestone(system_id="bob", deliverable="A plan", due_text="by spring")
SOUND = (BOARD, DELEGATION, MEMBER, PRIORITY, FOOTPRINT, RATING, MILESTONE)


@pytest.mark.parametrize("row", SOUND, ids=lambda row: row.__table__)
def test_a_sound_row_breaks_no_rule(row: FactRow) -> None:
    assert list(broken_rules(row)) == []


@pytest.mark.parametrize(
    ("row", "changes", "rule"),
    [
        (BOARD, {"applies_to": "system"}, "place-has-applies-to"),
        (MEMBER, {"applies_to": "place"}, "place-has-applies-to"),
        (BOARD, {"place_id": "bobby/oxfordshire"}, "place-in-system"),
        (BOARD, {"basis": "derived"}, "derived-has-rule"),
        (BOARD, {"basis": "derived", "rule": ""}, "derived-has-rule"),
        (BOARD, {"as_of": dt.date(2023, 1, 1)}, "date-has-precision"),
        (BOARD, {"as_of_precision": "year"}, "date-has-precision"),
        (BOARD, {"feature": "arrangement"}, "value-fits-feature"),
        (BOARD, {"feature": "dedicated_staff", "value": "many"}, "value-fits-feature"),
        (BOARD, {"feature": "shared_vision"}, "value-fits-feature"),
        (DELEGATION, {"status": "in_place"}, "none-is-absent"),
        (MEMBER, {"sectors": ()}, "has-a-sector"),
        (PRIORITY, {"topics": ()}, "has-a-topic"),
        (FOOTPRINT, {"population_min": 50_000, "population_max": 30_000}, "population-ordered"),
        (FOOTPRINT, {"count": None}, "footprint-counts"),
        (RATING, {"stage_low": 3}, "stages-ordered"),
        (RATING, {"stage_low": 0}, "stages-ordered"),
        (RATING, {"kind": "documentary"}, "documentary-is-derived"),
        (MILESTONE, {"due_text": None}, "milestone-has-a-date"),
    ],
)
def test_a_row_that_breaks_a_rule_is_found_by_its_name(
    row: FactRow, changes: dict[str, Any], rule: str
) -> None:
    assert [broken.name for broken in broken_rules(attrs.evolve(row, **changes))] == [rule]


@pytest.mark.parametrize(
    "changes",
    [
        {"feature": "arrangement", "value": "joint_committee"},
        {"feature": "dedicated_staff", "value": "2.5"},
        {"feature": "shared_vision", "value": None},
        {"basis": "derived", "rule": "member-chairs"},
        {"place_id": None, "applies_to": "each_place"},
        {"as_of": dt.date(2021, 1, 1), "as_of_precision": "year"},
    ],
)
def test_what_a_governance_row_may_say(changes: dict[str, Any]) -> None:
    assert list(broken_rules(attrs.evolve(BOARD, **changes))) == []


def test_rules_of_facts_do_not_touch_reference_tables() -> None:
    assert list(broken_rules(System(system_id="bob", name="A system"))) == []


def test_every_rule_speaks_of_a_fact_table_and_has_a_name_of_its_own() -> None:
    assert {rule.table for rule in ROW_RULES} <= {"*", *FACT_TABLES}
    assert len({rule.name for rule in ROW_RULES}) == len(ROW_RULES)
