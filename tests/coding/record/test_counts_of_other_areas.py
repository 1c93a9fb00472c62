"""Counts of areas that are not the system's places, and figures of no people."""

from __future__ import annotations

import pytest

from tests.coding.conftest import Code


@pytest.mark.parametrize(
    "text",
    [
        "Leaders discuss one team across two boroughs in North.",
        "The trust works with its partners, our two boroughs and the wider region.",
        "There is a profile for each of the 14 localities we have looked at.",
        "North is divided into four integrated care partnerships: Hill, Dale, Fen and Alpha.",
    ],
)
def test_counts_of_other_areas_are_no_places(code: Code, text: str) -> None:
    assert not [row for row in code(text, "footprints") if row.level == "place"]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("North has five boroughs, each with its own partnership.", 5),
        ("More than a million people live in the eight boroughs of which North is made.", 8),
        ("At place level we have two integrated care partnerships.", 2),
    ],
)
def test_counts_of_the_systems_own_are_though_the_profile_has_others(
    code: Code, text: str, count: int
) -> None:
    counts = [row.count for row in code(text, "footprints") if row.level == "place"]  # type: ignore[attr-defined]
    assert counts == [count]


@pytest.mark.parametrize(
    "text",
    [
        "Alpha expects GP appointments to go up for its people from 340,000 to 400,000 a year.",
        "The last 12 areas, serving 15.2 million people, will become integrated care systems.",
        "People made between 200,000 and 300,000 calls per month in Alpha.",
    ],
)
def test_figures_of_no_people_or_of_many_systems_are_no_populations(code: Code, text: str) -> None:
    assert not code(text, "footprints")


def test_sizes_of_parts_are_those_of_the_parts(code: Code) -> None:
    text = "There are 12 LAPs in total across the county, areas with population sizes from 30,000 to 50,000."
    (row,) = code(text, "footprints")
    assert (row.level, row.count, row.population_max) == ("locality", 12, 50_000)  # type: ignore[attr-defined]
