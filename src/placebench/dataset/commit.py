"""Saving, so that nothing already saved is lost and nobody reads half of two datasets.

Each table is written to a new file and synced to disk; replacing `datapackage.json` is the commit. A file in
`data/` is never changed after it has its name. The files of the dataset before stay for readers that have
opened it; those of older ones, and what an interrupted save left behind, are removed after the commit.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from placebench.dataset.files import DATA, DESCRIPTOR, file_facts, known_paths
from placebench.dataset.lock import writing
from placebench.dataset.parquet import write_parquet
from placebench.dataset.tables import Table
from placebench.errors import DatasetError
from placebench.model import TABLES
from placebench.schema.data_package import data_package
from placebench.schema.generate import write_text

LOCK_TIMEOUT = 60.0
"""Seconds to wait for another writer, where the caller does not say."""


def commit(folder: Path, tables: Mapping[str, Table], about: Mapping[str, Any], *, timeout: float) -> None:
    """Make a folder hold exactly these tables.

    Args:
        folder: Folder of the dataset.
        tables: Every table, in the order of the descriptor.
        about: What the descriptor says of the dataset, with its `dataset_id`.
        timeout: Seconds to wait for another writer.

    Raises:
        DatasetError: Another process is writing, the disk refuses, or a required value is missing.
    """
    try:
        (folder / DATA).mkdir(parents=True, exist_ok=True)
        with writing(folder, timeout):
            files = {name: _write(folder, name, table, about["dataset_id"]) for name, table in tables.items()}
            _sync_folder(folder / DATA)
            _replace_descriptor(folder, data_package(files, about))
    except OSError as error:
        raise DatasetError("to write the dataset", str(error), where=str(folder)) from error


def _write(folder: Path, name: str, table: Table, dataset_id: str) -> dict[str, Any]:
    unfinished = folder / DATA / f".{name}.unfinished"
    write_parquet(unfinished, TABLES[name], table.chunks())
    _sync_file(unfinished)
    facts = file_facts(unfinished)
    path = _free_path(folder, f"{DATA}/{name}-{dataset_id[:16]}", facts)
    unfinished.replace(folder / path)
    return {"path": path, **facts}


def _free_path(folder: Path, stem: str, facts: Mapping[str, Any]) -> str:
    """Return a path that no file with other contents has."""
    path = f"{stem}.parquet"
    if (folder / path).exists() and file_facts(folder / path) != facts:
        return f"{stem}-{facts['hash'].removeprefix('sha256:')[:16]}.parquet"
    return path


def _replace_descriptor(folder: Path, content: Mapping[str, Any]) -> None:
    current, unfinished = folder / DESCRIPTOR, folder / f".{DESCRIPTOR}.unfinished"
    write_text(unfinished, content)
    if current.exists() and file_facts(current) == file_facts(unfinished):
        unfinished.unlink()
        return
    before = known_paths(folder)
    _sync_file(unfinished)
    unfinished.replace(current)
    _sync_folder(folder)
    _remove_all_but(folder, before | {resource["path"] for resource in content["resources"]})


def _remove_all_but(folder: Path, kept: set[str]) -> None:
    for file in (folder / DATA).iterdir():
        if f"{DATA}/{file.name}" not in kept:
            with suppress(OSError):  # what cannot be removed now goes with a later save
                file.unlink()


def _sync_file(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _sync_folder(path: Path) -> None:
    if os.name == "nt":  # Windows cannot open a folder, and needs no sync of it
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
