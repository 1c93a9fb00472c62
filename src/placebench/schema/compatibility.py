"""What changed between two schemas, and which version that asks for.

A schema is told from what is published of it: the `datapackage.json` of a dataset, of an export or of
`schemas/`, and `vocabularies.json` where that stands beside it, for what `value` may hold for each governance
feature.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs

from placebench.errors import DatasetError
from placebench.schema.data_package import template
from placebench.schema.generate import vocabularies

MAJOR, MINOR, PATCH = "major", "minor", "patch"
_ORDER = (PATCH, MINOR, MAJOR)
_DESCRIPTOR = "datapackage.json"
_VOCABULARIES = "vocabularies.json"


@attrs.frozen
class Schema:
    """A schema as it was published.

    Attributes:
        version: Its version.
        tables: Table Schema by table.
        values: Codes by governance feature; None where they are not known.
    """

    version: str
    tables: Mapping[str, Mapping[str, Any]]
    values: Mapping[str, Mapping[str, Any]] | None


@attrs.frozen
class Change:
    """One change of a schema.

    Attributes:
        bump: The part of the version that it raises: `major`, `minor` or `patch`.
        where: The table, the column as `table.column`, or the governance feature.
        what: What changed.
    """

    bump: str
    where: str
    what: str


def current_schema() -> Schema:
    """Return the schema of the model."""
    return _schema(template(), vocabularies())


def published_schema(folder: Path) -> Schema:
    """Return the schema that a folder publishes.

    Args:
        folder: Folder of a dataset, of an export, or of schema files.

    Raises:
        DatasetError: It holds no descriptor that says its schema.
    """
    beside = folder / _VOCABULARIES
    try:
        descriptor = json.loads((folder / _DESCRIPTOR).read_bytes())
        return _schema(descriptor, json.loads(beside.read_bytes()) if beside.exists() else None)
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        expected = f"a {_DESCRIPTOR} with a schema for each table"
        found = f"{type(error).__name__}: {error}"
        raise DatasetError(expected, found, where=str(folder), hint="name the folder of a dataset") from error


def changes(old: Schema, new: Schema) -> tuple[Change, ...]:
    """Return what changed: removed, retyped or newly required columns and removed codes are major.

    A new table, nullable column or code is minor, and so is a column that need no longer be given. A changed
    meaning is a patch.
    """
    found: list[Change] = []
    for table in {**old.tables, **new.tables}:
        if table not in new.tables:
            found.append(Change(MAJOR, table, "removed"))
        elif table not in old.tables:
            found.append(Change(MINOR, table, "new"))
        else:
            found += _of_table(table, old.tables[table], new.tables[table])
    if old.values is not None and new.values is not None:
        found += _of_values(old.values, new.values)
    return tuple(sorted(found, key=lambda one: -_ORDER.index(one.bump)))


def needed_version(old: str, found: Iterable[Change]) -> str:
    """Return the lowest version that a schema may have after another one.

    Args:
        old: Version of the other one.
        found: What changed since.
    """
    first, second, third = map(int, old.split("."))
    bumps = {one.bump for one in found}
    if MAJOR in bumps:
        return f"{first + 1}.0.0"
    if MINOR in bumps:
        return f"{first}.{second + 1}.0"
    return f"{first}.{second}.{third + 1}" if bumps else old


def is_enough(version: str, needed: str) -> bool:
    """Tell whether a version is at least another."""
    has, needs = (tuple(map(int, one.split("."))) for one in (version, needed))
    return has >= needs


def _schema(descriptor: Mapping[str, Any], codes: Mapping[str, Any] | None) -> Schema:
    return Schema(
        version=str(descriptor["placebench"]["schema_version"]),
        tables={resource["name"]: resource["schema"] for resource in descriptor["resources"]},
        values=codes["feature_values"] if codes else None,
    )


def _of_table(table: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    before, after = ({field["name"]: field for field in schema["fields"]} for schema in (old, new))
    for name in {**before, **after}:
        where = f"{table}.{name}"
        if name not in after:
            yield Change(MAJOR, where, "removed")
        elif name not in before:
            required = _constraints(after[name]).get("required")
            yield Change(MAJOR, where, "new and required") if required else Change(MINOR, where, "new")
        else:
            yield from _of_field(where, before[name], after[name])
    for key, says in (("primaryKey", "identifies a row"), ("foreignKeys", "rows point to")):
        if old.get(key) != new.get(key):
            yield Change(MAJOR, table, f"what {says}")


def _of_field(where: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    for key in ("type", "itemType", "unit"):
        if old.get(key) != new.get(key):
            yield Change(MAJOR, where, f"{key} {old.get(key)} is now {new.get(key)}")
    had, has = (bool(_constraints(field).get("required")) for field in (old, new))
    if had != has:
        yield Change(MAJOR, where, "newly required") if has else Change(MINOR, where, "no longer required")
    pattern, now = (_constraints(field).get("pattern") for field in (old, new))
    if pattern != now:
        yield Change(MAJOR, where, f"form {pattern} is now {now}")
    yield from _of_codes(where, _codes(old), _codes(new))
    if old.get("description") != new.get("description"):
        yield Change(PATCH, where, "described otherwise")


def _of_codes(where: str, old: Mapping[str, Any] | None, new: Mapping[str, Any] | None) -> Iterator[Change]:
    if (old is None) != (new is None):
        # Without a list of codes any text may stand there, which who knows the list does not expect.
        yield Change(MAJOR, where, "no longer coded" if new is None else "newly coded")
        return
    before, after = old or {}, new or {}
    for code in {**before, **after}:
        if code not in after:
            yield Change(MAJOR, where, f"code {code} removed")
        elif code not in before:
            yield Change(MINOR, where, f"new code {code}")
        elif before[code] != after[code]:
            yield Change(PATCH, where, f"code {code} described otherwise")


def _of_values(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    for feature in sorted(
        old.keys() & new.keys()
    ):  # features that are removed or new are codes of a column too
        where = f"value of {feature}"
        if old[feature]["holds"] != new[feature]["holds"]:
            yield Change(MAJOR, where, f"{old[feature]['holds']} is now {new[feature]['holds']}")
        else:
            codes = (dict.fromkeys(side[feature]["codes"]) for side in (old, new))
            yield from _of_codes(where, *codes)


def _codes(field: Mapping[str, Any]) -> dict[str, Any] | None:
    listed = field.get("categories", field.get("itemCategories"))
    return None if listed is None else {one["value"]: one["label"] for one in listed}


def _constraints(field: Mapping[str, Any]) -> Mapping[str, Any]:
    given: Mapping[str, Any] = field.get("constraints", {})
    return given
