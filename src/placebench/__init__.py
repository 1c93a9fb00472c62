"""placebench: one evidenced dataset of NHS place-based partnerships from the documents that systems publish.

    import placebench

    run = placebench.import_documents(["papers"])
    run.dataset.save("dataset")

Every name is loaded when it is first asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from placebench import benchmark
    from placebench.dataset import Dataset
    from placebench.documents import Document, Quote, Span, open_document
    from placebench.errors import (
        CodebookError,
        DatasetError,
        DocumentError,
        PlacebenchError,
        PluginError,
        TiedClaims,
        UnclaimedDocument,
        UnreadableDocument,
        UnsuitableCases,
        UsageError,
    )
    from placebench.hookspecs import hookimpl
    from placebench.importer import Claim, Expect, Fact, GapFound, Importer
    from placebench.pipeline import ImportRun, Limits, import_documents
    from placebench.plugins import Registry, discover

    __version__: str

_HOMES = {
    "dataset": ("Dataset",),
    "documents": ("Document", "Quote", "Span", "open_document"),
    "errors": (
        "CodebookError",
        "DatasetError",
        "DocumentError",
        "PlacebenchError",
        "PluginError",
        "TiedClaims",
        "UnclaimedDocument",
        "UnreadableDocument",
        "UnsuitableCases",
        "UsageError",
    ),
    "hookspecs": ("hookimpl",),
    "importer": ("Claim", "Expect", "Fact", "GapFound", "Importer"),
    "pipeline": ("ImportRun", "Limits", "import_documents"),
    "plugins": ("Registry", "discover"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "Claim",
    "CodebookError",
    "Dataset",
    "DatasetError",
    "Document",
    "DocumentError",
    "Expect",
    "Fact",
    "GapFound",
    "ImportRun",
    "Importer",
    "Limits",
    "PlacebenchError",
    "PluginError",
    "Quote",
    "Registry",
    "Span",
    "TiedClaims",
    "UnclaimedDocument",
    "UnreadableDocument",
    "UnsuitableCases",
    "UsageError",
    "__version__",
    "benchmark",
    "discover",
    "hookimpl",
    "import_documents",
    "open_document",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - each name has its own type
    if name == "__version__":
        value: Any = import_module("importlib.metadata").version("placebench")
    elif name == "benchmark":
        return import_module("placebench.benchmark")
    elif name in _HOME_OF:
        value = getattr(import_module(f"placebench.{_HOME_OF[name]}"), name)
    else:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
