"""Rows of a table beside the quotes that say them, for commands that print many."""

from __future__ import annotations

import polars as pl

from placebench.dataset import Dataset
from placebench.errors import UsageError
from placebench.model import TABLES
from placebench.schema import id_column

QUOTES = ("documents", "positions", "quotes")
"""Columns that stand beside those of a table; each has one entry a quote, in the same order."""

_APART = " … "


def with_quotes(dataset: Dataset, table: str, rows: pl.DataFrame) -> pl.DataFrame:
    """Return rows with the quotes of each: in which documents, at which positions, and the words.

    Args:
        dataset: The dataset.
        table: The table that the rows are of.
        rows: Rows with all columns of the table; what nobody quotes has empty lists.

    Raises:
        UsageError: The rows of the table have no identifier that a quote could name.
    """
    key = id_column(TABLES[table])
    if key is None:
        raise UsageError("a table of which rows are quoted", table, where="--quotes")
    of_rows = _quotes(dataset, table).collect()
    joined = rows.join(of_rows, left_on=key, right_on="fact_id", how="left", maintain_order="left")
    return joined.with_columns(pl.col(name).fill_null([]) for name in QUOTES)


def _quotes(dataset: Dataset, table: str) -> pl.LazyFrame:
    """Return a row for each row of a table that is quoted; parts of one quote are one text."""
    paths = dataset.frame("sources").select("source_id", documents="path")
    quote = ("fact_id", "source_id", "quote_number")
    parts = dataset.frame("evidence").filter(pl.col("table") == table).sort(*quote, "part")
    whole = parts.group_by(quote, maintain_order=True).agg(
        pl.col("page", "section", "cell", "start").first(), quotes=pl.col("quote").str.join(_APART)
    )
    said = whole.join(paths, on="source_id", how="left", maintain_order="left")
    return (
        said.sort("fact_id", "documents", "quote_number")
        .with_columns(positions=_position())
        .group_by("fact_id", maintain_order=True)
        .agg(QUOTES)
    )


def _position() -> pl.Expr:
    """Say where a quote stands: its page and cell where there are such, else its first character."""
    page, cell, start = pl.col("page"), pl.col("cell"), pl.col("start")
    told = pl.concat_str(
        pl.when(page.is_not_null()).then(pl.format("page {}", page)),
        pl.when(cell.is_not_null()).then(pl.format("cell {}", cell)),
        separator=", ",
        ignore_nulls=True,
    )
    return pl.when(told != "").then(told).otherwise(pl.format("character {}", start))
