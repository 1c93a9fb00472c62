"""JSON Schema: valid in itself, true of every row, and strict about what is no row."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from placebench.model import TABLES, Governance, Membership, Row, table_of
from placebench.schema.json_schema import json_schema

Strategies = Callable[[type[Row]], st.SearchStrategy[Row]]

BOARD = Governance(fact_id="0" * 16, source_id="1" * 16, importer="bob 1", system_id="bob", feature="board")
MEMBER = Membership(fact_id="0" * 16, source_id="1" * 16, importer="b", system_id="bob", sectors=("acute",))


def validator(kind: type[Row]) -> Draft202012Validator:
    checker = Draft202012Validator.FORMAT_CHECKER
    return Draft202012Validator(json_schema(kind), format_checker=checker)


def as_json(row: Row) -> dict[str, Any]:
    def plain(value: object) -> object:
        if isinstance(value, dt.date):
            return value.isoformat()
        return list(value) if isinstance(value, tuple) else value

    return {name: plain(value) for name, value in attrs.asdict(row, recurse=False).items()}  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", TABLES.values(), ids=table_of)
def test_every_schema_is_a_schema(kind: type[Row]) -> None:
    Draft202012Validator.check_schema(json_schema(kind))


@pytest.mark.parametrize("kind", TABLES.values(), ids=table_of)
@settings(max_examples=10)
@given(data=st.data())
def test_every_row_is_valid(rows_of: Strategies, kind: type[Row], data: st.DataObject) -> None:
    row = data.draw(rows_of(kind))
    assert list(validator(kind).iter_errors(as_json(row))) == []


@pytest.mark.parametrize(
    ("row", "changes", "path"),
    [
        (BOARD, {"feature": "bored"}, "feature"),
        (BOARD, {"fact_id": "not hex"}, "fact_id"),
        (BOARD, {"system_id": "two bobs"}, "system_id"),
        (BOARD, {"importer": None}, "importer"),
        (BOARD, {"as_of": "last spring"}, "as_of"),
        (BOARD, {"value": 3}, "value"),
        (MEMBER, {"sectors": ["acute", "space"]}, "sectors"),
        (MEMBER, {"sectors": "acute"}, "sectors"),
    ],
)
def test_a_wrong_value_is_found_in_its_column(row: Row, changes: dict[str, Any], path: str) -> None:
    errors = list(validator(type(row)).iter_errors(as_json(row) | changes))
    assert [error.absolute_path[0] for error in errors] == [path]


def test_a_required_column_cannot_be_left_out_and_none_can_be_added() -> None:
    row = as_json(BOARD)
    assert validator(Governance).is_valid({k: v for k, v in row.items() if k != "note"})
    assert not validator(Governance).is_valid({k: v for k, v in row.items() if k != "status"})
    assert not validator(Governance).is_valid(row | {"extra": 1})


def test_a_schema_has_an_address_and_says_what_codes_mean() -> None:
    schema = json_schema(Governance)
    assert schema["$id"] == "urn:placebench:schema:v1:governance"
    status = schema["properties"]["status"]
    assert list(status["x-meanings"]) == status["enum"]
    assert schema["properties"]["source_id"]["x-reference"] == "sources.source_id"


def test_addresses_differ() -> None:
    assert len({json_schema(kind)["$id"] for kind in TABLES.values()}) == len(TABLES)
