"""Whom a comparison is about: the places that a source speaks of, and which sources were read for what."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Protocol

import attrs
import polars as pl
import polars.selectors as cs

from placebench.benchmark.periods import period
from placebench.dataset.papers import same_papers
from placebench.model import FACT_TABLES


class Tables(Protocol):
    """Anything that hands out the tables of the model; a `Dataset` does."""

    def frame(self, name: str) -> pl.LazyFrame:
        """Return a table by name."""
        ...

    def __hash__(self) -> int:
        """Tell one set of tables from another."""
        ...


@attrs.frozen(eq=False)
class Scope:
    """The places that are compared, and the sources behind each table.

    Attributes:
        places: `place_id`, `system_id` and `place` (its name) of every place that a source speaks of.
        reads: `place_id`, `table`, `source_id`: which source was read for which table of which place; of a
            paper in several formats, the one that stands for it.
        places_of_systems: Number of all places of the systems in the dataset, spoken of or not.
    """

    places: pl.DataFrame
    reads: pl.DataFrame
    places_of_systems: int

    def reads_of(self, table: str) -> pl.DataFrame:
        """Return `place_id` and the number of sources that were read for a table, `n_sources_read`."""
        counted = pl.col("source_id").n_unique().cast(pl.Int64).alias("n_sources_read")
        return self.reads.filter(pl.col("table") == table).group_by("place_id").agg(counted)

    def sources_of(self, table: str) -> int:
        """Return the number of sources that were read for a table of any place."""
        return self.reads.filter(pl.col("table") == table)["source_id"].n_unique()


@lru_cache(maxsize=1)  # one comparison after another asks it of the same dataset
def scope_of(dataset: Tables) -> Scope:
    """Find the places that sources speak of, and the sources that were read for each table."""
    everyone = _places(dataset).select("place_id", "system_id", pl.col("name").alias("place")).collect()
    # One table after the other: together they would all be read at a time.
    read = [_claimed(dataset), *(_stated(dataset, table) for table in FACT_TABLES)]
    reads = pl.concat([one.collect(engine="streaming") for one in read])
    collected = reads.with_columns(_paper(dataset)).unique().sort("place_id", "table", "source_id")
    spoken_of = collected.select("place_id").unique()
    places = spoken_of.join(everyone, on="place_id", how="left").with_columns(
        pl.col("system_id").fill_null(pl.col("place_id").str.split("/").list.first()),
        pl.col("place").fill_null(pl.col("place_id")),
    )
    total = pl.concat([everyone["place_id"], places["place_id"]]).n_unique()
    return Scope(places.select("place_id", "system_id", "place").sort("place_id"), collected, total)


def at_places(dataset: Tables, table: str) -> pl.LazyFrame:
    """Return the rows of a fact table that hold for a place, with `place_id` always given.

    A row that is true of each place of its system is repeated for every place that existed then, and keeps
    `applies_to = each_place`. Rows on a system itself are left out, and so are rows on other bodies than the
    partnership where the table tells them apart. Sources that are one paper in several formats are one.
    """
    facts = with_text_codes(dataset.frame(table))
    names = facts.collect_schema().names()
    if "body_kind" in names:
        facts = facts.filter(pl.col("body_kind") == "partnership")
    named = facts.filter(pl.col("applies_to") == "place")
    each = facts.filter(pl.col("applies_to") == "each_place").drop("place_id")
    spread = each.join(_places(dataset), on="system_id").filter(_existed()).select(names)
    return pl.concat([named, spread]).with_columns(_paper(dataset))


@lru_cache(maxsize=4)  # every comparison asks it of the same few sets of tables
def _papers(dataset: Tables) -> Mapping[str, str]:
    return same_papers(dataset.frame)


def _paper(dataset: Tables) -> pl.Expr:
    """Return the source that stands for a source and for those that are the same paper."""
    papers = _papers(dataset)
    return pl.col("source_id").replace(list(papers), list(papers.values())) if papers else pl.col("source_id")


def with_text_codes(frame: pl.LazyFrame) -> pl.LazyFrame:
    """Turn coded columns into plain text, so that frames of different origin fit together."""
    return frame.with_columns((cs.categorical() | cs.enum()).cast(pl.String))


def _places(dataset: Tables) -> pl.LazyFrame:
    return with_text_codes(dataset.frame("places")).select(
        "place_id", "system_id", "name", "valid_from", "valid_to"
    )


def _existed() -> pl.Expr:
    """Hold where the period of `as_of` overlaps the life of the place; unknown ends are open."""
    first, last = period("as_of", "as_of_precision")
    begun = (pl.col("valid_from") <= last).fill_null(value=True)
    return begun & (pl.col("valid_to") >= first).fill_null(value=True)


def _claimed(dataset: Tables) -> pl.LazyFrame:
    claims = with_text_codes(dataset.frame("claims"))
    read = claims.filter(pl.col("won") & (pl.col("outcome") == "read") & pl.col("table").is_not_null())
    named = read.select(pl.col("places").alias("place_id"), "table", "source_id").explode("place_id")
    unnamed = read.filter(pl.col("places").list.len() == 0)
    general = unnamed.join(_spoken_of(dataset, unnamed), on=["source_id", "importer"])
    return pl.concat(
        [
            named.filter(pl.col("place_id").is_not_null()).cast(pl.String),
            general.select("place_id", "table", "source_id").cast(pl.String),
        ]
    )


def _spoken_of(dataset: Tables, claims: pl.LazyFrame) -> pl.LazyFrame:
    """Return the places of the systems that the rows of some claims speak of, as they were then."""
    about = ("source_id", "importer", "system_id", "as_of", "as_of_precision")
    whose = claims.select("source_id", "importer").unique()
    rows = pl.concat(
        [
            with_text_codes(dataset.frame(table))
            .select(about)
            .join(whose, on=["source_id", "importer"], how="semi")
            for table in FACT_TABLES
        ]
    )
    places = rows.unique().join(_places(dataset), on="system_id").filter(_existed())
    return places.select("source_id", "importer", "place_id").unique()


def _stated(dataset: Tables, table: str) -> pl.LazyFrame:
    stated = at_places(dataset, table)
    return stated.select("place_id", pl.lit(table).alias("table"), "source_id").cast(pl.String).unique()
