from __future__ import annotations

import datetime as dt

import attrs
import polars as pl
import pytest

from placebench import benchmark
from placebench.benchmark.study.selection import Selection
from placebench.model import Governance, Source

SOURCE = Source(
    source_id="a" * 16, sha256="a" * 64, media_type="text/plain", characters=9, path="a.txt",
    published=dt.date(2022, 5, 1), published_precision="day",
)  # fmt: skip
FACT = Governance(
    system_id="north",
    place_id="north/alder",
    applies_to="place",
    status="in_place",
    feature="pooled_budget",
    body_kind="partnership",
    as_of=dt.date(2022, 5, 1),
    as_of_precision="day",
    source_id="a" * 16,
)


def chosen(selection: Selection, table: str = "governance") -> int:
    return int(selection.frame(table).select(pl.len()).collect().item())


@pytest.fixture
def dataset(tables, places, read):
    return tables(
        *places,
        SOURCE,
        FACT,
        attrs.evolve(FACT, place_id="north/birch", basis="derived"),
        attrs.evolve(FACT, place_id=None, applies_to="each_place", feature="shared_plan"),
        attrs.evolve(FACT, place_id="south/dale", system_id="south", as_of=None, as_of_precision=None),
        read("a" * 16, "governance", "north/alder", "north/birch"),
        read("a" * 16, "delegations"),
        read("b" * 16, "governance", "south/dale"),
    )


@pytest.mark.parametrize(
    ("choice", "facts"),
    [
        ({}, 4),
        ({"places": ("north/alder",)}, 2),  # its own, and that on each place of its system
        ({"places": ("south/dale",)}, 1),
        ({"basis": ("stated",)}, 3),
        ({"since": dt.date(2022, 1, 1)}, 3),  # what has no date is in no window
        ({"until": dt.date(2022, 4, 30)}, 0),
        ({"places": ("north/birch",), "basis": ("stated",)}, 1),
    ],
)
def test_only_rows_that_fit_every_choice_stay(dataset, choice, facts):
    assert chosen(Selection(dataset, **choice)) == facts


def test_a_year_is_in_a_window_that_meets_some_day_of_it(tables):
    fact = attrs.evolve(FACT, as_of=dt.date(2021, 1, 1), as_of_precision="year")
    window = {"since": dt.date(2021, 10, 1), "until": dt.date(2021, 12, 31)}
    assert chosen(Selection(tables(fact), **window)) == 1
    assert chosen(Selection(tables(attrs.evolve(fact, as_of_precision="day")), **window)) == 0


def test_a_claim_on_other_places_goes_and_one_on_all_stays(dataset):
    claims = Selection(dataset, places=("north/alder",)).frame("claims").collect()
    assert claims["places"].to_list() == [["north/alder"], []]


def test_a_source_outside_the_window_was_not_read_for_the_study(dataset):
    after = Selection(dataset, since=dt.date(2023, 1, 1))
    assert chosen(after, "claims") == 0
    assert chosen(after, "sources") == 0


def test_what_is_left_out_is_said(dataset):
    notes = tuple(Selection(dataset, places=("north/alder",), since=dt.date(2022, 1, 1)).notes())
    assert notes == (
        "Left out of the study: 2 facts on other places.",
        "Left out of the study: 1 fact of no known date.",
    )


def test_a_comparison_reads_a_selection_like_a_dataset(dataset):
    found = benchmark.governance(Selection(dataset, places=("north/alder", "north/cedar")))
    assert set(found.frame["place_id"]) == {"north/alder", "north/cedar"}
    assert found.denominators["places_of_systems"] == 2
