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

_ABOUT = {"doc", "table", "quote", "why", "optional"}
_DERIVED = {"memberships": {SECTOR}, "commitments": {NESTED}, "criteria": {THEME_NUMBER}, "gaps": {LACKING}}


@attrs.frozen
class Coded:
    """One line of a coding.

    Attributes:
        doc: File name of the document.
        table: Table of the row that is expected, or that must not be.
        columns: What the row has; a list holds the readings that are accepted.
        because: The quote of a fact, or the reason why a row must not be.
        optional: Whether careful readers may differ on it: it is neither missed nor counted.
    """

    doc: str
    table: str
    columns: Mapping[str, Any] = attrs.field(hash=False)
    because: str = ""
    optional: bool = False

    def accepted(self, column: str) -> list[Any]:
        """Return the readings that are accepted of a column; none where any value is."""
        if column not in self.columns:
            return []
        coded = self.columns[column]
        return coded if isinstance(coded, list) else [coded]


@attrs.frozen
class CodedSet:
    """Documents with what was coded from them, and the profiles that they need.

    Attributes:
        tables: The tables that were coded, by document, where others were left alone.
    """

    name: str
    documents: Path
    facts: tuple[Coded, ...]
    must_nots: tuple[Coded, ...]
    profiles: tuple[Path, ...] = ()
    tables: Mapping[str, frozenset[str]] = attrs.field(factory=dict, hash=False)

    @property
    def coded_documents(self) -> frozenset[str]:
        """File names of the documents that somebody coded."""
        return frozenset(coded.doc for coded in (*self.facts, *self.must_nots)) | self.tables.keys()

    def covers(self, doc: str, table: str) -> bool:
        """Tell whether somebody coded a table of a document."""
        return doc in self.coded_documents and table in self.tables.get(doc, {table})


def read_lines(file: Path) -> tuple[Coded, ...]:
    """Read a file of facts or of rows that must not be.

    Raises:
        UsageError: There is no such file, or a line names what the model does not have.
    """
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise UsageError("a file of coded lines", error.strerror or "none", where=str(file)) from error
    return tuple(_read(line, f"{file}, line {at}") for at, line in enumerate(lines, 1) if line.strip())


def _read(line: str, where: str) -> Coded:
    try:
        said = json.loads(line)
    except ValueError as error:
        raise UsageError("a JSON object with `doc` and `table`", str(error), where=where) from error
    return coded(said, where)


def coded(said: Mapping[str, Any], where: str) -> Coded:
    """Return what was coded, as it is written.

    Args:
        said: The document, the table, the columns, and the quote or reason.
        where: File and line, for errors.

    Raises:
        UsageError: It has no document or table, or names what the model does not have.
    """
    try:
        doc, table = said["doc"], said["table"]
    except (TypeError, KeyError) as error:
        raise UsageError("an object with `doc` and `table`", str(error), where=where) from error
    if table not in TABLES:
        raise UsageError("a table of the model", repr(table), where=where)
    columns = {key: value for key, value in said.items() if key not in _ABOUT}
    for key in _unknown(table, columns):
        raise UsageError(f"columns of {table}", repr(key), where=where)
    because = said.get("quote") or said.get("why") or ""
    return Coded(doc, table, columns, because, said.get("optional", False))


def _unknown(table: str, columns: Mapping[str, Any]) -> Iterator[str]:
    known = {column.name for column in columns_of(TABLES[table])} | _DERIVED.get(table, set())
    return (key for key in columns if key not in known)
