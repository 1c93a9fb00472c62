"""Rows that point to a framework, theme or the like that no document gave are rejected."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import attrs

from placebench.checks import UNKNOWN_REFERENCE, as_text
from placebench.dataset import Part
from placebench.model import TABLES, Evidence, Reference, Rejection, Row, columns_of, table_of
from placebench.pipeline.report import Outcome, on_rejections, rejections_in, rows_by_table

_Known = Mapping[Reference, set[object]]


def with_references_met(outcomes: Sequence[Outcome]) -> tuple[Outcome, ...]:
    """Return the outcomes without rows that point nowhere; each such row becomes a rejection.

    A row may point to one of another document, so this needs all documents of a dataset. A row that goes may
    leave others that pointed to it, so it ends when nothing more goes.
    """
    while True:
        known = _known(part for outcome in outcomes for part in outcome.parts)
        met = tuple(_met(outcome, known) for outcome in outcomes)
        if all(new is old for new, old in zip(met, outcomes, strict=True)):
            return met
        outcomes = met


def _known(parts: Iterable[Part]) -> _Known:
    columns = (column for kind in TABLES.values() for column in columns_of(kind))
    known: dict[Reference, set[object]] = {column.reference: set() for column in columns if column.reference}
    for part in parts:
        for reference, values in known.items():
            values.update(getattr(row, reference.column) for row in part.rows.get(reference.table, ()))
    return known


def _met(outcome: Outcome, known: _Known) -> Outcome:
    report = outcome.report
    host, *read = outcome.parts or (None,)
    met = [_part_met(part, known, importer) for part, importer in zip(read, report.importers, strict=True)]
    if host is None or all(new is old for new, old in zip(met, read, strict=True)):
        return outcome
    new = [
        row
        for part, old in zip(met, read, strict=True)
        for row in rejections_in([part])[len(rejections_in([old])) :]
    ]
    parts = (host, *met)
    report = attrs.evolve(
        report,
        rows=rows_by_table(parts),
        rejected=len(rejections_in(parts)),
        messages=(*report.messages, *on_rejections(new)),
    )
    return Outcome(parts, report)


def _part_met(part: Part, known: _Known, importer: str) -> Part:
    source_of = {(row.table, row.fact_id): row.source_id for row in _evidence(part)}
    lost = {
        row: _rejection(row, missing, source_of[_identity(row)], importer)
        for rows in part.rows.values()
        for row in rows
        # What an importer declares needs no evidence, and was checked when it was registered.
        if _identity(row) in source_of and (missing := _missing(row, known))
    }
    if not lost:
        return part
    gone = {_identity(row) for row in lost}
    rows = {table: tuple(row for row in given if row not in lost) for table, given in part.rows.items()}
    rows["evidence"] = tuple(row for row in _evidence(part) if (row.table, row.fact_id) not in gone)
    rows["rejections"] = (*rows.get("rejections", ()), *lost.values())
    return attrs.evolve(part, rows={table: given for table, given in rows.items() if given})


def _evidence(part: Part) -> list[Evidence]:
    return [row for row in part.rows.get("evidence", ()) if isinstance(row, Evidence)]


def _identity(row: Row) -> tuple[str, Any]:
    return table_of(type(row)), getattr(row, columns_of(type(row))[0].name)


def _missing(row: Row, known: _Known) -> str | None:
    for column in columns_of(type(row)):
        value = getattr(row, column.name)
        if column.reference and value is not None and value not in known[column.reference]:
            return f"expected a row of {column.reference.table} for {column.name}, found none for {value!r}"
    return None


def _rejection(row: Row, missing: str, source_id: str, importer: str) -> Rejection:
    return Rejection(
        source_id=source_id,
        importer=importer,
        table=table_of(type(row)),
        rule=UNKNOWN_REFERENCE,
        message=missing,
        row=as_text(row),
    )
