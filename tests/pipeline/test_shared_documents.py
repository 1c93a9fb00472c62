"""Documents that several systems' importers are asked about at once."""

from __future__ import annotations

from typing import Any

import pytest

from placebench.model import FACT_TABLES

ARTICLE = "nhs-providers-place-governance.txt"


def test_every_example_is_read_and_no_two_importers_tie(read_examples: Any) -> None:
    assert {
        report.path: report.outcome for report in read_examples.run.reports if report.outcome != "ok"
    } == {}


@pytest.mark.parametrize(
    ("name", "place", "heading"),
    [
        ("black-country", "black-country/dudley", "Dudley"),
        ("bolton", "greater-manchester/bolton", "Bolton"),
        ("croydon", "south-west-london/croydon", "Croydon"),
    ],
)
def test_an_article_gives_each_system_its_own_section(
    name: str, place: str, heading: str, importers: Any, read_documents: Any
) -> None:
    importer = importers[name]
    assert {"governance", "memberships", "places"} <= read_documents.tables(importer, ARTICLE)
    rows = [row for table in FACT_TABLES for row in read_documents.rows(importer, ARTICLE, table)]
    assert {row["place_id"] for row in rows} <= {place, None}
    own = {row["fact_id"] for row in rows}
    sections = {quote["section"] for quote in read_documents.quotes(ARTICLE) if quote["fact_id"] in own}
    assert all(heading in section for section in sections)
