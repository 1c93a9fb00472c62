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


def test_an_index_that_shares_the_filters_of_another_finds_its_own_patterns_alone() -> None:
    base = PatternIndex(((1, BOARD), (2, PLANS)))
    own = PatternIndex(((1, PLANS), (2, WE), (3, Pattern(("board",)))), base.expressions)
    for text, owners in (
        ("the joint committee meets", set()),
        ("this year's plan of the board", {1, 3}),
        ("we plan", {2}),
    ):
        assert own.owners(text) == owners


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
    assert index.owners("none") == set()
