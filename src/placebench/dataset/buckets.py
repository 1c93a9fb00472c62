"""Rows taken a bucket at a time, so that memory follows what a bucket holds and not their number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from operator import add

import polars as pl

ROWS = 1_000_000
"""Rows that are held at a time, about."""


def in_buckets(frame: pl.LazyFrame, by: Sequence[str], rows: int = ROWS) -> Iterator[pl.DataFrame]:
    """Yield rows in frames of about so many; those that agree in some columns come in one frame.

    Each frame is read anew, and nothing of it is kept here. Up to so many rows come in one frame.

    Args:
        frame: What to read, with no more columns than are needed.
        by: The columns, of texts.
        rows: How many.
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
    """
    most = max(frame.select(pl.len()).collect(engine="streaming").item() for frame in frames)
    buckets = max(-(-most // rows), 1)
    if buckets == 1:
        yield tuple(frames)
        return
    bucket = reduce(add, (pl.col(name).hash(seed) for seed, name in enumerate(by))) % buckets
    for number in range(buckets):
        yield tuple(frame.filter(bucket == number) for frame in frames)


def compact(frame: pl.DataFrame) -> pl.DataFrame:
    """Return a frame that shares no text with another one, which would stay in memory as a whole."""
    copied = pl.from_arrow(frame.to_arrow(compat_level=pl.CompatLevel.oldest()))
    assert isinstance(copied, pl.DataFrame)  # noqa: S101 - polars types the result by its argument's kind
    return copied
