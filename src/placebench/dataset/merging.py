"""Datasets put together source by source: each document's rows come from one of them, as a whole.

Who read which part of a document was decided among the importers of one import, so rows of two imports of
the same document are never mixed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

import attrs
import polars as pl

from placebench.dataset.by_source import HELD, in_order_of_sources, plain
from placebench.dataset.dataset import Dataset, dataset_id
from placebench.dataset.growing import GrowingTables
from placebench.dataset.readings import SAME, Reading, newest, readers_of_sources
from placebench.dataset.references import Conflict, Given, merged_references, rejections
from placebench.errors import UsageError
from placebench.model import TABLES, Rejection, Row, columns_of
from placebench.schema import SCHEMA_VERSION
from placebench.schema.arrow import conform, from_arrow


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
        namesakes: Paths under which there are several documents, as of the same name in different folders.
        replaced: Paths whose older document gave way to one that was added.
    """

    dataset: Dataset
    choices: tuple[Choice, ...]
    conflicts: tuple[Conflict, ...]
    namesakes: tuple[str, ...]
    replaced: tuple[str, ...] = ()


def merge(
    datasets: Iterable[Dataset], *, replaced: Mapping[str, str] | None = None, held: int = HELD
) -> Merge:
    """Put datasets together, source by source.

    Of a document that several have, the rows of the newest reading are kept; see
    `placebench.dataset.readings.newest`. Datasets that share no document give what one import of all
    documents would give, under the same id, unless a row of one points to a framework that only another has.

    Args:
        datasets: At least one; the order decides only where versions do not.
        replaced: Documents whose rows are left out, as newer versions of them are there: paths by identifier.
        held: How many rows of sources to hold at a time, about; the result is the same for any number.

    Raises:
        UsageError: No dataset is given.
    """
    given = list(datasets)
    if not given:
        raise UsageError("at least one dataset to merge", "none")
    gone = dict(replaced or {})
    owners, choices = _owners(given, gone)
    each = [Given(one, frozenset(s for s, n in owners.items() if n == i)) for i, one in enumerate(given)]
    references, conflicts = merged_references(each)
    tables = _with_sources(given, owners, held)
    for name, rows in {**references, "rejections": _rejections(each, conflicts)}.items():
        tables.add(name, rows)
    parts = _parts(given, owners)
    builds = ", ".join(sorted({one.build_version for one in given}))
    merged = Dataset(
        id=dataset_id(parts, builds, *([conflict.as_json() for conflict in conflicts] or [])),
        schema_version=SCHEMA_VERSION,
        build_version=builds,
        parts_by_source=parts,
        tables=tables.finished(),
        merged=_described(given, choices, conflicts, gone),
    )
    return Merge(merged, choices, conflicts, _namesakes(merged), tuple(sorted({*gone.values()})))


def _owners(given: Sequence[Dataset], gone: Collection[str]) -> tuple[dict[str, int], tuple[Choice, ...]]:
    """Return which dataset's rows are kept of each source, and the choices that were made."""
    readers = [readers_of_sources(one) for one in given]
    paths: dict[str, dict[int, str]] = {}
    for n, dataset in enumerate(given):
        for source, path in dataset.frame("sources").select("source_id", "path").collect().iter_rows():
            paths.setdefault(source, {})[n] = path
    owners: dict[str, int] = {}
    choices: list[Choice] = []
    for source, having in sorted(paths.items()):
        if source in gone:
            continue
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


def _with_sources(given: Sequence[Dataset], owners: Mapping[str, int], held: int) -> GrowingTables:
    """Return the kept rows of tables whose rows name their source."""
    tables = GrowingTables()
    for name, kind in TABLES.items():
        if any(column.name == "source_id" for column in columns_of(kind)):
            for chunk in in_order_of_sources([one.frame(name) for one in given], owners, held):
                tables.append(name, conform(kind, chunk))
    return tables


def _rejections(each: Sequence[Given], conflicts: Sequence[Conflict]) -> list[Row]:
    """Return the rejections that name no source, each dataset's own once, and those of the conflicts."""
    kept: list[Row] = []
    for one in each:
        nameless = plain(one.dataset.frame("rejections")).filter(pl.col("source_id").is_null()).collect()
        table = nameless.to_arrow(compat_level=pl.CompatLevel.oldest())
        seen = {*kept}
        kept += [row for row in from_arrow(Rejection, table) if row not in seen]
    return [*kept, *rejections(conflicts)]


def _parts(given: Sequence[Dataset], owners: Mapping[str, int]) -> dict[str, tuple[str, ...]]:
    parts = {source: given[n].parts_by_source.get(source, ()) for source, n in owners.items()}
    nameless = {key for one in given for key in one.parts_by_source.get("", ())}
    if nameless:
        parts[""] = tuple(sorted(nameless))
    return {source: parts[source] for source in sorted(parts)}


def _described(
    given: Sequence[Dataset],
    choices: Sequence[Choice],
    conflicts: Sequence[Conflict],
    gone: Mapping[str, str],
) -> dict[str, Any]:
    replaced = {"replaced": dict(gone)} if gone else {}
    return {
        **replaced,
        "datasets": [one.id for one in given],
        "choices": [attrs.asdict(choice) for choice in choices],
        "conflicts": [conflict.as_json() for conflict in conflicts],
    }


def _namesakes(dataset: Dataset) -> tuple[str, ...]:
    several = dataset.frame("sources").group_by("path").agg(pl.col("source_id").n_unique())
    return tuple(several.filter(pl.col("source_id") > 1).sort("path").collect()["path"])
