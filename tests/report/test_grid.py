"""Cells of a grid, and the facts that they lead to."""

from __future__ import annotations

import attrs

from placebench import benchmark
from placebench.model import FACT_TABLES, Governance
from placebench.plots.labels import words
from placebench.report.facts import fact_book
from placebench.report.grid import grid
from tests.benchmark.conftest import places, read, tables

__all__ = ["places", "read", "tables"]

OPTION = Governance(
    system_id="north",
    place_id="north/alder",
    feature="pooled_budget",
    status="option",
    body_kind="partnership",
    source_id="a" * 16,
)


def test_a_cell_leads_first_to_a_fact_of_its_first_letter(tables, places, read):
    there = attrs.evolve(OPTION, status="in_place", value="section_75")
    dataset = tables(*places, OPTION, there, read("a" * 16, "governance", "north/alder"))
    book = fact_book(dataset, {})
    (row,) = grid(benchmark.governance(dataset), book).rows
    (cell,) = [cell for cell in row.cells if cell.facts]
    assert cell.text == "Y O"
    assert [book.lines[number - 1].status for number in cell.facts] == ["in_place", "option"]


def test_the_table_of_the_coverage_map_begins_with_all_columns_of_the_map(tables, places, read):
    dataset = tables(*places, OPTION, read("a" * 16, "governance", "north/alder"))
    coverage = benchmark.coverage(dataset)
    shown = grid(coverage, fact_book(dataset, {}), always=FACT_TABLES).columns
    assert set(shown[: len(FACT_TABLES)]) == {words(one) for one in FACT_TABLES}
    assert shown[len(FACT_TABLES) :] == ("pooled budget",)
