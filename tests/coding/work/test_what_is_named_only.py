"""Programmes that are no priorities, posts that are no programmes, and days on which nothing is delivered."""

from __future__ import annotations

import pytest

from tests.coding.conftest import Code

PAGE = "Alpha Together: a place-based partnership\n\n"


def test_strands_that_are_programmes_are_no_priorities(code: Code) -> None:
    text = "It has two strands: a Living Well programme for carers and an Open Door scheme for frail people."
    assert not code(f"{PAGE}{text}\n", "priorities")
    plain = "It has three strands: mental health, frailty and urgent care."
    assert len(code(f"{PAGE}{plain}\n", "priorities")) == 3


def test_priorities_that_a_clause_tells(code: Code) -> None:
    text = (
        "It has named its priorities for 2024/25: these are to prevent ill health and help carers; "
        "and to open up access to services."
    )
    labels = [row.label for row in code(f"{PAGE}{text}\n", "priorities")]  # type: ignore[attr-defined]
    assert labels == ["prevent ill health and help carers", "open up access to services"]


def test_the_lead_of_a_programme_is_none(code: Code) -> None:
    text = "The Mental Health Transformation Programme and Delivery Lead sent her apologies."
    assert not code(f"{PAGE}{text}\n", "programmes")


@pytest.mark.parametrize(
    "text",
    [
        "The consultation was to close on Friday 7 January 2022.",
        "The survey was due to end on 3 May 2022.",
    ],
)
def test_the_end_of_a_consultation_delivers_nothing(code: Code, text: str) -> None:
    assert not code(f"{PAGE}{text}\n", "milestones")


@pytest.mark.parametrize(
    "text",
    [
        "With effective collaboration between partners, the partnership means to offer better care.",
        "We see to it that partners in Alpha work well together.",
        "We make sure that partners in Alpha work well together.",
    ],
)
def test_what_one_means_to_do_is_no_strength(code: Code, text: str) -> None:
    assert not code(f"{PAGE}{text}\n", "statements")


def test_the_last_point_of_a_row_may_end_with_a_stop(code: Code) -> None:
    points = "To join up care\n\nTo close gaps in health\n\nTo keep within our budgets."
    rows = code(f"{PAGE}Alpha's priorities are:\n\n{points}\n\nKey partners\n\nMore below.\n", "priorities")
    assert [row.label for row in rows] == [  # type: ignore[attr-defined]
        "join up care",
        "close gaps in health",
        "keep within our budgets",
    ]


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("There was a genuine shared ambition for better services in Alpha.", "strength"),
        ("This works well because the partners collaborate on shared goals.", "strength"),
        ("It was still early days for co-production in the partnership.", "development_area"),
    ],
)
def test_what_is_said_of_joint_work(code: Code, text: str, direction: str) -> None:
    rows = code(f"{PAGE}{text}\n", "statements")
    assert [row.direction for row in rows] == [direction]  # type: ignore[attr-defined]
