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

HELD = 16 * 1024
"""Rows of a table that are worth no file."""

_BATCH = 1024
"""Rows that are kept as objects, which take several times the memory of Arrow."""


class GrowingTables:
    """Every table of the model; large ones lie in temporary files.

    Args:
        held: Rows of a table that are held in memory.
    """

    def __init__(self, held: int = HELD) -> None:
        self._tables = {name: _GrowingTable(kind, self, held) for name, kind in TABLES.items()}

    def add(self, table: str, rows: Sequence[Row]) -> None:
        """Add rows to a table.

        Raises:
            DatasetError: A value does not fit its column, or a required one is missing.
        """
        self._tables[table].add(rows)

    def append(self, table: str, rows: pa.Table) -> None:
        """Add rows that are in Arrow already, with the schema of their table.

        Raises:
            DatasetError: A required value is missing.
        """
        self._tables[table].append(rows)

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


class _GrowingTable:
    def __init__(self, kind: type[Row], among: GrowingTables, held: int) -> None:
        self._kind = kind
        self._among = among
        self._held = held
        self._rows: list[Row] = []
        self._chunks = [arrow_schema(kind).empty_table()]
        self._stored: StoredTable | None = None
        self._writer: pq.ParquetWriter | None = None

    def add(self, rows: Sequence[Row]) -> None:
        self._rows += rows
        if len(self._rows) >= min(_BATCH, self._held):
            self._to_arrow()
        self._to_file_if_large()

    def append(self, rows: pa.Table) -> None:
        self._to_arrow()
        self._chunks.append(rows)
        self._to_file_if_large()

    def finished(self) -> Table:
        self._to_arrow()
        if self._writer is None or self._stored is None:
            return BuiltTable(together(self._chunks))
        self._to_file()
        self._writer.close()
        return self._stored

    def _to_arrow(self) -> None:
        if self._rows:
            self._chunks.append(to_arrow(self._kind, self._rows))
            self._rows = []

    def _to_file_if_large(self) -> None:
        if sum(chunk.num_rows for chunk in self._chunks) >= self._held:
            self._to_file()

    def _to_file(self) -> None:
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
