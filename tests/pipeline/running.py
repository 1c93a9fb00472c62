"""Runs over a folder with importers of invented systems, and what is in their datasets."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from placebench.importer import Claim
from placebench.pipeline import ImportRun, import_documents
from placebench.plugins import discover


def run(papers: Path, *importers: object, **options: Any) -> ImportRun:
    options.setdefault("jobs", 0)
    return import_documents([papers], plugins=discover(importers, installed=False), **options)


def rows(done: ImportRun, table: str, *columns: str) -> list[tuple[Any, ...]]:
    return [tuple(row[column] for column in columns) for row in done.dataset[table].to_pylist()]


def claims(done: ImportRun) -> list[tuple[Any, ...]]:
    return rows(done, "claims", "importer", "table", "won", "outcome")


def raising(base: Any, where: str, error: BaseException) -> Any:
    class Raising(base):
        def identify(self, document: Any) -> Any:
            yield from super().identify(document)
            if where == "identify":
                raise error

        def extract(self, document: Any, claim: Claim) -> Any:
            yield from super().extract(document, claim)
            if where == "extract":
                raise error

    return Raising
