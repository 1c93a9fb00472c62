"""Which column names a row."""

from __future__ import annotations

import pytest

from placebench.model import FACT_TABLES, TABLES, Row
from placebench.schema import id_column, major


@pytest.mark.parametrize("kind", FACT_TABLES.values(), ids=FACT_TABLES)
def test_a_fact_is_named_by_its_fact_id(kind: type[Row]) -> None:
    assert id_column(kind) == "fact_id"


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("systems", "system_id"),
        ("places", "place_id"),
        ("partnerships", "partnership_id"),
        ("organisations", "organisation_id"),
        ("sources", "source_id"),
        ("frameworks", "framework_id"),
        ("themes", "theme_id"),
        ("stages", "stage_id"),
        ("criteria", "criterion_id"),
        ("evidence", "evidence_id"),
        ("gaps", "gap_id"),
        ("claims", None),
        ("rejections", None),
    ],
)
def test_reference_tables_have_an_identifier_of_their_own(table: str, column: str | None) -> None:
    assert id_column(TABLES[table]) == column


def test_the_major_version_is_what_stands_before_the_first_dot() -> None:
    assert major("12.3.4") == "12"
