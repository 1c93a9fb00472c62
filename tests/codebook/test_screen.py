"""Screens match wherever an expression does, line by line too."""

from __future__ import annotations

import pytest
import re2
from hypothesis import given
from hypothesis import strategies as st

from placebench.codebook.screen import screen, screen_of_lines, screen_of_parts


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("[^.]{3,260}?,", "[^.]+?,"),
        (r"(?:[\w-]+ ){0,4}board", r"(?:[\w-]+ )*board"),
        (r"\d{4}", r"\d{4}"),
        (r"a{2,}", "a+"),
        ("[{3,4}]", "[{3,4}]"),
        (r"\{3,4}", r"\{3,4}"),
        ("(?P<who>board)", "(?P<who>board)"),
    ],
)
def test_what_is_counted_may_stand_any_number_of_times(expression: str, expected: str) -> None:
    assert screen(expression) == expected


EXPRESSIONS = (
    r"(?:^|; )(?P<who>[^;]{2,5}?) is",
    r"\b(?:a ){1,2}b$",
    r"^b(?: a){0,1}$",
    r"[ab]{2,3};",
)
TEXTS = st.text(alphabet="ab; is", max_size=14)


@pytest.mark.parametrize("expression", EXPRESSIONS)
@given(texts=st.lists(TEXTS, min_size=1, max_size=4))
def test_a_screen_lets_every_text_through_that_matches(expression: str, texts: list[str]) -> None:
    if any(re2.search(expression, text) for text in texts):
        assert re2.search(screen_of_lines(expression), "\n".join(texts))
        assert any(re2.search(screen(expression), text) for text in texts)


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("^(?:the )?council$", "(?:the )?council"),
        ("(?P<body>board)(?:$| of)", "(?:board)(?:| of)"),
        (r"[^.]{3,9}\$", r"[^.]+\$"),
        (r"a\^b", r"a\^b"),
    ],
)
def test_where_a_text_begins_and_ends_counts_for_nothing_in_its_parts(expression: str, expected: str) -> None:
    assert screen_of_parts(expression) == expected


@pytest.mark.parametrize("expression", EXPRESSIONS)
@given(before=TEXTS, text=TEXTS, after=TEXTS)
def test_a_screen_of_parts_lets_every_text_through_of_which_a_part_matches(
    expression: str, before: str, text: str, after: str
) -> None:
    if re2.search(expression, text):
        assert re2.search(screen_of_parts(expression), f"{before} {text} {after}")
