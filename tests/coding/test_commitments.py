"""Commitments: lists of what partnerships are for and will do."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("lead", "kind"),
    [
        ("Each place board will:", "commitment"),
        ("Place-based partnerships will:", "commitment"),
        ("The aims of the partnership are to:", "aim"),
    ],
)
def test_each_bullet_is_a_row(code, lead, kind):
    rows = code(f"North places\n\n{lead}\n- Write a plan\n- Share what works\n", "commitments")
    assert [(row.kind, row.position, row.text) for row in rows] == [
        (kind, 1, "Write a plan"),
        (kind, 2, "Share what works"),
    ]


@pytest.mark.parametrize(
    "lead", ["The board is asked to:", "Members present:", "The partnership heard about:"]
)
def test_lists_of_something_else(code, lead):
    assert code(f"North places\n\n{lead}\n- Write a plan\n- Share what works\n", "commitments") == []
