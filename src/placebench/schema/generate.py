"""The schema files that are published in `schemas/`, all made from the model."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from placebench.model import TABLES, columns_of
from placebench.model.vocabularies import FEATURES
from placebench.schema.data_package import template
from placebench.schema.json_schema import json_schema
from placebench.schema.table_schema import table_schema
from placebench.schema.version import SCHEMA_VERSION


def schema_files() -> dict[str, str]:
    """Return every schema file by its name."""
    files: dict[str, Mapping[str, Any]] = {}
    for table, kind in TABLES.items():
        files[f"{table}.schema.json"] = json_schema(kind)
        files[f"{table}.table.json"] = table_schema(kind)
    files["datapackage.json"] = template()
    files["vocabularies.json"] = vocabularies()
    return {name: as_text(content) for name, content in files.items()}


def vocabularies() -> dict[str, Any]:
    """Return every vocabulary with its meanings, and what `value` may hold for each governance feature."""
    found = {
        column.vocabulary.name: dict(column.vocabulary.codes)
        for kind in TABLES.values()
        for column in columns_of(kind)
        if column.vocabulary
    }
    features = {
        name: {"holds": feature.holds, "codes": list(feature.codes)} for name, feature in FEATURES.items()
    }
    return {"schema_version": SCHEMA_VERSION, "vocabularies": found, "feature_values": features}


def as_text(content: Mapping[str, Any]) -> str:
    """Write JSON as it stands in files: indented, in Unicode, with a final line break."""
    return "".join(_pieces(content))


def write_text(path: Path, content: Mapping[str, Any]) -> None:
    """Write JSON into a file as `as_text` does, without the whole of it in memory."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(_pieces(content))


def _pieces(content: Mapping[str, Any]) -> Iterator[str]:
    yield from json.JSONEncoder(indent=2, ensure_ascii=False).iterencode(content)
    yield "\n"


def write(folder: Path) -> None:
    """Write every schema file into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schema_files().items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
