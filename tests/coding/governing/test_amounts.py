"""An amount that is said to be delegated is a delegation of a budget."""

from __future__ import annotations

import pytest

from tests.coding.governing.rows import of_alpha


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        (
            "The Director said £6.2 million from the Better Care Fund would be delegated from April.",
            "planned",
        ),
        ("£4m of the community budget has been delegated to the Alpha Partnership.", "in_place"),
        ("In Alpha £3.5 million for frailty is delegated under section 75.", "in_place"),
        ("£900,000 will be devolved to place next year.", "planned"),
        ("In Alpha £2 million is spent, and £1m is to be delegated in May 2025.", "planned"),
        ("£7m was formally delegated in April 2022.", "in_place"),
        ("£7m was delegated to the ICB by NHS England.", None),
        ("£7m was delegated to schools in Alpha.", None),
        ("£7m of specialised services was delegated in April 2022.", None),
        ("£7m was delegated to the finance committee.", None),
        ("£7m was spent, and nobody has delegated it.", None),
    ],
)
def test_amounts(code, sentence, status):
    rows = [row for row in code(of_alpha(sentence), "delegations") if row.scope == "budget"]
    assert [row.status for row in rows] == ([status] if status else [])
    assert {row.place_id for row in rows} <= {"north/alpha"}
