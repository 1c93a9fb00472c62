"""Arrow: types and descriptions from the model, and rows that come back as they went."""

from __future__ import annotations

from collections.abc import Callable

import attrs
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from placebench.errors import DatasetError
from placebench.model import TABLES, Governance, Outcome, Row, Source, System, columns_of, table_of
from placebench.schema import SCHEMA_VERSION
from placebench.schema.arrow import arrow_schema, conform, from_arrow, to_arrow

Strategies = Callable[[type[Row]], st.SearchStrategy[Row]]

SYSTEM = System(system_id="bob", name="A system")
CODED = pa.dictionary(pa.int32(), pa.string())


@pytest.mark.parametrize("kind", TABLES.values(), ids=table_of)
@settings(max_examples=10)
@given(data=st.data())
def test_rows_come_back_as_they_went(rows_of: Strategies, kind: type[Row], data: st.DataObject) -> None:
    rows = data.draw(st.lists(rows_of(kind), max_size=5))
    table = to_arrow(kind, rows)
    table.validate(full=True)
    assert table.schema.equals(arrow_schema(kind), check_metadata=True)
    assert from_arrow(kind, table) == rows


@pytest.mark.parametrize(
    ("table", "column", "dtype", "nullable"),
    [
        ("governance", "status", CODED, False),
        ("governance", "value", pa.string(), True),
        ("governance", "as_of", pa.date32(), True),
        ("memberships", "sectors", pa.list_(pa.string()), False),
        ("outcomes", "value", pa.float64(), False),
        ("footprints", "count", pa.int64(), True),
        ("claims", "won", pa.bool_(), False),
        ("delegations", "extent", CODED, True),
    ],
)
def test_a_column_has_the_arrow_type_of_its_declaration(
    table: str, column: str, dtype: pa.DataType, *, nullable: bool
) -> None:
    field = arrow_schema(TABLES[table]).field(column)
    assert (field.type, field.nullable) == (dtype, nullable)


def test_the_schema_carries_its_version_and_what_tables_and_columns_mean() -> None:
    schema = arrow_schema(Source)
    assert schema.metadata == {
        b"table": b"sources",
        b"description": b"A document, by its content.",
        b"schema_version": SCHEMA_VERSION.encode(),
    }
    assert schema.field("characters").metadata == {
        b"description": b"Length of the text.",
        b"unit": b"characters",
    }


@pytest.mark.parametrize("kind", TABLES.values(), ids=table_of)
def test_a_nullable_column_that_an_older_table_lacks_is_null(kind: type[Row]) -> None:
    nullable = [column.name for column in columns_of(kind) if column.nullable]
    older = arrow_schema(kind).empty_table().drop_columns(nullable)
    assert conform(kind, older).schema.equals(arrow_schema(kind), check_metadata=True)


def test_rows_of_an_older_table_have_none_where_it_lacks_a_column() -> None:
    older = to_arrow(System, [SYSTEM]).drop_columns(["ods_code", "valid_to"])
    assert from_arrow(System, older) == [SYSTEM]


def test_a_column_of_a_newer_table_is_passed_over() -> None:
    newer = to_arrow(System, [SYSTEM]).append_column("motto", pa.array(["onward"]))
    assert from_arrow(System, newer) == [SYSTEM]


def test_texts_of_another_width_are_read() -> None:
    wide = to_arrow(System, [SYSTEM])
    wide = wide.set_column(1, "name", wide["name"].cast(pa.large_string()))
    assert from_arrow(System, wide) == [SYSTEM]


@pytest.mark.parametrize(
    ("table", "message"),
    [
        (to_arrow(System, [SYSTEM]).drop_columns(["name"]), "table systems: expected the columns name"),
        (to_arrow(System, [attrs.evolve(SYSTEM, name=None)]), "systems.name: expected a value in every row"),
        (
            to_arrow(System, [SYSTEM]).set_column(1, "name", pa.array([[1]])),
            "systems.name: expected type string, found list",
        ),
    ],
    ids=["missing", "null", "type"],
)
def test_a_table_that_cannot_hold_rows_says_why(table: pa.Table, message: str) -> None:
    with pytest.raises(DatasetError, match=message):
        from_arrow(System, table)


@pytest.mark.parametrize(
    ("row", "column"),
    [
        (Outcome(system_id="bob", measure="Falls", value="ten", unit="%"), "outcomes.value"),
        (Governance(system_id="bob", feature=7), "governance.feature"),
        (attrs.evolve(SYSTEM, name="\ud800"), "systems.name"),
        (Source(sha256="", media_type="", path="", source_id="", characters=2**63), "sources.characters"),
    ],
)
def test_a_value_that_does_not_fit_names_its_column(row: Row, column: str) -> None:
    with pytest.raises(DatasetError, match=column):
        to_arrow(type(row), [row])
