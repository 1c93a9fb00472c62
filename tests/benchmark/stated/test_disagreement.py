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
    "sources": pl.List(pl.String),
}


def answer(status, year=2022, *, value=None, source="s1", item="board", place="north/alder"):
    day = dt.date(year, 1, 1) if year else None
    return (place, item, value, status, day, day, [source])


def conflicts(*answers, single_valued=()):
    frame = pl.DataFrame(list(answers), schema=SCHEMA, orient="row")
    return with_conflicts(frame, single_valued)["conflict"].to_list()


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
