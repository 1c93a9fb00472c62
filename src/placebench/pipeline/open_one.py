"""One document opened and no more, in a process of its own like any other."""

from __future__ import annotations

import attrs

from placebench.documents import Document
from placebench.documents.limits import DEFAULT_LIMITS, Limits
from placebench.pipeline.document_task import DocumentTask
from placebench.pipeline.files import Found
from placebench.pipeline.isolation import done_isolated


@attrs.frozen(eq=False)
class Opening(DocumentTask[Document]):
    """Opens documents."""

    def done(self, found: Found, document: Document) -> Document:
        """Return the document."""
        del found
        return document


def open_one(found: Found, limits: Limits = DEFAULT_LIMITS, *, jobs: int | None = None) -> Document:
    """Open a document in a child process, or in this one where `jobs` is 0.

    The child stays for the next document, and ends with this process.

    Raises:
        DocumentError: It cannot be read, takes too long, or ends its process.
    """
    opening = Opening(limits=limits)
    return opening(found) if jobs == 0 else done_isolated(opening, found)
