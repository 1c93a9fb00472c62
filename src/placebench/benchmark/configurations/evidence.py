"""The facts that the rows of a table rest on, through the cases that they name."""

from __future__ import annotations

import polars as pl

COLUMNS = ("fact_ids", "as_of_first", "as_of_last")


def with_evidence(table: pl.DataFrame, data: pl.DataFrame, case: str) -> pl.DataFrame:
    """Add the facts and dates of the cases that a row names, where the data give them for each case.

    Args:
        table: A table with `cases`, a list of names, and perhaps `possible_cases`.
        data: The calibrated data; `fact_ids`, `as_of_first` and `as_of_last` are optional.
        case: Column with the names of the cases.
    """
    if not set(COLUMNS) <= set(data.columns):
        return table
    naming = [name for name in ("cases", "possible_cases") if name in table.columns]
    numbered = table.with_row_index("_row")
    named = numbered.select("_row", pl.concat_list(naming).alias("_case")).explode("_case")
    known = data.select(pl.col(case).cast(pl.String).alias("_case"), *COLUMNS)
    facts = (
        named.join(known, on="_case")
        .group_by("_row")
        .agg(
            pl.col("fact_ids").explode().drop_nulls().unique().sort(),
            pl.col("as_of_first").min(),
            pl.col("as_of_last").max(),
        )
    )
    joined = numbered.join(facts, on="_row", how="left", maintain_order="left").drop("_row")
    return joined.with_columns(pl.col("fact_ids").fill_null([]))
