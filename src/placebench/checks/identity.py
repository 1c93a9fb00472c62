"""A row that holds, with its identifier and the host's columns."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from functools import cache
from typing import Any

import attrs

from placebench.checks.stated import Stated
from placebench.documents import Document, Quote
from placebench.importer import Importer, signature
from placebench.model import FactRow, Gap, Row, columns_of, table_of
from placebench.sources import published

_FLOAT_OR_NONE = (float, type(None))
_AS_JSON = json.JSONEncoder(ensure_ascii=True, default=str, separators=(",", ":"))


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


def digest(*parts: object) -> str:
    """Return 16 hex digits of the sha256 of some values; equal values give equal digits on every machine."""
    return hashlib.sha256(_AS_JSON.encode(parts).encode("ascii")).hexdigest()[:16]


def filled(stated: Stated, document: Document, importer: Importer) -> Checked:
    """Return a row that holds with its identifier, its date and where it comes from."""
    row, id_column = stated.row, columns_of(type(stated.row))[0]
    changed: dict[str, Any] = _as_floats(row)
    if isinstance(row, FactRow) and row.as_of is None:
        day, precision = published(document.metadata)
        changed |= {"as_of": day, "as_of_precision": precision}
    identity = (table_of(type(row)), *_key(row, changed))
    if not id_column.host:
        held = attrs.evolve(row, **changed) if changed else row  # type: ignore[misc]
        return Checked(held, identity[1], identity, stated.quotes)
    row_id = digest(identity, document.source_id, stated.quotes[0].spans[0].start)
    changed |= {id_column.name: row_id, "source_id": document.source_id, "importer": signature(importer)}
    return Checked(attrs.evolve(row, **changed), row_id, identity, stated.quotes)  # type: ignore[misc]


def _as_floats(row: Row) -> dict[str, float]:
    # An importer may give 5 for 5.0; as columns and as keys they must be one value.
    values = {name: getattr(row, name) for name in _float_columns(type(row))}  # type: ignore[arg-type]
    return {name: float(value) for name, value in values.items() if type(value) not in _FLOAT_OR_NONE}


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
