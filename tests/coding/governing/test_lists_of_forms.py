"""Alternatives, and lists of deliverables with their dates: how far what they name is there."""

from __future__ import annotations

import pytest

REQUIRED = "Place working\n\nEvery partnership in North must think through the following requirements:\n\n"
DELIVERABLES = "Place working\n\nThe deliverables of each place partnership in North will likely be:\n\n"


@pytest.mark.parametrize(
    ("item", "status"),
    [
        ("Memoranda of understanding, partnership agreements or alliances.", "option"),
        ("A memorandum of understanding, partnership agreement or contract.", "option"),
        ("A memorandum of understanding and a partnership agreement.", "expected"),
        ("A memorandum of understanding and a partnership agreement, or not at all.", "expected"),
    ],
)
def test_forms_with_or_before_the_last_are_options(code, item, status):
    rows = code(f"{REQUIRED}- {item}\n- A shared plan.\n", "governance")
    assert {row.status for row in rows if row.feature == "arrangement"} == {status}


@pytest.mark.parametrize(
    ("item", "status"),
    [
        ("A pooled budget by 1 June 2024.", "planned"),
        ("A pooled budget by the end of March 2025.", "planned"),
        ("Talks about a pooled budget by 1 June 2024.", "emerging"),
        ("A pooled budget when partners are ready.", "emerging"),
    ],
)
def test_a_deliverable_with_a_date_is_planned_though_its_list_is_only_likely(code, item, status):
    rows = code(f"{DELIVERABLES}- {item}\n- More work.\n", "governance", published="2024-01-05")
    assert [(row.feature, row.status) for row in rows] == [("pooled_budget", status)]


def test_a_date_in_another_list_leaves_what_is_discussed_in_discussion(code):
    text = "Place working\n\nPartners in Alpha are discussing:\n\n- A pooled budget by 1 June 2024.\n"
    assert [row.status for row in code(text, "governance", published="2024-01-05")] == ["emerging"]
