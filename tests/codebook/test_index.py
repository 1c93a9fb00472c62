"""Which patterns match a text, told for all of them at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from placebench.codebook import Pattern, load_codebook
from placebench.codebook.coders_own import CODERS_OWN
from placebench.codebook.index import PatternIndex

BOARD = Pattern(("board", "joint committee"))
PLANS = Pattern((r"plans? for (?P<year>\d+)", "(?P<year>this year)'s plan"))
WE = Pattern((r"\bwe\b",))


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("the joint committee meets", {1}),
        ("this year's plan of the board", {1, 2}),
        ("we plan", {2}),
        ("the café’s board", {1}),
        ("nothing of the kind", set()),
        ("", set()),
    ],
)
def test_owners_of_the_patterns_that_match(text: str, owners: set[int]) -> None:
    assert PatternIndex(((1, BOARD), (2, PLANS), (2, WE))).owners(text) == owners


def test_an_index_of_nothing_finds_nothing() -> None:
    assert PatternIndex(()).owners("the board") == frozenset()
    assert PatternIndex(()).owners_of(["the board", ""]) == [frozenset(), frozenset()]


START = Pattern((r"^(?P<who>[^;]{3,20}) board$",))


def test_owners_for_several_texts_are_those_of_each() -> None:
    index = PatternIndex(((1, BOARD), (2, PLANS), (2, WE), (3, START)))
    texts = [
        "we plan",
        "",
        "the café’s board",
        "of the",
        "board",
        "this year's plan",
        "the same",
        "the board",
    ]
    assert index.owners_of(texts) == [index.owners(text) for text in texts]
    assert index.owners_of(texts)[-1] == {1, 3}


@pytest.mark.parametrize(
    "text", ["this year's plan, and plans for 2025", "plans for 2024", "no board", "plan"]
)
def test_a_pattern_finds_the_same_whether_an_index_was_asked_before_or_not(text: str) -> None:
    asked, fresh = (Pattern(PLANS.expressions) for _ in range(2))
    PatternIndex(((0, asked),)).owners(text)
    assert list(asked.finditer(text)) == list(fresh.finditer(text))


def test_it_tells_the_same_as_each_cue(examples: Path) -> None:
    book = load_codebook()
    texts = [line for path in sorted(examples.glob("*.txt")) for line in path.read_text("utf-8").splitlines()]
    apart = [
        (cue, Pattern(cue.match.expressions))
        for table, cues in book.cues.items()
        for cue in cues
        if cue.entry not in CODERS_OWN.get(table, ())
    ]
    for text in texts[::7]:
        held = {id(cue) for cues in book.cues_in(text, text.lower()).values() for cue in cues}
        alone = {id(cue) for cue, match in apart if match.matches(text if cue.case else text.lower())}
        assert held == alone
    each = book.cues_in_each(texts, [text.lower() for text in texts])
    assert list(each)[::7] == [book.cues_in(text, text.lower()) for text in texts[::7]]


def test_words_of_the_coders_own_are_entries_and_no_cues() -> None:
    book = load_codebook()
    text = "we must publish it by march 2024, the board said."
    assert book.entry("priorities", "who").match.matches(text)
    held = book.cues_in(text, text)
    for table, entries in CODERS_OWN.items():
        assert entries <= {cue.entry for cue in book.cues[table]}
        assert not entries & {cue.entry for cue in held.get(table, ())}


def test_more_patterns_than_one_filter_has_room_for_are_found_too() -> None:
    words = [f"word{number}x{number * 7919 % 100_003}y" for number in range(20_000)]
    index = PatternIndex(tuple((number, Pattern((word,))) for number, word in enumerate(words)))
    for number in (0, 9_999, 19_999):
        assert index.owners(f"a {words[number]} here") == {number}
    assert index.owners_of([words[5], "none", words[19_998]]) == [{5}, set(), {19_998}]
