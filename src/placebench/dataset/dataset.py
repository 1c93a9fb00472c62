"""`Dataset`: every table of the model, from parts or from a folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Self

import attrs
import polars as pl
import pyarrow as pa

from placebench.dataset.assembly import assembled, in_order, keys_by_source
from placebench.dataset.commit import LOCK_TIMEOUT, commit
from placebench.dataset.growing import GrowingTables
from placebench.dataset.part import AnyPart, digest
from placebench.dataset.reading import read
from placebench.dataset.tables import Table
from placebench.dataset.validation import Violation, violations
from placebench.errors import UsageError
from placebench.model import TABLES
from placebench.nearest import such_as
from placebench.schema import SCHEMA_VERSION


def sorted_keys(parts_by_source: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """Return the keys of parts, each once."""
    return tuple(sorted({key for keys in parts_by_source.values() for key in keys}))


def dataset_id(parts_by_source: Mapping[str, Iterable[str]], build_version: str, *more: object) -> str:
    """Return the sha256, in hex, of what went into a dataset.

    Args:
        parts_by_source: Keys of its parts.
        build_version: Version of what built it.
        more: What else its rows depend on, as values of JSON.
    """
    return digest([sorted_keys(parts_by_source), SCHEMA_VERSION, build_version, *more])


@attrs.frozen(eq=False)
class Dataset:
    """Every table of the model; one that nobody gave rows for is empty.

    Attributes:
        id: sha256 of the part keys, the schema version and the build version: it names what went in.
        schema_version: Version of the schema that the tables were written with.
        build_version: Version of what built it.
        parts_by_source: Keys of its parts, sorted, by the source that they are of; those of none under "".
        merged: What a merge decided, as the descriptor says it; None where nothing was merged.
    """

    id: str
    schema_version: str
    build_version: str
    parts_by_source: Mapping[str, tuple[str, ...]]
    _tables: Mapping[str, Table]
    merged: Mapping[str, Any] | None = None

    @classmethod
    def build(cls, parts: Iterable[AnyPart], *, build_version: str) -> Self:
        """Put parts together; the same parts in any order give the same dataset.

        Rows are taken part by part, and large tables lie in temporary files as long as the dataset is used.

        Args:
            parts: Rows by document and importer.
            build_version: Version of what builds; another one gives another dataset id.

        Raises:
            UsageError: A part has rows for an unknown table.
            DatasetError: A value does not fit its column.
        """
        ordered = in_order(parts)
        keys = keys_by_source(ordered)
        tables = GrowingTables()
        for table, rows in assembled(ordered):
            tables.add(table, rows)
        return cls(dataset_id(keys, build_version), SCHEMA_VERSION, build_version, keys, tables.finished())

    @classmethod
    def open(cls, folder: str | Path) -> Self:
        """Open a saved dataset; its files are checked against their sizes and hashes.

        An open dataset stays readable while another one is saved over it; after a second save, open it again.

        Raises:
            DatasetError: There is no dataset, it is damaged, or its schema version is unknown.
        """
        saved = read(Path(folder))
        return cls(
            saved.id, saved.schema_version, saved.build_version, saved.parts, saved.tables, saved.merged
        )

    def save(self, folder: str | Path, *, timeout: float = LOCK_TIMEOUT) -> None:
        """Save all tables at once: readers see the dataset that was there before, or this one.

        Args:
            folder: Where to; it is made where it does not exist.
            timeout: Seconds to wait for another writer.

        Raises:
            DatasetError: Another process is writing, the disk refuses, or a required value is missing.
        """
        about: dict[str, Any] = {
            "dataset_id": self.id,
            "schema_version": SCHEMA_VERSION,
            "build_version": self.build_version,
            "parts": dict(self.parts_by_source),
        }
        if self.merged is not None:
            about["merged"] = self.merged
        commit(Path(folder), {table: self._tables[table] for table in TABLES}, about, timeout=timeout)

    @property
    def parts(self) -> tuple[str, ...]:
        """Keys of its parts, sorted."""
        return sorted_keys(self.parts_by_source)

    @property
    def tables(self) -> tuple[str, ...]:
        """Names of the tables."""
        return tuple(self._tables)

    def __getitem__(self, table: str) -> pa.Table:
        """Return a table; raise `UsageError` for a name that the model does not have."""
        return self._table(table).arrow

    def frame(self, table: str) -> pl.LazyFrame:
        """Return a table for analysis; raise `UsageError` for a name that the model does not have."""
        return self._table(table).frame()

    def chunks(self, table: str) -> Iterator[pa.Table]:
        """Yield the rows of a table some at a time; raise `UsageError` for a name that the model has not."""
        return self._table(table).chunks()

    def violations(self) -> pl.DataFrame:
        """Return what breaks a rule, one row each: rule, table, row (from 0), keys and message."""
        return violations({table: self.frame(table) for table in self.tables})

    def validate(self) -> tuple[Violation, ...]:
        """Return what breaks a rule; nothing for a dataset that is right."""
        return tuple(Violation(**row) for row in self.violations().iter_rows(named=True))

    def _table(self, name: str) -> Table:
        if name not in self._tables:
            hint = f"the tables are {', '.join(self._tables)}"
            raise UsageError(f"a table such as {such_as(name, self._tables)}", repr(name), hint=hint)
        return self._tables[name]
