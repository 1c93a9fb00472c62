"""Tables that rows are added to, and that go to files when they grow large."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import pyarrow as pa
import pyarrow.parquet as pq

from placebench.dataset.parquet import together
from placebench.dataset.scratch import Scratch
from placebench.dataset.tables import BuiltTable, StoredTable, Table
from placebench.model import TABLES, Row
from placebench.schema.arrow import arrow_schema, check_values, to_arrow

HELD = 32 * 1024
"""Rows, of all tables together, that are worth no file."""

_BATCH = 256
"""Rows of a table that are kept as objects, which take several times the memory of Arrow."""


class GrowingTables:
    """Every table of the model; large ones lie in temporary files.

    Args:
        held: Rows, of all tables together, that are held in memory.
    """

    def __init__(self, held: int = HELD) -> None:
        self._tables = {name: _GrowingTable(kind, self) for name, kind in TABLES.items()}
        self._most = held
        self._held = 0

    def add(self, table: str, rows: Sequence[Row]) -> None:
        """Add rows to a table.

        Raises:
            DatasetError: A value does not fit its column, or a required one is missing.
        """
        self._tables[table].add(rows)
        self._grown_by(len(rows))

    def append(self, table: str, rows: pa.Table) -> None:
        """Add rows that are in Arrow already, with the schema of their table.

        Raises:
            DatasetError: A required value is missing.
        """
        self._tables[table].append(rows)
        self._grown_by(rows.num_rows)

    def finished(self) -> dict[str, Table]:
        """Return the tables; no more rows can be added.

        Raises:
            DatasetError: A value does not fit its column, or a required one is missing.
        """
        return {name: table.finished() for name, table in self._tables.items()}

    @cached_property
    def scratch(self) -> Scratch:
        """Where large tables lie."""
        return Scratch()

    def _grown_by(self, rows: int) -> None:
        self._held += rows
        while self._held and self._held >= self._most:
            # A limit on each table would let memory grow until the last of them reached it.
            largest = max(self._tables.values(), key=lambda table: table.held)
            self._held -= largest.held
            largest.to_file()


class _GrowingTable:
    def __init__(self, kind: type[Row], among: GrowingTables) -> None:
        self.held = 0
        self._kind = kind
        self._among = among
        self._rows: list[Row] = []
        self._chunks = [arrow_schema(kind).empty_table()]
        self._stored: StoredTable | None = None
        self._writer: pq.ParquetWriter | None = None

    def add(self, rows: Sequence[Row]) -> None:
        self.held += len(rows)
        self._rows += rows
        if len(self._rows) >= _BATCH:
            self._to_arrow()

    def append(self, rows: pa.Table) -> None:
        self._to_arrow()
        self.held += rows.num_rows
        self._chunks.append(rows)

    def finished(self) -> Table:
        if self._writer is None or self._stored is None:
            self._to_arrow()
            return BuiltTable(together(self._chunks))
        self.to_file()
        self._writer.close()
        return self._stored

    def to_file(self) -> None:
        self._to_arrow()
        chunk = together(self._chunks)
        check_values(self._kind, chunk)
        if self._writer is None:
            scratch = self._among.scratch
            self._stored = StoredTable(
                self._kind, scratch.folder / f"{self._kind.__table__}.parquet", scratch
            )
            self._writer = pq.ParquetWriter(self._stored.path, chunk.schema, compression="zstd")
        self._writer.write_table(chunk)
        self._chunks = [chunk.slice(0, 0)]
        self.held = 0

    def _to_arrow(self) -> None:
        if self._rows:
            self._chunks.append(to_arrow(self._kind, self._rows))
            self._rows = []
