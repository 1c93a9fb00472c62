"""Small sets of tables made from rows of the model."""

from __future__ import annotations

from collections.abc import Callable

import attrs
import polars as pl
import pytest

from placebench.model import TABLES, ClaimRecord, FactRow, Place, Row
from placebench.schema.arrow import to_arrow


class RowTables:
    """Tables that hold the rows given, each fact with an identifier of its own."""

    def __init__(self, *rows: Row) -> None:
        self.rows = [
            attrs.evolve(row, fact_id=f"{n:016x}", importer="test 1") if isinstance(row, FactRow) else row
            for n, row in enumerate(rows, start=1)
        ]

    def frame(self, name: str) -> pl.LazyFrame:
        kind = TABLES[name]
        return pl.from_arrow(to_arrow(kind, [row for row in self.rows if type(row) is kind])).lazy()


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
