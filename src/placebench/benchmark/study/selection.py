"""`Selection`: the part of a dataset that a study is about, which every method reads like a dataset."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import reduce
from operator import and_

import attrs
import polars as pl

from placebench.benchmark.periods import within
from placebench.benchmark.scope import Tables
from placebench.benchmark.stated.notes import counted
from placebench.model import FACT_TABLES

_EVERYTHING = pl.lit(value=True)
_DATED = pl.col("as_of").is_not_null()


@attrs.frozen(eq=False)
class Selection:
    """The rows of a dataset that speak of the places, dates and bases of a study.

    Statements on each place of a system stay, and so do those on a system itself, where one of its places
    is chosen. A date known to the month or year is in the window if some day of it is.

    Attributes:
        tables: The dataset.
        places: Identifiers of the places; all where empty.
        since: First day of the window; open where None.
        until: Last day of the window; open where None.
        basis: How facts came to be, of `stated`, `derived` and `judged`; all where empty.
    """

    tables: Tables
    places: tuple[str, ...] = ()
    since: dt.date | None = None
    until: dt.date | None = None
    basis: tuple[str, ...] = ()

    def frame(self, name: str) -> pl.LazyFrame:
        """Return a table by name, without the rows that are not chosen."""
        frame = self.tables.frame(name)
        if name in FACT_TABLES:
            return frame.filter(self._chosen_facts())
        if name == "places" and self.places:
            return frame.filter(pl.col("place_id").is_in(self.places))
        if name == "claims":
            return self._claims(frame)
        if name == "sources" and self._has_window:
            return frame.filter(within("published", "published_precision", self.since, self.until))
        return frame

    def notes(self) -> Iterator[str]:
        """Say how many facts are left out, and why."""
        for words, left in (
            ("on other places", ~self._of_places() if self.places else None),
            ("of another basis", ~self._of_basis() if self.basis else None),
            ("of other dates", _DATED & ~self._in_window() if self._has_window else None),
            ("of no known date", ~_DATED if self._has_window else None),
        ):
            number = 0 if left is None else self._count(left)
            if number:
                yield f"Left out of the study: {counted(number, 'fact', 'facts')} {words}."

    @property
    def _has_window(self) -> bool:
        return self.since is not None or self.until is not None

    def _of_places(self) -> pl.Expr:
        systems = sorted({place.partition("/")[0] for place in self.places})
        general = pl.col("place_id").is_null() & pl.col("system_id").is_in(systems)
        return pl.col("place_id").is_in(self.places).fill_null(value=False) | general

    def _of_basis(self) -> pl.Expr:
        return pl.col("basis").cast(pl.String).is_in(self.basis)

    def _in_window(self) -> pl.Expr:
        return within("as_of", "as_of_precision", self.since, self.until)

    def _chosen_facts(self) -> pl.Expr:
        conditions = [_EVERYTHING]
        conditions += [self._of_places()] if self.places else []
        conditions += [self._of_basis()] if self.basis else []
        conditions += [self._in_window()] if self._has_window else []
        return reduce(and_, conditions)

    def _claims(self, claims: pl.LazyFrame) -> pl.LazyFrame:
        """Return the claims on sources of the window, with the places that are chosen."""
        if self._has_window:
            claims = claims.join(self.frame("sources").select("source_id"), on="source_id", how="semi")
        if not self.places:
            return claims
        # A claim that named only other places must not come to look like one on all of them.
        chosen = pl.col("places").list.set_intersection(list(self.places))
        named = pl.col("places").list.len() > 0
        return claims.filter(~named | (chosen.list.len() > 0)).with_columns(chosen)

    def _count(self, condition: pl.Expr) -> int:
        counted = [self.tables.frame(table).filter(condition).select(pl.len()) for table in FACT_TABLES]
        return sum(frame.item() for frame in pl.collect_all(counted))
