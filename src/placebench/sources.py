"""Source rows: one for each file, whether or not it could be read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import lru_cache

from placebench.documents.dates import is_date
from placebench.model import Source

UNKNOWN_MEDIA_TYPE = "application/octet-stream"
_PRECISIONS = ("year", "month", "day")


def published(metadata: Mapping[str, str]) -> tuple[dt.date | None, str | None]:
    """Return the first day of the period that `published` names, and how exactly it is known.

    Args:
        metadata: A document's metadata; `published` is `2023-03-21`, `2023-03` or `2023`.
    """
    return _period(metadata.get("published", "").strip())


# Every row of a document asks.
@lru_cache(maxsize=16)
def _period(text: str) -> tuple[dt.date | None, str | None]:
    if not is_date(text):
        return None, None
    parts = [int(part) for part in text.split("-")]
    year, month, day = parts + [1] * (3 - len(parts))
    return dt.date(year, month, day), _PRECISIONS[len(parts) - 1]


def source_row(
    sha256: str,
    path: str,
    metadata: Mapping[str, str],
    *,
    media_type: str = UNKNOWN_MEDIA_TYPE,
    pages: int | None = None,
    characters: int = 0,
) -> Source:
    """Return the source row of a file; the defaults speak of one that no reader could read.

    Args:
        sha256: Hash of its bytes, 64 hex digits.
        path: Its name, below the folder that was imported.
        metadata: What is known of it; see `Document.metadata`.
        media_type: Told from the content.
        pages: Number of pages, where the format has them.
        characters: Length of its text.
    """
    day, precision = published(metadata)
    return Source(
        source_id=sha256[:16],
        sha256=sha256,
        title=metadata.get("title") or None,
        publisher=metadata.get("publisher") or None,
        document_type=metadata.get("document_type") or None,
        published=day,
        published_precision=precision,
        media_type=media_type,
        pages=pages,
        characters=characters,
        path=path,
        url=metadata.get("url") or None,
    )
