"""People with their posts, in the shapes that papers use."""

from __future__ import annotations

import pytest

from placebench.codebook import load_codebook
from placebench.extract.people import is_name, people

BOOK = load_codebook()


def found(text):
    return [(person.name, person.role, person.status) for person in people(text, BOOK)]


@pytest.mark.parametrize(
    ("text", "name", "role", "status"),
    [
        ("Jo Bell, Place Director, Alpha", "Jo Bell", "place_director", "in_place"),
        ("Jo Bell (NHS North Place Director, Alpha)", "Jo Bell", "place_director", "in_place"),
        ("Place Director Jo Bell opened the hub.", "Jo Bell", "place_director", "in_place"),
        ("The Place Director, Jo Bell, opened it.", "Jo Bell", "place_director", "in_place"),
        ("Dr Jo Bell is Clinical and Care Professional Lead", "Dr Jo Bell", "clinical_lead", "in_place"),
        ("Jo Bell has stepped down as Place Director.", "Jo Bell", "place_director", "ended"),
        ("Jo Bell will become Place Director in May.", "Jo Bell", "place_director", "planned"),
        ("Cllr Jo Bell, chair of the Alpha partnership", "Cllr Jo Bell", "chair", "in_place"),
        ("Executive Lead: Jo Bell, Chief Officer", "Jo Bell", "executive_lead", "in_place"),
    ],
)
def test_person_holds_post(text, name, role, status):
    assert found(text) == [(name, role, status)]


def test_several_names_share_a_plural_post():
    assert [name for name, _, _ in found("Author: Jo Bell, Ann Dale, Kit Moor (ICB Place Directors)")] == [
        "Jo Bell",
        "Ann Dale",
        "Kit Moor",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Jo Bell, Deputy Place Director",
        "Jo Bell, Chief Executive, Alpha Borough Council",
        "Kit Moor, Chair of Alpha NHS Trust",
        "The Place Director told Alpha Borough Council so.",
    ],
)
def test_no_person_with_a_leading_post(text):
    assert found(text) == []


def test_post_keeps_the_place_and_the_employer():
    person = next(people("Jo Bell (North ICB Place Director, Alpha) spoke", BOOK))
    assert person.organisation == "North ICB"
    assert "Alpha" in person.text


@pytest.mark.parametrize(("text", "expected"), [("Jo Bell", True), ("Alpha Council", False), ("Jo", False)])
def test_names_of_people(text, expected):
    assert is_name(text, BOOK.posts) is expected
