"""Which documents of a saved dataset are older versions of documents that are added.

A file that was mended has other bytes, and so another identifier, under the name that it had.
"""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from placebench.dataset.by_source import plain
from placebench.dataset.dataset import Dataset

_TELL_APART = ("url", "published")


def older_versions(saved: Dataset, new: Dataset) -> Mapping[str, str]:
    """Return the saved documents that added ones take the place of: their paths by identifier.

    A document takes the place of another one of its path, below the folder that was named, that the same
    importer read for some of the same places. Another address or day of publication tells them apart.

    Args:
        saved: The dataset that is there.
        new: The one that is added to it.
    """
    source, later = pl.col("source_id"), _readings(new)
    pairs = _readings(saved).join(later, on=("path", "importer"), suffix="_new")
    shared = pl.col("places").list.set_intersection("places_new").list.len() > 0
    general = (pl.col("places").list.len() == 0) & (pl.col("places_new").list.len() == 0)
    apart = [(pl.col(name) != pl.col(f"{name}_new")).fill_null(value=False) for name in _TELL_APART]
    known = new.frame("sources").select("source_id").collect()["source_id"].to_list()
    older = pairs.filter((shared | general) & ~pl.any_horizontal(apart) & ~source.is_in(known))
    return dict(older.select("source_id", "path").unique().sort("path", "source_id").collect().iter_rows())


def _readings(dataset: Dataset) -> pl.LazyFrame:
    """Return a row for each document and each importer that read some of it, with the places read for."""
    claims = plain(dataset.frame("claims")).filter(pl.col("won") & (pl.col("outcome") == "read"))
    named = claims.with_columns(pl.col("importer").str.replace("@.*$", ""))
    places = pl.col("places").list.explode().drop_nulls().unique()
    read = named.group_by("source_id", "importer").agg(places)
    sources = plain(dataset.frame("sources")).select("source_id", "path", *_TELL_APART)
    return sources.join(read, on="source_id")
