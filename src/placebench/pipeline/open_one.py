"""One document opened and no more, in a process of its own like any other."""

from __future__ import annotations

from collections.abc import Hashable

import attrs

from placebench.documents import Document
from placebench.documents.limits import DEFAULT_LIMITS, Limits, limited
from placebench.errors import PlacebenchError
from placebench.pipeline.files import Found
from placebench.pipeline.isolation import done_isolated


@attrs.frozen
class Opening:
    """Opens documents, in whatever process.

    Attributes:
        limits: What a document may hold.
    """

    limits: Limits = DEFAULT_LIMITS

    @property
    def key(self) -> Hashable:
        """Tells tasks apart, in whatever process they are."""
        return type(self).__name__, self.limits

    def __call__(self, found: Found) -> Document:
        """Open a document.

        Raises:
            DocumentError: It cannot be read.
        """
        from placebench.pipeline.reading import opened  # noqa: PLC0415 - loads the extractors, where they are used

        with limited(self.limits):
            return opened(found.read(self.limits), found.name, found.metadata)

    def lost(self, found: Found, error: PlacebenchError, outcome: str, importer: str | None) -> Document:
        """Say of a document whose process ended that it cannot be read."""
        del found, outcome, importer
        raise error


def open_one(found: Found, limits: Limits = DEFAULT_LIMITS, *, jobs: int | None = None) -> Document:
    """Open a document in a child process, or in this one where `jobs` is 0.

    The child stays for the next document, and ends with this process.

    Raises:
        DocumentError: It cannot be read, takes too long, or ends its process.
    """
    opening = Opening(limits)
    return opening(found) if jobs == 0 else done_isolated(opening, found)
