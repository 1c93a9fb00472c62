from __future__ import annotations

import pytest

from placebench.codebook import load_codebook
from placebench.extract.candidates import candidates
from placebench.extract.gazetteer import PLACE, SYSTEM, Name, gazetteer

BOOK = load_codebook()


def found(*texts):
    return [(one.kind, one.name, one.count, one.forms) for one in candidates(texts, BOOK)]


@pytest.mark.parametrize(
    ("text", "name", "form"),
    [
        ("The Vale ICB met.", "Vale", "Vale ICB"),
        ("NHS Vale ICB met.", "Vale", "NHS Vale ICB"),
        ("In Vale Integrated Care System, much is done.", "Vale", "Vale Integrated Care System"),
        ("However, NHS Hill and Moor ICB agreed.", "Hill and Moor", "NHS Hill and Moor ICB"),
        (
            "Hill, Moor and Dale-on-Sea Integrated Care Partnership",
            "Hill, Moor and Dale-on-Sea",
            "Hill, Moor and Dale-on-Sea Integrated Care Partnership",
        ),
        ("Letters to NHS England, NHS Vale ICB and others", "Vale", "NHS Vale ICB"),
        ("Beth Larkin, Governance Officer, Vale Integrated Care Board", "Vale", "Vale Integrated Care Board"),
    ],
)
def test_a_system_is_told_by_its_board(text, name, form):
    assert found(text) == [(SYSTEM, name, 1, (form,))]


def test_what_stands_before_a_system_is_no_part_of_its_name():
    texts = ["Pat Doe, Ford, Vale ICB", "The Vale ICB met.", "Hill, Moor and Dale ICB met."]
    assert {one[1] for one in found(*texts)} == {"Vale", "Hill, Moor and Dale"}


@pytest.mark.parametrize(
    ("text", "name", "forms"),
    [
        ("The Dale Place-Based Partnership met.", "Dale", ("Dale Place-Based Partnership",)),
        ("the Dale place-based partnership met.", "Dale", ("Dale place-based partnership",)),
        ("About Dale Together", "Dale", ("Dale Together",)),
        ("Contact Dale Together or call", "Dale", ("Dale Together",)),
        ("Overview of the Dale Place Partnership", "Dale", ("Dale Place Partnership",)),
        ("How Our Dale Place Partnership works", "Dale", ("Dale Place Partnership",)),
        ("North Dale Locality Board", "North Dale", ("North Dale Locality Board",)),
        ("Our Dale Health and Care Partnership", "Dale", ("Dale Health and Care Partnership",)),
        ("Dale's Place-Based Partnership", "Dale", ("Dale Place-Based Partnership",)),
        ("the place of Dale.", "Dale", ()),
        ("a Place Director for Dale was named", "Dale", ()),
        ("the Dale place team works there", "Dale", ()),
    ],
)
def test_a_place_is_told_by_its_partnership_or_its_words(text, name, forms):
    assert found(text) == [(PLACE, name, 1, forms)]


@pytest.mark.parametrize(
    "text",
    [
        "The places are Dale, North Ford and Hill.",
        "The board works in our three places, Dale, North Ford and Hill.",
        "There are three local boroughs (Dale, North Ford, Hill).",
    ],
)
def test_a_list_of_places_gives_each(text):
    assert [one[1] for one in found(text)] == ["Dale", "Hill", "North Ford"]


@pytest.mark.parametrize(
    "text",
    [
        "The Integrated Care Board met.",
        "In all three places, NHS England and the Board agreed.",
        "The Health and Care Partnership met.",
        "This will take place in March.",
        "In one place.",
        "The National Integrated Care Board",
        "A Place Partnership",
        "One place",
        "the ICB Place Director",
    ],
)
def test_what_has_no_name_is_no_candidate(text):
    assert found(text) == []


def test_forms_are_counted_and_the_commonest_come_first():
    texts = [
        "Vale ICB. Ford Locality Board.",
        "NHS Vale ICB, then Vale ICB.",
        "Hill Place Board. Hill Place Board.",
    ]
    assert found(*texts) == [
        (SYSTEM, "Vale", 3, ("Vale ICB", "NHS Vale ICB")),
        (PLACE, "Hill", 2, ("Hill Place Board",)),
        (PLACE, "Ford", 1, ("Ford Locality Board",)),
    ]


def test_a_partnership_by_the_name_of_a_system_is_the_system_s():
    assert found("Vale Health and Care Partnership", "Vale ICB") == [
        (SYSTEM, "Vale", 2, ("Vale ICB", "Vale Health and Care Partnership"))
    ]


ENGLAND = gazetteer([Name("Vale", SYSTEM, "Vale"), Name("Moor", SYSTEM, "Moor"), Name("Dale", PLACE, "Dale")])


def test_known_names_are_found_without_a_form():
    found = candidates(["Dale has libraries. NHS Vale meets in Dale.", "Moor and Moor again."], BOOK, ENGLAND)
    assert [(one.kind, one.name, one.count, one.forms) for one in found] == [
        (SYSTEM, "Vale", 1, ("NHS Vale",)),
        (SYSTEM, "Moor", 2, ()),
        (PLACE, "Dale", 2, ()),
    ]


def test_a_system_named_for_a_place_comes_first():
    wide = gazetteer([*ENGLAND.names, Name("Dale and Ford", SYSTEM, "Dale and Ford")])
    texts = ["Moor, and Moor again.", "Dale", "Dale and Ford"]
    assert [one.name for one in candidates(texts, BOOK, wide)] == ["Dale and Ford", "Moor", "Dale"]


def test_a_trust_by_the_name_of_a_partnership_is_no_place():
    assert (
        candidates(
            ["Hill and Ford Health and Care Partnership NHS Trust", "Hill Mental Health Partnership"], BOOK
        )
        == ()
    )


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Pat Doe Place Director", []),
        ("Dr Pat Doe Place Clinical Lead", []),
        ("Jo Roe took the place of Pat Doe.", []),
        ("Pat Doe Health and Care Partnership Manager", []),
        ("Ford Vale Place Director. Nurses in Ford Vale meet weekly.", ["Ford Vale"]),
        ("Ford Vale Place Director. Ford Vale Council pays for it.", ["Ford Vale"]),
        ("The place of Ford Vale.", ["Ford Vale"]),
        ("Fordham Place Director", ["Fordham"]),
    ],
)
def test_who_holds_a_post_at_place_is_none(text: str, places: list[str]) -> None:
    assert [one.name for one in candidates([text], load_codebook()) if one.kind == "place"] == places


@pytest.mark.parametrize(
    "text",
    [
        "The February Place Board was short.",
        "Neither Place Board has a budget of its own.",
        "Another Place Partnership was asked to join.",
        "Last Place Board minutes",
        "The Place Director for Marcus Obi was on leave.",
        "Marcus Obi Partnership lead",
        "Marcus B. Obi Place Director",
        "Marcus van Obi Place Director",
    ],
)
def test_times_small_words_and_people_are_no_places(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("In February Dale Place Partnership met.", "Dale"),
        ("the Place Director for the Isle of Dale joined.", "Isle of Dale"),
        ("a place lead in Upper Dale said so", "Upper Dale"),
    ],
)
def test_a_whole_name_without_what_stands_before_it(text, name):
    assert [one[1] for one in found(text)] == [name]
