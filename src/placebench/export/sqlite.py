"""SQLite: one file with every table, as Datasette and most other programs read it."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from placebench.dataset import Dataset
from placebench.export.folder import check_free
from placebench.model import TABLES, Column, Row, columns_of

_TYPES = {str: "TEXT", int: "INTEGER", float: "REAL", bool: "INTEGER", dt.date: "TEXT"}
_BATCH = 10_000


def to_sqlite(dataset: Dataset, file: Path) -> Path:
    """Write every table to a new SQLite database, and return the file.

    Dates are texts such as `2024-05-01`, lists are JSON texts, and booleans 0 and 1. `fact_id` and the other
    columns that point to rows have an index.

    Raises:
        UsageError: Something is at that path.
    """
    check_free(file)
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_name(f".{file.name}.unfinished")
    unfinished.unlink(missing_ok=True)
    with closing(sqlite3.connect(unfinished)) as connection:
        for table, kind in TABLES.items():
            _write(connection, dataset, table, kind)
        connection.commit()
    unfinished.replace(file)
    return file


def _write(connection: sqlite3.Connection, dataset: Dataset, table: str, kind: type[Row]) -> None:
    columns = columns_of(kind)
    declared = ", ".join(f"{_name(column.name)} {_type(column)}" for column in columns)
    connection.execute(f"CREATE TABLE {_name(table)} ({declared})")
    places = ", ".join("?" * len(columns))
    statement = f"INSERT INTO {_name(table)} VALUES ({places})"  # noqa: S608 - names are the model's own
    for batch in dataset[table].to_batches(max_chunksize=_BATCH):
        connection.executemany(statement, _rows(batch.to_pylist(), columns))
    for column in columns:
        if column.reference or column.name in ("fact_id", "evidence_id"):
            index = _name(f"{table}_{column.name}")
            connection.execute(f"CREATE INDEX {index} ON {_name(table)} ({_name(column.name)})")


def _rows(rows: list[dict[str, Any]], columns: tuple[Column, ...]) -> Iterator[tuple[object, ...]]:
    for row in rows:
        yield tuple(_value(row[column.name]) for column in columns)


def _value(value: object) -> object:
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    return value.isoformat() if isinstance(value, dt.date) else value


def _type(column: Column) -> str:
    kind = "TEXT" if column.many else _TYPES[column.kind]
    return kind if column.nullable else f"{kind} NOT NULL"


def _name(name: str) -> str:
    return f'"{name}"'
