"""Whether what an importer declares of its system holds."""

from __future__ import annotations

from itertools import chain

from placebench.checks.values import column_faults, owner_faults
from placebench.errors import PluginError
from placebench.importer import Importer, are_expectations, own_rows
from placebench.model import (
    Criterion,
    Framework,
    Organisation,
    Partnership,
    Place,
    Row,
    Stage,
    System,
    Theme,
)

_DECLARABLE = (Partnership, Organisation, Framework, Theme, Stage, Criterion)


def verify_declared(importer: Importer, where: str) -> None:
    """Check what an importer declares of its system.

    Args:
        importer: The importer.
        where: What messages call it.

    Raises:
        PluginError: It expects rows of no table, or declares rows that do not hold.
    """
    if not are_expectations(importer.expects):
        raise PluginError("expects as a mapping from tables to Expect", f"{importer.expects!r}", where=where)
    fault = own_rows_fault(importer)
    if fault:
        raise PluginError(*fault, where=where)


def own_rows_fault(importer: Importer) -> tuple[str, str] | None:
    """Return what was expected of an importer's own rows and what was found, or None if they hold."""
    expected = "rows of systems, places, partnerships, organisations and frameworks"
    rows: tuple[object, ...] = tuple(own_rows(importer))
    for number, row in enumerate(rows):
        kind = System if number == 0 else Place if number <= len(importer.places) else _DECLARABLE
        if not isinstance(row, kind):
            return expected, type(row).__name__
    declared = (row for row in rows if isinstance(row, Row))
    faults = (fault for row in declared for fault in chain(column_faults(row), owner_faults(row, importer)))
    return next(((fault.expected, fault.found) for fault in faults), None)
