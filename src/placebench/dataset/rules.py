"""Every rule on single rows, each with a name and an expression that says where it is broken."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs
import polars as pl

from placebench.dataset.row_rules import BROKEN
from placebench.model import FACT_TABLES, ROW_RULES, TABLES, Column, Reference, Row, columns_of, table_of

References = Mapping[Reference, pl.Series]
"""The values that other tables may point to."""


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


def references(frames: Mapping[str, pl.LazyFrame]) -> dict[Reference, pl.Series]:
    """Return the values of every column that another one may point to.

    Args:
        frames: Every table.
    """
    columns = (column for kind in TABLES.values() for column in columns_of(kind))
    pointed = dict.fromkeys(column.reference for column in columns if column.reference)
    return {to: frames[to.table].select(to.column).unique().collect().to_series() for to in pointed}


def rules_of(kind: type[Row], there: References) -> Iterator[Rule]:
    """Yield the rules on single rows of one table.

    Args:
        kind: The table's class.
        there: What rows may point to.
    """
    for column in columns_of(kind):
        yield from _column_rules(column, there)
    table = table_of(kind)
    for rule in ROW_RULES:
        if rule.table == table or (rule.table == "*" and table in FACT_TABLES):
            yield Rule(rule.name, rule.says, BROKEN[rule.name])
    if table == "evidence":
        length = pl.col("quote").str.len_chars()
        fits = (pl.col("start") >= 0) & (pl.col("end") - pl.col("start") == length) & (length > 0)
        yield Rule("evidence-length", "a quote as long as from start to end", ~fits)


def _column_rules(column: Column, there: References) -> Iterator[Rule]:
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
        broken = ~value.is_in(there[column.reference].to_list())
        expected = f"a {column.reference.column} of {column.reference.table}"
        yield Rule("foreign-key", expected, _of_row(column, broken), column)


def _of_row(column: Column, broken: pl.Expr) -> pl.Expr:
    return pl.col(column.name).list.eval(broken).list.any() if column.many else broken
