"""Names of systems, places and partnerships in text."""

from __future__ import annotations

import attrs
import pytest

from placebench.extract import Name, gazetteer

NAMES = gazetteer(
    [
        Name("North", "system", "north"),
        Name("North Shires", "system", "north"),
        Name("Alpha", "place", "north/alpha"),
        Name("West Alpha", "place", "north/west-alpha"),
        Name("Alpha Executive Partnership", "partnership", "north/alpha"),
        Name("Stoke-on-Beta", "place", "north/beta"),
    ]
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Alpha agreed its plan.", [("Alpha", "north/alpha")]),
        ("West Alpha and Alpha", [("West Alpha", "north/west-alpha"), ("Alpha", "north/alpha")]),
        ("the Alpha Executive Partnership met", [("Alpha Executive Partnership", "north/alpha")]),
        ("North Shires, in the North", [("North Shires", "north"), ("North", "north")]),
        (
            "Stoke on Beta and Stoke-on-Beta",
            [("Stoke on Beta", "north/beta"), ("Stoke-on-Beta", "north/beta")],
        ),
        ("Alpha's board (Alpha)", [("Alpha", "north/alpha"), ("Alpha", "north/alpha")]),
        ("alpha in lower case", []),
        (
            "people of north Shires, west Alpha",
            [("north Shires", "north"), ("west Alpha", "north/west-alpha")],
        ),
        ("it lies in the north", []),
        ("Alphabet, Alphas and New-Alpha", []),
        ("", []),
    ],
)
def test_the_longest_whole_name_is_found(text: str, found: list[tuple[str, str]]) -> None:
    mentions = NAMES.mentions(text)
    assert [(text[m.start : m.end], m.name.id) for m in mentions] == found


def test_of_names_written_alike_the_first_counts() -> None:
    names = gazetteer([Name("Alpha", "place", "north/alpha"), Name("Alpha", "system", "alpha")])
    assert [mention.name.kind for mention in names.mentions("Alpha")] == ["place"]


def test_no_names_find_nothing() -> None:
    assert gazetteer([]).mentions("Alpha and North") == ()


def test_characters_with_a_meaning_in_expressions_stand_for_themselves() -> None:
    names = gazetteer(
        [Name("Alpha (South)", "place", "north/alpha-south"), Name("St. Beta", "place", "north/beta")]
    )
    assert [mention.name.text for mention in names.mentions("Alpha (South), St. Beta, StX Beta")] == [
        "Alpha (South)",
        "St. Beta",
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hills and Dales", ["Hills and Dales"]),
        ("Hills & Dales met.", ["Hills and Dales"]),
        ("HILLS & DALES HEALTH", ["Hills and Dales"]),
        ("HILLS AND DALES HEALTH", ["Hills and Dales"]),
        ("Hills, Dales", []),
    ],
)
def test_and_may_be_written_as_a_sign(text, found):
    names = gazetteer(
        [Name("Hills and Dales", "place", "north/hills"), Name("Moor & Sea", "place", "north/moor")]
    )
    assert [mention.name.text for mention in names.mentions(text)] == found
    assert [mention.name.id for mention in names.mentions("Moor and Sea")] == ["north/moor"]


def test_name_within_the_longer_name_of_somewhere_else_is_not_named():
    names = attrs.evolve(NAMES, apart=("South Alpha", "North East Alpha"))
    text = "South Alpha, NORTH EAST ALPHA and Alpha"
    assert [(m.name.text, m.start) for m in names.mentions(text)] == [("Alpha", text.rindex("Alpha"))]


def test_the_article_behind_and_is_no_part_of_a_name():
    names = gazetteer(
        [Name("Alpha and Isle of Beta", "system", "north"), Name("Alpha", "place", "north/alpha")]
    )
    for text in ("Alpha and Isle of Beta", "Alpha and the Isle of Beta", "Alpha & the Isle of Beta"):
        assert [mention.name.id for mention in names.mentions(f"{text} is one system.")] == ["north"]
