"""What breaks a rule, as rows: a dataset with faults is data about them, not an exception."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs
import polars as pl

from placebench.dataset.rules import Rule, rules_of
from placebench.model import TABLES

_SCHEMA = pl.Schema(
    {"rule": pl.String, "table": pl.String, "row": pl.Int64, "keys": pl.String, "message": pl.String}
)


@attrs.frozen
class Violation:
    """A row that breaks a rule.

    Attributes:
        rule: Name of the rule.
        table: The table.
        row: Number of the row in its table, from 0.
        keys: The row's first column and its value, which identifies the row in most tables.
        message: What was expected and found.
    """

    rule: str
    table: str
    row: int
    keys: str
    message: str


def violations(tables: Mapping[str, pl.LazyFrame]) -> pl.DataFrame:
    """Return what breaks a rule, one row each, in the order of tables and rules."""
    frames = {
        table: frame.with_columns(pl.col(pl.Categorical, pl.Enum).cast(pl.String)).collect()
        for table, frame in tables.items()
    }
    found = [
        broken
        for table, frame in frames.items()
        for broken in _broken(table, frame, tuple(rules_of(TABLES[table], frames)))
    ]
    return pl.concat([_SCHEMA.to_frame(), *found])


def _broken(table: str, frame: pl.DataFrame, rules: tuple[Rule, ...]) -> Iterator[pl.DataFrame]:
    # One pass over the table for all its rules; one that a null leaves open is not broken.
    broken = frame.select(rule.broken.fill_null(value=False).alias(str(n)) for n, rule in enumerate(rules))
    for n, rule in enumerate(rules):
        rows = broken[str(n)].arg_true()
        if len(rows):
            yield _described(table, rule, frame.with_row_index("__row")[rows])


def _described(table: str, rule: Rule, rows: pl.DataFrame) -> pl.DataFrame:
    first = rows.columns[1]
    return rows.select(
        rule=pl.lit(rule.name),
        table=pl.lit(table),
        row=pl.col("__row").cast(pl.Int64),
        keys=pl.concat_str(pl.lit(f"{first}="), _as_text(pl.col(first))),
        message=_message(rule),
    )


def _message(rule: Rule) -> pl.Expr:
    if rule.column is None:
        return pl.lit(f"expected {rule.expected}")
    value = pl.col(rule.column.name)
    found = _as_text(value.list.join(", ") if rule.column.many else value)
    return pl.concat_str(pl.lit(f"{rule.column.name}: expected {rule.expected}, found "), found)


def _as_text(value: pl.Expr) -> pl.Expr:
    return value.cast(pl.String).fill_null("null")
