"""What the importer for the Black Country reads."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from placebench_black_country import IMPORTER

from placebench.importer import Importer
from placebench.model import FACT_TABLES

CODES = {
    "Black Country": ("QUA", "E54000062"),
    "NHS Black Country ICB": ("QUA", "E54000062"),
    "The Dudley Group NHS Foundation Trust": ("RNA", None),
    "Dudley Integrated Health and Care NHS Trust": ("RYK", None),
    "Black Country Healthcare NHS Foundation Trust": ("TAJ", None),
    "Sandwell and West Birmingham Hospitals NHS Trust": ("RXK", None),
    "Walsall Healthcare NHS Trust": ("RBK", None),
    "The Royal Wolverhampton NHS Trust": ("RL4", None),
    "West Midlands Ambulance Service University NHS Foundation Trust": ("RYA", None),
    "Dudley Metropolitan Borough Council": ("408", "E08000027"),
    "Sandwell Metropolitan Borough Council": ("409", "E08000028"),
    "Walsall Metropolitan Borough Council": ("411", "E08000030"),
    "City of Wolverhampton Council": (None, "E08000031"),
}
FOOTPRINTS = {
    "black-country/dudley": ("E08000027",),
    "black-country/sandwell": ("E08000028",),
    "black-country/walsall": ("E08000030",),
    "black-country/wolverhampton": ("E08000031",),
}
EXAMPLES = {
    "dudley-partnership-board-minutes.txt": {"governance", "milestones", "places", "priorities", "roles"},
    "place-governance-article.html": {"governance", "memberships", "places", "roles"},
}


def test_is_found_among_the_plugins(importers: Mapping[str, Importer]) -> None:
    assert importers["black-country"] == IMPORTER


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
    assert {row["place_id"] for row in rows} <= {"black-country/dudley", None}
    own = {row["fact_id"] for row in rows}
    sections = {quote["section"] for quote in read_documents.quotes(article) if quote["fact_id"] in own}
    assert all("Dudley" in section for section in sections)
