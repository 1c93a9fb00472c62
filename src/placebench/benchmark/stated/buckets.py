"""Facts taken a bucket at a time, so that memory follows what a bucket holds and not their number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from operator import add

import polars as pl

ROWS = 1_000_000
"""Facts that are held at a time, about."""


def in_buckets(facts: pl.LazyFrame, by: Sequence[str], rows: int = ROWS) -> Iterator[pl.DataFrame]:
    """Yield facts in frames of about so many rows; those that agree in some columns come in one frame.

    Each frame is read anew, and nothing of it is kept here. Up to so many facts come in one frame.

    Args:
        facts: What to read, with no more columns than are needed.
        by: The columns, of texts.
        rows: How many.
    """
    first = facts.head(rows + 1).collect(engine="streaming")
    if first.height <= rows:
        yield first
        return
    del first
    count = facts.select(pl.len()).collect(engine="streaming").item()
    buckets = -(-count // rows)
    bucket = reduce(add, (pl.col(name).hash(seed) for seed, name in enumerate(by))) % buckets
    for number in range(buckets):
        yield facts.filter(bucket == number).collect(engine="streaming")


def compact(frame: pl.DataFrame) -> pl.DataFrame:
    """Return a frame that shares no text with another one, which would stay in memory as a whole."""
    copied = pl.from_arrow(frame.to_arrow(compat_level=pl.CompatLevel.oldest()))
    assert isinstance(copied, pl.DataFrame)  # noqa: S101 - polars types the result by its argument's kind
    return copied
