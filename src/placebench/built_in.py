"""The importers that placebench brings itself, registered as those of any plugin."""

from __future__ import annotations

from placebench.assessment.workbook_importer import WorkbookImporter
from placebench.hookspecs import hookimpl
from placebench.importer import OpenImporter


@hookimpl
def placebench_importers() -> list[OpenImporter]:
    """Register the importers of documents that name their own system."""
    return [WorkbookImporter()]
