"""CSVW: metadata of tables as comma-separated values, as W3C's Tabular Data on the Web describes them."""

from __future__ import annotations

import datetime as dt
import inspect
import re
from typing import Any

from placebench.model import TABLES, Column, Row, columns_of
from placebench.schema.identity import id_column

_TYPES: dict[type, str] = {str: "string", int: "integer", float: "number", bool: "boolean", dt.date: "date"}


def csvw_metadata(title: str, separator: str) -> dict[str, Any]:
    """Return the metadata of a folder with a file `<table>.csv` for every table.

    Args:
        title: What the dataset is called.
        separator: What stands between the items of a list.
    """
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "dc:title": title,
        "dialect": {"header": True, "encoding": "utf-8"},
        "tables": [_table(table, kind, separator) for table, kind in TABLES.items()],
    }


def _table(table: str, kind: type[Row], separator: str) -> dict[str, Any]:
    columns = columns_of(kind)
    schema: dict[str, Any] = {"columns": [_column(column, separator) for column in columns]}
    identity = id_column(kind)
    if identity:
        schema["primaryKey"] = identity
    schema["foreignKeys"] = [
        {
            "columnReference": column.name,
            "reference": {
                "resource": f"{column.reference.table}.csv",
                "columnReference": column.reference.column,
            },
        }
        for column in columns
        # What may be missing is no foreign key to a strict reader of CSVW.
        if column.reference and not column.nullable and not column.many
    ]
    return {"url": f"{table}.csv", "dc:description": inspect.getdoc(kind), "tableSchema": schema}


def _column(column: Column, separator: str) -> dict[str, Any]:
    described: dict[str, Any] = {
        "name": column.name,
        "titles": column.name,
        "dc:description": column.description,
        "datatype": _datatype(column),
    }
    if column.many:
        # An empty list is an empty cell, so a list is never required.
        return {**described, "separator": separator}
    return {**described, "required": not column.nullable}


def _datatype(column: Column) -> str | dict[str, str]:
    if column.vocabulary:
        return {"base": "string", "format": "|".join(map(re.escape, column.vocabulary.codes))}
    if column.pattern:
        # Groups that do not capture are unknown to the expressions of XML Schema.
        return {"base": "string", "format": column.pattern.expression.replace("(?:", "(")}
    return _TYPES[column.kind]
