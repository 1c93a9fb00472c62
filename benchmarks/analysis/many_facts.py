"""A dataset of very many invented facts on few places, each with a quote, saved a batch at a time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import Any

import attrs
import numpy as np
import polars as pl
import pyarrow as pa

from placebench.dataset.commit import commit
from placebench.model import TABLES
from placebench.model.vocabularies import DELEGATION_SCOPE, FEATURES, SECTOR, STATUS, TOPIC
from placebench.schema import SCHEMA_VERSION
from placebench.schema.arrow import arrow_schema

PLACES = 200
SYSTEMS = 42
SOURCES = 20_000
BATCH = 250_000
SHARES = {"governance": 0.6, "memberships": 0.2, "priorities": 0.1, "delegations": 0.05, "roles": 0.05}
"""How the facts are spread over tables, much as in the published documents."""

QUOTE = "The partnership board has agreed its terms of reference for the coming year."
NAMES = ("The First Board", "The Second Board", "The Third Board")

Numbers = np.ndarray[tuple[int], np.dtype[Any]]

_FIRST_DAY = dt.date(2019, 1, 1)
_DAYS = 2_500


@attrs.frozen
class InventedTable:
    """A table whose rows are made whenever they are asked for, a batch at a time.

    Attributes:
        name: Its name.
        facts: How many facts the dataset has.
        seed: What the facts are drawn by.
        first: Number of the first of its sources.
    """

    name: str
    facts: int
    seed: int
    first: int = 0

    def chunks(self) -> Iterator[pa.Table]:
        """Yield its rows; the same numbers of facts and seed give the same ones."""
        schema = arrow_schema(TABLES[self.name])
        for columns in self._columns():
            yield _table(schema, columns)

    def _columns(self) -> Iterator[Mapping[str, object]]:
        if self.name in SHARES:
            yield from (_facts(*batch) for batch in self._batches(self.name))
        elif self.name == "evidence":
            yield from (_evidence(*batch) for table in SHARES for batch in self._batches(table))
        else:
            yield from filter(None, [_small_tables(list(SHARES), self.first).get(self.name)])

    def _batches(self, table: str) -> Iterator[tuple[str, int, int, np.random.Generator]]:
        left = int(self.facts * SHARES[table])
        for number in count():
            if left <= 0:
                return
            seed = [self.seed, list(SHARES).index(table), number]
            yield table, min(left, BATCH), self.first, np.random.default_rng(seed)
            left -= BATCH


def save_facts(folder: Path, facts: int, *, seed: int = 1, first: int = 0) -> None:
    """Save a dataset of so many facts, each with its quote, of sources that are numbered from the first."""
    tables: Any = {name: InventedTable(name, facts, seed, first) for name in TABLES}
    about = {
        "dataset_id": f"{seed:016x}{first:016x}{facts:032x}",
        "schema_version": SCHEMA_VERSION,
        "build_version": "invented",
        "parts": {},
    }
    commit(folder, tables, about, timeout=0)


def _small_tables(read: list[str], first: int) -> dict[str, dict[str, list[object]]]:
    sources = [f"{n:016x}" for n in range(first, first + SOURCES)]
    claims = [(source, table, n) for n, source in enumerate(sources) for table in read]
    return {
        "systems": {
            "system_id": [f"system-{n}" for n in range(SYSTEMS)],
            "name": [f"System {n}" for n in range(SYSTEMS)],
        },
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


def _evidence(table: str, rows: int, first: int, random: np.random.Generator) -> dict[str, object]:
    fact_id, source = _drawn_identity(rows, first, random)
    start = np.arange(rows) * 100
    return {
        "evidence_id": _identifiers(random.integers(0, 2**63, rows, dtype=np.uint64)),
        "fact_id": fact_id,
        "table": _constant(table, rows),
        "source_id": _identifiers(source.astype(np.uint64)),
        "quote_number": _constant(1, rows),
        "part": _constant(1, rows),
        "start": pa.array(start),
        "end": pa.array(start + len(QUOTE)),
        "quote": _constant(QUOTE, rows),
    }


def _drawn_identity(rows: int, first: int, random: np.random.Generator) -> tuple[pa.Array, Numbers]:
    """Draw the identifiers and sources of facts, before all else, so that their quotes have the same."""
    source = first + random.integers(0, SOURCES, rows)
    return _identifiers(random.integers(0, 2**63, rows, dtype=np.uint64)), source


def _facts(table: str, rows: int, first: int, random: np.random.Generator) -> dict[str, object]:
    fact_id, source = _drawn_identity(rows, first, random)
    place = pl.Series([_place(n) for n in range(PLACES)]).gather(source % PLACES)
    days = pl.date_range(_FIRST_DAY, _FIRST_DAY + dt.timedelta(days=_DAYS), eager=True)
    common: dict[str, object] = {
        "fact_id": fact_id,
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
        "governance": {**_features(rows, random), "body_kind": partnership},
        "memberships": {"sectors": listed(list(SECTOR.codes)), "body_kind": partnership},
        "priorities": {
            "label": _constant("A priority", rows),
            "topics": listed(list(TOPIC.codes)),
            "position": _constant(1, rows),
        },
        "delegations": {
            "scope": _drawn(list(DELEGATION_SCOPE.codes), rows, random),
            "extent": _drawn(["partial", "full"], rows, random),
            "to_kind": partnership,
        },
        "roles": {
            "role": _constant("chair", rows),
            "sector": _drawn(list(SECTOR.codes), rows, random),
            "body_kind": partnership,
        },
    }
    return own[table]


def _features(rows: int, random: np.random.Generator) -> dict[str, pl.Series]:
    """Draw features, and for each a value that it may have, or none."""
    pairs = [
        (name, value)
        for name, feature in FEATURES.items()
        for value in (
            None,
            *{"codes": feature.codes, "number": ("2",), "nothing": ()}.get(feature.holds, NAMES),
        )
    ]
    drawn = random.integers(0, len(pairs), rows)
    names, values = zip(*pairs, strict=True)
    return {
        "feature": pl.Series(names, dtype=pl.String).gather(drawn),
        "value": pl.Series(values, dtype=pl.String).gather(drawn),
    }


def _constant(value: object, rows: int) -> pl.Series:
    return pl.Series([value]).new_from_index(0, rows)


def _drawn(codes: list[str] | list[str | None], rows: int, random: np.random.Generator) -> pl.Series:
    return pl.Series(codes, dtype=pl.String).gather(random.integers(0, len(codes), rows))


def _identifiers(numbers: Numbers) -> pa.Array:
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
            array = pa.nulls(rows, field.type) if field.nullable else pa.array([[]] * rows, field.type)
        elif isinstance(array, list):
            array = pa.array(array, field.type)
        arrays.append(array.cast(field.type) if array.type != field.type else array)
    return pa.Table.from_arrays(arrays, schema=schema)
