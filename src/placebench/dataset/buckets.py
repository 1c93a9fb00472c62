"""Rows taken a bucket at a time, so that memory follows what a bucket holds and not their number.

Where there are several buckets, rows are first written to a temporary file with the number of theirs, so that
what selects and computes them is done once, and not for every bucket.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from operator import add
from pathlib import Path

import polars as pl

from placebench.dataset.scratch import Scratch, refused

ROWS = 1_000_000
"""Rows that are held at a time, about."""

_BUCKET = "__bucket"
_ROW_GROUP = 128 * 1024


def in_buckets(frame: pl.LazyFrame, by: Sequence[str], rows: int = ROWS) -> Iterator[pl.DataFrame]:
    """Yield rows in frames of about so many; those that agree in some columns come in one frame.

    Nothing of a frame is kept here. Up to so many rows come in one frame.

    Args:
        frame: What to read, with no more columns than are needed.
        by: The columns, of texts.
        rows: How many.

    Raises:
        DatasetError: There is no room for temporary files.
    """
    first = frame.head(rows + 1).collect(engine="streaming")
    if first.height <= rows:
        yield first
        return
    del first
    for (bucket,) in together([frame], by, rows):
        yield bucket.collect(engine="streaming")


def together(
    frames: Sequence[pl.LazyFrame], by: Sequence[str], rows: int = ROWS
) -> Iterator[tuple[pl.LazyFrame, ...]]:
    """Yield frames bucket by bucket; rows of any of them that agree in some columns are in one bucket.

    Args:
        frames: What to read.
        by: The columns, of texts, which all of them have.
        rows: How many rows of one frame to hold at a time, about.

    Raises:
        DatasetError: There is no room for temporary files.
    """
    most = max(frame.select(pl.len()).collect(engine="streaming").item() for frame in frames)
    buckets = max(-(-most // rows), 1)
    if buckets == 1:
        yield tuple(frames)
        return
    scratch = Scratch()
    bucket = reduce(add, (pl.col(name).hash(seed) for seed, name in enumerate(by))) % buckets
    numbered = [
        _written(frame.with_columns(bucket.cast(pl.UInt32).alias(_BUCKET)), scratch.folder / str(number))
        for number, frame in enumerate(frames)
    ]
    for number in range(buckets):
        yield tuple(frame.filter(pl.col(_BUCKET) == number).drop(_BUCKET) for frame in numbered)


def _written(frame: pl.LazyFrame, path: Path) -> pl.LazyFrame:
    try:
        frame.sink_parquet(path, compression="lz4", statistics=False, row_group_size=_ROW_GROUP)
    except OSError as error:
        raise refused("to write a temporary file", error) from error
    return pl.scan_parquet(path, glob=False)


def compact(frame: pl.DataFrame) -> pl.DataFrame:
    """Return a frame that shares no text with another one, which would stay in memory as a whole."""
    copied = pl.from_arrow(frame.to_arrow(compat_level=pl.CompatLevel.oldest()))
    assert isinstance(copied, pl.DataFrame)  # noqa: S101 - polars types the result by its argument's kind
    return copied
