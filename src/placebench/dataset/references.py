"""Rows of systems, places, frameworks and the like from several datasets: each once, and differing ones told.

Such rows name no source. One goes where every document that gave it is read anew by another dataset, unless a
row that stays points to it. Of rows that differ, that of the newest reading of their system stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

import attrs
import polars as pl

from placebench.dataset.assembly import DUPLICATE, MERGED
from placebench.dataset.dataset import Dataset
from placebench.dataset.readings import Reading, newest, readers_of_systems
from placebench.model import FACT_TABLES, TABLES, Rejection, Row, columns_of
from placebench.schema import id_column
from placebench.schema.arrow import from_arrow


@attrs.frozen
class Conflict:
    """A row that two datasets give differently.

    Attributes:
        table: Its table.
        row_id: Its identifier.
        kept: The columns that differ, with the values that were kept.
        left: The same columns, with the values that were not.
    """

    table: str
    row_id: str
    kept: Mapping[str, Any]
    left: Mapping[str, Any]

    def as_json(self) -> dict[str, Any]:
        """Return the conflict as values of JSON."""
        values = [{name: _plain(value) for name, value in side.items()} for side in (self.kept, self.left)]
        return {"table": self.table, "row_id": self.row_id, "kept": values[0], "left": values[1]}


@attrs.frozen(eq=False, slots=False)
class Given:
    """A dataset with the sources whose rows are taken from it."""

    dataset: Dataset
    sources: frozenset[str]

    def rows(self, table: str) -> pl.LazyFrame:
        """Return the rows of a table that are of the sources taken, or of none."""
        source = pl.col("source_id")
        return self.dataset.frame(table).filter(source.is_in(sorted(self.sources)) | source.is_null())

    def gave(self, table: str, row_id: str, system: str | None) -> bool:
        """Tell whether a row of a reference table is of a source that is taken, as far as can be told."""
        sources = self._quoted.get((table, row_id)) or self._stating(system)
        return not sources or not sources.isdisjoint(self.sources)

    def reading(self, system: str | None) -> Reading:
        """Return who stated facts of a system, or of any where none is given."""
        named = self._readers.values() if system is None else [self._readers.get(system, {})]
        readers = {name: version for readers in named for name, version in readers.items()}
        return Reading(readers, self.dataset.build_version, (self.dataset.id,))

    @cached_property
    def _readers(self) -> Mapping[str, Mapping[str, str]]:
        return readers_of_systems(self.dataset)

    @cached_property
    def _quoted(self) -> Mapping[tuple[str, str], set[str]]:
        evidence = self.dataset.frame("evidence").select(
            pl.col("table").cast(pl.String), "fact_id", "source_id"
        )
        of_others = evidence.filter(pl.col("table").is_in(MERGED))
        others = of_others.select("table", "fact_id", "source_id").unique().collect(engine="streaming")
        quoted: dict[tuple[str, str], set[str]] = {}
        for table, row_id, source in others.iter_rows():
            quoted.setdefault((table, row_id), set()).add(source)
        return quoted

    @cached_property
    def _sources_of_systems(self) -> Mapping[str, set[str]]:
        stated: dict[str, set[str]] = {}
        for table in FACT_TABLES:
            pairs = self.dataset.frame(table).select("system_id", "source_id").unique()
            for system, source in pairs.collect(engine="streaming").iter_rows():
                stated.setdefault(system, set()).add(source)
        return stated

    def _stating(self, system: str | None) -> set[str]:
        if system is not None:
            return self._sources_of_systems.get(system, set())
        return set().union(*self._sources_of_systems.values())


def merged_references(each: Sequence[Given]) -> tuple[dict[str, list[Row]], tuple[Conflict, ...]]:
    """Return the reference tables of several datasets, in the order of identifiers, and what differs.

    Args:
        each: The datasets, in the order in which they are given.
    """
    rows = {table: _by_id(table, each) for table in MERGED if table != "sources"}
    conflicts: list[Conflict] = []
    pointed = _pointed_by_facts(each)
    tables = {}
    for table in reversed(rows):  # those that point come after those that they point to
        staying = [_given(table, row_id, found, pointed) for row_id, found in sorted(rows[table].items())]
        kept = [_chosen(table, found, conflicts) for found in staying if found]
        for row in kept:
            _point(pointed, row)
        tables[table] = kept
    return tables, tuple(sorted(conflicts, key=lambda one: (one.table, one.row_id, repr(one.left))))


def rejections(conflicts: Iterable[Conflict]) -> list[Row]:
    """Return the rows that were not kept as rows of `rejections`."""
    return [
        Rejection(
            table=one.table,
            rule=DUPLICATE,
            message=f"expected {_said(one.kept)} as in the row that was kept for {one.row_id}",
            row=f"{one.row_id}: {_said(one.left)}",
        )
        for one in conflicts
    ]


def _by_id(table: str, each: Sequence[Given]) -> dict[str, list[tuple[Given, Row]]]:
    rows: dict[str, list[tuple[Given, Row]]] = {}
    for one in each:
        for row in from_arrow(TABLES[table], one.dataset[table]):
            rows.setdefault(_id(row), []).append((one, row))
    return rows


def _given(
    table: str,
    row_id: str,
    found: Sequence[tuple[Given, Row]],
    pointed: Mapping[tuple[str, str], set[object]],
) -> Sequence[tuple[Given, Row]]:
    """Return the rows of one identifier that stay: those of sources taken, else all if one is pointed to."""
    taken = [(one, row) for one, row in found if one.gave(table, row_id, _system(row))]
    identity = id_column(TABLES[table]) or ""
    return taken or (found if row_id in pointed.get((table, identity), ()) else ())


def _chosen(table: str, found: Sequence[tuple[Given, Row]], conflicts: list[Conflict]) -> Row:
    position, _ = newest([one.reading(_system(row)) for one, row in found])
    kept = found[position][1]
    for row in dict.fromkeys(row for _, row in found if row != kept):
        names = [c.name for c in columns_of(type(row)) if getattr(row, c.name) != getattr(kept, c.name)]
        kept_values, left = ({name: getattr(side, name) for name in names} for side in (kept, row))
        conflicts.append(Conflict(table, _id(row), kept_values, left))
    return kept


def _pointed_by_facts(each: Sequence[Given]) -> dict[tuple[str, str], set[object]]:
    pointed: dict[tuple[str, str], set[object]] = {}
    for table, kind in TABLES.items():
        if table in MERGED:
            continue
        for column in columns_of(kind):
            if column.reference and not column.many:
                for one in each:
                    values = one.rows(table).select(column.name).unique().collect(engine="streaming")
                    to = (column.reference.table, column.reference.column)
                    pointed.setdefault(to, set()).update(values.to_series())
    return pointed


def _point(pointed: dict[tuple[str, str], set[object]], row: Row) -> None:
    for column in columns_of(type(row)):
        if column.reference:
            to = (column.reference.table, column.reference.column)
            pointed.setdefault(to, set()).add(getattr(row, column.name))


def _system(row: Row) -> str | None:
    """Return the system that a row is of; None where it is of none."""
    given: str | None = getattr(row, "system_id", None)
    if given is None and "/" in _id(row):
        return _id(row).partition("/")[0]
    return given


def _id(row: Row) -> str:
    return str(getattr(row, columns_of(type(row))[0].name))


def _said(values: Mapping[str, Any]) -> str:
    return ", ".join(f"{name} {value!r}" for name, value in values.items())


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value if value is None or isinstance(value, int | float | str | bool) else str(value)
