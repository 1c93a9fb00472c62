"""Each body to whom a partnership is accountable is a value of its own."""

from __future__ import annotations

import pytest

from tests.coding.governing.rows import of_alpha


@pytest.mark.parametrize(
    ("sentence", "bodies"),
    [
        (
            "The Alpha Partnership reports to the Board of the ICB and to the Health and Wellbeing Board.",
            {"ICB", "Health and Wellbeing Board"},
        ),
        ("The Alpha Partnership is accountable to the ICB and to the council.", {"ICB", "council"}),
        (
            "The Alpha Partnership is accountable to the ICB and the Alpha Health and Wellbeing Board.",
            {"ICB", "Alpha Health and Wellbeing Board"},
        ),
        ("The Alpha Partnership reports to the ICB and also to the council.", {"ICB", "council"}),
        (
            "The Alpha Partnership is accountable to the Health and Wellbeing Board and the ICB.",
            {"Health and Wellbeing Board", "ICB"},
        ),
        (
            "The Alpha Partnership reports to the cabinet, the ICB and the Health and Wellbeing Board.",
            {"cabinet", "ICB", "Health and Wellbeing Board"},
        ),
        ("The Alpha Partnership reports to the ICB as well as the council.", {"ICB", "council"}),
        ("The Alpha Partnership reports to the ICB and the board of the trust hears of it.", {"ICB"}),
        ("The Alpha Partnership reports to the Cabinet.", {"Cabinet"}),
        ("The Alpha Partnership is accountable to the council and to the ICB's.", {"council"}),
        (
            "The Alpha Partnership reports to the Health and Wellbeing Board.",
            {"Health and Wellbeing Board"},
        ),
    ],
)
def test_bodies(code, sentence, bodies):
    rows = [row for row in code(of_alpha(sentence), "governance") if row.feature == "accountable_to"]
    assert sorted(row.value for row in rows) == sorted(bodies)


def test_a_body_and_its_board_are_one_to_whom_a_partnership_is_accountable(code):
    text = of_alpha(
        "The Alpha Partnership reports to the ICB. The Alpha Partnership is accountable to the ICB Board."
    )
    values = {row.value for row in code(text, "governance") if row.feature == "accountable_to"}
    assert values == {"ICB"}


@pytest.mark.parametrize(
    ("head", "values"),
    [
        ("Beta Health and Care Partnership: who we are", ["North ICB"]),
        ("Beta Health and Wellbeing Board", []),
    ],
)
def test_a_sentence_on_another_board_takes_no_text_from_the_partnership_in_its_title(code, head, values):
    text = (
        f"{head}\n\nThe Committee reports to the Board of North ICB."
        " The Health and Wellbeing Board is sent the minutes.\n"
    )
    assert [row.value for row in code(text, "governance") if row.feature == "accountable_to"] == values
