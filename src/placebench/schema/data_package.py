"""Data Package v2: the descriptor of a dataset, one resource a table."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from typing import Any

from placebench.model import TABLES
from placebench.schema.table_schema import table_schema
from placebench.schema.version import SCHEMA_VERSION

TITLE = "Place-based partnerships: governance, delegation, priorities and maturity"
DESCRIPTION = "Every fact is a row with the quotes that say it; a silent source gives no row."


def data_package(files: Mapping[str, Mapping[str, Any]], about: Mapping[str, Any]) -> dict[str, Any]:
    """Return the descriptor of a dataset.

    Args:
        files: What to say of each table's file: `path`, `bytes` and `hash`.
        about: What to say of the dataset, under `placebench`, beside the schema version.
    """
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "placebench",
        "title": TITLE,
        "description": DESCRIPTION,
        "placebench": {"schema_version": SCHEMA_VERSION, **about},
        "resources": [_resource(table, file) for table, file in files.items()],
    }


def template() -> dict[str, Any]:
    """Return the descriptor of a dataset whose files are not known yet."""
    return data_package({table: {"path": f"data/{table}.parquet"} for table in TABLES}, {})


def _resource(table: str, file: Mapping[str, Any]) -> dict[str, Any]:
    kind = TABLES[table]
    return {
        "name": table,
        "type": "table",
        "description": inspect.getdoc(kind),
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        **file,
        "schema": table_schema(kind),
    }
