"""From files to a dataset: open, identify, extract, check and collect, in any executor."""

from __future__ import annotations

from placebench.documents.limits import Limits
from placebench.pipeline.files import Found
from placebench.pipeline.one import import_one
from placebench.pipeline.report import CRASHED, FAILED, OK, REFUSED, TIMEOUT, DocumentReport, Outcome
from placebench.pipeline.run import ImportRun, import_documents, registry_with

__all__ = [
    "CRASHED",
    "FAILED",
    "OK",
    "REFUSED",
    "TIMEOUT",
    "DocumentReport",
    "Found",
    "ImportRun",
    "Limits",
    "Outcome",
    "import_documents",
    "import_one",
    "registry_with",
]
