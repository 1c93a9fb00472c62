"""A document opened, whatever its bytes do to the reader."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from placebench.documents import Document, read_document
from placebench.documents.limits import limits
from placebench.errors import DocumentError, UnreadableDocument
from placebench.pipeline.stage import Stage, during

MEMORY_HINT = "leave it out, or allow more memory"


def opened(data: bytes, name: str, metadata: Mapping[str, str]) -> Document:
    """Read a document; whatever its reader raises is told as a document's error.

    Raises:
        DocumentError: The bytes are no document that can be read.
    """
    try:
        with during(Stage(f"{name} to be read")):
            document = read_document(data, name, metadata)
        # Half of a surrogate pair would stop the whole dataset from being written.
        "".join((document.text, *document.metadata.values())).encode()
    except DocumentError:
        raise
    except MemoryError as error:
        raise UnreadableDocument(in_memory("a document"), "more", where=name, hint=MEMORY_HINT) from error
    except Exception as error:
        # A reader's library may raise anything on bytes that were made to break it.
        found = f"{type(error).__name__}: {error}"
        raise UnreadableDocument("a document that its reader can follow", found[:500], where=name) from error
    return _with_its_own_date(document)


def _with_its_own_date(document: Document) -> Document:
    """Return a document of which nobody knows the date with the one that its first or last lines give."""
    if document.metadata.get("published"):
        return document
    # What reads text is loaded only for documents of which nobody knows the date.
    from placebench.extract.document_dates import date_below, document_date, first_lines  # noqa: PLC0415

    found = document_date(first_lines(document)) or date_below(document)
    if found is None:
        return document
    parts = {"year": 1, "month": 2, "day": 3}[found.precision]
    published = "-".join(found.date.isoformat().split("-")[:parts])
    return attrs.evolve(document, metadata={**document.metadata, "published": published})


def in_memory(what: str) -> str:
    """Return what is expected within the limit on memory, in words."""
    return f"{what} within {limits().memory:,} MB of memory"
