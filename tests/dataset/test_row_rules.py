"""The expressions of the row rules say the same as the rules of the model."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from placebench.dataset.row_rules import BROKEN
from placebench.dataset.tables import BuiltTable
from placebench.model import FACT_TABLES, ROW_RULES, FactRow, Row, RowRule
from placebench.schema.arrow import to_arrow

Strategies = Callable[[type[Row]], st.SearchStrategy[Row]]

NEAR_MISSES: dict[str, st.SearchStrategy[Any]] = {
    "system_id": st.sampled_from(["bob", "bo", "lsc"]),
    "place_id": st.sampled_from([None, "bob/oxfordshire", "bobby/oxfordshire", "bo"]),
    "value": st.sampled_from([None, "", ".", "3", "3.5", ".5", "3.", "1.2.3", "-1", "joint", "monthly"]),
    "rule": st.sampled_from([None, "", "members"]),
    "extent": st.sampled_from([None, "none", "full"]),
    "status": st.sampled_from(["absent", "ended", "in_place"]),
    "due_text": st.sampled_from([None, "", "spring"]),
    "stage_low": st.integers(-1, 3),
    "stage_high": st.integers(-1, 3),
}
"""Values at the edge of a rule, which values of any kind would seldom meet."""


def tables_of(rule: RowRule) -> list[str]:
    return list(FACT_TABLES) if rule.table == "*" else [rule.table]


def near_misses(row: FactRow, data: st.DataObject) -> FactRow:
    present = {name: values for name, values in NEAR_MISSES.items() if hasattr(row, name)}
    if isinstance(getattr(row, "value", None), float):
        present.pop("value")
    return attrs.evolve(row, **{name: data.draw(values, label=name) for name, values in present.items()})


def test_every_rule_has_its_expression() -> None:
    assert set(BROKEN) == {rule.name for rule in ROW_RULES}


@pytest.mark.parametrize("rule", ROW_RULES, ids=lambda rule: rule.name)
@settings(max_examples=30)
@given(data=st.data())
def test_rule_and_expression_agree(rows_of: Strategies, rule: RowRule, data: st.DataObject) -> None:
    kind = FACT_TABLES[data.draw(st.sampled_from(tables_of(rule)), label="table")]
    rows = [near_misses(row, data) for row in data.draw(st.lists(rows_of(kind), min_size=1, max_size=2))]
    frame = BuiltTable(to_arrow(kind, rows)).frame().with_columns(pl.col(pl.Categorical).cast(pl.String))
    found = frame.select(BROKEN[rule.name].fill_null(value=False).alias("broken")).collect()
    assert found["broken"].to_list() == [not rule.holds(row) for row in rows]
