"""Rows come back from JSON as they were."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from placebench.cache import rows_from_json, rows_to_json
from placebench.model import TABLES, Place, Row


@pytest.mark.parametrize("table", TABLES)
def test_any_row_of_any_table_comes_back(
    table: str, rows_of: Callable[[type[Row]], st.SearchStrategy[Row]]
) -> None:
    @settings(max_examples=5)
    @given(rows_of(TABLES[table]))
    def holds(row: Row) -> None:
        written = json.dumps(rows_to_json({table: [row]}))
        assert rows_from_json(json.loads(written)) == {table: (row,)}

    holds()


def test_a_row_with_other_columns_is_an_error() -> None:
    place = Place(place_id="bob/oxfordshire", system_id="bob", name="Oxfordshire")
    written = rows_to_json({"places": (place,)})
    written["places"][0].append("more")
    with pytest.raises(ValueError, match="longer"):
        rows_from_json(written)
