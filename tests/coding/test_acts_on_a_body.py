"""What a system does to "the partnership" of a paper is told of that place."""

from __future__ import annotations

import pytest

HEAD = "Alpha Together: governance paper\n\nThis paper is for members.\n\n"


@pytest.mark.parametrize(
    ("sentence", "feature", "value"),
    [
        ("NHS North will hand the therapy budget to the joint committee.", "arrangement", "joint_committee"),
        ("North ICB has set up the partnership as a committee of the ICB.", "arrangement", "icb_committee"),
        (
            "NHS North signed a memorandum of understanding with the alliance.",
            "arrangement",
            "memorandum_of_understanding",
        ),
        (
            "NHS North expects the partnership to keep to a scheme of delegation.",
            "scheme_of_delegation",
            None,
        ),
        ("North ICB hosts the partnership's office.", "host", "North ICB"),
    ],
)
def test_what_the_system_does_to_the_partnership_is_the_places(code, sentence, feature, value):
    rows = [row for row in code(f"{HEAD}{sentence}\n", "governance") if row.feature == feature]
    assert [(row.place_id, row.value, row.body_kind) for row in rows] == [
        ("north/alpha", value, "partnership")
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "North ICB meets fortnightly and sends its minutes to the partnership.",
        "NHS North has asked the board of the ICS to meet fortnightly.",
    ],
)
def test_what_the_system_does_itself_is_its_own(code, sentence):
    rows = [row for row in code(f"{HEAD}{sentence}\n", "governance") if row.feature == "meeting_frequency"]
    assert {(row.place_id, row.body_kind) for row in rows} <= {(None, "system")}


def test_a_scheme_of_delegation_is_no_programme(code):
    rows = code(f"{HEAD}The scheme of delegation was agreed in May.\n", "governance")
    assert {row.body_kind for row in rows if row.feature == "scheme_of_delegation"} == {"partnership"}
