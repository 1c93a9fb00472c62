"""Table Schema and Data Package: fields, constraints, keys, and references that resolve."""

from __future__ import annotations

import re
from typing import Any

import pytest

from placebench.model import TABLES, Row, columns_of, table_of
from placebench.schema import SCHEMA_VERSION
from placebench.schema.data_package import data_package, template
from placebench.schema.table_schema import table_schema


def field(table: str, name: str) -> dict[str, Any]:
    return next(item for item in table_schema(TABLES[table])["fields"] if item["name"] == name)


@pytest.mark.parametrize("kind", TABLES.values(), ids=table_of)
def test_fields_are_the_columns_in_their_order(kind: type[Row]) -> None:
    names = [item["name"] for item in table_schema(kind)["fields"]]
    assert names == [column.name for column in columns_of(kind)]


@pytest.mark.parametrize(
    ("table", "name", "kind", "constraints"),
    [
        ("systems", "name", "string", {"required": True}),
        ("outcomes", "value", "number", {"required": True}),
        ("outcomes", "baseline", "number", None),
        ("claims", "won", "boolean", {"required": True}),
        ("events", "date", "date", None),
        ("sources", "source_id", "string", {"required": True, "pattern": "[0-9a-f]{16}"}),
        ("remits", "level", "string", {"required": True, "enum": ["system", "place"]}),
        ("priorities", "topics", "list", {"required": True}),
    ],
)
def test_a_field_has_type_and_constraints(
    table: str, name: str, kind: str, constraints: dict[str, Any] | None
) -> None:
    assert field(table, name)["type"] == kind
    assert field(table, name).get("constraints") == constraints


def test_codes_are_categories_with_their_meaning() -> None:
    coded = field("remits", "level")
    assert [item["value"] for item in coded["categories"]] == coded["constraints"]["enum"]
    sectors = field("memberships", "sectors")["itemCategories"]
    assert {"value": "acute", "label": "Hospital trusts."} in sectors


@pytest.mark.parametrize("kind", TABLES.values(), ids=table_of)
def test_patterns_have_no_group_that_xml_schema_does_not_know(kind: type[Row]) -> None:
    for item in table_schema(kind)["fields"]:
        pattern = item.get("constraints", {}).get("pattern", "")
        assert "(?" not in pattern
        assert re.compile(pattern)


@pytest.mark.parametrize("kind", TABLES.values(), ids=table_of)
def test_foreign_keys_point_to_the_primary_key_of_a_table(kind: type[Row]) -> None:
    for key in table_schema(kind).get("foreignKeys", []):
        reference = key["reference"]
        assert reference["fields"] == table_schema(TABLES[reference["resource"]])["primaryKey"]


def test_a_table_without_identifier_has_no_primary_key() -> None:
    assert "primaryKey" not in table_schema(TABLES["rejections"])


def test_the_template_has_one_resource_a_table() -> None:
    package = template()
    assert [resource["name"] for resource in package["resources"]] == list(TABLES)
    assert package["placebench"] == {"schema_version": SCHEMA_VERSION}


def test_a_resource_says_what_its_file_is() -> None:
    file = {"path": "data/x.parquet", "bytes": 3, "hash": "sha256:00"}
    (resource,) = data_package({"systems": file}, {"dataset_id": "ab"})["resources"]
    assert resource.items() >= {**file, "name": "systems", "format": "parquet", "type": "table"}.items()
    assert resource["schema"] == table_schema(TABLES["systems"])
