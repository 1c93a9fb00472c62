"""A post for one function at place, "head of place communications", leads no place."""

from __future__ import annotations

import pytest

from tests.coding.conftest import Code


def posts(code: Code, text: str) -> list[tuple[str, str | None]]:
    rows = code(f"Alpha Together: report\n\n{text}\n", "roles", published="2024-05-01")
    return [(row.role, row.holder) for row in rows]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "text",
    [
        "Head of Place Development: Jane Smith",
        "Jane Smith, Head of Place Development, presented the report.",
        "Sam Reed, Place Development Manager for Alpha, gave an update.",
        "Ann Lee, Head of Place Communications, spoke.",
        "Ann Lee, Head of Place Partnerships Communications, spoke.",
        "Jane Smith, Place Lead for Communications in Alpha, spoke.",
        "Jane Smith, Place Lead (Finance), spoke.",
        "Jane Smith, Place Lead - Quality, spoke.",
        "Jane Smith, Place Lead Nurse, spoke.",
        "Jane Smith, Place Director of Finance, spoke.",
        "Jane Smith, Director of Place Commissioning, Alpha, spoke.",
        "The place lead for mental health is Ann Lee.",
        "The Head of Place Development presented the report.",
        "Ann Lee was appointed Head of Place Development for Alpha.",
        "Jane Smith, Deputy Place Director for Alpha, presented the report.",
    ],
)
def test_posts_for_a_function_lead_no_place(code: Code, text: str) -> None:
    assert not posts(code, text)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Jane Smith, Alpha Place Lead, spoke.", "place_lead"),
        ("Jane Smith, Head of Place Partnerships, Alpha, spoke.", "place_lead"),
        ("Jane Smith, Place Partnership Lead, spoke.", "place_lead"),
        ("Jane Smith, Place Lead for Alpha, spoke on communications.", "place_lead"),
        ("Jane Smith, Place Lead, developed the plan.", "place_lead"),
        ("Jane Smith, Place Director, Alpha, spoke on finance.", "place_director"),
    ],
)
def test_posts_that_lead_a_place_do(code: Code, text: str, role: str) -> None:
    assert posts(code, text) == [(role, "Jane Smith")]
