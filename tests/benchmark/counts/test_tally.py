from __future__ import annotations

import datetime as dt
from itertools import product

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from placebench.benchmark.counts.standing import standings
from placebench.benchmark.counts.tally import tally

PLACES = [f"north/p{n}" for n in range(5)]
VALUES = ["joint", "informal", "alliance"]
STATUSES = ["in_place", "planned", "absent"]
NO_ANSWERS = st.dictionaries(
    st.sampled_from(PLACES), st.tuples(st.sampled_from(VALUES), st.sampled_from(STATUSES))
)
SCHEMA = {
    "place_id": pl.String,
    "item": pl.String,
    "value": pl.String,
    "status": pl.String,
    "basis": pl.String,
    "applies_to": pl.String,
    "as_of_first": pl.Date,
    "as_of_last": pl.Date,
    "latest_from": pl.Date,
    "latest_until": pl.Date,
    "sources": pl.List(pl.String),
    "fact_ids": pl.List(pl.String),
    "undecided": pl.Boolean,
}


def answer(place, value, status="in_place", year=2022, source="s1", *, conflict=False, of="place", last=None):
    day = dt.date(year, 1, 1)
    fact = f"{place}/{value}/{status}/{year}"
    days = (day, day, day, last or day)
    return (place, "form", value, status, "stated", of, *days, [source], [fact], conflict)


def counted(rows, *, exclusive, places=PLACES, read=True):
    answers = pl.DataFrame(rows, schema=SCHEMA, orient="row")
    asked = pl.DataFrame({"place_id": places}).select(
        "place_id", pl.lit("form").alias("item"), pl.lit(read).alias("read")
    )
    return tally(standings(answers, exclusive=exclusive), asked, exclusive=exclusive)


def row(frame, value, status):
    return frame.filter(pl.col("value").eq_missing(pl.lit(value)), pl.col("status") == status).row(
        0, named=True
    )


def test_places_of_which_only_a_statement_on_each_place_speaks_are_told_apart():
    frame = counted(
        [
            answer(PLACES[0], "joint", of="each_place"),
            answer(PLACES[1], "joint", of="each_place"),
            answer(PLACES[1], "joint"),
            answer(PLACES[2], "joint"),
        ],
        exclusive=False,
    )
    joint = row(frame, "joint", "in_place")
    assert (joint["places"], joint["places_said_of_each"]) == (3, 1)
    assert joint["share_of_all_low"] is not None


def test_one_statement_on_each_place_of_a_system_is_no_sample():
    frame = counted([answer(place, "joint", of="each_place") for place in PLACES[:3]], exclusive=False)
    joint = row(frame, "joint", "in_place")
    assert (joint["share_of_all"], joint["share_of_stated"]) == (pytest.approx(0.6), 1)
    assert [joint[f"share_of_{of}_{end}"] for of in ("all", "stated") for end in ("low", "high")] == [
        None
    ] * 4


def test_both_denominators_intervals_and_bounds():
    frame = counted([answer(PLACES[0], "joint"), answer(PLACES[1], "informal")], exclusive=True)
    joint = row(frame, "joint", "in_place")
    assert (joint["places"], joint["of_all"], joint["of_stated"], joint["undecided"]) == (1, 5, 2, 3)
    assert (joint["share_of_all"], joint["share_of_stated"]) == (0.2, 0.5)
    assert joint["share_of_all_low"] < 0.2 < joint["share_of_all_high"]
    assert (joint["share_at_least"], joint["share_at_most"]) == (0.2, 0.8)
    assert joint["fact_ids"] == ["north/p0/joint/in_place/2022"]
    assert row(frame, None, "not_stated")["places"] == 3


def test_where_several_can_hold_one_form_denies_no_other():
    frame = counted([answer(PLACES[0], "joint"), answer(PLACES[1], "informal")], exclusive=False)
    assert row(frame, "joint", "in_place")["share_at_most"] == 1.0


def test_who_denies_all_of_it_is_open_on_nothing():
    frame = counted([answer(PLACES[0], "joint"), answer(PLACES[1], None, "absent")], exclusive=False)
    assert row(frame, "joint", "in_place")["undecided"] == 3


def test_a_place_that_was_not_read_has_no_source():
    assert row(counted([], exclusive=False, read=False), None, "no_source")["places"] == 5


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ([("option", 2023), ("in_place", 2021)], "in_place"),
        ([("planned", 2021), ("in_place", 2023)], "in_place"),
        ([("in_place", 2021), ("ended", 2023)], "ended"),
        ([("planned", 2022), ("in_place", 2022)], "in_place"),
        ([("option", 2021), ("expected", 2021)], "expected"),
    ],
)
def test_a_place_is_counted_once_for_an_answer(said, status):
    frame = counted([answer(PLACES[0], "joint", s, year) for s, year in said], exclusive=False)
    assert frame.filter(pl.col("value") == "joint").select("status", "places").rows() == [(status, 1)]


def test_what_dates_leave_open_counts_as_the_furthest_and_what_they_order_as_the_latest():
    in_the_year = answer(PLACES[0], "joint", "in_place", 2023, last=dt.date(2023, 12, 31))
    on_a_day = answer(PLACES[0], "joint", "planned", 2023)
    earlier = answer(PLACES[1], "joint", "in_place", 2021)
    later = answer(PLACES[1], "joint", "absent", 2023, source="s2")
    frame = counted([on_a_day, in_the_year, earlier, later], exclusive=False, places=PLACES[:2])
    assert frame.select("status", "place_ids").rows() == [("absent", [PLACES[1]]), ("in_place", [PLACES[0]])]


def test_a_conflict_is_a_category_of_its_own_and_open_on_either_answer():
    said = [
        answer(PLACES[0], "joint", conflict=True),
        answer(PLACES[0], "joint", "absent", source="s2", conflict=True),
        answer(PLACES[1], "joint"),
    ]
    frame = counted(said, exclusive=False, places=PLACES[:2])
    assert frame.select("status", "places").rows() == [("conflict", 1), ("in_place", 1)]
    assert len(row(frame, "joint", "conflict")["fact_ids"]) == 2
    assert row(frame, "joint", "in_place")["share_at_most"] == 1.0


def test_values_said_together_are_one_joint_value_where_one_can_hold():
    frame = counted([answer(PLACES[0], "joint"), answer(PLACES[0], "alliance")], exclusive=True)
    assert frame["value"].drop_nulls().to_list() == ["alliance + joint"]


@given(NO_ANSWERS, st.permutations(PLACES), st.booleans())
def test_the_order_of_places_changes_nothing(said, order, exclusive):
    rows = [answer(place, *given_answer) for place, given_answer in said.items()]
    shuffled = [answer(place, *said[place]) for place in order if place in said]
    one = counted(rows, exclusive=exclusive)
    assert one.equals(counted(shuffled, exclusive=exclusive, places=list(order)))


@given(NO_ANSWERS, st.booleans())
def test_bounds_hold_the_share_of_every_completion(said, exclusive):
    frame = counted([answer(place, *one) for place, one in said.items()], exclusive=exclusive)
    silent = [place for place in PLACES if place not in said][:1]
    shares = {(r["value"], r["status"]): r for r in frame.iter_rows(named=True) if r["fact_ids"]}
    for filling in product([None, *product(VALUES, STATUSES)], repeat=len(silent)):
        whole = said | {place: one for place, one in zip(silent, filling, strict=True) if one}
        for one, bounds in shares.items():
            share = sum(answered == one for answered in whole.values()) / len(PLACES)
            assert bounds["share_at_least"] - 1e-12 <= share <= bounds["share_at_most"] + 1e-12


@given(NO_ANSWERS)
def test_where_one_can_hold_every_place_is_in_one_row(said):
    frame = counted([answer(place, *one) for place, one in said.items()], exclusive=True)
    assert frame["places"].sum() == len(PLACES)
