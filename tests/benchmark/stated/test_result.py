from __future__ import annotations

import csv
import datetime as dt

import pytest

from placebench.benchmark import governance, priorities
from placebench.model import Governance, Priority


@pytest.fixture
def comparison(tables, places):
    rows = [
        Governance(
            system_id="north",
            place_id=f"north/{slug}",
            source_id="s1",
            feature="chairing",
            value=value,
            as_of=dt.date(year, 5, 1),
            as_of_precision="day",
        )
        for slug, value, year in (
            ("alder", "joint", 2021),
            ("alder", "rotating", 2022),
            ("birch", "joint", 2023),
        )
    ]
    return governance(tables(*places, *rows))


def test_dates_are_the_window_of_all_answers(comparison):
    assert comparison.dates == (dt.date(2021, 5, 1), dt.date(2023, 5, 1))


def test_counts_are_of_the_places_that_were_read(comparison):
    assert comparison.counts().rows() == [
        ("chairing", "joint", "in_place", 2, 2),
        ("chairing", "rotating", "in_place", 1, 2),
    ]


def test_wide_has_one_row_an_item_and_one_column_a_place(comparison):
    wide = comparison.wide()
    assert wide.columns == ["feature", "north/alder", "north/birch"]
    row = wide.row(wide["feature"].to_list().index("chairing"))
    assert row == ("chairing", "in place: joint, rotating", "in place: joint")
    assert wide.row(0) == ("arrangement", "not stated", "not stated")


def test_csv_joins_lists_and_replaces_an_older_file(comparison, tmp_path):
    (tmp_path / "governance.csv").write_text("old")
    path = comparison.to_csv(tmp_path)
    with path.open(newline="", encoding="utf-8") as stream:
        rows = [row for row in csv.DictReader(stream) if row["feature"] == "chairing"]
    assert [row["value"] for row in rows] == ["joint", "rotating", "joint"]
    assert [row["fact_ids"] for row in rows] == [f"{n:016x}" for n in (5, 6, 7)]
    assert [file.name for file in tmp_path.iterdir()] == ["governance.csv"]


def test_csv_disarms_formulas_and_joins_labels(tables, places, tmp_path):
    rows = [
        Priority(
            system_id="north",
            place_id="north/alder",
            source_id="s1",
            label=label,
            topics=("frailty",),
            position=n,
        )
        for n, label in enumerate(("=1+1", "Plain"), start=1)
    ]
    path = priorities(tables(*places, *rows)).to_csv(tmp_path / "new" / "folder")
    with path.open(newline="", encoding="utf-8") as stream:
        details = [row["detail"] for row in csv.DictReader(stream) if row["detail"]]
    assert details == ["'=1+1 | Plain"]
