"""What stands before the subject of a sentence, and what "it" then is."""

from __future__ import annotations

from tests.coding.conftest import Code

PAGE = "Alpha Together: a place-based partnership\n\n"


def counted(code: Code, text: str) -> set[tuple[str, str | None, int | None, int | None]]:
    return {
        (row.level, row.place_id, row.count, row.population_min)  # type: ignore[attr-defined]
        for row in code(f"{PAGE}{text}\n", "footprints")
    }


def test_the_system_is_the_subject_behind_an_opening_phrase(code: Code) -> None:
    text = (
        "At some two million people over a wide and varied area, North is among the largest systems. "
        "Three 'places' on the boundaries of councils and 51 primary care networks work in it."
    )
    assert {("place", None, 3, None), ("neighbourhood", None, 51, None)} <= counted(code, text)


def test_it_is_the_place_that_was_named(code: Code) -> None:
    text = "Beta is called a place. It has two localities and, below those, nine new Local Area Partnerships."
    assert ("locality", "north/beta", 2, None) in counted(code, text)


def test_people_live_somewhere_behind_an_aside(code: Code) -> None:
    text = "More than two million people, and there are more each year, live in North."
    assert ("system", None, None, 2_000_000) in counted(code, text)


def test_all_residents_of_the_borough_are_the_places(code: Code) -> None:
    text = "Care will be right for the 320,000 residents of the borough."
    assert ("place", "north/alpha", None, 320_000) in counted(code, text)
    assert not counted(code, "The population will be 320,000 by 2040.")
