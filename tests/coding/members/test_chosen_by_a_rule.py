"""A body makes a rule for an office and chooses somebody by it: the rule is to come, the holder is there."""

from __future__ import annotations

import pytest

from tests.coding.conftest import Code


def posts(code: Code, text: str) -> list[tuple[str, str | None, str]]:
    rows = code(f"Alpha Together: report\n\n{text}\n", "roles", published="2024-05-01")
    return [(row.role, row.holder, row.status) for row in rows]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "role", "holder"),
    [
        (
            "The board agreed that the vice-chair should be a clinician, and Dr Mary Bell was elected.",
            "vice_chair",
            "Dr Mary Bell",
        ),
        (
            "The board agreed that the vice-chair should be a clinician and elected Dr Mary Bell.",
            "vice_chair",
            "Dr Mary Bell",
        ),
        (
            "The deputy chair was to be drawn from the practices; Dr Mary Bell was duly elected.",
            "vice_chair",
            "Dr Mary Bell",
        ),
        (
            "It agreed that the vice chair must come from a charity, and Sam Reed of Alpha Mind was chosen.",
            "vice_chair",
            "Sam Reed",
        ),
        (
            "The chair of Alpha Together should be independent, it was agreed, and Jane Smith was appointed.",
            "chair",
            "Jane Smith",
        ),
        (
            "The Alpha board chair should be from the council, and Cllr Ann Lee was then appointed.",
            "chair",
            "Cllr Ann Lee",
        ),
        (
            "The board agreed that the chair should rotate, and Paul Jones was elected as chair.",
            "chair",
            "Paul Jones",
        ),
    ],
)
def test_who_was_chosen_by_a_rule_holds_the_office(code: Code, text: str, role: str, holder: str) -> None:
    assert (role, holder, "in_place") in posts(code, text)


@pytest.mark.parametrize(
    "text",
    [
        "The board agreed that the vice-chair should be a clinician, and the chair will write to practices.",
        "The board agreed that the vice-chair should be a clinician, and an election was called.",
        "The board agreed that the vice-chair should be a clinician, and Dr Mary Bell will be proposed.",
        "The board agreed that the vice-chair should be a clinician, and Dr Mary Bell was asked to find one.",
        "The scrutiny committee agreed that its vice-chair should be lay, and Jane Smith was elected.",
        "The chair should write to the trust, and Jane Smith was appointed to the finance group.",
        "The board agreed that the chair should be paid, and a panel was appointed.",
    ],
)
def test_rules_without_a_choice_name_no_holder(code: Code, text: str) -> None:
    assert not [post for post in posts(code, text) if post[2] == "in_place"]
