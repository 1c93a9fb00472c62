"""Chairs told for how long they have been so, and those of several places in one sentence."""

from __future__ import annotations

import pytest

from tests.coding.conftest import Code


def chairs(code: Code, text: str, head: str = "NHS North places") -> list[tuple[str, str | None]]:
    rows = code(f"{head}\n\n{text}\n", "roles")
    return [(row.place_id.partition("/")[2], row.holder) for row in rows if row.role == "chair"]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "text",
    [
        "It has been chaired by Jane Smith since May 2022.",
        "Jane Smith has chaired it since 2022.",
        "Jane Smith has chaired the board since 2022.",
        "Jane Smith, a GP, has chaired it for three years.",
        "It has been chaired by Jane Smith for two years.",
    ],
)
def test_how_long_is_no_part_of_the_holder(code: Code, text: str) -> None:
    assert chairs(code, f"Alpha Together was set up in 2021. {text}") == [("alpha", "Jane Smith")]


@pytest.mark.parametrize(
    "text",
    [
        "The chairs are Jane Smith in Alpha and Paul Jones in Beta.",
        "The chairs are Jane Smith (Alpha) and Paul Jones (Beta).",
        "The partnerships are chaired by Jane Smith in Alpha and Paul Jones in Beta.",
        "The chairs of the place boards are Jane Smith in Alpha and Paul Jones in Beta.",
        "The current chairs are Jane Smith for Alpha and Paul Jones for Beta.",
    ],
)
def test_chairs_of_several_places(code: Code, text: str) -> None:
    assert sorted(chairs(code, text)) == [("alpha", "Jane Smith"), ("beta", "Paul Jones")]


@pytest.mark.parametrize(
    "text",
    [
        "The chairs are blue in Alpha and green in Beta.",
        "The chairs are Jane Smith and Paul Jones.",
        "The hospice has trustees. Jane Smith has chaired it since 2022.",
        "The scrutiny committee met. Jane Smith has chaired it since 2022.",
    ],
)
def test_chairs_of_nothing_that_is_known(code: Code, text: str) -> None:
    assert not chairs(code, text)
