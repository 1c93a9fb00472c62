"""The importers that placebench brings itself, registered as those of any plugin."""

from __future__ import annotations

from placebench.assessment.table_importer import TableImporter
from placebench.assessment.workbook_importer import WorkbookImporter
from placebench.hookspecs import hookimpl


@hookimpl
def placebench_importers() -> tuple[WorkbookImporter, TableImporter]:
    """Register the importers of documents that name their own system."""
    return WorkbookImporter(), TableImporter("ratings", "1")
