"""What begins after the document's own date is planned, however the sentence puts it."""

from __future__ import annotations

import datetime as dt

import pytest

from placebench.codebook import load_codebook
from placebench.coding.ahead import begins_later

BOOK = load_codebook()
MAY_2023 = (dt.date(2023, 5, 1), "month")


@pytest.mark.parametrize(
    ("sentence", "thing"),
    [
        ("from july 2023 the partnership holds a pooled budget.", "pooled budget"),
        ("the committee meets in public with effect from 1 october 2023.", "in public"),
        ("the pooled budget starts in april 2024.", "pooled budget"),
        ("the board becomes a joint committee on 1 july 2023.", "joint committee"),
    ],
)
def test_it_begins_later(sentence, thing):
    start = sentence.index(thing)
    assert begins_later(BOOK, sentence, start, start + len(thing), MAY_2023)


@pytest.mark.parametrize(
    ("sentence", "thing"),
    [
        ("the partnership has held a pooled budget since july 2022.", "pooled budget"),
        ("from april 2023 the partnership holds a pooled budget.", "pooled budget"),
        ("the partnership has a delivery plan for 2023 to 2028.", "delivery plan"),
        ("the pooled budget is funded until march 2025.", "pooled budget"),
        ("the board becomes a joint committee on 1 july 2023.", "board"),
    ],
)
def test_it_is_there(sentence, thing):
    start = sentence.index(thing)
    assert not begins_later(BOOK, sentence, start, start + len(thing), MAY_2023)


def test_of_an_undated_document_nothing_is_known():
    assert not begins_later(BOOK, "from july 2023 the partnership holds a pooled budget.", 39, 52, None)
