"""Every fact of an importer, verified before it may enter a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from placebench.checks.identity import Checked, filled
from placebench.checks.quotes import quote_faults
from placebench.checks.rules import Fault
from placebench.checks.stated import Stated, stated_by, table_named
from placebench.checks.values import column_faults, owner_faults
from placebench.checks.words import LONGEST, as_text, shown, writable
from placebench.documents import Document, Span
from placebench.importer import Importer, signature
from placebench.model import Rejection, Row, broken_rules, columns_of


def check(
    found: object, document: Document, importer: Importer, won: Mapping[str, tuple[Span, ...]]
) -> Checked | Rejection:
    """Verify one thing that an importer yielded.

    Args:
        found: A `Fact`, a `GapFound` or a `FaultFound`; anything else is rejected too.
        document: The document that it was read from.
        importer: The importer that yielded it.
        won: By table, the parts of the document that the importer won.
    """
    stated = stated_by(found)
    if isinstance(stated, Fault):
        return _rejected(stated, table_named(found), type(found).__name__, document, importer)
    fault = next(_faults(stated, document, importer, won), None)
    if fault is not None:
        return _rejected(fault, stated.table, as_text(stated.row), document, importer)
    return filled(stated, document, importer)


def _rejected(fault: Fault, table: str, row: str, document: Document, importer: Importer) -> Rejection:
    message = f"{document.path}: expected {fault.expected}, found {fault.found}"
    return Rejection(
        source_id=document.source_id,
        importer=signature(importer),
        table=writable(table),
        rule=fault.rule,
        message=writable(message)[:LONGEST],
        row=row,
    )


def _faults(
    stated: Stated, document: Document, importer: Importer, won: Mapping[str, tuple[Span, ...]]
) -> Iterator[Fault]:
    # Only the first is asked for, so each check may rely on those before it.
    yield from column_faults(stated.row)
    yield from owner_faults(stated.row, importer)
    for rule in broken_rules(stated.row):
        yield Fault(rule.name, f"that {rule.says}", _clashing(stated.row, rule.says))
    if not stated.quotes or not all(quote.spans for quote in stated.quotes):
        yield Fault("quote-missing", "at least one quote", "none")
    for quote in stated.quotes:
        for span, text in zip(quote.spans, quote.texts, strict=True):
            yield from quote_faults(span, text, document, won.get(stated.table, ()))


def _clashing(row: Row, rule: str) -> str:
    """Return the values of the columns that a rule names, or the row where it names none."""
    values = ((column.name, getattr(row, column.name)) for column in columns_of(type(row)))
    named = [f"{name} {shown(value)}" for name, value in values if re.search(rf"\b{name}\b", rule)]
    return " and ".join(named) or as_text(row)
