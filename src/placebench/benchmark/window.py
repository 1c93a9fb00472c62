"""A dataset as it was told within some dates."""

from __future__ import annotations

import datetime as dt

import attrs
import polars as pl

from placebench.benchmark.periods import inside, period
from placebench.benchmark.scope import Tables, with_text_codes
from placebench.errors import UsageError
from placebench.model import FACT_TABLES


@attrs.frozen(eq=False)
class Window:
    """The tables of a dataset, with the facts that speak for a period and the sources that give them.

    A fact whose date is known to the year or month is inside when all of that period is; one without a date
    is in no window. Sources count as read when they were published inside, or give a fact that is. Places are
    those that existed at some time within it.

    Attributes:
        dataset: The tables.
        since: First day; open where None.
        until: Last day; open where None.

    Raises:
        UsageError: The first day is after the last.
    """

    dataset: Tables
    since: dt.date | None = None
    until: dt.date | None = None

    def __attrs_post_init__(self) -> None:
        if self.since and self.until and self.since > self.until:
            raise UsageError("a first day before the last", f"{self.since} to {self.until}", where="Window")

    def frame(self, name: str) -> pl.LazyFrame:
        """Return a table by name."""
        table = self.dataset.frame(name)
        if name in FACT_TABLES:
            return table.filter(self._holds("as_of", "as_of_precision"))
        if name == "places":
            return table.filter(self._existed())
        if name in ("sources", "claims"):
            return table.join(self._sources(), on="source_id", how="semi")
        return table

    def outside(self) -> int:
        """Count the facts that cannot be placed: without a date, or of a period that a bound cuts."""
        return sum(frame.height for frame in self._unplaced())

    def sources_outside(self) -> int:
        """Count the sources that give such facts, and are not in the window by another fact or their date."""
        giving = pl.concat(self._unplaced())["source_id"].unique()
        inside = self.frame("sources").select("source_id").collect()["source_id"]
        return len(set(giving) - set(inside))

    def _unplaced(self) -> list[pl.DataFrame]:
        first, last = period("as_of", "as_of_precision")
        cut = [first.is_null()]
        if self.since:
            cut.append((first < self.since) & (last >= self.since))
        if self.until:
            cut.append((first <= self.until) & (last > self.until))
        tables = [
            with_text_codes(self.dataset.frame(table)).filter(pl.any_horizontal(cut)).select("source_id")
            for table in FACT_TABLES
        ]
        return pl.collect_all(tables)

    def _holds(self, day: str, precision: str) -> pl.Expr:
        return inside(day, precision, self.since, self.until)

    def _existed(self) -> pl.Expr:
        existed = pl.lit(value=True)
        if self.until:
            existed &= (pl.col("valid_from") <= self.until).fill_null(value=True)
        if self.since:
            existed &= (pl.col("valid_to") >= self.since).fill_null(value=True)
        return existed

    def _sources(self) -> pl.LazyFrame:
        published = self.dataset.frame("sources").filter(self._holds("published", "published_precision"))
        telling = [self.frame(table).select("source_id") for table in FACT_TABLES]
        return pl.concat([published.select("source_id"), *telling]).unique()
