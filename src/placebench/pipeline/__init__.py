"""From files to a dataset: open, identify, extract, check and collect, in any executor."""

from __future__ import annotations

from placebench.pipeline.one import import_one
from placebench.pipeline.report import FAILED, OK, REFUSED, DocumentReport, Outcome
from placebench.pipeline.run import ImportRun, import_documents, registry_with

__all__ = [
    "FAILED",
    "OK",
    "REFUSED",
    "DocumentReport",
    "ImportRun",
    "Outcome",
    "import_documents",
    "import_one",
    "registry_with",
]
