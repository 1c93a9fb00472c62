"""Words of the coders' own expressions: that researchers can edit them, and that each is asked for."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest

import placebench.coding
import placebench.extract
from placebench.codebook import Wording, load_codebook, parse_additions
from placebench.codebook.patterns import TERM
from placebench.codebook.wording import is_plain
from placebench.coding.examples import ExampleReader
from placebench.errors import CodebookError

BOOK = load_codebook()


def wordings() -> Iterator[Wording]:
    for room in (placebench.coding, placebench.extract):
        for module in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
            for value in vars(importlib.import_module(module.name)).values():
                yield from _within(value)


def _within(value: object) -> Iterator[Wording]:
    if isinstance(value, Wording):
        yield value
    elif isinstance(value, (tuple, dict)):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _within(each)


def test_every_expression_finds_its_words() -> None:
    for wording in wordings():
        assert wording.of(BOOK).pattern


def test_every_list_of_words_is_asked_for() -> None:
    asked = {(one.group, name) for one in wordings() for name in TERM.findall(one.expression)}
    assert {(group, name) for group, lists in BOOK.wording.items() for name in lists} <= asked


def test_words_of_the_package_are_plain() -> None:
    words = [word for lists in BOOK.wording.values() for each in lists.values() for word in each]
    assert [word for word in words if not is_plain(word)] == []


@pytest.mark.parametrize("word", ["(?=x)", "(?P<name>x)", "(?:a+)+", "x{3}", ".*", "(", r"(?:\w+)+"])
def test_a_word_that_could_take_long_is_none(word: str) -> None:
    assert not is_plain(word)


def test_words_are_added() -> None:
    text = "The Alpha Partnership is domicile to 160,000 residents."
    more = parse_additions("mine.toml", '[wording.footprints]\nis_home_to = ["domicile to"]')
    assert ExampleReader(BOOK).rows(text, "footprints") == []
    (row,) = ExampleReader(load_codebook((more,))).rows(text, "footprints")
    assert (row.population_min, row.population_max) == (160_000, 160_000)


def test_words_that_hinder_are_added_as_well() -> None:
    text = "The Alpha Alliance choir sings in the town hall."
    more = parse_additions("mine.toml", '[wording.alliances]\nbears_its_name = ["choir"]')
    (row,) = ExampleReader(BOOK).rows(text, "governance")
    assert row.value == "alliance"
    assert ExampleReader(load_codebook((more,))).rows(text, "governance") == []


def test_a_list_that_is_emptied_matches_nothing() -> None:
    emptied = load_codebook((parse_additions("mine.toml", 'replace = ["wording.footprints"]'),))
    assert not Wording("footprints", "<people>").of(emptied).search("people")


def test_capitals_count_as_the_expression_says() -> None:
    assert Wording("footprints", "^<people>$", re.IGNORECASE).of(BOOK).search("Residents")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "[wording.footprints]\npeoples = ['x']",
            "line 2: .*such as footprints.people.*“footprints.peoples”",
        ),
        ("[wording.footprint]\npeople = ['x']", "line 2: .*such as footprints.people"),
        ("[wording.footprints]\npeople = ['(?:a+)+']", "line 2: expected a word that repeats nothing"),
        ("[wording.footprints]\npeople = 'x'", "line 2: expected a list of words"),
    ],
)
def test_faults_are_told_with_their_line(text: str, message: str) -> None:
    with pytest.raises(CodebookError, match=message):
        load_codebook((parse_additions("mine.toml", text),))
