"""A result of any method as a table: a row a row of its frame, figures at the right, evidence at the end."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

import polars as pl

from placebench.benchmark import Result
from placebench.dataset.words import date_in_words
from placebench.report.content import Cell, Row, Table
from placebench.report.facts import FactBook
from placebench.report.grid import heading

_NOT_SHOWN = frozenset({"fact_ids", "evidence_ids", "sources", "as_of_first", "as_of_last"})
_DIGITS = 3
_EVIDENCE = "evidence"


def listing(result: Result, book: FactBook, *, title: str | None = None) -> Table:
    """Lay a result out as it is; columns without any value are left out.

    Args:
        result: What a method found.
        book: The facts, to lead from a row to them.
        title: What the table shows; the result's own title unless given.
    """
    frame = result.frame
    shown = [name for name in frame.columns if name not in _NOT_SHOWN and _has_value(frame[name])]
    first, *others = shown or [frame.columns[0]]
    has_facts = bool(result.fact_ids)
    rows = [
        Row(
            head=_text(row[first]),
            cells=tuple(_cells(row, others, book, has_facts=has_facts)),
            system=str(row.get("system_id") or _system(row)),
            place=str(row.get("place_id") or ""),
        )
        for row in frame.iter_rows(named=True)
    ]
    return Table(
        id=f"t-{result.name}",
        caption=title or result.title,
        corner=heading(first),
        columns=tuple(map(heading, [*others, *([_EVIDENCE] if has_facts else [])])),
        rows=tuple(rows),
        csv=result.as_csv(),
    )


def _cells(row: Mapping[str, Any], names: list[str], book: FactBook, *, has_facts: bool) -> list[Cell]:
    basis = (row["basis"],) if row.get("basis") else ()
    status = (row["status"],) if row.get("status") else ()
    cells = [
        Cell(
            text=_text(row[name]),
            statuses=status if name == "status" else (),
            bases=basis,
            conflict=row.get("conflict") is True and name == "status",
            numeric=isinstance(row[name], int | float) and not isinstance(row[name], bool),
        )
        for name in names
    ]
    if has_facts:
        facts = book.of(row["fact_ids"] or ())
        cells.append(Cell(text=f"{len(facts)}" if facts else "", facts=facts, numeric=True))
    return cells


def _system(row: Mapping[str, Any]) -> str:
    return str(row.get("place_id") or "").partition("/")[0]


def _has_value(column: pl.Series) -> bool:
    if isinstance(column.dtype, pl.List):
        return bool((column.list.len().fill_null(0) > 0).any())
    return column.null_count() < len(column)


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.{_DIGITS}g}"
    if isinstance(value, dt.date):
        return date_in_words(value)
    if isinstance(value, list):
        return ", ".join(map(_text, value))
    return str(value)
