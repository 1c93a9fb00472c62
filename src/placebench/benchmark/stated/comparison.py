"""`Comparison`: answers of places side by side."""

from __future__ import annotations

from functools import cached_property

import attrs
import polars as pl

from placebench.benchmark.result import Result
from placebench.benchmark.stated.answers import UNKNOWN


@attrs.frozen(eq=False, kw_only=True)
class Comparison(Result):
    """Answers of places side by side: one row an answer.

    A place without an answer has one row with status `not_stated`, or `no_source` where none was read for it.
    The denominators are `places` (that a source speaks of), `places_read` (with a source read for it),
    `places_of_systems` (all of them) and `sources` (read for this comparison).

    Attributes:
        item: Name of the column that says what each answer is about.
    """

    item: str

    @cached_property
    def stated(self) -> pl.DataFrame:
        """The answers that a source gives."""
        return self.frame.filter(~pl.col("status").is_in(UNKNOWN))

    def counts(self) -> pl.DataFrame:
        """Count places by answer: item, value, status, `places` with that answer, and `of` places read."""
        counted = self.stated.group_by(self.item, "value", "status", maintain_order=True)
        places = pl.col("place_id").n_unique().cast(pl.Int64).alias("places")
        read = pl.lit(self.denominators["places_read"]).cast(pl.Int64).alias("of")
        return counted.agg(places).with_columns(read)

    def wide(self) -> pl.DataFrame:
        """Lay the answers out for reading: one row an item, one column a place, answers in words."""
        alike = [self.item, "place_id", "status", "marks"]
        said = self.frame.with_columns(_subject().alias("subject"), _marks().alias("marks"))
        answers = said.group_by(alike, maintain_order=True).agg(pl.col("subject").drop_nulls())
        cells = answers.group_by(self.item, "place_id", maintain_order=True).agg(_in_words().alias("words"))
        text = cells.with_columns(pl.col("words").list.join("; "))
        if text.is_empty():
            return text.select(self.item)
        return text.pivot(on="place_id", index=self.item, values="words")


def _subject() -> pl.Expr:
    named = pl.when(pl.col("detail").list.len() > 0).then(pl.col("detail").list.join(", "))
    return pl.coalesce("value", named)


def _marks() -> pl.Expr:
    return pl.concat_str(
        _mark(pl.col("applies_to") == "each_place", " (each place)"),
        _mark(pl.col("basis") == "derived", " (derived)"),
        _mark(pl.col("basis") == "judged", " (judged)"),
        _mark(pl.col("conflict"), " (conflict)"),
    )


def _mark(holds: pl.Expr, words: str) -> pl.Expr:
    return pl.when(holds).then(pl.lit(words)).otherwise(pl.lit(""))


def _in_words() -> pl.Expr:
    status = pl.col("status").str.replace_all("_", " ")
    subjects = pl.col("subject").list.unique(maintain_order=True).list.join(", ")
    return pl.concat_str(status, pl.when(subjects != "").then(": " + subjects).otherwise(pl.lit("")), "marks")
