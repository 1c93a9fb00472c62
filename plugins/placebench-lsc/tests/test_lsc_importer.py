"""What the importer for Lancashire and South Cumbria reads."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from placebench_lsc import IMPORTER

from placebench.importer import Importer

CODES = {
    "Lancashire and South Cumbria": ("QE1", "E54000048"),
    "NHS Lancashire and South Cumbria ICB": ("QE1", "E54000048"),
    "Lancashire and South Cumbria NHS Foundation Trust": ("RW5", None),
    "Lancashire Teaching Hospitals NHS Foundation Trust": ("RXN", None),
    "Blackpool Teaching Hospitals NHS Foundation Trust": ("RXL", None),
    "University Hospitals of Morecambe Bay NHS Foundation Trust": ("RTX", None),
    "East Lancashire Hospitals NHS Trust": ("RXR", None),
    "North West Ambulance Service NHS Trust": ("RX7", None),
    "Lancashire County Council": ("323", "E10000017"),
    "Blackburn with Darwen Council": ("324", "E06000008"),
    "Blackpool Council": ("325", "E06000009"),
    "Westmorland and Furness Council": (None, "E06000064"),
}
FOOTPRINTS = {
    "lsc/central-lancashire": (),
    "lsc/fylde-coast": (),
    "lsc/morecambe-bay": (),
    "lsc/pennine-lancashire": (),
    "lsc/west-lancashire": (),
    "lsc/blackburn-with-darwen": ("E06000008",),
    "lsc/blackpool": ("E06000009",),
    "lsc/lancashire": ("E10000017",),
    "lsc/south-cumbria": (),
}
EXAMPLES = {
    "lsc-place-based-partnerships.html": {"commitments", "footprints", "governance", "places", "roles"},
}


def test_is_found_among_the_plugins(importers: Mapping[str, Importer]) -> None:
    assert importers["lsc"] == IMPORTER


def test_codes_are_those_of_the_registers(codes_of: Callable[..., Any]) -> None:
    assert codes_of(IMPORTER) == CODES
    assert {place.place_id: place.footprint for place in IMPORTER.places} == FOOTPRINTS


def test_its_own_examples_are_read_and_the_others_refused(read_examples: Any) -> None:
    assert read_examples.paths(IMPORTER) == set(EXAMPLES)


@pytest.mark.parametrize(("path", "tables"), EXAMPLES.items())
def test_tables_that_an_example_fills(read_examples: Any, path: str, tables: set[str]) -> None:
    assert tables <= read_examples.tables(IMPORTER, path)


def test_guide(read_documents: Any) -> None:
    (path,) = read_documents.paths(IMPORTER)
    assert len(read_documents.rows(IMPORTER, path, "commitments")) == 95
    assert {row["place_id"] for row in read_documents.rows(IMPORTER, path, "places")} == {
        "lsc/central-lancashire",
        "lsc/fylde-coast",
        "lsc/morecambe-bay",
        "lsc/pennine-lancashire",
        "lsc/west-lancashire",
    }
