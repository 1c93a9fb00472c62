"""Small sets of tables made from rows of the model."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import attrs
import polars as pl
import pytest

from placebench.model import TABLES, ClaimRecord, FactRow, Place, Row, columns_of

TYPES = {str: pl.String, int: pl.Int64, float: pl.Float64, bool: pl.Boolean, dt.date: pl.Date}


class RowTables:
    """Tables that hold the rows given, each fact with an identifier of its own."""

    def __init__(self, *rows: Row) -> None:
        self.rows = [
            attrs.evolve(row, fact_id=f"{n:016x}", importer="test 1") if isinstance(row, FactRow) else row
            for n, row in enumerate(rows, start=1)
        ]

    def frame(self, name: str) -> pl.LazyFrame:
        kind = TABLES[name]
        columns = columns_of(kind)
        schema = {c.name: pl.List(TYPES[c.kind]) if c.many else TYPES[c.kind] for c in columns}
        rows = [
            [
                list(value) if isinstance(value, tuple) else value
                for value in (getattr(row, c.name) for c in columns)
            ]
            for row in self.rows
            if type(row) is kind
        ]
        return pl.LazyFrame(rows, schema=schema, orient="row")


@pytest.fixture
def tables() -> type[RowTables]:
    return RowTables


@pytest.fixture
def places() -> tuple[Place, ...]:
    return tuple(
        Place(place_id=f"{system}/{slug}", system_id=system, name=slug.title())
        for system, slug in (("north", "alder"), ("north", "birch"), ("north", "cedar"), ("south", "dale"))
    )


@pytest.fixture
def read() -> Callable[..., ClaimRecord]:
    """Make the record that a source was read for a table of some places."""

    def make(source: str, table: str, *places: str, won: bool = True, outcome: str = "read") -> ClaimRecord:
        return ClaimRecord(
            source_id=source, importer="test 1", table=table, rank=3, places=places, won=won, outcome=outcome
        )

    return make
