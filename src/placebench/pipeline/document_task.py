"""What is done with a document once it is open, in whatever process: the shape that most tasks share."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Hashable
from typing import Generic, TypeVar

import attrs

from placebench.documents import Document
from placebench.documents.limits import DEFAULT_LIMITS, Limits, limited
from placebench.errors import DocumentError, PlacebenchError
from placebench.pipeline.files import Found
from placebench.pipeline.opening import opened

T = TypeVar("T")


@attrs.frozen(eq=False)
class DocumentTask(ABC, Generic[T]):
    """Opens a document and does something with it; see `isolation.Task`.

    Attributes:
        limits: What a document may take and hold.
    """

    limits: Limits = attrs.field(default=DEFAULT_LIMITS, kw_only=True)

    @property
    def key(self) -> Hashable:
        """Tells tasks apart, in whatever process they are."""
        given = (getattr(self, field.name) for field in attrs.fields(type(self)))
        # A registry is told by its settings.
        return type(self).__name__, *(getattr(one, "settings", one) for one in given)

    def __call__(self, found: Found) -> T:
        """Open a document and do it.

        Raises:
            DocumentError: It cannot be read, and nothing can stand for it.
        """
        try:
            with limited(self.limits):
                return self.done(found, opened(found.read(self.limits), found.name, found.metadata))
        except DocumentError as error:
            return self.unread(found, error)

    def lost(self, found: Found, error: PlacebenchError, outcome: str, importer: str | None) -> T:
        """Return what stands for a document whose process ended."""
        del outcome, importer
        return self.unread(found, error)

    @abstractmethod
    def done(self, found: Found, document: Document) -> T:
        """Do it with a document that is open.

        Raises:
            DocumentError: The document cannot be used.
        """

    def unread(self, found: Found, error: PlacebenchError) -> T:
        """Return what stands for a document that could not be read; without that, raise the error."""
        del found
        raise error
