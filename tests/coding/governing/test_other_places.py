"""Governance of several places in one sentence, and what is said of one in words that stand for another's."""

from __future__ import annotations

import pytest

from tests.coding.conftest import Code

TEAMS, POOL, PLAN = "integrated_teams", "pooled_budget", "shared_plan"


@pytest.mark.parametrize(
    ("text", "feature", "expected"),
    [
        (
            "While Alpha and Beta each have a pooled budget for aids, Gamma has decided against one.",
            POOL,
            {"alpha": "in_place", "beta": "in_place", "gamma": "absent"},
        ),
        (
            "Alpha and Beta have integrated neighbourhood teams, and Gamma will follow next year.",
            TEAMS,
            {"alpha": "in_place", "beta": "in_place", "gamma": "planned"},
        ),
        (
            "Alpha has a pooled budget, Beta has none and Gamma is considering one.",
            POOL,
            {"alpha": "in_place", "beta": "absent", "gamma": "emerging"},
        ),
        ("Alpha has a place plan. So does Beta.", PLAN, {"alpha": "in_place", "beta": "in_place"}),
        (
            "Alpha has integrated teams, as do those in Beta.",
            TEAMS,
            {"alpha": "in_place", "beta": "in_place"},
        ),
        (
            "Alpha has integrated teams. Beta is still in talks, while Gamma plans to follow in 2026.",
            TEAMS,
            {"alpha": "in_place", "beta": "emerging", "gamma": "planned"},
        ),
        (
            "Alpha has a place plan, and Beta Health and Care Partnership is working on one.",
            PLAN,
            {"alpha": "in_place", "beta": "emerging"},
        ),
        (
            "Alpha has integrated teams, Beta has multidisciplinary teams and Gamma has a new hospital.",
            TEAMS,
            {"alpha": "in_place", "beta": "in_place"},
        ),
        ("There are integrated neighbourhood teams in Alpha, Beta and Gamma.", TEAMS, {"each": "in_place"}),
        ("Alpha has a place plan. The council of Beta has none.", PLAN, {"alpha": "in_place"}),
        ("Alpha has a place plan. Most places publish minutes; Beta does not.", PLAN, {"alpha": "in_place"}),
    ],
)
def test_each_place_has_what_is_said_of_it(
    code: Code, text: str, feature: str, expected: dict[str, str]
) -> None:
    rows = [row for row in code(text, "governance") if row.feature == feature]
    assert {(row.place_id or "each").rpartition("/")[2]: row.status for row in rows} == expected


def test_plans_are_no_verb_of_another_clause(code: Code) -> None:
    text = "Leaders in Alpha want to move slowly: shared priorities, then shared plans, then shared budgets."
    assert {row.status for row in code(text, "governance") if row.feature == POOL} == {"emerging"}
