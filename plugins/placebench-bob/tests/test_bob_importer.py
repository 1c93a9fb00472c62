"""What the importer for Buckinghamshire, Oxfordshire and Berkshire West reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import pytest
from placebench_bob import IMPORTER

from placebench.importer import Importer

CODES = {
    "Buckinghamshire, Oxfordshire and Berkshire West": ("QU9", "E54000044"),
    "NHS Buckinghamshire Oxfordshire and Berkshire West ICB": ("QU9", "E54000044"),
    "Buckinghamshire Healthcare NHS Trust": ("RXQ", None),
    "Oxford University Hospitals NHS Foundation Trust": ("RTH", None),
    "Oxford Health NHS Foundation Trust": ("RNU", None),
    "Royal Berkshire NHS Foundation Trust": ("RHW", None),
    "Berkshire Healthcare NHS Foundation Trust": ("RWX", None),
    "South Central Ambulance Service NHS Foundation Trust": ("RYE", None),
    "Oxfordshire County Council": ("608", "E10000025"),
    "Buckinghamshire Council": (None, "E06000060"),
    "West Berkshire Council": ("615", "E06000037"),
    "Reading Borough Council": ("616", "E06000038"),
    "Wokingham Borough Council": ("619", "E06000041"),
}
FOOTPRINTS = {
    "bob/buckinghamshire": ("E06000060",),
    "bob/oxfordshire": ("E10000025",),
    "bob/berkshire-west": ("E06000037", "E06000038", "E06000041"),
}
EXAMPLES = {
    "bob-board-paper-illustrative.txt": {
        "criteria",
        "delegations",
        "footprints",
        "frameworks",
        "governance",
        "milestones",
        "outcomes",
        "places",
        "priorities",
        "recommendations",
        "remits",
        "stages",
        "themes",
    },
    "bob-case-study.txt": {"delegations", "governance", "places", "priorities"},
    "oxfordshire-scrutiny-minutes.html": {
        "delegations",
        "exercises",
        "governance",
        "places",
        "priorities",
        "recommendations",
    },
}


def test_is_found_among_the_plugins(importers: Mapping[str, Importer]) -> None:
    assert importers["bob"] == IMPORTER


def test_codes_are_those_of_the_registers(codes_of: Callable[..., Any]) -> None:
    assert codes_of(IMPORTER) == CODES
    assert {place.place_id: place.footprint for place in IMPORTER.places} == FOOTPRINTS


def test_its_own_examples_are_read_and_the_others_refused(read_examples: Any) -> None:
    assert read_examples.paths(IMPORTER) == set(EXAMPLES)


@pytest.mark.parametrize(("path", "tables"), EXAMPLES.items())
def test_tables_that_an_example_fills(read_examples: Any, path: str, tables: set[str]) -> None:
    assert tables <= read_examples.tables(IMPORTER, path)


def test_board_paper(read_documents: Any) -> None:
    paper = partial(read_documents.rows, IMPORTER, "bob-board-paper-2023-03.txt")
    assert [len(paper(table)) for table in ("frameworks", "themes", "stages")] == [1, 10, 4]
    remits = [(row["grouping"], row["level"]) for row in paper("remits")]
    assert Counter(remits) == {
        ("service", "system"): 12,
        ("service", "place"): 12,
        ("enabler", "system"): 7,
        ("enabler", "place"): 7,
    }
    assert Counter(row["place_id"] for row in paper("priorities")) == {
        "bob/buckinghamshire": 6,
        "bob/oxfordshire": 4,
        "bob/berkshire-west": 10,
    }
    assert [row["reason"] for row in paper("gaps")] == ["boundary_lost"]


def test_minutes(read_documents: Any) -> None:
    minutes = partial(read_documents.rows, IMPORTER, "oxfordshire-scrutiny-minutes.txt")
    assert [row["action"] for row in minutes("recommendations")].count("recommend") == 4
    assert len(minutes("memberships")) >= 7
    assert {row["place_id"] for row in minutes("memberships")} == {"bob/oxfordshire"}


def test_case_study(read_documents: Any) -> None:
    study = partial(read_documents.rows, IMPORTER, "lips-case-study-bob.txt")
    assert len(study("places")) == 3
    assert "bob/oxfordshire" in {row["place_id"] for row in study("priorities")}
