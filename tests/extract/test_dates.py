"""Dates as papers write them."""

from __future__ import annotations

import datetime as dt

import pytest

from placebench.extract.dates import dates, find_date, parse_date


@pytest.mark.parametrize(
    ("text", "date", "precision"),
    [
        ("held on 4th March 2024", dt.date(2024, 3, 4), "day"),
        ("on Monday 5 Feb, 2024", dt.date(2024, 2, 5), "day"),
        ("due 2024-03-04", dt.date(2024, 3, 4), "day"),
        ("due 04/03/2024", dt.date(2024, 3, 4), "day"),
        ("from October 2022 on", dt.date(2022, 10, 1), "month"),
        ("in 2019", dt.date(2019, 1, 1), "year"),
    ],
)
def test_a_date(text, date, precision):
    found = find_date(text)
    assert found is not None
    assert (found.date, found.precision) == (date, precision)


@pytest.mark.parametrize("text", ["no date", "in 2023/24", "31/02/x", "room 2050b"])
def test_no_date(text):
    assert find_date(text) is None


def test_a_day_that_no_month_has_is_none():
    found = find_date("on 31 February 2024")
    assert found is None or found.precision != "day"


def test_every_date_of_a_text_the_exact_ones_first():
    assert [found.precision for found in dates("in 2019, May 2020 and on 1 June 2021")] == [
        "day",
        "month",
        "year",
    ]


@pytest.mark.parametrize(
    ("text", "given"),
    [("2023-03", (dt.date(2023, 3, 1), "month")), ("2023", (dt.date(2023, 1, 1), "year")), ("soon", None)],
)
def test_the_date_of_a_document(text, given):
    assert parse_date(text) == given
