"""Rows that point to a framework, theme or the like that no document gave are rejected."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from placebench.checks import UNKNOWN_REFERENCE, as_text
from placebench.dataset.part import AnyPart, Part
from placebench.model import Rejection, Row, table_of
from placebench.pipeline.pointers import Pointers, identity_of, pointers_of, quotes_in
from placebench.pipeline.rejected import rejections_in, rules_broken
from placebench.pipeline.report import rows_by_table
from placebench.pipeline.spool import Spool, SpooledOutcome


def with_references_met(outcomes: Sequence[SpooledOutcome], spool: Spool) -> tuple[SpooledOutcome, ...]:
    """Return the outcomes without rows that point nowhere; each such row becomes a rejection.

    A row may point to one of another document, so this needs all documents of a dataset. A row that goes may
    leave others that pointed to it, so it ends when nothing more goes.

    Args:
        outcomes: What became of the documents.
        spool: Where rows are kept.
    """
    while True:
        known: Pointers = frozenset().union(*(part.gives for one in outcomes for part in one.parts))
        met = tuple(_met(outcome, known, spool) for outcome in outcomes)
        if all(new is old for new, old in zip(met, outcomes, strict=True)):
            return met
        outcomes = met


def _met(outcome: SpooledOutcome, known: Pointers, spool: Spool) -> SpooledOutcome:
    report = outcome.report
    host, *read = outcome.parts or (None,)
    if host is None or all(part.needs <= known for part in read):
        return outcome
    met = [
        part if part.needs <= known else spool.part(_part_met(part, known, importer), host)
        for part, importer in zip(read, report.importers, strict=True)
    ]
    parts = (host, *met)
    report = attrs.evolve(
        report,
        rows=rows_by_table(parts),
        broken=rules_broken(rejections_in(parts)),
    )
    return SpooledOutcome(parts, report)


def _part_met(part: AnyPart, known: Pointers, importer: str) -> Part:
    before = part.rows
    source_of = {(row.table, row.fact_id): row.source_id for row in quotes_in(before)}
    lost = {
        row: _rejection(row, missing, source_of[identity_of(row)], importer)
        for rows in before.values()
        for row in rows
        if identity_of(row) in source_of and (missing := _missing(row, known))
    }
    gone = {identity_of(row) for row in lost}
    rows = {table: tuple(row for row in given if row not in lost) for table, given in before.items()}
    rows["evidence"] = tuple(row for row in quotes_in(before) if (row.table, row.fact_id) not in gone)
    rows["rejections"] = (*rows.get("rejections", ()), *lost.values())
    return Part(part.key, {table: given for table, given in rows.items() if given})


def _missing(row: Row, known: Pointers) -> str | None:
    for name, to, value in pointers_of(row):
        if (to, value) not in known:
            return f"expected a row of {to.table} for {name}, found none for {value!r}"
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
