"""`Dataset`: every table of the model, from parts or from a folder."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Self

import attrs
import polars as pl
import pyarrow as pa

from placebench.dataset.assembly import assemble, in_order
from placebench.dataset.commit import LOCK_TIMEOUT, commit
from placebench.dataset.part import Part, digest
from placebench.dataset.reading import read
from placebench.dataset.tables import BuiltTable, Table
from placebench.dataset.validation import Violation, violations
from placebench.errors import UsageError
from placebench.model import TABLES
from placebench.schema import SCHEMA_VERSION
from placebench.schema.arrow import to_arrow


@attrs.frozen(eq=False)
class Dataset:
    """Every table of the model; one that nobody gave rows for is empty.

    Attributes:
        id: sha256 of the part keys, the schema version and the build version: it names what went in.
        schema_version: Version of the schema that the tables were written with.
        build_version: Version of what built it.
        parts: Keys of its parts, sorted.
    """

    id: str
    schema_version: str
    build_version: str
    parts: tuple[str, ...]
    _tables: Mapping[str, Table]

    @classmethod
    def build(cls, parts: Iterable[Part], *, build_version: str) -> Self:
        """Put parts together; the same parts in any order give the same dataset.

        Args:
            parts: Rows by document and importer.
            build_version: Version of what builds; another one gives another dataset id.

        Raises:
            UsageError: A part has rows for an unknown table.
            DatasetError: A value does not fit its column.
        """
        ordered = in_order(parts)
        keys = tuple(dict.fromkeys(part.key for part in ordered))
        rows = assemble(ordered)
        tables = {table: BuiltTable(to_arrow(kind, rows[table])) for table, kind in TABLES.items()}
        return cls(digest([keys, SCHEMA_VERSION, build_version]), SCHEMA_VERSION, build_version, keys, tables)

    @classmethod
    def open(cls, folder: str | Path) -> Self:
        """Open a saved dataset; its files are checked against their sizes and hashes.

        An open dataset stays readable while another one is saved over it; after a second save, open it again.

        Raises:
            DatasetError: There is no dataset, it is damaged, or its schema version is unknown.
        """
        saved = read(Path(folder))
        return cls(saved.id, saved.schema_version, saved.build_version, saved.parts, saved.tables)

    def save(self, folder: str | Path, *, timeout: float = LOCK_TIMEOUT) -> None:
        """Save all tables at once: readers see the dataset that was there before, or this one.

        Args:
            folder: Where to; it is made where it does not exist.
            timeout: Seconds to wait for another writer.

        Raises:
            DatasetError: Another process is writing, the disk refuses, or a required value is missing.
        """
        about = {
            "dataset_id": self.id,
            "schema_version": SCHEMA_VERSION,
            "build_version": self.build_version,
            "parts": list(self.parts),
        }
        commit(Path(folder), {table: self[table] for table in TABLES}, about, timeout=timeout)

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

    def violations(self) -> pl.DataFrame:
        """Return what breaks a rule, one row each: rule, table, row (from 0), keys and message."""
        return violations({table: self.frame(table) for table in self.tables})

    def validate(self) -> tuple[Violation, ...]:
        """Return what breaks a rule; nothing for a dataset that is right."""
        return tuple(Violation(**row) for row in self.violations().iter_rows(named=True))

    def _table(self, name: str) -> Table:
        if name not in self._tables:
            near = get_close_matches(name, self._tables, n=1, cutoff=0)
            hint = f"the tables are {', '.join(self._tables)}"
            raise UsageError(f"a table such as {near[0]!r}", repr(name), hint=hint)
        return self._tables[name]
