"""A result of any method as a table: a row a row of its frame, figures at the right, evidence at the end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl

from placebench.benchmark import Result
from placebench.benchmark.stated.answers import UNKNOWN
from placebench.report.columns import Shown, columns_of, is_code, leads_to_facts, text_of
from placebench.report.content import Cell, Row, Table
from placebench.report.downloads import csv_of
from placebench.report.facts import FactBook
from placebench.report.grid import heading

MOST_ROWS = 600
"""Rows of a listing; a longer one is left to the CSV files of a study."""
_FOLDED = 10
_NOT_SHOWN = frozenset({"fact_ids", "evidence_ids", "sources", "as_of_first", "as_of_last"})
_EVIDENCE = "Evidence"
_WHOLE = "all themes"


def listing(result: Result, book: FactBook, *, title: str | None = None) -> Table:
    """Lay a result out with the columns of `listings.toml`, else as it is; empty columns are left out.

    Of a count, items that no place states are left out: the notes name them.

    Args:
        result: What a method found.
        book: The facts, to lead from a row to them.
        title: What the table shows; the result's own title unless given.
    """
    frame = _counted(_stated_items(result.frame))
    rows = frame.to_dicts()
    columns = columns_of(result.name) or _as_it_is(frame)
    shown = [column for column in columns if any(column.text(row) for row in rows)] or list(columns[:1])
    first, *others = shown
    has_facts = leads_to_facts(result.name) and bool(result.fact_ids)
    return Table(
        id=f"t-{result.name}",
        caption=title or result.title,
        corner=first.heading,
        columns=(*(column.heading for column in others), *([_EVIDENCE] if has_facts else [])),
        rows=tuple(_row(row, first, others, book, has_facts=has_facts) for row in rows),
        csv=csv_of(result),
        long=frame.height > _FOLDED,
    )


def is_long(result: Result) -> bool:
    """Tell whether a result has more rows than the page lists."""
    return result.frame.height > MOST_ROWS


def _stated_items(frame: pl.DataFrame) -> pl.DataFrame:
    if not {"item", "status", "share_of_all"} <= set(frame.columns):
        return frame
    return frame.filter((~pl.col("status").is_in(UNKNOWN)).any().over("item"))


def _counted(frame: pl.DataFrame) -> pl.DataFrame:
    """Leave out bases that know no place, and the stages of themes that too few places are known on."""
    if {"basis", "theme_id", "n_known"} <= set(frame.columns):
        frame = frame.filter((pl.col("n_known") > 0).any().over("basis"))
    if not {"certain", "possible"} <= set(frame.columns) or frame.schema["certain"] != pl.Int64:
        return frame
    return frame.filter(pl.col("certain").is_not_null())


def _as_it_is(frame: pl.DataFrame) -> list[Shown]:
    names = [name for name in frame.columns if name not in _NOT_SHOWN] or frame.columns[:1]
    return [Shown(heading(name), f"{{{name}}}") for name in names]


def _row(
    row: Mapping[str, Any], first: Shown, others: Sequence[Shown], book: FactBook, *, has_facts: bool
) -> Row:
    nothing = "no answer" if row.get("status") in UNKNOWN else "not named"
    if row.keys() & {"n_both", "n_two"}:
        nothing = _WHOLE
    return Row(
        head=first.text(row) or nothing,
        cells=tuple(_cells(row, others, book, has_facts=has_facts)),
        system=str(row.get("system_id") or _system(row)),
        place=str(row.get("place_id") or ""),
    )


def _cells(
    row: Mapping[str, Any], columns: Sequence[Shown], book: FactBook, *, has_facts: bool
) -> list[Cell]:
    cells = [_cell(row, column) for column in columns]
    if has_facts:
        facts = book.of(row["fact_ids"] or ())
        cells.append(Cell(text=f"{len(facts)}" if facts else "", facts=facts, numeric=True))
    return cells


def _cell(row: Mapping[str, Any], column: Shown) -> Cell:
    name = column.only()
    is_status = name == "status" and bool(row.get("status"))
    value = row.get(name) if name else None
    return Cell(
        text=column.text(row) if name is None else text_of(value, code=is_code(name)),
        statuses=(row["status"],) if is_status else (),
        bases=(row["basis"],) if row.get("basis") else (),
        conflict=row.get("conflict") is True and is_status,
        numeric=isinstance(value, int | float) and not isinstance(value, bool),
    )


def _system(row: Mapping[str, Any]) -> str:
    return str(row.get("place_id") or "").partition("/")[0]
