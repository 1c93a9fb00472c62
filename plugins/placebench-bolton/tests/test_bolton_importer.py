"""What the importer for Bolton and the other localities of Greater Manchester reads."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from placebench_bolton import IMPORTER

from placebench.importer import Importer
from placebench.model import FACT_TABLES

CODES = {
    "Greater Manchester": ("QOP", "E54000057"),
    "NHS Greater Manchester ICB": ("QOP", "E54000057"),
    "Bolton NHS Foundation Trust": ("RMC", None),
    "Greater Manchester Mental Health NHS Foundation Trust": ("RXV", None),
    "North West Ambulance Service NHS Trust": ("RX7", None),
    "Bolton Council": ("304", "E08000001"),
    "Bury Council": ("305", "E08000002"),
}
FOOTPRINTS = {
    "greater-manchester/bolton": ("E08000001",),
    "greater-manchester/bury": ("E08000002",),
    "greater-manchester/heywood-middleton-and-rochdale": (),
    "greater-manchester/manchester": (),
    "greater-manchester/oldham": (),
    "greater-manchester/salford": (),
    "greater-manchester/stockport": (),
    "greater-manchester/tameside": (),
    "greater-manchester/trafford": (),
    "greater-manchester/wigan": (),
}
EXAMPLES = {
    "bolton-locality-board-terms-of-reference.html": {"governance", "memberships", "places", "priorities"},
    "place-governance-article.html": {"governance", "memberships", "places"},
}


def test_is_found_among_the_plugins(importers: Mapping[str, Importer]) -> None:
    assert importers["bolton"] == IMPORTER


def test_codes_are_those_of_the_registers(codes_of: Callable[..., Any]) -> None:
    assert codes_of(IMPORTER) == CODES
    assert {place.place_id: place.footprint for place in IMPORTER.places} == FOOTPRINTS


def test_its_own_examples_are_read_and_the_others_refused(read_examples: Any) -> None:
    assert read_examples.paths(IMPORTER) == set(EXAMPLES)


@pytest.mark.parametrize(("path", "tables"), EXAMPLES.items())
def test_tables_that_an_example_fills(read_examples: Any, path: str, tables: set[str]) -> None:
    assert tables <= read_examples.tables(IMPORTER, path)


def test_article_gives_its_own_section_only(read_documents: Any) -> None:
    article = "nhs-providers-place-governance.txt"
    assert {"governance", "memberships", "places"} <= read_documents.tables(IMPORTER, article)
    rows = [row for table in FACT_TABLES for row in read_documents.rows(IMPORTER, article, table)]
    assert {row["place_id"] for row in rows} <= {"greater-manchester/bolton", None}
    own = {row["fact_id"] for row in rows}
    sections = {quote["section"] for quote in read_documents.quotes(article) if quote["fact_id"] in own}
    assert all("Bolton" in section for section in sections)
