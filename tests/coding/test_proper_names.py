"""Partnerships whose names do not say what they are: a sentence about one is about a partnership."""

from __future__ import annotations

import pytest

from placebench.coding.proper_names import in_plain_words, unlike_a_partnership
from tests.coding.governing.rows import of_alpha, shown

SAID_OF_ONE = [
    (
        "Alpha Together reports to the health and wellbeing board.",
        "accountable_to:health_and_wellbeing_board:in_place",
    ),
    ("Alpha Together is delivering its strategy, and Alpha Together has a vision for care.", "shared_vision"),
    ("The senior leadership team of Alpha Together was introduced.", "executive_team::in_place"),
]


@pytest.mark.parametrize(("sentence", "expected"), SAID_OF_ONE)
def test_what_is_said_of_a_partnership_by_its_name(code, sentence, expected):
    assert expected in shown(code(of_alpha(sentence), "governance"))


def test_a_name_that_says_what_it_is_is_left_alone(read):
    reading = read(of_alpha("Alpha Together met the Beta Health and Care Partnership."))
    unlike = unlike_a_partnership(reading.names, reading.codebook)
    assert unlike == ("alpha together",)
    passage = reading.sentences[-1].passage
    plain = in_plain_words(passage, reading.names, reading.codebook, unlike)
    assert plain == "xx partnership met the beta health and care partnership."
    assert len(plain) == len(passage.text)


def test_a_sentence_without_such_a_name_has_no_other_words(read):
    reading = read(of_alpha("The partnership met in May."))
    unlike = unlike_a_partnership(reading.names, reading.codebook)
    assert in_plain_words(reading.sentences[-1].passage, reading.names, reading.codebook, unlike) is None


def test_names_that_only_look_alike_are_no_partnership(code):
    sentence = (
        "Working in Alpha, together with others, reports to the health and wellbeing board were written."
    )
    assert "accountable_to" not in shown(code(of_alpha(sentence), "governance"))
