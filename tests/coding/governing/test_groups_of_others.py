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


@pytest.mark.parametrize(
    "text",
    [
        "Alpha Together heard from the Carers Reference Group.",
        "Alpha Together asked the Clinical Reference Group for its view.",
        "The partnership draws on the Clinical Reference Group.",
        "The Alpha Together board thanked the Residents' Reference Group.",
        "The paper was discussed with the Clinical Reference Group and the Patient Reference Group.",
        "The partnership worked with the Learning Disability Reference Group on the plan.",
    ],
)
def test_groups_that_are_only_heard_are_under_nobody(code: Code, text: str) -> None:
    assert not groups(code, text)


@pytest.mark.parametrize(
    "text",
    [
        "The partnership set up the Carers Reference Group.",
        "The Carers Reference Group reports to the Alpha Together board.",
        "Alpha Together hears from its Carers Reference Group.",
        "The partnership is advised by the Carers Reference Group.",
    ],
)
def test_groups_that_it_set_up_or_calls_its_own_are_under_it(code: Code, text: str) -> None:
    assert groups(code, text) == ["Carers Reference Group"]
