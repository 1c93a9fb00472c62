"""A partnership that is said to have no team of its own has none."""

from __future__ import annotations

import pytest

from tests.coding.governing.rows import of_alpha


@pytest.mark.parametrize(
    ("sentence", "absent"),
    [
        ("The Alpha Partnership has no dedicated programme team.", True),
        ("The Alpha Partnership works without a dedicated team.", True),
        ("The Alpha Partnership does not have any dedicated staff.", True),
        ("The Alpha Partnership lacks a permanent secretariat.", True),
        ("There is no full-time staff in the Alpha Partnership.", True),
        ("The Alpha Partnership does not yet have a dedicated project team.", True),
        ("The Alpha Partnership has a dedicated programme team.", False),
        ("The Alpha Partnership has no dedicated nursing staff.", False),
        ("Members asked whether no dedicated team was a risk for the Alpha Partnership.", False),
        ("The Alpha Partnership no longer has a dedicated clinic.", False),
    ],
)
def test_no_team(code, sentence, absent):
    rows = [row for row in code(of_alpha(sentence), "governance") if row.feature == "dedicated_staff"]
    assert [row.status for row in rows] == (["absent"] if absent else [])
