"""What somebody is asked for, or seeks, is not there yet; what was asked for and is done stays."""

from __future__ import annotations

import pytest

from tests.coding.conftest import Code
from tests.coding.governing.rows import of_alpha, shown


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        (
            "Members agreed that the ICB be asked to delegate its dental budget to the Alpha partnership.",
            "expected",
        ),
        ("The paper asks the ICB to approve the delegation of community commissioning to place.", "expected"),
        ("Partners agreed to seek delegation of the community budget to the Alpha partnership.", "expected"),
        ("The review recommended that these functions be delegated to the Alpha partnership.", "expected"),
        (
            "It was proposed that the ICB be asked to delegate its dental budget to the Alpha partnership.",
            "emerging",
        ),
        ("The ICB has delegated its dental budget to the Alpha partnership.", "in_place"),
    ],
)
def test_a_delegation_that_is_asked_for_has_not_passed(code: Code, sentence: str, status: str) -> None:
    assert {row.status for row in code(of_alpha(sentence), "delegations")} == {status}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The scrutiny panel recommends that the councils approve a pooled budget for Alpha.",
            "pooled_budget::expected",
        ),
        (
            "A joint committee of the council and the trust will be set up in Alpha.",
            "arrangement:joint_committee:planned",
        ),
        ("A pooled budget of the council and the ICB is to be set up in Alpha.", "pooled_budget::planned"),
        (
            "Alpha has a pooled budget with the council and the trust will join it later.",
            "pooled_budget::in_place",
        ),
        (
            "The council was asked to host the joint committee in Alpha.",
            "arrangement:joint_committee:in_place",
        ),
    ],
)
def test_who_is_asked_and_what_is_to_be_made(code: Code, sentence: str, expected: str) -> None:
    assert expected in shown(code(of_alpha(sentence), "governance"))
