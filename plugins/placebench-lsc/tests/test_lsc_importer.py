"""What the importer for Lancashire and South Cumbria reads."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from placebench_lsc import IMPORTER

from placebench.testing import ImporterSuite

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
TABLES = {
    "lsc-place-based-partnerships.html": {"commitments", "footprints", "governance", "places", "roles"},
}


class TestImporter(ImporterSuite):
    plugin = "placebench_lsc"
    documents = Path(__file__).parents[3] / "examples" / "documents"
    golden = Path(__file__).parent / "golden"
    tables = TABLES
    codes = CODES
    footprints = FOOTPRINTS


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
