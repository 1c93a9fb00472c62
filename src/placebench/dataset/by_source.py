"""Rows of several datasets put together a range of sources at a time, in the order of sources.

Of each source the rows of one dataset are taken, so that rows of a range need no row of another one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import polars as pl
import pyarrow as pa

HELD = 250_000
"""Rows that are held at a time, about; those of one source are held together."""

_SOURCE = "source_id"


def in_order_of_sources(
    frames: Sequence[pl.LazyFrame], owners: Mapping[str, int], rows: int = HELD
) -> Iterator[pa.Table]:
    """Yield rows by source, those of one source in the order in which they stand; codes are plain text.

    Args:
        frames: A table of each dataset, with a column `source_id`; rows without a source are left out.
        owners: The number of the frame that the rows of a source are taken from.
        rows: How many rows to hold at a time, about.
    """
    texts = [plain(frame) for frame in frames]
    for sources in _ranges(texts, owners, rows):
        # First and last alone let a reader of Parquet pass over whole row groups.
        within = pl.col(_SOURCE).is_between(pl.lit(sources[0]), pl.lit(sources[-1]))
        held = [
            frame.filter(within & pl.col(_SOURCE).is_in([one for one in sources if owners[one] == number]))
            for number, frame in enumerate(texts)
        ]
        together = pl.concat([frame.collect(engine="streaming") for frame in held])
        yield together.sort(_SOURCE, maintain_order=True).to_arrow(compat_level=pl.CompatLevel.oldest())


def plain(frame: pl.LazyFrame) -> pl.LazyFrame:
    """Return a table with texts for codes, as several datasets number them differently."""
    return frame.with_columns(pl.col(pl.Categorical, pl.Enum).cast(pl.String))


def _ranges(frames: Sequence[pl.LazyFrame], owners: Mapping[str, int], rows: int) -> Iterator[Sequence[str]]:
    """Yield the sources of each range, in order; about so many rows are taken of each."""
    counts: dict[str, int] = {}
    for number, frame in enumerate(frames):
        of_each = frame.group_by(_SOURCE).len().collect(engine="streaming")
        counts |= {source: count for source, count in of_each.iter_rows() if owners.get(source) == number}
    sources: list[str] = []
    held = 0
    for source in sorted(counts):
        if held >= rows:
            yield sources
            sources, held = [], 0
        sources.append(source)
        held += counts[source]
    if sources:
        yield sources
