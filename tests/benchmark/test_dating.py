"""Dates of results: no more exact than the sources."""

from __future__ import annotations

import datetime as dt

import polars as pl
import pytest

from placebench.benchmark import Result
from placebench.benchmark.dating import date_words, in_words, with_dates
from placebench.model import Governance
from tests.benchmark.conftest import RowTables

JANUARY, MARCH = dt.date(2023, 1, 1), dt.date(2023, 3, 21)


def dataset(*known):
    """Return facts with a date and a precision each."""
    about = {"system_id": "north", "place_id": "north/alder", "source_id": "s1", "feature": "board"}
    return RowTables(*(Governance(**about, as_of=day, as_of_precision=precision) for day, precision in known))


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ([(JANUARY, "year")], "2023"),
        ([(JANUARY, "month")], "January 2023"),
        ([(JANUARY, "day")], "1 January 2023"),
        ([(JANUARY, "day"), (JANUARY, "year")], "2023"),
    ],
)
def test_a_date_is_said_as_exactly_as_every_fact_knows_it(known, said):
    assert date_words(dataset(*known)) == {JANUARY: said}


def test_rows_say_what_they_speak_for():
    frame = pl.DataFrame(
        {"as_of_first": [JANUARY, MARCH, None], "as_of_last": [MARCH, MARCH, None]},
        schema={"as_of_first": pl.Date, "as_of_last": pl.Date},
    )
    result = Result(name="r", title="", frame=frame, denominators={})
    dates = date_words(dataset((JANUARY, "year"), (MARCH, "day")))
    assert with_dates(result, dates).frame["as_of"].to_list() == [
        "2023",
        "21 March 2023",
        None,
    ]
    assert in_words(JANUARY, MARCH, dates) == "2023"
    assert in_words(dt.date(2022, 3, 2), MARCH, dates) == "2 March 2022 to 21 March 2023"
    assert in_words(dt.date(2023, 3, 1), MARCH, dates) == "1 March 2023 to 21 March 2023"
    assert in_words(None, None, dates) == ""
