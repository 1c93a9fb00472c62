"""Croissant: metadata of tables as machine-learning tools load them, after the format of MLCommons."""

from __future__ import annotations

import datetime as dt
import inspect
from collections.abc import Mapping
from typing import Any

from placebench.model import TABLES, Column, Row, columns_of
from placebench.schema.identity import id_column
from placebench.schema.version import SCHEMA_VERSION

CROISSANT = "croissant.json"
_TYPES: dict[type, str] = {
    str: "sc:Text", int: "sc:Integer", float: "sc:Float", bool: "sc:Boolean", dt.date: "sc:Date",
}  # fmt: skip
_CONTEXT: dict[str, Any] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "arrayShape": "cr:arrayShape",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileObject": "cr:fileObject",
    "fileProperty": "cr:fileProperty",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isArray": "cr:isArray",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}


def croissant(
    files: Mapping[str, Mapping[str, Any]], *, title: str, description: str, dataset_id: str
) -> dict[str, Any]:
    """Return the Croissant metadata of a folder with a Parquet file for every table.

    It names no licence: the quotes of a dataset keep the terms of their publishers.

    Args:
        files: What to say of each table's file: `path`, `bytes` and `hash` (`sha256:...`).
        title: What the dataset is called.
        description: What it holds.
        dataset_id: Names the dataset.
    """
    return {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.1",
        "name": title,
        "description": description,
        "identifier": dataset_id,
        "version": SCHEMA_VERSION,
        "distribution": [_file(file) for file in files.values()],
        "recordSet": [_records(table, kind, files[table]["path"]) for table, kind in TABLES.items()],
    }


def _file(file: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": file["path"],
        "name": file["path"],
        "contentUrl": file["path"],
        "contentSize": f"{file['bytes']} B",
        "encodingFormat": "application/x-parquet",
        "sha256": file["hash"].removeprefix("sha256:"),
    }


def _records(table: str, kind: type[Row], path: str) -> dict[str, Any]:
    records: dict[str, Any] = {
        "@type": "cr:RecordSet",
        "@id": table,
        "name": table,
        "description": inspect.getdoc(kind),
        "field": [_field(table, column, path) for column in columns_of(kind)],
    }
    identity = id_column(kind)
    return {**records, "key": {"@id": f"{table}/{identity}"}} if identity else records


def _field(table: str, column: Column, path: str) -> dict[str, Any]:
    field: dict[str, Any] = {
        "@type": "cr:Field",
        "@id": f"{table}/{column.name}",
        "name": column.name,
        "description": column.description,
        "dataType": _TYPES[column.kind],
        "source": {"fileObject": {"@id": path}, "extract": {"column": column.name}},
    }
    if column.many:
        field |= {"isArray": True, "arrayShape": "-1"}
    if column.reference:
        field["references"] = {"field": {"@id": f"{column.reference.table}/{column.reference.column}"}}
    return field
