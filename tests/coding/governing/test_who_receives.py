"""Whom authority passes to, how much of it, and what was taken back."""

from __future__ import annotations

import pytest

from placebench.model import Delegation
from tests.coding.conftest import Code
from tests.coding.governing.rows import of_alpha


def told(rows: list[Delegation]) -> list[tuple[str | None, str | None, str | None, str]]:
    return [(row.scope, row.extent, row.to_kind, row.status) for row in rows]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Ford Council buys equipment for Alpha. The ICB's functions were delegated to it in 2018.",
            [("functions", None, "council", "in_place")],
        ),
        (
            "Alpha's partnership has full delegated authority, though some contracts stay with the ICB.",
            [("decisions", "full", "partnership", "in_place")],
        ),
        (
            "Neither budgets nor decisions are delegated to the Alpha partnership.",
            [("budget", "none", "partnership", "absent"), ("decisions", "none", "partnership", "absent")],
        ),
        (
            "The ICB has revoked the powers it had passed to the Alpha partnership.",
            [("decisions", None, "partnership", "ended")],
        ),
        (
            "Line management of the ICB's staff has been delegated to the Alpha partnership.",
            [("staff", None, "partnership", "in_place")],
        ),
        ("Dentistry was delegated to the ICB by NHS England, as Alpha's partnership heard.", []),
    ],
)
def test_delegations(code: Code, sentence: str, expected: list[tuple[str | None, ...]]) -> None:
    assert sorted(told(code(of_alpha(sentence), "delegations")), key=str) == sorted(expected, key=str)
