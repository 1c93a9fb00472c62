"""Datasets put together source by source: each document's rows come from one of them, as a whole.

Who read which part of a document was decided among the importers of one import, so rows of two imports of
the same document are never mixed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import attrs
import pyarrow as pa
import pyarrow.compute as pc

from placebench.dataset.dataset import Dataset, dataset_id
from placebench.dataset.readings import SAME, Reading, newest, readers_of_sources
from placebench.dataset.references import Conflict, Given, merged_references, rejections
from placebench.dataset.tables import BuiltTable
from placebench.errors import UsageError
from placebench.model import TABLES, columns_of
from placebench.schema import SCHEMA_VERSION
from placebench.schema.arrow import conform, to_arrow


@attrs.frozen
class Choice:
    """A document that several datasets have, and whose rows were kept.

    Attributes:
        source_id: The document.
        path: Its file name.
        dataset_id: The dataset whose rows were kept.
        kept: Who read it there.
        left: Who read it in each of the other datasets that have it.
        why: What decided.
    """

    source_id: str
    path: str
    dataset_id: str
    kept: str
    left: tuple[str, ...]
    why: str


@attrs.frozen(eq=False)
class Merge:
    """What a merge gave.

    Attributes:
        dataset: The rows.
        choices: Documents that several datasets have with different rows.
        conflicts: Rows of systems, places and the like that differ between the datasets.
        namesakes: Paths under which there are several documents, as when a file was replaced by another.
    """

    dataset: Dataset
    choices: tuple[Choice, ...]
    conflicts: tuple[Conflict, ...]
    namesakes: tuple[str, ...]


def merge(datasets: Iterable[Dataset]) -> Merge:
    """Put datasets together, source by source.

    Of a document that several have, the rows of the newest reading are kept; see
    `placebench.dataset.readings.newest`. Datasets that share no document give what one import of all
    documents would give, under the same id, unless a row of one points to a framework that only another has.

    Args:
        datasets: At least one; the order decides only where versions do not.

    Raises:
        UsageError: No dataset is given.
    """
    given = list(datasets)
    if not given:
        raise UsageError("at least one dataset to merge", "none")
    owners, choices = _owners(given)
    each = [Given(one, frozenset(s for s, n in owners.items() if n == i)) for i, one in enumerate(given)]
    tables, conflicts = merged_references(each)
    tables |= {name: _of_sources(name, each, conflicts) for name in TABLES if _has_source(name)}
    parts = _parts(given, owners)
    builds = ", ".join(sorted({one.build_version for one in given}))
    merged = Dataset(
        id=dataset_id(parts, builds, *([conflict.as_json() for conflict in conflicts] or [])),
        schema_version=SCHEMA_VERSION,
        build_version=builds,
        parts_by_source=parts,
        tables={name: BuiltTable(tables[name]) for name in TABLES},
        merged=_described(given, choices, conflicts),
    )
    return Merge(merged, choices, conflicts, _namesakes(merged))


def _owners(given: Sequence[Dataset]) -> tuple[dict[str, int], tuple[Choice, ...]]:
    """Return which dataset's rows are kept of each source, and the choices that were made."""
    readers = [readers_of_sources(one) for one in given]
    paths: dict[str, dict[int, str]] = {}
    for n, dataset in enumerate(given):
        for source, path in zip(*_columns(dataset["sources"], "source_id", "path"), strict=True):
            paths.setdefault(source, {})[n] = path
    owners: dict[str, int] = {}
    choices: list[Choice] = []
    for source, having in sorted(paths.items()):
        readings = {
            n: Reading(
                readers[n].get(source, {}), given[n].build_version, given[n].parts_by_source.get(source, ())
            )
            for n in having
        }
        position, why = newest(list(readings.values()))
        kept = list(readings)[position]
        owners[source] = kept
        if why != SAME:
            left = tuple(str(reading) for n, reading in readings.items() if n != kept)
            choices.append(Choice(source, having[kept], given[kept].id, str(readings[kept]), left, why))
    return owners, tuple(choices)


def _of_sources(name: str, each: Sequence[Given], conflicts: Sequence[Conflict]) -> pa.Table:
    """Return the kept rows of a table whose rows name their source, in the order of sources."""
    kept = [one.rows(name) for one in each]
    if name == "rejections":
        kept = _without_repeated(kept)
        kept.append(to_arrow(TABLES[name], rejections(conflicts)))
    whole = pa.concat_tables([_decoded(table) for table in kept])
    ordered = whole.take(pc.sort_indices(whole, sort_keys=[("source_id", "ascending")]))
    return conform(TABLES[name], ordered.combine_chunks())


def _decoded(table: pa.Table) -> pa.Table:
    """Return a table with texts for codes, so that the order of datasets does not show in dictionaries."""
    fields = [
        pa.field(field.name, pa.string() if pa.types.is_dictionary(field.type) else field.type)
        for field in table.schema
    ]
    return table.cast(pa.schema(fields))


def _without_repeated(tables: Sequence[pa.Table]) -> list[pa.Table]:
    """Return tables without rows that name no source and stand in an earlier one too."""
    seen: set[tuple[Any, ...]] = set()
    found = []
    for table in tables:
        rows = [tuple(row.values()) for row in table.to_pylist()]
        found.append(
            table.filter(pa.array([row[0] is not None or row not in seen for row in rows], pa.bool_()))
        )
        seen.update(rows)
    return found


def _parts(given: Sequence[Dataset], owners: Mapping[str, int]) -> dict[str, tuple[str, ...]]:
    parts = {source: given[n].parts_by_source.get(source, ()) for source, n in owners.items()}
    nameless = {key for one in given for key in one.parts_by_source.get("", ())}
    if nameless:
        parts[""] = tuple(sorted(nameless))
    return {source: parts[source] for source in sorted(parts)}


def _described(
    given: Sequence[Dataset], choices: Sequence[Choice], conflicts: Sequence[Conflict]
) -> dict[str, Any]:
    return {
        "datasets": [one.id for one in given],
        "choices": [attrs.asdict(choice) for choice in choices],
        "conflicts": [conflict.as_json() for conflict in conflicts],
    }


def _namesakes(dataset: Dataset) -> tuple[str, ...]:
    counts = dataset["sources"].group_by("path").aggregate([("source_id", "count_distinct")])
    several = counts.filter(pc.field("source_id_count_distinct") > 1)
    return tuple(sorted(several["path"].to_pylist()))


def _has_source(table: str) -> bool:
    return any(column.name == "source_id" for column in columns_of(TABLES[table]))


def _columns(table: pa.Table, *names: str) -> list[list[Any]]:
    return [table[name].to_pylist() for name in names]
