"""What the importer for Croydon and the other boroughs of South West London reads."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from placebench_croydon import IMPORTER

from placebench.importer import Importer
from placebench.model import FACT_TABLES

CODES = {
    "South West London": ("QWE", "E54000031"),
    "NHS South West London ICB": ("QWE", "E54000031"),
    "Croydon Health Services NHS Trust": ("RJ6", None),
    "South London and Maudsley NHS Foundation Trust": ("RV5", None),
    "Croydon Council": ("721", "E09000008"),
}
FOOTPRINTS = {
    "south-west-london/croydon": ("E09000008",),
    "south-west-london/kingston": (),
    "south-west-london/merton": (),
    "south-west-london/richmond": (),
    "south-west-london/sutton": (),
    "south-west-london/wandsworth": (),
}
EXAMPLES = {
    "croydon-alliance-web-page.html": {
        "events",
        "governance",
        "memberships",
        "outcomes",
        "places",
        "priorities",
    },
    "place-governance-article.html": {"governance", "memberships", "places", "roles"},
}


def test_is_found_among_the_plugins(importers: Mapping[str, Importer]) -> None:
    assert importers["croydon"] == IMPORTER


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
    assert {row["place_id"] for row in rows} <= {"south-west-london/croydon", None}
    own = {row["fact_id"] for row in rows}
    sections = {quote["section"] for quote in read_documents.quotes(article) if quote["fact_id"] in own}
    assert all("Croydon" in section for section in sections)
