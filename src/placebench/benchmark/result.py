"""`Comparison`: what a comparison found, with its denominators, dates and evidence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

import attrs
import polars as pl
import polars.selectors as cs

from placebench.benchmark.answers import UNKNOWN

LIST_SEPARATOR = " | "
_STARTS_A_FORMULA = r"^[=+\-@\t]"


@attrs.frozen(eq=False)
class Comparison:
    """Answers of places side by side.

    Attributes:
        name: Short name; also of its file.
        title: What is compared.
        item: Name of the column that says what each answer is about.
        frame: One row an answer; `fact_ids` lists the facts behind it. A place without an answer has
            one row with status `not_stated`, or `no_source` where none was read for it.
        denominators: `places` (that a source speaks of), `places_read` (with a source read for it),
            `places_of_systems` (all of them) and `sources` (read for this comparison).
        notes: What a reader must know, in sentences.
    """

    name: str
    title: str
    item: str
    frame: pl.DataFrame
    denominators: Mapping[str, int]
    notes: tuple[str, ...] = ()

    @property
    def stated(self) -> pl.DataFrame:
        """The answers that a source gives."""
        return self.frame.filter(~pl.col("status").is_in(UNKNOWN))

    @property
    def dates(self) -> tuple[dt.date | None, dt.date | None]:
        """First and last date that an answer speaks for."""
        first = self.frame["as_of_first"].min()
        last = self.frame["as_of_last"].max()
        return first, last  # type: ignore[return-value]

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

    def to_csv(self, folder: Path | str) -> Path:
        """Write the tidy frame to `<name>.csv` in a folder, and return the file.

        Lists are joined by ` | `. Text that a spreadsheet would take for a formula is prefixed with `'`.
        """
        folder = Path(folder)
        folder.mkdir(parents=True, exist_ok=True)
        flat = self.frame.with_columns(cs.list().list.join(LIST_SEPARATOR))
        formula = cs.string().str.contains(_STARTS_A_FORMULA)
        safe = flat.with_columns(pl.when(formula).then("'" + cs.string()).otherwise(cs.string()).name.keep())
        path = folder / f"{self.name}.csv"
        unfinished = path.with_suffix(".csv.part")
        safe.write_csv(unfinished)
        unfinished.replace(path)
        return path


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
