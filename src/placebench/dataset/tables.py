"""A table of a dataset: in memory as it was built, or in a file as it was saved."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Protocol

import attrs
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq

from placebench.dataset.parquet import ROW_GROUP
from placebench.errors import DatasetError
from placebench.model import Row
from placebench.schema.arrow import arrow_schema, check_columns, conform

REOPEN = "open the dataset again; two later saves remove the files of an older one"

_FEW = 20_000
"""Rows that are kept once they are read, since one comparison after another asks for them."""
_UNREADABLE = (pa.ArrowException, pl.exceptions.PolarsError, pl.exceptions.PanicException, OSError)


class Table(Protocol):
    """What a dataset asks of each of its tables."""

    @property
    def arrow(self) -> pa.Table:
        """The whole table."""
        ...

    def frame(self) -> pl.LazyFrame:
        """Return the table for analysis; nothing is read before it is collected."""
        ...

    def chunks(self) -> Iterator[pa.Table]:
        """Yield the rows in order, in tables of a row group at most; none where there are no rows."""
        ...


@attrs.frozen(eq=False)
class BuiltTable:
    """A table in memory."""

    arrow: pa.Table

    def frame(self) -> pl.LazyFrame:
        """Return the table for analysis."""
        built = pl.from_arrow(self.arrow)
        assert isinstance(built, pl.DataFrame)  # noqa: S101 - polars types the result by its argument's kind
        return built.lazy()

    def chunks(self) -> Iterator[pa.Table]:
        """Yield the rows in order, in tables of a row group at most."""
        for start in range(0, self.arrow.num_rows, ROW_GROUP):
            yield self.arrow.slice(start, ROW_GROUP)


@attrs.frozen(eq=False, slots=False)
class StoredTable:
    """A table in a Parquet file that nobody changes.

    Attributes:
        kind: The table's class.
        path: The file.
        keeper: What removes the file when nothing refers to it any more; None for a file that stays.
    """

    kind: type[Row]
    path: Path
    keeper: object = None

    @cached_property
    def arrow(self) -> pa.Table:
        """The whole table, read at the first call.

        Raises:
            DatasetError: The file cannot be read, or has not the columns of the schema.
        """
        try:
            table = pq.ParquetFile(self.path).read()
        except _UNREADABLE as error:
            raise self.damaged(error) from error
        return conform(self.kind, table)

    def frame(self) -> pl.LazyFrame:
        """Return the table for analysis; nullable columns that the file does not have are null.

        Raises:
            DatasetError: The file cannot be read, or has not the columns of the schema.
        """
        return self._scanned() if self._kept is None else self._kept.lazy()

    @cached_property
    def _kept(self) -> pl.DataFrame | None:
        """The rows of a table that has few."""
        try:
            few = pq.read_metadata(self.path).num_rows <= _FEW
            return self._scanned().collect() if few else None
        except _UNREADABLE as error:
            raise self.damaged(error) from error

    def _scanned(self) -> pl.LazyFrame:
        try:
            scanned = pl.scan_parquet(self.path, glob=False)
            found = scanned.collect_schema()
        except _UNREADABLE as error:
            raise self.damaged(error) from error
        check_columns(self.kind, found.names())
        schema = frame_schema(self.kind)
        return scanned.select(_conformed(name, dtype, found) for name, dtype in schema.items())

    def chunks(self) -> Iterator[pa.Table]:
        """Yield the rows in order, in tables of a row group at most.

        Raises:
            DatasetError: The file cannot be read, or has not the columns of the schema.
        """
        try:
            # Reading ahead would hold the whole file, and each thread that decodes keeps what it frees.
            with pq.ParquetFile(self.path, pre_buffer=False) as file:
                for batch in file.iter_batches(ROW_GROUP, use_threads=False):
                    yield conform(self.kind, pa.Table.from_batches([batch]))
        except _UNREADABLE as error:
            raise self.damaged(error) from error

    def check(self) -> None:
        """Check that the file can be read and has the columns of the schema, without reading its rows.

        Raises:
            DatasetError: It is no Parquet file, or has not the columns of the schema.
            FileNotFoundError: It is not there.
        """
        try:
            found = pq.read_schema(self.path)
        except FileNotFoundError:
            raise
        except _UNREADABLE as error:
            raise self.damaged(error) from error
        conform(self.kind, found.empty_table())

    def damaged(self, error: BaseException) -> DatasetError:
        """Return the error that says that the file cannot be read."""
        found = str(error) or type(error).__name__
        return DatasetError("a Parquet file", found, where=str(self.path), hint=REOPEN)


def frame_schema(kind: type[Row]) -> pl.Schema:
    """Return the polars types of a table."""
    return BuiltTable(arrow_schema(kind).empty_table()).frame().collect_schema()


def _conformed(name: str, dtype: pl.DataType, found: pl.Schema) -> pl.Expr:
    if name not in found:
        return pl.lit(None, dtype=dtype).alias(name)
    return pl.col(name) if found[name] == dtype else pl.col(name).cast(dtype)
