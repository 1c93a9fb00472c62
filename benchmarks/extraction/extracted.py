"""What importers read: the rows of every table, each with its document and its quotes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs

from benchmarks.extraction.coded import LACKING, NESTED, SECTOR, THEME_NUMBER
from placebench import Dataset, import_documents
from placebench.model import FACT_TABLES, TABLES, columns_of
from placebench.pipeline import REFUSED

_REFERENCE = ("places", "themes", "criteria", "gaps")


@attrs.frozen
class Extracted:
    """A row that a document gave."""

    doc: str
    table: str
    columns: Mapping[str, Any] = attrs.field(hash=False)
    quotes: tuple[str, ...] = ()

    @property
    def derived(self) -> bool:
        """Whether a rule drew the row from others, so that the document need not state it."""
        return self.columns.get("basis") == "derived"


def extract(documents: Path, profiles: Iterable[Path]) -> list[Extracted]:
    """Import a folder with the installed plugins and profiles, and return what it gave."""
    return [*_rows(import_documents([documents], profiles=profiles).dataset)]


def claimed(documents: Path, profiles: Iterable[Path]) -> list[str]:
    """Return the documents of a folder that an importer claims."""
    reports = import_documents([documents], profiles=profiles).reports
    return [report.path for report in reports if report.outcome != REFUSED]


def _rows(dataset: Dataset) -> Iterator[Extracted]:
    paths = {source["source_id"]: source["path"] for source in dataset["sources"].to_pylist()}
    numbers = {theme["theme_id"]: theme["number"] for theme in dataset["themes"].to_pylist()}
    quotes = _quotes(dataset)
    for table in (*FACT_TABLES, *_REFERENCE):
        key = columns_of(TABLES[table])[0].name
        for row in dataset[table].to_pylist():
            of_row = quotes.get((table, row[key]), {})
            sources = [row["source_id"]] if "source_id" in row else [*of_row]
            columns = {**row, **_derived(table, row, numbers)}
            for source in sources:
                yield Extracted(paths[source], table, columns, tuple(of_row.get(source, ())))


def _quotes(dataset: Dataset) -> dict[tuple[str, str], dict[str, list[str]]]:
    quotes: dict[tuple[str, str], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for said in dataset["evidence"].to_pylist():
        quotes[said["table"], said["fact_id"]][said["source_id"]].append(said["quote"])
    return quotes


def _derived(table: str, row: Mapping[str, Any], numbers: Mapping[str, int]) -> dict[str, Any]:
    match table:
        case "memberships":
            return {SECTOR: row["sectors"]}
        case "commitments":
            return {NESTED: row["parent_position"] is not None}
        case "criteria":
            return {THEME_NUMBER: numbers.get(row["theme_id"])}
        case "gaps":
            return {LACKING: row["table"]}
    return {}
