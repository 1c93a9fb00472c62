"""Numbers and how they are meant."""

from __future__ import annotations

import pytest

from placebench.extract.quantities import bound, number, share


@pytest.mark.parametrize(
    ("text", "value"),
    [("1,250", 1250), ("7.5", 7.5), ("Nine", 9), ("twenty", 20), ("many", None), ("", None)],
)
def test_a_number_in_digits_or_words(text, value):
    assert number(text) == value


@pytest.mark.parametrize(
    ("before", "code"),
    [
        ("more than ", "at_least"),
        ("up to ", "at_most"),
        ("about ", "about"),
        ("it was ", "exact"),
        ("", "exact"),
    ],
)
def test_what_the_words_before_a_figure_make_of_it(before, code):
    assert bound(before) == code


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a quarter", 25),
        ("half", 50),
        ("halved", 50),
        ("a tenth", 10),
        ("a third", 33.3),
        ("two thirds", 66.7),
        ("three quarters", 75),
        ("a lot", None),
        ("", None),
    ],
)
def test_words_for_a_share(text, value):
    assert share(text) == value
