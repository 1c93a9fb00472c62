"""What readers of assessments share: an importer of any system, on the system that a document names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, Protocol, TypeVar

import attrs

from placebench.assessment.owners import Owners
from placebench.importer import Expect
from placebench.model import Place, System


class ForAnySystem(Protocol):
    """What names an importer of any system."""

    @property
    def name(self) -> str:
        """Short name."""
        ...

    @property
    def version(self) -> str:
        """Version."""
        ...

    @property
    def api(self) -> int:
        """Major version of the contract."""
        ...


ImporterT = TypeVar("ImporterT", bound=ForAnySystem)


@attrs.frozen
class Reader(Generic[ImporterT]):
    """An importer of the documents of one system.

    Attributes:
        importer: The importer of any system that it reads for.
        owners: The system and its places.
    """

    importer: ImporterT
    owners: Owners

    @property
    def expects(self) -> Mapping[str, Expect]:
        """Any number of rows: a team may have answered all or nothing."""
        return {}

    @property
    def name(self) -> str:
        """As of the importer of any system."""
        return self.importer.name

    @property
    def version(self) -> str:
        """As of the importer of any system."""
        return self.importer.version

    @property
    def api(self) -> int:
        """As of the importer of any system."""
        return self.importer.api

    @property
    def system(self) -> System:
        """The system."""
        return self.owners.system

    @property
    def places(self) -> tuple[Place, ...]:
        """Its places."""
        return self.owners.places
