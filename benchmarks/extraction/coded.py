"""What people coded: facts that a document states, and rows that it must not give."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs

from placebench.errors import UsageError
from placebench.model import TABLES, columns_of

NESTED = "nested"
SECTOR = "sector"
THEME_NUMBER = "theme_number"
LACKING = "table_"

_ABOUT = {"doc", "table", "quote", "why"}
_DERIVED = {"memberships": {SECTOR}, "commitments": {NESTED}, "criteria": {THEME_NUMBER}, "gaps": {LACKING}}


@attrs.frozen
class Coded:
    """One line of a coding.

    Attributes:
        doc: File name of the document.
        table: Table of the row that is expected, or that must not be.
        columns: What the row has; a list holds the readings that are accepted.
        because: The quote of a fact, or the reason why a row must not be.
    """

    doc: str
    table: str
    columns: Mapping[str, Any] = attrs.field(hash=False)
    because: str = ""

    def accepted(self, column: str) -> list[Any]:
        """Return the readings that are accepted of a column; none where any value is."""
        if column not in self.columns:
            return []
        coded = self.columns[column]
        return coded if isinstance(coded, list) else [coded]


@attrs.frozen
class CodedSet:
    """Documents with what was coded from them, and the profiles that they need."""

    name: str
    documents: Path
    facts: tuple[Coded, ...]
    must_nots: tuple[Coded, ...]
    profiles: tuple[Path, ...] = ()

    @property
    def coded_documents(self) -> frozenset[str]:
        """File names of the documents that somebody coded."""
        return frozenset(coded.doc for coded in (*self.facts, *self.must_nots))


def read_lines(file: Path) -> tuple[Coded, ...]:
    """Read a file of facts or of rows that must not be.

    Raises:
        UsageError: There is no such file, or a line names what the model does not have.
    """
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise UsageError("a file of coded lines", error.strerror or "none", where=str(file)) from error
    return tuple(_coded(line, f"{file}, line {at}") for at, line in enumerate(lines, 1) if line.strip())


def _coded(line: str, where: str) -> Coded:
    try:
        said = json.loads(line)
        doc, table = said["doc"], said["table"]
    except (ValueError, TypeError, KeyError) as error:
        raise UsageError("a JSON object with `doc` and `table`", str(error), where=where) from error
    if table not in TABLES:
        raise UsageError("a table of the model", repr(table), where=where)
    columns = {key: value for key, value in said.items() if key not in _ABOUT}
    for key in _unknown(table, columns):
        raise UsageError(f"columns of {table}", repr(key), where=where)
    return Coded(doc, table, columns, said.get("quote") or said.get("why") or "")


def _unknown(table: str, columns: Mapping[str, Any]) -> Iterator[str]:
    known = {column.name for column in columns_of(TABLES[table])} | _DERIVED.get(table, set())
    return (key for key in columns if key not in known)
