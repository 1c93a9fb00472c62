"""Opening a folder: the descriptor is read once, and then only the files that it names."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar

import attrs

from placebench.dataset.files import DESCRIPTOR, file_facts
from placebench.dataset.tables import BuiltTable, StoredTable, Table
from placebench.errors import DatasetError
from placebench.model import TABLES
from placebench.schema import SCHEMA_VERSION, major
from placebench.schema.arrow import arrow_schema

ValueT = TypeVar("ValueT")

_SHOWN = 80
_REBUILD = "save the dataset again, or rebuild it from its documents"


@attrs.frozen(eq=False)
class Saved:
    """What a folder holds."""

    id: str
    schema_version: str
    build_version: str
    parts: Mapping[str, tuple[str, ...]]
    tables: Mapping[str, Table]
    merged: Mapping[str, Any] | None


class _FileGone(DatasetError):
    """A file that the descriptor names is not there."""


def read(folder: Path) -> Saved:
    """Read the descriptor of a folder and check its files.

    A file may go between the two where others save in a quick row; the newer descriptor is read then.

    Raises:
        DatasetError: There is no dataset, it is damaged, or its schema version is unknown.
    """
    text = _descriptor_text(folder)
    while True:
        try:
            return _saved(folder, text)
        except _FileGone:
            newer = _descriptor_text(folder)
            if newer == text:
                raise
            text = newer


def _descriptor_text(folder: Path) -> bytes:
    if not folder.is_dir():
        found = "a file" if folder.exists() else "nothing"
        raise DatasetError("the folder of a dataset", found, where=str(folder))
    try:
        return (folder / DESCRIPTOR).read_bytes()
    except FileNotFoundError as error:
        hint = "name the folder that a dataset was saved in"
        raise DatasetError(f"a file {DESCRIPTOR}", "none", where=str(folder), hint=hint) from error
    except OSError as error:
        raise DatasetError("a file that can be read", str(error), where=str(folder / DESCRIPTOR)) from error


def _saved(folder: Path, text: bytes) -> Saved:
    where = str(folder / DESCRIPTOR)
    descriptor = _parsed(text, where)
    about = _member(descriptor, "placebench", dict, where)
    version = _member(about, "schema_version", str, where)
    if major(version) != major(SCHEMA_VERSION):
        expected = f"schema version {major(SCHEMA_VERSION)}.x"
        raise DatasetError(expected, version, where=where, hint="rebuild the dataset from its documents")
    files = {
        resource.get("name"): resource
        for resource in _member(descriptor, "resources", list, where)
        if isinstance(resource, dict)
    }
    return Saved(
        id=_member(about, "dataset_id", str, where),
        schema_version=version,
        build_version=_member(about, "build_version", str, where),
        parts={source: tuple(keys) for source, keys in _member(about, "parts", dict, where).items()},
        tables={table: _table(folder, table, files.get(table), version) for table in TABLES},
        merged=about.get("merged"),
    )


def _parsed(text: bytes, where: str) -> dict[str, Any]:
    try:
        descriptor = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise DatasetError("JSON", str(error), where=where, hint=_REBUILD) from error
    if not isinstance(descriptor, dict):
        raise DatasetError("a JSON object", type(descriptor).__name__, where=where, hint=_REBUILD)
    return descriptor


def _member(owner: Mapping[str, Any], name: str, kind: type[ValueT], where: str) -> ValueT:
    value = owner.get(name)
    if not isinstance(value, kind):
        raise DatasetError(
            f"{name!r} of type {kind.__name__}", repr(value)[:_SHOWN], where=where, hint=_REBUILD
        )
    return value


def _table(folder: Path, name: str, resource: dict[str, Any] | None, version: str) -> Table:
    kind = TABLES[name]
    if resource is None and version != SCHEMA_VERSION:
        # A dataset of another minor version need not have a table that was added since.
        return BuiltTable(arrow_schema(kind).empty_table())
    if resource is None:
        raise DatasetError(f"a resource {name!r}", "none", where=str(folder / DESCRIPTOR), hint=_REBUILD)
    table = StoredTable(kind, folder / _inner_path(folder, name, resource))
    try:
        _check_file(table.path, resource)
        table.check()
    except FileNotFoundError as error:
        raise _FileGone("a file", "none", where=str(table.path), hint=_REBUILD) from error
    except OSError as error:
        raise DatasetError("a file that can be read", str(error), where=str(table.path)) from error
    return table


def _inner_path(folder: Path, name: str, resource: dict[str, Any]) -> PurePosixPath:
    where = str(folder / DESCRIPTOR)
    path = PurePosixPath(_member(resource, "path", str, where))
    if path.is_absolute() or ".." in path.parts:
        where = f"{where}, resource {name}"
        raise DatasetError("a path inside the dataset", str(path), where=where, hint=_REBUILD)
    return path


def _check_file(path: Path, resource: dict[str, Any]) -> None:
    for fact, value in file_facts(path).items():
        if resource.get(fact) != value:
            raise DatasetError(f"{fact} {resource.get(fact)}", str(value), where=str(path), hint=_REBUILD)
