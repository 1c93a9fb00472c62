"""What was read of documents before, kept under names that say what it depends on."""

from __future__ import annotations

from placebench.cache.fingerprints import fingerprints, reading_code
from placebench.cache.rows import rows_from_json, rows_to_json
from placebench.cache.store import Entry, Receipt, Store, is_cache

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
