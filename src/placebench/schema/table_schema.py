"""Frictionless Table Schema of a table, as Data Package v2 describes its resources."""

from __future__ import annotations

import datetime as dt
from typing import Any

from placebench.model import Column, Reference, Row, columns_of
from placebench.schema.identity import id_column

_TYPES: dict[type, str] = {str: "string", int: "integer", float: "number", bool: "boolean", dt.date: "date"}


def table_schema(kind: type[Row]) -> dict[str, Any]:
    """Return the Table Schema of a table: fields, constraints, primary key and foreign keys."""
    columns = columns_of(kind)
    schema: dict[str, Any] = {
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "fields": [_field(column) for column in columns],
    }
    identity = id_column(kind)
    if identity:
        schema["primaryKey"] = [identity]
    foreign = [_foreign_key(column.name, column.reference) for column in columns if column.reference]
    if foreign:
        schema["foreignKeys"] = foreign
    return schema


def _field(column: Column) -> dict[str, Any]:
    kind = _TYPES[column.kind]
    field: dict[str, Any] = {"name": column.name, "type": kind, "description": column.description}
    if column.many:
        field |= {"type": "list", "itemType": kind}
    if column.unit:
        field["unit"] = column.unit
    if column.vocabulary:
        categories = [{"value": code, "label": meaning} for code, meaning in column.vocabulary.codes.items()]
        field["itemCategories" if column.many else "categories"] = categories
    constraints = _constraints(column)
    return {**field, "constraints": constraints} if constraints else field


def _constraints(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if not column.nullable:
        constraints["required"] = True
    if column.vocabulary and not column.many:
        constraints["enum"] = list(column.vocabulary.codes)
    if column.pattern and not column.many:
        # Table Schema patterns are those of XML Schema: anchored, and without non-capturing groups.
        constraints["pattern"] = column.pattern.expression.replace("(?:", "(")
    return constraints


def _foreign_key(name: str, reference: Reference) -> dict[str, Any]:
    return {"fields": [name], "reference": {"resource": reference.table, "fields": [reference.column]}}
