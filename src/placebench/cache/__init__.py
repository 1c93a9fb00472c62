"""What was read of documents before, kept under names that say what it depends on.

`fingerprints` and `reading_code` load all that reads documents when they are first asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from placebench.cache.rows import rows_from_json, rows_to_json
from placebench.cache.store import Entry, Receipt, Store, is_cache

if TYPE_CHECKING:
    from placebench.cache.code_digests import fingerprints, reading_code

__all__ = [
    "Entry",
    "Receipt",
    "Store",
    "fingerprints",
    "is_cache",
    "reading_code",
    "rows_from_json",
    "rows_to_json",
]


def __getattr__(name: str) -> object:
    if name not in {"fingerprints", "reading_code"}:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    from importlib import import_module  # noqa: PLC0415 - only for names that load importers

    return getattr(import_module("placebench.cache.code_digests"), name)
