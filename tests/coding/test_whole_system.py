"""What a text on a place says of its whole system, and one on a system of places by the way."""

from __future__ import annotations

import pytest

from tests.coding.conftest import Code, Read
from tests.coding.governing.rows import of_alpha, shown


@pytest.mark.parametrize(
    ("sentence", "rows"),
    [
        (
            "Our system partnership will have a single vision and strategy.",
            "shared_vision::planned:system@system",
        ),
        (
            "Members of the Partnership come from all parts of North and share our common vision.",
            "shared_vision::in_place:system@system",
        ),
        (
            "The Integrated Care Strategy sets out a shared vision for all of North.",
            "shared_vision::in_place:system@system",
        ),
        (
            "The Alpha Partnership is part of North (NHSN), which has a shared vision for health.",
            "shared_vision::in_place:system@system",
        ),
        (
            "Alpha is part of NHS North, which meets every month.",
            "meeting_frequency:monthly:in_place:system@system",
        ),
        ("The ICB has a learning network for its staff.", "learning_network::in_place:system@system"),
        ("Our partnership works with all parts of North and has a shared vision.", "shared_vision::in_place"),
        ("Alpha Together, which is part of North, has a shared vision.", "shared_vision::in_place"),
        ("Alpha Together is part of North, and has a shared vision.", "shared_vision::in_place"),
        (
            "Alpha Together shares learning with partners from all parts of North.",
            "learning_network::in_place",
        ),
    ],
)
def test_whose_a_feature_is_on_a_page_about_a_place(code: Code, sentence: str, rows: str) -> None:
    assert shown(code(of_alpha(sentence), "governance")) == rows


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("Alpha is part of North, which has a commitment to delegate to borough level.", None),
        ("Alpha belongs to North, which plans to delegate functions to each place.", None),
        ("Alpha Together works with NHS North, which has delegated budgets to it.", "north/alpha"),
    ],
)
def test_to_whom_a_system_delegates_in_an_aside(code: Code, sentence: str, place: str | None) -> None:
    assert {row.place_id for row in code(of_alpha(sentence), "delegations")} == {place}


@pytest.mark.parametrize(
    ("sentence", "rows"),
    [
        (
            (
                "North has four planning and delivery partnerships, one in Alpha and three in Beta, each with"
                " a partnership board."
            ),
            "board:partnership_board:in_place@each_place",
        ),
        (
            (
                "A new Partnership Executive Group would be set up, whose members would be drawn from the"
                " NHS, Alpha City Council and Delta County Council."
            ),
            "executive_team::planned:system@system",
        ),
        (
            "The Alpha Partnership is made up of Alpha Council, Delta Council and others, and meets monthly.",
            "meeting_frequency:monthly:in_place",
        ),
        ("Alpha Council and the trust have a joint committee.", "arrangement:joint_committee:in_place"),
    ],
)
def test_whose_a_feature_is_on_a_page_about_the_system(code: Code, sentence: str, rows: str) -> None:
    assert shown(code(f"How North Integrated Care System is governed\n\n{sentence}\n", "governance")) == rows


_ON_NORTH = "How things will be run\n\nNorth has three places.\n\nNHS North meets.\n\nNorth will do so."


@pytest.mark.parametrize(
    ("publisher", "text", "places"),
    [
        ("Alpha Practice Hub", _ON_NORTH, ()),
        ("Alpha Council", _ON_NORTH, ("north/alpha",)),
        ("Alpha Together", _ON_NORTH, ("north/alpha",)),
        ("Alpha Practice Hub", f"{_ON_NORTH}\n\nAlpha is one of them.", ("north/alpha",)),
        ("Alpha Practice Hub", "How things will be run\n\nWe meet in May.", ("north/alpha",)),
    ],
)
def test_a_text_all_on_the_system_is_not_about_the_place_that_passes_it_on(
    read: Read, publisher: str, text: str, places: tuple[str, ...]
) -> None:
    assert read(text, publisher=publisher).default.places == places
