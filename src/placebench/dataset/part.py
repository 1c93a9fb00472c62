"""A part: the rows that one importer read from one document, under a key that names its inputs."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any, Protocol

import attrs

from placebench.model import TABLES, Row

Rows = Mapping[str, tuple[Row, ...]]


class AnyPart(Protocol):
    """A part whose rows are in memory, or are read whenever they are asked for."""

    @property
    def key(self) -> str:
        """Names everything that the rows depend on."""
        ...

    @property
    def source_id(self) -> str:
        """The source that the rows are of; the empty text where none names one."""
        ...

    @property
    def rows(self) -> Rows:
        """Rows by table."""
        ...


@attrs.frozen
class Part:
    """The rows of one document and importer, or the source and the claims of one document.

    Attributes:
        key: Names everything that the rows depend on; see `part_key`.
        rows: Rows by table.
    """

    key: str
    rows: Rows = attrs.field(hash=False)

    @property
    def source_id(self) -> str:
        """The source that the rows are of; the empty text where none names one."""
        return said(self.rows, "source_id") or ""


def said(rows: Rows, name: str) -> str | None:
    """Return what the first row says that has a value in a column, in the order of the model's tables."""
    values = (getattr(row, name, None) for table in TABLES for row in rows.get(table, ()))
    return next(filter(None, values), None)


def part_key(
    document_sha256: str,
    importer: str,
    version: str,
    schema_version: str,
    codebook_digest: str,
    options: Mapping[str, Any],
) -> str:
    """Return the sha256, in hex, of everything that a part's rows depend on."""
    return digest([document_sha256, importer, version, schema_version, codebook_digest, options])


def digest(inputs: object) -> str:
    """Return the sha256, in hex, of a JSON value; the order of an object's names does not matter."""
    text = json.dumps(inputs, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()
