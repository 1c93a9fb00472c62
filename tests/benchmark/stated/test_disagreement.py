from __future__ import annotations

import datetime as dt

import polars as pl
import pytest

from placebench.benchmark.stated.disagreement import with_conflicts

SCHEMA = {
    "place_id": pl.String,
    "item": pl.String,
    "value": pl.String,
    "status": pl.String,
    "as_of_first": pl.Date,
    "as_of_last": pl.Date,
    "latest_from": pl.Date,
    "latest_until": pl.Date,
    "sources": pl.List(pl.String),
}


def answer(status, year=2022, *, value=None, source="s1", item="board", place="north/alder"):
    day = dt.date(year, 1, 1) if year else None
    return (place, item, value, status, day, day, day, day, [source])


def known(status, first, last, source="s1", value=None):
    """Return an answer of which it is known that it was stated within some days."""
    return ("north/alder", "board", value, status, first, first, first, last, [source])


def marked(*answers, single_valued=()):
    frame = pl.DataFrame(list(answers), schema=SCHEMA, orient="row")
    return with_conflicts(frame, single_valued)


def conflicts(*answers, single_valued=()):
    return marked(*answers, single_valued=single_valued)["conflict"].to_list()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (answer("in_place"), answer("absent", source="s2")),
        (answer("in_place", 2021), answer("absent", 2023, source="s2")),
        (answer("shadow"), answer("absent", source="s2")),
        (answer("in_place", value="joint"), answer("absent", source="s2")),
        (answer("in_place", 2023), answer("ended", 2021, source="s2")),
        (answer("in_place", 2021), answer("planned", 2023, source="s2")),
        (answer("in_place", 2022), answer("emerging", 2022, source="s2")),
        (answer("in_place", 2021), answer("shadow", 2022, source="s2")),
    ],
)
def test_these_disagree(one, other):
    assert conflicts(one, other) == [True, True]
    assert conflicts(other, one) == [True, True]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (answer("planned", 2021), answer("in_place", 2023, source="s2")),
        (answer("in_place", 2021), answer("ended", 2023, source="s2")),
        (answer("in_place"), answer("planned")),
        (answer("in_place"), answer("absent")),
        (answer("in_place", 2021), answer("planned", 2023)),
        (answer("in_place", None), answer("planned", None, source="s2")),
        (answer("in_place"), answer("expected", source="s2")),
        (answer("absent"), answer("expected", source="s2")),
        (answer("absent"), answer("option", source="s2")),
        (answer("in_place", value="informal"), answer("option", value="joint_committee", source="s2")),
        (answer("in_place", value="informal"), answer("absent", value="joint_committee", source="s2")),
        (answer("in_place"), answer("absent", item="host", source="s2")),
        (answer("in_place"), answer("absent", place="north/birch", source="s2")),
    ],
)
def test_these_do_not(one, other):
    assert conflicts(one, other) == [False, False]


def test_an_item_with_one_value_cannot_have_two():
    monthly, weekly = answer("in_place", value="monthly"), answer("in_place", value="weekly", source="s2")
    assert conflicts(monthly, weekly, single_valued=("board",)) == [True, True]
    assert conflicts(monthly, weekly) == [False, False]
    planned = answer("planned", value="weekly", source="s2")
    assert conflicts(monthly, planned, single_valued=("board",)) == [False, False]
    of_one_source = answer("in_place", value="weekly")
    assert conflicts(monthly, of_one_source, single_valued=("board",)) == [False, False]


def test_only_the_answers_that_disagree_are_marked():
    assert conflicts(answer("in_place"), answer("expected"), answer("absent", source="s2")) == [
        True,
        False,
        True,
    ]


def test_nothing_disagrees_with_nothing():
    assert conflicts() == []


MARCH, MARCH_21 = dt.date(2023, 3, 1), dt.date(2023, 3, 21)
SEPTEMBER, DECEMBER = dt.date(2023, 9, 1), dt.date(2023, 12, 31)
YEAR = (dt.date(2023, 1, 1), DECEMBER)


@pytest.mark.parametrize(
    ("less", "more"),
    [
        (("planned", MARCH, dt.date(2023, 3, 31)), ("in_place", SEPTEMBER, dt.date(2023, 9, 30))),
        (("planned", MARCH_21, MARCH_21), ("in_place", *YEAR)),
        (("planned", *YEAR), ("in_place", MARCH_21, MARCH_21)),
        (("emerging", *YEAR), ("in_place", *YEAR)),
    ],
    ids=["month before month", "day in the year", "year of the day", "one year"],
)
def test_a_plan_that_may_have_come_true_within_a_year_disagrees_with_nothing(less, more):
    assert conflicts(known(*less), known(*more, source="s2")) == [False, False]


@pytest.mark.parametrize(
    ("less", "more"),
    [
        (("planned", SEPTEMBER, dt.date(2023, 9, 30)), ("in_place", MARCH, dt.date(2023, 3, 31))),
        (("planned", DECEMBER, DECEMBER), ("in_place", *YEAR)),
    ],
    ids=["month after month", "last day of the year"],
)
def test_a_plan_that_cannot_have_been_earlier_disagrees(less, more):
    assert conflicts(known(*less), known(*more, source="s2")) == [True, True]


@pytest.mark.parametrize(
    ("denial", "claim", "undecided"),
    [
        ((MARCH_21, MARCH_21), (SEPTEMBER, SEPTEMBER), False),
        ((SEPTEMBER, SEPTEMBER), (MARCH_21, MARCH_21), False),
        ((MARCH_21, MARCH_21), YEAR, True),
        (YEAR, YEAR, True),
        ((None, None), (MARCH_21, MARCH_21), True),
    ],
    ids=["denied before", "denied after", "day in the year", "one year", "no date"],
)
def test_a_denial_is_a_disagreement_that_dates_decide_where_they_order_it(denial, claim, undecided):
    frame = marked(known("absent", *denial), known("in_place", *claim, source="s2"))
    assert frame["conflict"].to_list() == [True, True]
    assert frame["undecided"].to_list() == [undecided, undecided]
