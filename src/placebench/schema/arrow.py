"""Arrow schemas, and rows to and from Arrow tables."""

from __future__ import annotations

import datetime as dt
import inspect
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import Any, TypeVar

import pyarrow as pa

from placebench.errors import DatasetError
from placebench.model import Column, Row, columns_of, table_of
from placebench.schema.version import SCHEMA_VERSION

RowT = TypeVar("RowT", bound=Row)

_SCALARS: dict[type, pa.DataType] = {
    str: pa.string(),
    int: pa.int64(),
    float: pa.float64(),
    bool: pa.bool_(),
    dt.date: pa.date32(),
}
_CODED = pa.dictionary(pa.int32(), pa.string())
_UNFIT = (pa.ArrowException, TypeError, ValueError, OverflowError)


def arrow_schema(kind: type[Row]) -> pa.Schema:
    """Return the Arrow schema of a table, with descriptions and the schema version in its metadata."""
    metadata = {
        "table": table_of(kind),
        "description": inspect.getdoc(kind) or "",
        "schema_version": SCHEMA_VERSION,
    }
    return pa.schema([_field(column) for column in columns_of(kind)], metadata=metadata)


def to_arrow(kind: type[RowT], rows: Sequence[RowT]) -> pa.Table:
    """Put rows into an Arrow table, one column at a time.

    Raises:
        DatasetError: A value does not fit the type of its column.
    """
    schema = arrow_schema(kind)
    arrays = [_array(kind, field, list(map(attrgetter(field.name), rows))) for field in schema]
    return pa.Table.from_arrays(arrays, schema=schema)


def from_arrow(kind: type[RowT], table: pa.Table) -> list[RowT]:
    """Make rows of an Arrow table; nullable columns that it does not have are null.

    Raises:
        DatasetError: A required column is missing, has nulls, or has another type.
    """
    table = conform(kind, table)
    check_values(kind, table)
    names = table.column_names
    values = [_values(column, table[column.name]) for column in columns_of(kind)]
    return [kind(**dict(zip(names, row, strict=True))) for row in zip(*values, strict=True)]


def conform(kind: type[Row], table: pa.Table) -> pa.Table:
    """Return a table with exactly the columns, order, types and metadata of the schema.

    Columns that the schema does not know are left out, and nullable ones that the table does not have are
    null.

    Raises:
        DatasetError: A required column is missing or has another type.
    """
    check_columns(kind, table.column_names)
    schema = arrow_schema(kind)
    columns = [_conformed(kind, field, table) for field in schema]
    return pa.Table.from_arrays(columns, schema=schema)


def check_columns(kind: type[Row], names: Iterable[str]) -> None:
    """Raise `DatasetError` where a required column is not among the names."""
    present = set(names)
    required = [column.name for column in columns_of(kind) if not column.nullable]
    missing = [name for name in required if name not in present]
    if missing:
        raise DatasetError(
            f"the columns {', '.join(missing)}",
            f"only {', '.join(sorted(present)) or 'no column'}",
            where=f"table {table_of(kind)}",
            hint="rebuild the dataset from its documents",
        )


def check_values(kind: type[Row], table: pa.Table) -> None:
    """Raise `DatasetError` where a required column of a table has nulls."""
    for column in columns_of(kind):
        if not column.nullable and (nulls := table[column.name].null_count):
            raise DatasetError("a value in every row", f"{nulls} nulls", where=_where(kind, column.name))


def _field(column: Column) -> pa.Field:
    metadata = {"description": column.description}
    if column.unit:
        metadata["unit"] = column.unit
    return pa.field(column.name, _type(column), nullable=column.nullable, metadata=metadata)


def _type(column: Column) -> pa.DataType:
    if column.many:
        return pa.list_(_SCALARS[column.kind])
    return _CODED if column.vocabulary else _SCALARS[column.kind]


def _array(kind: type[Row], field: pa.Field, values: list[Any]) -> pa.Array:
    try:
        return pa.array(values, field.type)
    except _UNFIT as error:
        where = _where(kind, field.name)
        raise DatasetError(f"values of type {field.type}", str(error), where=where) from error


def _conformed(kind: type[Row], field: pa.Field, table: pa.Table) -> pa.ChunkedArray:
    if field.name not in table.column_names:
        return pa.chunked_array([pa.nulls(table.num_rows, field.type)])
    column = table[field.name]
    if column.type == field.type:
        return column
    try:
        return column.cast(field.type)
    except pa.ArrowException as error:
        found = f"{column.type} ({error})"
        raise DatasetError(f"type {field.type}", found, where=_where(kind, field.name)) from error


def _values(column: Column, values: pa.ChunkedArray) -> list[Any]:
    listed: list[Any] = values.to_pylist()
    if column.many:
        return [None if items is None else tuple(items) for items in listed]
    return listed


def _where(kind: type[Row], column: str) -> str:
    return f"column {table_of(kind)}.{column}"
