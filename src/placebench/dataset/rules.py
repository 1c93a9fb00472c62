"""Every rule that a table must keep, each with a name and an expression that says where it is broken."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs
import polars as pl

from placebench.dataset.row_rules import BROKEN
from placebench.model import FACT_TABLES, ROW_RULES, TABLES, Column, Row, columns_of, table_of
from placebench.schema import id_column

Frames = Mapping[str, pl.DataFrame]


@attrs.frozen(eq=False)
class Rule:
    """Something that every row of a table must keep.

    Attributes:
        name: Name of the rule, as violations carry it.
        expected: What must hold.
        broken: Where it does not.
        column: The column that it speaks of; None where it speaks of several.
    """

    name: str
    expected: str
    broken: pl.Expr
    column: Column | None = None


def rules_of(kind: type[Row], frames: Frames) -> Iterator[Rule]:
    """Yield the rules of one table.

    Args:
        kind: The table's class.
        frames: Every table, for references from one to another.
    """
    for column in columns_of(kind):
        yield from _column_rules(column, frames)
    table = table_of(kind)
    yield from _identity_rules(kind)
    for rule in ROW_RULES:
        if rule.table == table or (rule.table == "*" and table in FACT_TABLES):
            yield Rule(rule.name, rule.says, BROKEN[rule.name])
    if table in FACT_TABLES:
        yield _has_evidence(table, frames)
    if table == "evidence":
        yield from _evidence_rules(frames)


def _column_rules(column: Column, frames: Frames) -> Iterator[Rule]:
    value = pl.element() if column.many else pl.col(column.name)
    if not column.nullable:
        yield Rule("not-null", "a value", pl.col(column.name).is_null(), column)
    if column.vocabulary:
        broken = ~value.is_in(list(column.vocabulary.codes))
        yield Rule("vocabulary", f"a code of {column.vocabulary.name}", _of_row(column, broken), column)
    if column.pattern:
        broken = ~value.str.contains(f"^(?:{column.pattern.expression})$")
        yield Rule("pattern", f"the form {column.pattern.expression}", _of_row(column, broken), column)
    if column.reference:
        there = frames[column.reference.table][column.reference.column].unique()
        broken = ~value.is_in(there.to_list())
        expected = f"a {column.reference.column} of {column.reference.table}"
        yield Rule("foreign-key", expected, _of_row(column, broken), column)


def _identity_rules(kind: type[Row]) -> Iterator[Rule]:
    name = id_column(kind)
    for column in columns_of(kind):
        if column.name == name:
            repeated = pl.col(name).is_duplicated() & pl.col(name).is_not_null()
            yield Rule("primary-key", "a value of one row only", repeated, column)


def _has_evidence(table: str, frames: Frames) -> Rule:
    evidence = frames["evidence"].filter(pl.col("table") == table)["fact_id"].unique()
    return Rule("has-evidence", "at least one row of evidence", ~pl.col("fact_id").is_in(evidence.to_list()))


def _evidence_rules(frames: Frames) -> Iterator[Rule]:
    identified = ((table, id_column(kind)) for table, kind in TABLES.items())
    there = pl.concat(
        frames[table].select(row=pl.concat_str(pl.lit(table), identity, separator="/"))
        for table, identity in identified
        if identity
    )["row"]
    row = pl.concat_str("table", "fact_id", separator="/")
    yield Rule("evidence-row", "fact_id to name a row of its table", ~row.is_in(there.to_list()))
    length = pl.col("quote").str.len_chars()
    fits = (pl.col("start") >= 0) & (pl.col("end") - pl.col("start") == length) & (length > 0)
    yield Rule("evidence-length", "a quote as long as from start to end", ~fits)


def _of_row(column: Column, broken: pl.Expr) -> pl.Expr:
    return pl.col(column.name).list.eval(broken).list.any() if column.many else broken
