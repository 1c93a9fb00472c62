"""Rows written to a Parquet file some at a time, so that memory does not grow with the table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from placebench.model import Row
from placebench.schema.arrow import arrow_schema, check_values

ROW_GROUP = 32 * 1024
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
        for group in _row_groups(chunks):
            check_values(kind, group)
            writer.write_table(group, ROW_GROUP)
    # The pool would keep it for a table as large, and there are thirty.
    pa.default_memory_pool().release_unused()


def together(chunks: Sequence[pa.Table]) -> pa.Table:
    """Return tables, each with dictionaries of its own, as one."""
    return pa.concat_tables(chunks).unify_dictionaries().combine_chunks()


def _row_groups(chunks: Iterable[pa.Table]) -> Iterator[pa.Table]:
    held: list[pa.Table] = []
    for chunk in chunks:
        held.append(chunk)
        while sum(one.num_rows for one in held) >= ROW_GROUP:
            whole = together(held)
            yield whole.slice(0, ROW_GROUP)
            held = [whole.slice(ROW_GROUP)]
    if any(one.num_rows for one in held):
        yield together(held)
