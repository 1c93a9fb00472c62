"""JSON Schema 2020-12 of a table's rows, as JSON objects."""

from __future__ import annotations

import datetime as dt
import inspect
from typing import Any

from placebench.model import Column, Row, columns_of, table_of
from placebench.schema.version import SCHEMA_VERSION, major

_TYPES: dict[type, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    dt.date: {"type": "string", "format": "date"},
}


def json_schema(kind: type[Row]) -> dict[str, Any]:
    """Return the JSON Schema of one row of a table.

    `x-meanings` says what each code of an `enum` means; validators pass over it.
    """
    columns = columns_of(kind)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:placebench:schema:v{major(SCHEMA_VERSION)}:{table_of(kind)}",
        "title": table_of(kind),
        "description": inspect.getdoc(kind),
        "type": "object",
        "properties": {column.name: _property(column) for column in columns},
        "required": [column.name for column in columns if not column.nullable],
        "additionalProperties": False,
    }


def _property(column: Column) -> dict[str, Any]:
    value = _value(column)
    if column.many:
        value = {"type": "array", "items": value}
    if column.nullable:
        value["type"] = [value["type"], "null"]
        if "enum" in value:
            value["enum"].append(None)
    if column.unit:
        value["x-unit"] = column.unit
    if column.reference:
        value["x-reference"] = f"{column.reference.table}.{column.reference.column}"
    return {"description": column.description, **value}


def _value(column: Column) -> dict[str, Any]:
    value = dict(_TYPES[column.kind])
    if column.vocabulary:
        value["enum"] = list(column.vocabulary.codes)
        value["x-meanings"] = dict(column.vocabulary.codes)
    if column.pattern:
        value["pattern"] = f"^(?:{column.pattern.expression})$"
    return value
