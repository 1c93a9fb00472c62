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


def test_what_a_sentence_goes_on_to_say_of_other_places_is_theirs(code: Code) -> None:
    sentence = "Alpha's partnership has full delegated authority; Beta has none, and Gamma has some."
    rows = code(sentence, "delegations")
    assert {(row.place_id, row.extent, row.status) for row in rows} == {
        ("north/alpha", "full", "in_place"),
        ("north/beta", "none", "absent"),
        ("north/gamma", "partial", "in_place"),
    }


def test_a_table_of_functions_says_which_are_passed_to_the_place_in_its_title(code: Code) -> None:
    rows = "Service | Who decides\nPodiatry | Delegated to the Place Committee\nBirths | Kept by the ICB\n"
    found = code(f"What has gone to the Alpha Place Committee\n\n{rows}", "delegations")
    assert told(found) == [("functions", None, "committee", "in_place")]
