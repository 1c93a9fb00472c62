from __future__ import annotations

import datetime as dt

import polars as pl
import pytest

from placebench.benchmark.scope import at_places, scope_of, with_text_codes
from placebench.model import Governance, Place, Priority


def test_places_are_those_that_a_source_was_read_for_or_speaks_of(tables, places, read):
    stated = Priority(
        system_id="south",
        place_id="south/dale",
        source_id="s2",
        label="Falls",
        topics=("frailty",),
        position=1,
    )
    scope = scope_of(tables(*places, stated, read("s1", "governance", "north/alder")))
    assert scope.places["place_id"].to_list() == ["north/alder", "south/dale"]
    assert scope.places["place"].to_list() == ["Alder", "Dale"]
    assert scope.places_of_systems == 4


def test_a_source_counts_once_for_a_place_however_many_parts_were_read(tables, places, read):
    scope = scope_of(
        tables(
            *places,
            read("s1", "governance", "north/alder"),
            read("s1", "governance", "north/alder", "north/birch"),
        )
    )
    assert scope.reads_of("governance").sort("place_id").rows() == [("north/alder", 1), ("north/birch", 1)]
    assert scope.sources_of("governance") == 1
    assert scope.sources_of("priorities") == 0


def test_a_claim_without_places_is_on_every_place_of_the_system_that_its_rows_speak_of(tables, places, read):
    system = Governance(system_id="north", source_id="s1", feature="board", body_kind="system")
    scope = scope_of(tables(*places, system, read("s1", "governance")))
    assert scope.places["place_id"].to_list() == ["north/alder", "north/birch", "north/cedar"]
    assert scope.sources_of("governance") == 1


@pytest.mark.parametrize(
    ("won", "outcome"), [(False, "lost"), (False, "tied"), (False, "failed"), (True, "failed")]
)
def test_a_claim_that_was_not_read_counts_for_nothing(tables, places, read, won, outcome):
    scope = scope_of(tables(*places, read("s1", "governance", "north/alder", won=won, outcome=outcome)))
    assert scope.places.is_empty()
    assert scope.reads.is_empty()


def test_a_place_missing_from_the_places_table_goes_by_its_identifier(tables):
    stated = Governance(system_id="west", place_id="west/elm", source_id="s1", feature="board")
    scope = scope_of(tables(stated))
    assert scope.places.rows() == [("west/elm", "west", "west/elm")]
    assert scope.places_of_systems == 1


def test_a_row_on_each_place_is_repeated_for_every_place_of_its_system(tables, places):
    everywhere = Governance(system_id="north", applies_to="each_place", source_id="s1", feature="board")
    rows = at_places(tables(*places, everywhere), "governance").collect()
    assert rows["place_id"].sort().to_list() == ["north/alder", "north/birch", "north/cedar"]
    assert rows["fact_id"].n_unique() == 1


@pytest.mark.parametrize(
    ("as_of", "precision", "expected"),
    [
        (dt.date(2021, 3, 1), "day", ["north/old"]),
        (dt.date(2022, 7, 26), "day", ["north/old"]),
        (dt.date(2022, 7, 27), "day", ["north/new"]),
        (dt.date(2022, 7, 1), "month", ["north/new", "north/old"]),
        (dt.date(2022, 1, 1), "year", ["north/new", "north/old"]),
        (dt.date(2023, 1, 1), "year", ["north/new"]),
        (None, None, ["north/new", "north/old"]),
    ],
)
def test_it_is_repeated_only_for_places_that_existed_then(tables, as_of, precision, expected):
    everywhere = Governance(
        system_id="north",
        applies_to="each_place",
        source_id="s1",
        feature="board",
        as_of=as_of,
        as_of_precision=precision,
    )
    old = Place(place_id="north/old", system_id="north", name="Old", valid_to=dt.date(2022, 7, 26))
    new = Place(place_id="north/new", system_id="north", name="New", valid_from=dt.date(2022, 7, 27))
    rows = at_places(tables(old, new, everywhere), "governance").collect()
    assert rows["place_id"].sort().to_list() == expected


@pytest.mark.parametrize("body_kind", ["partner", "system", "subgroup", "cross_place_group", "collaborative"])
def test_rows_on_other_bodies_are_left_out(tables, places, body_kind):
    other = Governance(
        system_id="north", place_id="north/alder", source_id="s1", feature="board", body_kind=body_kind
    )
    assert at_places(tables(*places, other), "governance").collect().is_empty()


def test_rows_on_a_system_are_left_out(tables, places):
    system = Governance(system_id="north", source_id="s1", feature="board")
    assert at_places(tables(*places, system), "governance").collect().is_empty()


def test_coded_columns_become_text():
    frame = pl.LazyFrame(
        {"code": ["a"], "other": ["b"]}, schema={"code": pl.Categorical, "other": pl.Enum(["b"])}
    )
    assert with_text_codes(frame).collect_schema().dtypes() == [pl.String, pl.String]
