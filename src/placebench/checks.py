"""What the host verifies of every fact before it may enter a table: types, codes, ids, rules, and the quotes.

A row that breaks a rule becomes a row of `rejections` that names the rule; see `RULES`.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import math
import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain
from typing import Any

import attrs

from placebench.documents import Document, Quote, Span
from placebench.errors import DocumentError, PluginError
from placebench.importer import (
    Fact,
    FaultFound,
    GapFound,
    Importer,
    are_expectations,
    own_rows,
    signature,
)
from placebench.model import (
    ROW_RULES,
    TABLES,
    Column,
    Criterion,
    FactRow,
    Framework,
    Gap,
    Organisation,
    Partnership,
    Place,
    Rejection,
    Row,
    Stage,
    System,
    Theme,
    broken_rules,
    columns_of,
    table_of,
)
from placebench.sources import published

DUPLICATE_KEY = "duplicate-key"
UNKNOWN_REFERENCE = "unknown-reference"
RULES: Mapping[str, str] = {
    "not-a-fact": "an importer yields Fact, GapFound and FaultFound, each with a tuple of Quote",
    "unknown-table": "the row is of a table that importers may fill",
    "null-in-required": "a column that must have a value has one",
    "wrong-type": "a value has the type of its column",
    "unknown-code": "a code is of the column's vocabulary",
    "bad-pattern": "a text with a fixed form has that form",
    "unknown-system": "the system is the importer's own",
    "unknown-place": "the place is one of the importer's own",
    **{rule.name: rule.says for rule in ROW_RULES},
    "quote-missing": "a row has at least one quote, and a quote at least one part",
    "quote-out-of-range": "a quote lies within the document's text",
    "quote-empty": "a quote has words",
    "quote-differs": "the text at a quote's position is the quote, character for character",
    "not-claimed": "a quote lies in a part that the importer won for that table",
    DUPLICATE_KEY: "rows of a reference table that share an identifier say the same",
    UNKNOWN_REFERENCE: "a framework, theme or the like that a row points to is in the dataset",
}
"""Every rule of the host in the order of its checks; the last two need more than one row."""

_UNKNOWN_SYSTEM, _UNKNOWN_PLACE = "unknown-system", "unknown-place"
_HOST_TABLES = frozenset({"sources", "evidence", "gaps", "claims", "rejections"})
_STATABLE = {table: kind for table, kind in TABLES.items() if table not in _HOST_TABLES}
_DECLARABLE = (Partnership, Organisation, Framework, Theme, Stage, Criterion)
_ILLEGIBLE = "illegible"
_LARGEST = 2**63
_AS_JSON = json.JSONEncoder(ensure_ascii=True, default=str, separators=(",", ":"))
_LONGEST = 2000


@attrs.frozen
class Checked:
    """A row that holds, with the host's columns filled in.

    Attributes:
        row: The row.
        row_id: Its identifier, as `evidence.fact_id` gives it.
        identity: Table and key; two rows of one document that share it are one.
        quotes: The quotes that say it.
    """

    row: Row
    row_id: str
    identity: tuple[Any, ...]
    quotes: tuple[Quote, ...]


@attrs.frozen
class _Stated:
    table: str
    row: Row
    quotes: tuple[Quote, ...]


@attrs.frozen
class _Fault:
    rule: str
    expected: str
    found: str


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
    stated = _stated(found)
    if isinstance(stated, _Fault):
        return _rejected(stated, _table_named(found), type(found).__name__, document, importer)
    fault = next(_faults(stated, document, importer, won), None)
    if fault is not None:
        return _rejected(fault, stated.table, as_text(stated.row), document, importer)
    return _filled(stated, document, importer)


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
    faults = (fault for row in declared for fault in chain(_column_faults(row), _owner_faults(row, importer)))
    return next(((fault.expected, fault.found) for fault in faults), None)


def as_text(row: Row) -> str:
    """Return a row as people read it: the columns that say something, without the host's."""
    values = ((column.name, getattr(row, column.name)) for column in columns_of(type(row)) if not column.host)
    given = (f"{name}={_shown(value)}" for name, value in values if value is not None and value != ())
    return f"{type(row).__name__}({', '.join(given)})"[:_LONGEST]


def digest(*parts: object) -> str:
    """Return 16 hex digits of the sha256 of some values; equal values give equal digits on every machine."""
    return hashlib.sha256(_AS_JSON.encode(parts).encode("ascii")).hexdigest()[:16]


def _clashing(row: Row, rule: str) -> str:
    """Return the values of the columns that a rule names, or the row where it names none."""
    values = ((column.name, getattr(row, column.name)) for column in columns_of(type(row)))
    named = [f"{name} {_shown(value)}" for name, value in values if re.search(rf"\b{name}\b", rule)]
    return " and ".join(named) or as_text(row)


def _shown(value: object) -> str:
    # Only plain values are spelled out: the text of a stranger's object may differ from run to run.
    plain = (str, int, float, dt.date)
    listed = isinstance(value, tuple) and all(isinstance(item, plain) for item in value)
    return _writable(repr(value)) if listed or isinstance(value, plain) else type(value).__name__


def _writable(text: str) -> str:
    # Half of a surrogate pair is a Python text that no UTF-8 file can hold.
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _stated(found: object) -> _Stated | _Fault:
    if not isinstance(found, Fact | GapFound | FaultFound):
        return _Fault("not-a-fact", "a Fact, a GapFound or a FaultFound", type(found).__name__)
    if isinstance(found, FaultFound):
        error: object = found.error
        if not isinstance(error, DocumentError):
            return _Fault("not-a-fact", "a DocumentError", type(error).__name__)
        found = GapFound(found.table, str(error), _ILLEGIBLE, found.quotes)
    table = _table_named(found)
    if table not in (TABLES if isinstance(found, GapFound) else _STATABLE):
        return _Fault("unknown-table", "a row of a table that importers may fill", table or "none")
    if not _are(found.quotes, Quote) or not all(_is_whole(quote) for quote in found.quotes):
        return _Fault(
            "not-a-fact", "a tuple of Quote, with a text for each span", type(found.quotes).__name__
        )
    if isinstance(found, GapFound):
        return _Stated(table, Gap(table=table, what=found.what, reason=found.reason), found.quotes)
    return _Stated(table, found.row, found.quotes)


def _table_named(found: object) -> str:
    if isinstance(found, GapFound | FaultFound):
        return _if_text(found.table)
    row: object = found.row if isinstance(found, Fact) else None
    table = _if_text(getattr(row, "__table__", None))
    # A class of the plugin's own that only takes the name of a table is not of that table.
    return table if type(row) is TABLES.get(table) else ""


def _if_text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _are(values: object, kind: type) -> bool:
    return isinstance(values, tuple) and all(isinstance(value, kind) for value in values)


def _is_whole(quote: Quote) -> bool:
    return (
        _are(quote.spans, Span)
        and _are(quote.texts, str)
        and len(quote.spans) == len(quote.texts)
        and _are(tuple(edge for span in quote.spans for edge in (span.start, span.end)), int)
    )


def _rejected(fault: _Fault, table: str, row: str, document: Document, importer: Importer) -> Rejection:
    message = f"{document.path}: expected {fault.expected}, found {fault.found}"
    return Rejection(
        source_id=document.source_id,
        importer=signature(importer),
        table=_writable(table),
        rule=fault.rule,
        message=_writable(message)[:_LONGEST],
        row=row,
    )


def _faults(
    stated: _Stated, document: Document, importer: Importer, won: Mapping[str, tuple[Span, ...]]
) -> Iterator[_Fault]:
    # Only the first is asked for, so each check may rely on those before it.
    yield from _column_faults(stated.row)
    yield from _owner_faults(stated.row, importer)
    for rule in broken_rules(stated.row):
        yield _Fault(rule.name, f"that {rule.says}", _clashing(stated.row, rule.says))
    if not stated.quotes or not all(quote.spans for quote in stated.quotes):
        yield _Fault("quote-missing", "at least one quote", "none")
    for quote in stated.quotes:
        for span, text in zip(quote.spans, quote.texts, strict=True):
            yield from _quote_faults(span, text, document, won.get(stated.table, ()))


def _column_faults(row: Row) -> Iterator[_Fault]:
    for column in _stated_columns(type(row)):  # type: ignore[arg-type]
        value = getattr(row, column.name)
        # Most columns of most rows say nothing.
        if (value is not None or not column.nullable) and not _is_plain_text(column, value):
            yield from _value_faults(column, value)


def _is_plain_text(column: Column, value: object) -> bool:
    """Tell whether a value is such that no rule on values can fault it, as nearly all of them are."""
    return (
        type(value) is str
        and column.kind is str
        and not column.many
        and column.pattern is None
        and value.isascii()
        and not (value.isspace() or not value)
        and (column.vocabulary is None or value in column.vocabulary)
    )


@cache
def _stated_columns(kind: type[Row]) -> tuple[Column, ...]:
    return tuple(column for column in columns_of(kind) if not column.host)


def _value_faults(column: Column, value: object) -> Iterator[_Fault]:
    if value is None or (isinstance(value, str) and not value.strip()):
        if not column.nullable:
            yield _Fault("null-in-required", f"a value in {column.name}", _shown(value))
        return
    if column.many != isinstance(value, tuple):
        yield _Fault(
            "wrong-type", f"{'a list' if column.many else 'one value'} in {column.name}", _shown(value)
        )
    for item in value if isinstance(value, tuple) else (value,):
        yield from _item_faults(column, item)


def _item_faults(column: Column, item: object) -> Iterator[_Fault]:
    if not _has_kind(item, column.kind):
        yield _Fault("wrong-type", f"{column.kind.__name__} in {column.name}", _shown(item))
    if column.vocabulary and item not in column.vocabulary:
        yield _Fault("unknown-code", f"a code of {column.vocabulary.name} in {column.name}", _shown(item))
    if column.pattern and not re.fullmatch(column.pattern.expression, str(item)):
        yield _Fault("bad-pattern", f"{column.pattern.name} in {column.name}", _shown(item))


def _has_kind(item: object, kind: type) -> bool:
    if isinstance(item, str):
        return kind is str and (item.isascii() or _writable(item) == item)
    if isinstance(item, bool) or kind is bool:
        return isinstance(item, bool) and kind is bool
    if kind is float:
        return isinstance(item, int | float) and abs(item) < math.inf
    if kind is int:
        return isinstance(item, int) and -_LARGEST <= item < _LARGEST
    return isinstance(item, kind) and not isinstance(item, dt.datetime)


def _owner_faults(row: Row, importer: Importer) -> Iterator[_Fault]:
    for name, rule in _owned_columns(type(row)):  # type: ignore[arg-type]
        value = getattr(row, name)
        if value is None:
            continue
        if rule == _UNKNOWN_SYSTEM:
            known = {importer.system.system_id}
        else:
            known = {place.place_id for place in importer.places}
        if value not in known:
            yield _Fault(rule, f"{' or '.join(sorted(known))} in {name}", _shown(value))


@cache
def _owned_columns(kind: type[Row]) -> tuple[tuple[str, str], ...]:
    """Return the columns that name a system or a place, each with the rule that it must be the importer's."""
    rules = {"systems": _UNKNOWN_SYSTEM, "places": _UNKNOWN_PLACE}
    columns = columns_of(kind)
    pairs = [(one.name, one.reference.table if one.reference else "") for one in columns]
    pairs[0] = (columns[0].name, pairs[0][1] or table_of(kind))
    return tuple((name, rules[table]) for name, table in pairs if table in rules)


def _quote_faults(span: Span, text: str, document: Document, won: tuple[Span, ...]) -> Iterator[_Fault]:
    where = f"characters {span.start} to {span.end}"
    if not 0 <= span.start <= span.end <= len(document.text):
        yield _Fault("quote-out-of-range", f"a quote within {len(document.text)} characters", where)
    stands = document.at(span)
    if not stands.strip():
        yield _Fault("quote-empty", "words", f"none at {where}")
    if text != stands:
        yield _Fault("quote-differs", f"{_shown(stands)} at {where}", _shown(text))
    if not any(span in part for part in won):
        yield _Fault("not-claimed", "a quote in a part that the importer won for the table", where)


def _filled(stated: _Stated, document: Document, importer: Importer) -> Checked:
    row, id_column = stated.row, columns_of(type(stated.row))[0]
    changed: dict[str, Any] = _as_floats(row)
    if isinstance(row, FactRow) and row.as_of is None:
        day, precision = published(document.metadata)
        changed |= {"as_of": day, "as_of_precision": precision}
    identity = (table_of(type(row)), *_key(row, changed))
    if not id_column.host:
        return Checked(attrs.evolve(row, **changed), identity[1], identity, stated.quotes)  # type: ignore[misc]
    row_id = digest(identity, document.source_id, stated.quotes[0].spans[0].start)
    changed |= {id_column.name: row_id, "source_id": document.source_id, "importer": signature(importer)}
    return Checked(attrs.evolve(row, **changed), row_id, identity, stated.quotes)  # type: ignore[misc]


def _as_floats(row: Row) -> dict[str, float]:
    # An importer may give 5 for 5.0; as columns and as keys they must be one value.
    values = {name: getattr(row, name) for name in _float_columns(type(row))}  # type: ignore[arg-type]
    return {name: float(value) for name, value in values.items() if value is not None}


@cache
def _float_columns(kind: type[Row]) -> tuple[str, ...]:
    return tuple(column.name for column in columns_of(kind) if column.kind is float)


def _key(row: Row, changed: Mapping[str, Any]) -> tuple[Any, ...]:
    if isinstance(row, Gap):
        return (row.table, row.what, row.reason)
    names = _key_columns(type(row))  # type: ignore[arg-type]
    return tuple(changed[name] if name in changed else getattr(row, name) for name in names)


@cache
def _key_columns(kind: type[Row]) -> tuple[str, ...]:
    return tuple(column.name for column in columns_of(kind) if column.key)
