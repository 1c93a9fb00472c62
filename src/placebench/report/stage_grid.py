"""Stages of places as a table: a row a place and basis, a column a theme, ranges in the cells."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import polars as pl

from placebench.benchmark import Result
from placebench.plots.labels import LABEL, with_labels
from placebench.report.content import Cell, Row, Table
from placebench.report.downloads import csv_of
from placebench.report.facts import FactBook

_NOT_STATED = "not_stated"


def stage_grid(result: Result, book: FactBook) -> Table:
    """Lay intervals of stages out; places and bases without any known stage are left out.

    Args:
        result: Intervals, as `benchmark.maturity.maturity` gives them.
        book: The facts, to lead from a cell to them.
    """
    known = with_labels(result.frame).filter(pl.col("known").any().over("place_id", "basis"))
    ordered = known.sort(pl.col(LABEL).str.to_lowercase(), "place_id", "basis", "theme_number")
    themes = ordered.select("theme_number", "theme").unique().sort("theme_number")
    return Table(
        id=f"t-{result.name}",
        caption=result.title,
        corner="Place",
        columns=tuple(f"{number} {theme}" for number, theme in themes.iter_rows()),
        rows=tuple(
            _row(of_row.to_dicts(), book)
            for _, of_row in ordered.group_by("place_id", "basis", maintain_order=True)
        ),
        compact=True,
        csv=csv_of(result),
    )


def _row(cells: list[dict[str, Any]], book: FactBook) -> Row:
    first = cells[0]
    return Row(
        head=f"{first[LABEL]} ({first['basis']})",
        cells=tuple(_cell(one, book) for one in cells),
        system=first["place_id"].partition("/")[0],
        place=first["place_id"],
    )


def _cell(one: Mapping[str, Any], book: FactBook) -> Cell:
    if not one["known"]:
        return Cell(text="·", words="not stated", mark=_NOT_STATED)
    low, high = one["low"], one["high"]
    text = f"{low}" if low == high else f"{low}–{high}"
    words = f"stage {low}" if low == high else f"between stage {low} and stage {high}"
    return Cell(
        text=text,
        words=f"{words}, {one['basis']}",
        facts=book.of(one["fact_ids"]),
        conflict=bool(one["conflict"]),
        mark=f"stage_{low}" if low == high else "",
    )
