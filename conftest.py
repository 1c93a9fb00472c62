"""What the tests of the project and of its plugins share: folders of documents, and what is in them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import attrs
import pytest

from placebench.importer import Importer, signature
from placebench.model import FACT_TABLES, TABLES, columns_of
from placebench.pipeline import ImportRun, import_documents
from placebench.plugins import discover

ROOT = Path(__file__).resolve().parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that drive a browser as those that need a program beside Python."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.program)


def folder_from(variable: str) -> Path:
    """Return the folder that an environment variable names, or skip the test."""
    if variable not in os.environ:
        pytest.skip(f"needs the folder that {variable} names")
    return Path(os.environ[variable])


@pytest.fixture(scope="session")
def examples() -> Path:
    """Return the folder of the documents that were written for the project."""
    return ROOT / "examples" / "documents"


@pytest.fixture(scope="session")
def real_documents() -> Path:
    """Return the folder of published documents that is kept beside the project."""
    return folder_from("PLACEBENCH_DOCUMENTS")


@pytest.fixture(scope="session")
def formats() -> Path:
    """Return the folder of files with known contents that is kept beside the project."""
    return folder_from("PLACEBENCH_FORMATS")


@attrs.frozen
class Imported:
    """Documents read by every plugin that is installed, and what each importer found in them."""

    run: ImportRun

    def paths(self, importer: Importer) -> set[str]:
        """Return the documents of which an importer read a part."""
        return {report.path for report in self.run.reports if signature(importer) in report.importers}

    def tables(self, importer: Importer, path: str) -> set[str]:
        """Return the tables for which a document gave rows that an importer answers for."""
        return {table for table in TABLES if self.rows(importer, path, table)}

    def rows(self, importer: Importer, path: str, table: str) -> list[dict[str, Any]]:
        """Return the rows of a table that a document states, of an importer where the table names it."""
        quoted = {quote["fact_id"] for quote in self.quotes(path) if quote["table"] == table}
        key = columns_of(TABLES[table])[0].name
        who = {"importer": signature(importer)} if table in FACT_TABLES else {}
        return [
            row
            for row in self.run.dataset[table].to_pylist()
            if row[key] in quoted and all(row[name] == value for name, value in who.items())
        ]

    def quotes(self, path: str) -> list[dict[str, Any]]:
        """Return the evidence from a document."""
        sources = self.run.dataset["sources"].to_pylist()
        (source,) = (row["source_id"] for row in sources if row["path"] == path)
        return [row for row in self.run.dataset["evidence"].to_pylist() if row["source_id"] == source]


@pytest.fixture(scope="session")
def importers() -> Mapping[str, Importer]:
    """Return the importers of the plugins that are installed, by name."""
    return discover().importers


@pytest.fixture(scope="session")
def read_examples(examples: Path) -> Imported:
    """Return what the plugins find in the documents that were written for the project."""
    return Imported(import_documents([examples]))


@pytest.fixture(scope="session")
def read_documents(real_documents: Path) -> Imported:
    """Return what the plugins find in the published documents."""
    return Imported(import_documents([real_documents]))
