"""Rows written to a Parquet file some at a time, so that memory does not grow with the table."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from placebench.model import Row
from placebench.schema.arrow import arrow_schema, check_values

ROW_GROUP = 128 * 1024
"""Rows of a row group, and so of what is held at a time."""


def write_parquet(path: Path, kind: type[Row], chunks: Iterable[pa.Table]) -> None:
    """Write a table of the model.

    Args:
        path: The file.
        kind: The table's class.
        chunks: Its rows, in order.

    Raises:
        DatasetError: A required value is missing.
        OSError: The disk refuses.
    """
    with pq.ParquetWriter(path, arrow_schema(kind), compression="zstd") as writer:
        for chunk in chunks:
            check_values(kind, chunk)
            writer.write_table(chunk, ROW_GROUP)
