"""Tables that rows are added to, and that go to files when they grow large."""

from __future__ import annotations

import shutil
import tempfile
import weakref
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from placebench.dataset.parquet import ROW_GROUP
from placebench.dataset.tables import BuiltTable, StoredTable, Table
from placebench.model import TABLES, Row
from placebench.schema.arrow import arrow_schema, check_values, to_arrow

_BATCH = 8 * 1024
"""Rows that are kept as objects, which take several times the memory of Arrow."""


class Scratch:
    """A folder for files that go when nothing refers to it any more."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="placebench-"))
        weakref.finalize(self, shutil.rmtree, self.folder, ignore_errors=True)


class GrowingTables:
    """Every table of the model; one of more than a row group lies in a temporary file.

    Args:
        row_group: Rows of a table that are held in memory.
    """

    def __init__(self, row_group: int = ROW_GROUP) -> None:
        self._tables = {name: _GrowingTable(kind, self, row_group) for name, kind in TABLES.items()}

    def add(self, table: str, rows: Sequence[Row]) -> None:
        """Add rows to a table.

        Raises:
            DatasetError: A value does not fit its column, or a required one is missing.
        """
        self._tables[table].add(rows)

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
    def __init__(self, kind: type[Row], among: GrowingTables, row_group: int) -> None:
        self._kind = kind
        self._among = among
        self._row_group = row_group
        self._rows: list[Row] = []
        self._chunks = [arrow_schema(kind).empty_table()]
        self._stored: StoredTable | None = None
        self._writer: pq.ParquetWriter | None = None

    def add(self, rows: Sequence[Row]) -> None:
        self._rows += rows
        if len(self._rows) >= min(_BATCH, self._row_group):
            self._to_arrow()
        if sum(chunk.num_rows for chunk in self._chunks) >= self._row_group:
            self._to_file()

    def finished(self) -> Table:
        self._to_arrow()
        if self._writer is None or self._stored is None:
            return BuiltTable(self._together())
        self._to_file()
        self._writer.close()
        return self._stored

    def _to_arrow(self) -> None:
        if self._rows:
            self._chunks.append(to_arrow(self._kind, self._rows))
            self._rows = []

    def _to_file(self) -> None:
        chunk = self._together()
        check_values(self._kind, chunk)
        if self._writer is None:
            scratch = self._among.scratch
            self._stored = StoredTable(
                self._kind, scratch.folder / f"{self._kind.__table__}.parquet", scratch
            )
            self._writer = pq.ParquetWriter(self._stored.path, chunk.schema, compression="zstd")
        self._writer.write_table(chunk, self._row_group)
        self._chunks = [chunk.slice(0, 0)]

    def _together(self) -> pa.Table:
        # Chunks have dictionaries of their own.
        return pa.concat_tables(self._chunks).unify_dictionaries().combine_chunks()
