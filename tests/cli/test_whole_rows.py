"""Rows that are printed stand each in one piece."""

from __future__ import annotations

import polars as pl

from placebench.cli.whole_rows import whole_rows

ROWS = pl.DataFrame(
    {
        "fact_id": ["f1", "f2"],
        "place_id": ["north/alpha", "north/beta"],
        "status": ["in_place", "in_place"],
        "sectors": [["acute", "icb"], ["acute", "icb"]],
        "importer": ["north@1", "north@2"],
        "rule": ["governance.shared_vision", "governance.pooled_budget"],
        "value": [None, "weekly"],
    }
)


def test_what_all_rows_have_in_common_is_told_once_above_them():
    whole = whole_rows(ROWS, 100, chosen=False)
    first, _, table = whole.text.partition("\n\n")
    assert first == "In each of the 2 rows: status in_place; sectors acute, icb."
    assert table.splitlines()[0].split() == ["fact_id", "place_id", "importer", "rule", "value"]
    assert "\n\n" not in table
    assert whole.left_out == ()


def test_columns_on_where_a_row_is_from_give_way_before_it_is_parted():
    whole = whole_rows(ROWS, 60, chosen=False)
    assert whole.left_out == ("importer",)
    assert whole_rows(ROWS, 40, chosen=False).left_out == ("importer", "rule")
    assert "north/beta" in whole.text.splitlines()[-1]


def test_rows_that_are_too_wide_are_records():
    whole = whole_rows(ROWS, 20, chosen=False)
    assert whole.left_out == ()
    records = whole.text.split("\n\n")[1:]
    assert [record.splitlines()[0] for record in records] == ["fact_id   f1", "fact_id   f2"]
    assert "value" not in records[0]
    assert "value     weekly" in records[1]


def test_columns_that_were_chosen_stay_where_they_are():
    chosen = ROWS.select("fact_id", "importer", "status")
    assert whole_rows(chosen, 80, chosen=True).text.splitlines()[0].split() == [
        "fact_id",
        "importer",
        "status",
    ]
    assert whole_rows(chosen, 20, chosen=True).text.startswith("fact_id   f1\nimporter  north@1")
    assert whole_rows(chosen, 20, chosen=True).left_out == ()


def test_one_row_has_nothing_in_common_with_others():
    assert whole_rows(ROWS.head(1), 120, chosen=False).text.startswith("fact_id")
