from __future__ import annotations

import datetime as dt

import attrs
import polars as pl
import pytest

from placebench import benchmark
from placebench.benchmark.study import Study, run_study
from placebench.benchmark.study.selection import Selection, chosen
from placebench.errors import UsageError
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


def rows(tables, table="governance"):
    return int(tables.frame(table).select(pl.len()).collect().item())


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
    ("choices", "facts"),
    [
        ({}, 4),
        ({"places": ("north/alder",)}, 2),  # its own, and that on each place of its system
        ({"places": ("south/dale",)}, 1),
        ({"systems": ("south",)}, 1),
        ({"systems": ("south",), "places": ("north/alder",)}, 3),
        ({"basis": ("stated",)}, 3),
        ({"since": dt.date(2022, 1, 1)}, 3),  # what has no date is in no window
        ({"until": dt.date(2022, 4, 30)}, 0),
        ({"places": ("north/birch",), "basis": ("stated",)}, 1),
    ],
)
def test_only_rows_that_fit_every_choice_stay(dataset, choices, facts):
    tables, _ = chosen(dataset, Study(**choices))
    assert rows(tables) == facts


def test_a_claim_on_other_places_goes_and_one_on_all_stays(dataset):
    claims = Selection(dataset, places=("north/alder",)).frame("claims").collect()
    assert claims["places"].to_list() == [["north/alder"], []]


def test_a_source_outside_the_window_was_not_read_for_the_study(dataset):
    after, _ = chosen(dataset, Study(since=dt.date(2023, 1, 1)))
    assert rows(after, "claims") == 0
    assert rows(after, "sources") == 0


def test_what_is_left_out_is_said(dataset):
    _, notes = chosen(dataset, Study(places=("north/alder",), since=dt.date(2022, 1, 1)))
    assert notes == ("Left out of the study: 1 fact on other places.",)


def test_documents_that_are_dated_too_roughly_for_the_study_are_said(tables, places):
    year = attrs.evolve(FACT, as_of_precision="year")
    dataset = tables(*places, attrs.evolve(SOURCE, published_precision="year"), year)
    study = Study(methods=("coverage",), since=dt.date(2022, 4, 1))
    run = run_study(dataset, study)
    said = (
        "1 fact has no date, or one that is known too roughly for the dates of the study (a year or month "
        "that these cut), and is left out; 1 document is thereby not in the study at all."
    )
    assert run.notes == (said,)
    assert set(run.notes) <= set(run["coverage"].notes)


def test_a_comparison_reads_a_selection_like_a_dataset(dataset):
    tables, _ = chosen(dataset, Study(places=("north/alder", "north/cedar")))
    found = benchmark.governance(tables)
    assert set(found.frame["place_id"]) == {"north/alder", "north/cedar"}
    assert found.denominators["places_of_systems"] == 2


@pytest.mark.parametrize(
    ("choices", "words"),
    [
        ({"places": ("north/aldr",)}, "did you mean north/alder"),
        ({"systems": ("nort",)}, "did you mean north"),
    ],
)
def test_an_unknown_place_or_system_is_named_with_the_nearest(dataset, choices, words):
    with pytest.raises(UsageError) as error:
        chosen(dataset, Study(title="My study", **choices))
    assert error.value.where == "My study"
    assert error.value.hint.startswith(words)
