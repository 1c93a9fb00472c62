"""What a condition supposes is stated neither as there nor as absent."""

from __future__ import annotations

import pytest

from tests.coding.governing.rows import of_alpha, shown

STATED = [
    (
        "Should the council not agree a joint committee, the Alpha Place Board would stay in shadow form.",
        "board:Alpha_Place_Board:shadow",
    ),
    (
        "Should the council decline, the Alpha Partnership would have a pooled budget.",
        "pooled_budget::option",
    ),
    ("Were the ICB not to agree a pooled budget, partners would align their spending.", ""),
    ("Had the council agreed to it, the Alpha Partnership would have had a pooled budget.", ""),
    ("If there is no pooled budget by May, the Alpha Partnership may ask the ICB for one.", ""),
    (
        "Where consensus cannot be reached, a simple majority of voting members decides.",
        "decision_process::in_place",
    ),
    (
        "Members heard that no decision had been made on a pooled budget for the Alpha Partnership.",
        "pooled_budget::emerging",
    ),
    ("The Alpha Partnership has yet to decide on a pooled budget.", "pooled_budget::emerging"),
    ("The Alpha Partnership has no pooled budget, but should have one.", "pooled_budget::absent"),
    ("The Alpha Partnership does not have a pooled budget, which would help.", "pooled_budget::absent"),
    ("The Alpha Partnership has decided on a pooled budget.", "pooled_budget::in_place"),
    ("If partners agree, the Alpha Partnership would have a pooled budget.", "pooled_budget::option"),
    ("In Alpha there is no pooled budget.", "pooled_budget::absent"),
]


@pytest.mark.parametrize(("sentence", "rows"), STATED)
def test_a_condition(code, sentence, rows):
    assert shown(code(of_alpha(sentence), "governance")) == rows
