"""Patterns of the codebook."""

from __future__ import annotations

from pathlib import Path

import pytest

from placebench.codebook import Pattern, load_codebook
from placebench.codebook.patterns import check, expand


def test_match_knows_where_it_stands_and_what_its_groups_hold() -> None:
    found = Pattern((r"meets (?P<value>every (?:week|month))(?P<where> in \w+)?",)).search(
        "it meets every month."
    )
    assert found is not None
    assert (found.start, found.end) == (3, 20)
    assert found.groups == {"value": "every month", "where": None}
    assert found.spans["value"] == (9, 20)


def test_positions_are_of_characters_not_bytes() -> None:
    found = Pattern(("plan",)).search("£ – plan")
    assert found is not None
    assert (found.start, found.end) == (4, 8)


def test_any_expression_may_match() -> None:
    pattern = Pattern(("(?P<value>one)", "(?P<value>two)"))
    assert [found.groups["value"] for found in pattern.finditer("two one two")] == ["one", "two", "two"]
    assert pattern.matches("two")
    assert not pattern.matches("three")
    assert pattern.search("three") is None


@pytest.mark.parametrize("text", ["one two one", "£1: one – two", "three", ""])
def test_matches_are_counted_expression_by_expression(text: str) -> None:
    pattern = Pattern(("one", "(?P<value>one|two)"))
    assert pattern.count(text) == len(list(pattern.finditer(text)))


@pytest.mark.parametrize(("fewest", "told"), [(1, True), (3, True), (4, False)])
def test_whether_there_are_so_many_matches_is_told(*, fewest: int, told: bool) -> None:
    assert Pattern(("team", "ward")).has(fewest, "a ward team and a team") is told


@pytest.mark.parametrize(
    ("expression", "expanded"),
    [
        ("the <body> meets", "the (?:board|forum) meets"),
        ("(?P<body>x) <body>", "(?P<body>x) (?:board|forum)"),
        ("no term", "no term"),
    ],
)
def test_terms_are_filled_in_and_names_of_groups_left(expression: str, expanded: str) -> None:
    assert expand(expression, {"body": "(?:board|forum)"}) == expanded


def test_unknown_term_is_an_error() -> None:
    with pytest.raises(KeyError, match="forum"):
        expand("<forum>", {"body": "board"})


@pytest.mark.parametrize("expression", ["(", "[a-", r"(?<=a)b", r"(a)\1", "a{9999}"])
def test_what_is_wrong_with_an_expression_is_said(expression: str) -> None:
    assert check(expression)


def test_expression_whose_time_explodes_elsewhere_is_linear_here() -> None:
    assert check("(a+)+$") is None
    assert not Pattern(("(a+)+$",)).matches("a" * 50_000 + "b")


def test_codebook_fills_its_terms_into_any_expression() -> None:
    assert load_codebook().pattern("^the <council>$").matches("the county council")


def test_telling_and_finding_agree_on_every_cue(examples: Path) -> None:
    texts = [line for path in sorted(examples.glob("*.txt")) for line in path.read_text("utf-8").splitlines()]
    for cues in load_codebook().cues.values():
        for cue in cues:
            told = [text for text in texts if cue.match.matches(text.lower())]
            found = [text for text in texts if cue.match.search(text.lower())]
            assert told == found


def test_those_of_many_texts_that_match_are_the_ones_that_match_alone() -> None:
    pattern = Pattern((r"^(?P<who>[^;]{3,20}) board$", r"\bplans?\b", "café's [a-z]+"))
    texts = [
        "the board",
        "we plan",
        "",
        "no board here",
        "of the",
        "board",
        "the café's board",
        "a plan; no plans",
    ]
    assert pattern.among(texts) == {n for n, text in enumerate(texts) if pattern.matches(text)}
    assert pattern.among(texts) == {0, 1, 6, 7}
    assert pattern.among([]) == frozenset()


def test_near_which_texts_a_pattern_matches_in_a_part_is_told_at_once() -> None:
    pattern = Pattern((r"^the board$", r"plans? [^.]{2,9}?, due"))
    texts = ["of the board and", "café", "the plan we made", "now, due soon", "", "the board", "a board"]
    assert pattern.near(texts) >= {0, 5}
    assert not pattern.near(texts) & {1, 4, 6}
    assert pattern.near(["a plan"]) == pattern.near([""]) == pattern.near([]) == frozenset()
