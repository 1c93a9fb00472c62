"""A group that answers to the system's partnership, or to another one, is no group of the place's."""

from __future__ import annotations

import pytest

from tests.coding.conftest import Code


def groups(code: Code, text: str) -> list[str | None]:
    rows = code(f"Alpha Together: report\n\n{text}\n", "governance", published="2024-05-01")
    return [row.value for row in rows if row.feature == "subcommittees"]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "text",
    [
        "The Alpha Health Forum reports to the Severell Integrated Care Partnership.",
        "The Alpha Place Forum reports to the Severell Integrated Care Partnership.",
        "Our Alpha Health and Care Forum reports to the North Integrated Care Partnership.",
        "The Alpha Place Forum is accountable to the North Integrated Care Partnership.",
        "The Alpha Leaders Group reports to the Severell Health and Care Partnership.",
        "The Alpha Health Forum feeds into the Mid and West Severell Integrated Care Partnership.",
        "The Clinical Forum is a group of the Severell Integrated Care Partnership.",
    ],
)
def test_groups_of_a_partnership_elsewhere(code: Code, text: str) -> None:
    assert not groups(code, text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Alpha Health Forum reports to Alpha Together.", "Alpha Health Forum"),
        ("The Delivery Group reports to the Alpha Integrated Care Partnership.", "Delivery Group"),
        ("The Clinical Forum reports to the Place Partnership.", "Clinical Forum"),
        ("The Alpha Workforce Group reports to the place partnership.", "Alpha Workforce Group"),
        ("The Children's Group reports to the Health and Care Partnership.", "Children's Group"),
        ("The Delivery Group reports to the Beta Health and Care Partnership.", "Delivery Group"),
    ],
)
def test_groups_of_the_places_own_partnership(code: Code, text: str, name: str) -> None:
    assert groups(code, text) == [name]
