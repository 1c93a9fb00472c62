"""What authors of importers test with.

A plugin's tests inherit `ImporterSuite`; `check_importer` does the same without pytest. Golden files keep
what each document gave (`golden`); `drift` says what a new edition of a document no longer has.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from placebench.testing.conformance import CHECKS, Check, Finding, check_importer
    from placebench.testing.subject import Subject, subject_of
    from placebench.testing.suite import ImporterSuite, isolated_plugins

_HOMES = {
    "CHECKS": "conformance",
    "Check": "conformance",
    "Finding": "conformance",
    "ImporterSuite": "suite",
    "Subject": "subject",
    "check_importer": "conformance",
    "isolated_plugins": "suite",
    "subject_of": "subject",
}

__all__ = [
    "CHECKS",
    "Check",
    "Finding",
    "ImporterSuite",
    "Subject",
    "check_importer",
    "isolated_plugins",
    "subject_of",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - each name has its own type
    # pytest is an extra, so only what asks for the suite may need it.
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
