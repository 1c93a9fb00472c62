"""Who read what in a dataset, and which of several readings of the same is the newest."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import attrs
import polars as pl

from placebench.claims import READ
from placebench.dataset.dataset import Dataset
from placebench.model import FACT_TABLES

Readers = Mapping[str, str]
"""Version by name of importer."""

SAME = "the same reading"
ONLY_READ = "the others did not read it"
NEWER_IMPORTER = "newest importer"
NEWER_BUILD = "newest build"
GIVEN_LATER = "given later, as versions do not decide"

_NUMBERED = re.compile(r"(\d{1,8}(?:\.\d+)*)")


@attrs.frozen
class Reading:
    """One dataset's reading of a document, or of all documents on a system.

    Attributes:
        readers: The importers that read it; empty where none did.
        build_version: Version of what built the dataset.
        inputs: Names what the rows depend on: equal inputs, equal rows.
    """

    readers: Readers
    build_version: str
    inputs: tuple[str, ...]

    def __str__(self) -> str:
        names = ", ".join(f"{name}@{version}" for name, version in sorted(self.readers.items()))
        return f"{names or 'no importer'}, built by {self.build_version}"


def newest(readings: Sequence[Reading]) -> tuple[int, str]:
    """Return the position of the reading to keep, and why.

    A reading by an importer is kept before one by none; then the one whose importers are newer, none of them
    being older; then the one of the newer build. Where that does not decide, as with digests for versions,
    the one given later is kept.

    Args:
        readings: At least one, in the order in which their datasets are given.
    """
    kept, why = 0, SAME
    for n, reading in enumerate(readings[1:], start=1):
        later, because = _later(readings[kept], reading)
        kept = n if later else kept
        why = because if because != SAME or why == SAME else why
    return kept, why


def readers_of_sources(dataset: Dataset) -> dict[str, dict[str, str]]:
    """Return the importers that read each document of a dataset."""
    claims = dataset.frame("claims").filter(pl.col("outcome").cast(pl.String) == READ, "won")
    return _by(claims.select(pl.col("source_id").alias("of"), "importer"))


def readers_of_systems(dataset: Dataset) -> dict[str, dict[str, str]]:
    """Return the importers that stated facts of each system."""
    facts = [
        dataset.frame(table).select(pl.col("system_id").alias("of"), "importer") for table in FACT_TABLES
    ]
    return _by(pl.concat(facts))


def _by(named: pl.LazyFrame) -> dict[str, dict[str, str]]:
    readers: dict[str, dict[str, str]] = {}
    for of, importer in named.unique().sort("of", "importer").collect(engine="streaming").iter_rows():
        name, _, version = importer.rpartition("@")
        readers.setdefault(of, {})[name or version] = version if name else ""
    return readers


def _later(first: Reading, second: Reading) -> tuple[bool, str]:
    """Tell whether the second of two readings is kept, and why."""
    if first.inputs == second.inputs:
        return False, SAME
    if bool(first.readers) != bool(second.readers):
        return bool(second.readers), ONLY_READ
    common = first.readers.keys() & second.readers.keys()
    signs = {_sign(first.readers[name], second.readers[name]) for name in common}
    if signs in ({1}, {0, 1}, {-1}, {0, -1}):
        return 1 in signs, NEWER_IMPORTER
    build = _sign(first.build_version, second.build_version)
    if first.readers == second.readers and build:
        return build > 0, NEWER_BUILD
    return True, GIVEN_LATER


def _sign(first: str, second: str) -> int | None:
    """Return 1 where the second version is the newer one, and None where nobody can tell."""
    if first == second:
        return 0
    old, new = _NUMBERED.fullmatch(first), _NUMBERED.fullmatch(second)
    if not old or not new:
        return None
    before, after = (tuple(map(int, version.split("."))) for version in (first, second))
    return (after > before) - (after < before)
