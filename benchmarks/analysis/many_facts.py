"""A dataset of very many invented facts on few places, written as Parquet a batch at a time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs
import numpy as np
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq

from placebench.model import TABLES
from placebench.model.vocabularies import DELEGATION_EXTENT, DELEGATION_SCOPE, FEATURES, SECTOR, STATUS, TOPIC
from placebench.schema.arrow import arrow_schema

PLACES = 200
SYSTEMS = 42
SOURCES = 20_000
BATCH = 250_000
SHARES = {"governance": 0.6, "memberships": 0.2, "priorities": 0.1, "delegations": 0.05, "roles": 0.05}
"""How the facts are spread over tables, much as in the published documents."""

_FIRST_DAY = dt.date(2019, 1, 1)
_DAYS = 2_500


@attrs.frozen
class Folder:
    """Tables in a folder, one Parquet file each."""

    path: Path

    def frame(self, name: str) -> pl.LazyFrame:
        """Return a table by name."""
        return pl.scan_parquet(self.path / f"{name}.parquet")


def write_facts(folder: Path, facts: int, *, seed: int = 1) -> Folder:
    """Write a dataset of so many facts and return it; the same number and seed give the same rows."""
    random = np.random.default_rng(seed)
    written = {table: int(facts * share) for table, share in SHARES.items()}
    small = _small_tables(list(written))
    for table, kind in TABLES.items():
        schema = arrow_schema(kind)
        with pq.ParquetWriter(folder / f"{table}.parquet", schema, compression="zstd") as writer:
            if table in small:
                writer.write_table(_table(schema, small[table]))
            for rows in _batches(written.get(table, 0)):
                writer.write_table(_table(schema, _facts(table, rows, random)))
    return Folder(folder)


def _batches(rows: int) -> Iterator[int]:
    while rows > 0:
        yield min(rows, BATCH)
        rows -= BATCH


def _small_tables(read: list[str]) -> dict[str, dict[str, list[object]]]:
    sources = [f"{n:016x}" for n in range(SOURCES)]
    claims = [(source, table, n) for n, source in enumerate(sources) for table in read]
    return {
        "places": {
            "place_id": [_place(n) for n in range(PLACES)],
            "system_id": [_place(n).split("/")[0] for n in range(PLACES)],
            "name": [f"Place {n}" for n in range(PLACES)],
        },
        "sources": {
            "source_id": list(sources),
            "sha256": [source * 4 for source in sources],
            "media_type": ["text/plain"] * SOURCES,
            "characters": [1] * SOURCES,
            "path": [f"{source}.txt" for source in sources],
        },
        "claims": {
            "source_id": [source for source, _, _ in claims],
            "importer": ["invented 1"] * len(claims),
            "table": [table for _, table, _ in claims],
            "places": [[_place(n % PLACES)] for _, _, n in claims],
            "won": [True] * len(claims),
            "outcome": ["read"] * len(claims),
        },
    }


def _place(number: int) -> str:
    return f"system-{number % SYSTEMS}/place-{number}"


def _facts(table: str, rows: int, random: np.random.Generator) -> dict[str, object]:
    source = random.integers(0, SOURCES, rows)
    place = pl.Series([_place(n) for n in range(PLACES)]).gather(source % PLACES)
    days = pl.date_range(_FIRST_DAY, _FIRST_DAY + dt.timedelta(days=_DAYS), eager=True)
    common: dict[str, object] = {
        "fact_id": _identifiers(random.integers(0, 2**63, rows, dtype=np.uint64)),
        "system_id": place.str.split("/").list.first(),
        "place_id": place,
        "applies_to": _constant("place", rows),
        "status": _drawn(list(STATUS.codes), rows, random),
        "basis": _constant("stated", rows),
        "as_of": days.gather(random.integers(0, _DAYS, rows)),
        "as_of_precision": _constant("day", rows),
        "source_id": _identifiers(source.astype(np.uint64)),
        "importer": _constant("invented 1", rows),
    }
    return {**common, **_own(table, rows, random)}


def _own(table: str, rows: int, random: np.random.Generator) -> Mapping[str, object]:
    def listed(codes: list[str]) -> pl.Series:
        return _drawn(codes, rows, random).reshape((rows, 1)).arr.to_list()

    partnership = _constant("partnership", rows)
    own: dict[str, Mapping[str, object]] = {
        "governance": {
            "feature": _drawn(list(FEATURES), rows, random),
            "value": _drawn([None, "first", "second", "third"], rows, random),
            "body_kind": partnership,
        },
        "memberships": {"sectors": listed(list(SECTOR.codes)), "body_kind": partnership},
        "priorities": {
            "label": _constant("A priority", rows),
            "topics": listed(list(TOPIC.codes)),
            "position": _constant(1, rows),
        },
        "delegations": {
            "scope": _drawn(list(DELEGATION_SCOPE.codes), rows, random),
            "extent": _drawn(list(DELEGATION_EXTENT.codes), rows, random),
            "to_kind": partnership,
        },
        "roles": {
            "role": _constant("chair", rows),
            "sector": _drawn(list(SECTOR.codes), rows, random),
            "body_kind": partnership,
        },
    }
    return own[table]


def _constant(value: object, rows: int) -> pl.Series:
    return pl.Series([value]).new_from_index(0, rows)


def _drawn(codes: list[str] | list[str | None], rows: int, random: np.random.Generator) -> pl.Series:
    return pl.Series(codes, dtype=pl.String).gather(random.integers(0, len(codes), rows))


def _identifiers(numbers: np.ndarray[tuple[int], np.dtype[np.uint64]]) -> pa.Array:
    text = numbers.astype(">u8").tobytes().hex().encode()
    offsets = np.arange(len(numbers) + 1, dtype=np.int32) * 16
    return pa.StringArray.from_buffers(len(numbers), pa.py_buffer(offsets), pa.py_buffer(text))


def _table(schema: pa.Schema, columns: Mapping[str, object]) -> pa.Table:
    rows = len(next(iter(columns.values())))  # type: ignore[arg-type]
    arrays = []
    for field in schema:
        given: Any = columns.get(field.name)
        array = given.to_arrow() if isinstance(given, pl.Series) else given
        if array is None:
            array = pa.nulls(rows, field.type)
        elif isinstance(array, list):
            array = pa.array(array, field.type)
        arrays.append(array.cast(field.type) if array.type != field.type else array)
    return pa.Table.from_arrays(arrays, schema=schema)
