"""What breaks a rule, as rows: a dataset with faults is data about them, not an exception."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs
import polars as pl

from placebench.dataset.buckets import ROWS
from placebench.dataset.rules import Rule, references, rules_of
from placebench.dataset.rules_between import BETWEEN, ROW, RuleBetween, broken_between
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


def violations(tables: Mapping[str, pl.LazyFrame], rows: int = ROWS) -> pl.DataFrame:
    """Return what breaks a rule, one row each: by table, then by rule, those on single rows first.

    Args:
        tables: Every table.
        rows: How many rows to hold at a time; what is found is the same for any number.
    """
    frames = {
        table: frame.with_columns(pl.col(pl.Categorical, pl.Enum).cast(pl.String))
        for table, frame in tables.items()
    }
    there = references(frames)
    between = _between_rows(frames, rows)
    found: list[pl.DataFrame] = [
        broken
        for table, kind in TABLES.items()
        for broken in (
            *_by_row(table, frames[table], tuple(rules_of(kind, there)), rows),
            *between.get(table, ()),
        )
    ]
    return pl.concat([_SCHEMA.to_frame(), *found])


def _by_row(table: str, frame: pl.LazyFrame, rules: tuple[Rule, ...], rows: int) -> Iterator[pl.DataFrame]:
    found: list[list[pl.DataFrame]] = [[] for _ in rules]
    count = frame.select(pl.len()).collect(engine="streaming").item()
    for start in range(0, count, rows):
        held = frame.slice(start, rows).collect().with_row_index(ROW, offset=start)
        # One pass over the rows for all rules; one that a null leaves open is not broken.
        broken = held.select(rule.broken.fill_null(value=False).alias(str(n)) for n, rule in enumerate(rules))
        for n, rule in enumerate(rules):
            if broken[str(n)].any():
                found[n].append(_described(table, rule, held.filter(broken[str(n)])))
    return (described for of_rule in found for described in of_rule)


def _between_rows(frames: Mapping[str, pl.LazyFrame], rows: int) -> dict[str, list[pl.DataFrame]]:
    """Return what breaks a rule between rows, by table."""
    found: dict[RuleBetween, list[pl.DataFrame]] = {}
    for rule, broken in broken_between(frames, rows):
        if broken.height:
            found.setdefault(rule, []).append(_described(rule.table, rule, broken))
    by_table: dict[str, list[pl.DataFrame]] = {}
    for rule in sorted(found, key=lambda rule: BETWEEN.index(rule.name)):
        by_table.setdefault(rule.table, []).append(pl.concat(found[rule]).sort("row"))
    return by_table


def _described(table: str, rule: Rule | RuleBetween, rows: pl.DataFrame) -> pl.DataFrame:
    first = rows.columns[1]
    return rows.select(
        rule=pl.lit(rule.name),
        table=pl.lit(table),
        row=pl.col(ROW).cast(pl.Int64),
        keys=pl.concat_str(pl.lit(f"{first}="), _as_text(pl.col(first))),
        message=_message(rule),
    )


def _message(rule: Rule | RuleBetween) -> pl.Expr:
    if rule.column is None:
        return pl.lit(f"expected {rule.expected}")
    value = pl.col(rule.column.name)
    found = _as_text(value.list.join(", ") if rule.column.many else value)
    return pl.concat_str(pl.lit(f"{rule.column.name}: expected {rule.expected}, found "), found)


def _as_text(value: pl.Expr) -> pl.Expr:
    return value.cast(pl.String).fill_null("null")
