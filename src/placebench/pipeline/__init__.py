"""From files to a dataset: open, identify, extract, check and collect, in any executor.

Every name is loaded when it is first asked for, so that whoever only opens a document loads no importer.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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

_HOMES = {
    "placebench.documents.limits": ("Limits",),
    "placebench.pipeline.files": ("Found",),
    "placebench.pipeline.one": ("import_one",),
    "placebench.pipeline.report": (
        "CRASHED",
        "FAILED",
        "OK",
        "REFUSED",
        "TIMEOUT",
        "DocumentReport",
        "Outcome",
    ),
    "placebench.pipeline.run": ("ImportRun", "import_documents", "registry_with"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    if name not in _HOME_OF:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(_HOME_OF[name]), name)
